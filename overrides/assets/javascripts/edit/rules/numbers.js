// Numbers: in texts the same in both languages and as in the figure they repeat, as macros/checks/rules/numbers.py has it.

import { unquoted } from "./letters.js";

const NUMBER = /(?<![\p{L}\p{N}_/.,-])\d+(?:[.,]\d+)*(?![\p{L}\p{N}_/]|-[\p{L}\p{N}_]|[.,]\d)/gu;
const MOST_DIGITS = 15;
const THOUSANDS = { vi: ".", en: "," };
const SHORTEST = 3; // digits: of two, a slip makes another number
// The words for each approximation: macros/text/approximations.py.
const IN_BRACKETS = new RegExp(
  `\\s*\\((?:${"hơn|trên|nhiều hơn|more than|over|above|>|gần|nearly|almost|khoảng|chừng|ước|ước tính|xấp xỉ|about|around|approximately|some|~|≈|dưới|ít hơn|less than|fewer than|under|below|<|ít nhất|tối thiểu|không dưới|at least|≥|nhiều nhất|tối đa|không quá|at most|up to|≤"
    .split("|").sort((a, b) => b.length - a.length).join("|")})\\)`,
  "i",
);

const isTooLong = (written) => written.replace(/\D/g, "").length > MOST_DIGITS;
const isSaid = (value) => value <= 31 || value === 100 || (value >= 1900 && value < 2100 && Number.isInteger(value));

export function* numbers({ entries }) {
  for (const { path, value } of entries) {
    if (typeof value !== "object" || !value || Array.isArray(value)) continue;
    if (typeof value.vi === "string" && typeof value.en === "string" && value.vi && value.en) yield* inBoth(path, value);
    if ("id" in value && "value" in value) yield* inFigure(path, value);
  }
  yield* unlikeFigures(entries);
}

/** The numbers of a text that are no dates and no part of a document's number: as written, value and place. */
function* read(text, language) {
  const bare = unquoted(text);
  for (const match of text.matchAll(NUMBER)) {
    if (isTooLong(match[0])) continue;
    // English keeps words in quotation marks as the Vietnamese source prints them.
    const mark = THOUSANDS[bare[match.index] === "·" ? "vi" : language];
    const [whole, decimals = "", ...more] = match[0].replaceAll(mark, "\0").replaceAll(mark === "," ? "." : ",", ".").split(".");
    const groups = whole.split("\0");
    if (!more.length && !decimals.includes("\0") && groups.slice(1).every((group) => group.length === 3)) {
      yield { written: match[0], value: Number(`${groups.join("")}.${decimals || 0}`), end: match.index + match[0].length };
    }
  }
}

function* inBoth(path, value) {
  const found = Object.fromEntries(["vi", "en"].map((language) => [language, [...read(value[language], language)]]));
  for (const [here, there] of [["vi", "en"], ["en", "vi"]]) {
    const long = [...value[here].matchAll(NUMBER)].find(([written]) => isTooLong(written));
    if (long) yield { path: [...path, here], key: "number-too-long", severity: "error", values: { found: `${long[0].slice(0, MOST_DIGITS)}…` } };
    const seen = new Set(found[there].map((each) => each.value));
    const alone = found[here].find((each) => !seen.has(each.value) && !isSaid(each.value));
    if (alone) yield { path: [...path, here], key: "number-only-in-one-language", severity: "warning", values: { found: alone.written } };
  }
}

function* inFigure(path, figure) {
  for (const [name, language] of ["what", "unit"].flatMap((each) => [[each, "vi"], [each, "en"]])) {
    const found = String(figure[name]?.[language] ?? "").match(IN_BRACKETS);
    if (found) yield { path: [...path, name, language], key: "approximation-in-a-text", severity: "error", values: { found: found[0].trim() } };
  }
  if (!["%", "phần trăm"].includes(figure.unit?.vi)) return;
  for (const end of ["value", "value_to"]) {
    if (typeof figure[end] === "number" && figure[end] > 100) yield { path: [...path, end], key: "more-than-all", severity: "warning", values: { found: figure[end] } };
  }
}

/** A number next to a figure's unit that is that figure but for a slip of one digit, or of two exchanged, is it. */
function* unlikeFigures(entries) {
  const isOf = (name) => ({ value }) => value && typeof value === "object" && "id" in value && name in value;
  const figures = entries.filter(isOf("value"));
  for (const { path, value: statement } of entries.filter(isOf("text"))) {
    const near = figures.filter((figure) => home(figure.path) === home(path)).map(({ value }) => value);
    const known = new Set(near.flatMap(({ value, value_to: to }) => [value, to]));
    for (const language of ["vi", "en"]) {
      const text = String(statement.text?.[language] ?? "");
      for (const { written, value, end } of read(text, language)) {
        const meant = near.find((figure) => {
          const unit = figure.unit?.[language];
          return typeof figure.value === "number" && unit && text.slice(end).trimStart().startsWith(unit) && isSlip(value, figure.value, known);
        });
        if (meant) yield { path: [...path, "text", language], key: "number-unlike-the-figure", severity: "warning", values: { found: written, wanted: meant.value } };
      }
    }
  }
}

/** What a statement or a figure belongs to: its meeting, or its group in a review. */
const home = (path) => (path.length > 3 ? path.slice(0, 2).join(".") : "");

function isSlip(value, right, known) {
  const [a, b] = [String(value), String(right)];
  if (known.has(value) || a.length !== b.length || a.length < SHORTEST || a === b) return false;
  let same = 0;
  while (a[same] === b[same]) same += 1;
  const [word, other] = [a.slice(same), b.slice(same)];
  return word.slice(1) === other.slice(1) || word[1] + word[0] + word.slice(2) === other;
}
