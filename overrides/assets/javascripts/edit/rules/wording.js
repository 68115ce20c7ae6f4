// Texts that say nothing, summaries of more than one sentence, and numbers of documents in their official form:
// macros/checks/rules/texts.py, summaries.py and documents.py.

import { plausible } from "./dates.js";
import { texts } from "./entries.js";

const UNFILLED = /^(?:(?:todo|tbd|fixme|xxx+|lorem ipsum|chưa dịch|cần dịch|not translated)\b|[\s.…?_*–—-]+$)/i;
const NOT_STATED = "not-stated";
const END_OF_SENTENCE = /[.!?…](?=[”’)]*\s+(?![a-z])\p{L})/u;
const KINDS = "QĐ|QĐNS|NQ|KL|CT|HD|KH|TTr|BC|QC|TB|ĐA|CTr|CV";
// A Party document, `96-QĐ/TW` (number-type/organ), and State ones, `202/2025/QH15`, `20/NQ-HĐND`; or a number alone.
const OFFICIAL = new RegExp(
  `^(?:\\d{2,4}-(?:${KINDS})/[A-ZĐ]{2,8}|\\d{1,4}/(?:\\d{4}/)?[A-ZĐ]{2,7}(?:\\d{1,2}|-(?!TW|TU)[A-ZĐ][A-Za-zĐ]{1,8})|\\d{1,4}(?:/\\d{4})?)$`,
);

export function* wording(content) {
  for (const { path, value } of texts(content)) {
    if (path.at(-1) !== "en" && UNFILLED.test(value.trim())) yield { path, key: "unfilled", severity: "error" };
  }
  for (const { path, value } of content.entries) {
    if (typeof value !== "object" || !value || Array.isArray(value)) continue;
    yield* inLanguages(path, value);
    if ("rests_on" in value) {
      for (const language of ["vi", "en"]) {
        if (END_OF_SENTENCE.test(String(value.text?.[language] ?? ""))) yield { path: [...path, "text", language], key: "sentences-of-a-summary", severity: "error" };
      }
    }
  }
  if (content.name.startsWith("documents/")) yield* numbered(content);
}

function* inLanguages(path, { vi, en }) {
  const isWhole = vi === NOT_STATED;
  if (isWhole) yield { path: [...path, "vi"], key: "not-stated-in-a-text", severity: "error" };
  if (typeof vi !== "string" || typeof en !== "string") return;
  if (UNFILLED.test(en.trim()) || (en === NOT_STATED && !isWhole)) yield { path: [...path, "en"], key: "placeholder-for-english", severity: "error" };
  if (en === NOT_STATED && isWhole) yield { path: [...path, "en"], key: "not-stated-in-a-text", severity: "error" };
}

/** The number as the document bears it; the id of the file repeats it, and the year where it ends with one. */
function* numbered({ name, value }) {
  const id = name.slice("documents/".length, -".yml".length);
  const { number, date, known_as: called } = value;
  if (typeof number === "string" && number && number !== NOT_STATED) {
    const begin = `${number.toLowerCase().replaceAll("đ", "d").replace(/[^a-z0-9]+/g, "-")}-`;
    if (!OFFICIAL.test(number)) yield { path: ["number"], key: "document-number-form", severity: "error" };
    else if ((/^\d/.test(id) || !called) && !`${id}-`.startsWith(begin)) yield { path: ["number"], key: "document-id", severity: "error" };
  }
  const [, year] = id.match(/-(\d{4})$/) ?? [];
  const issued = plausible(date);
  if (year && issued && issued.start.slice(0, 4) !== year) yield { path: ["date"], key: "document-id", severity: "error" };
}
