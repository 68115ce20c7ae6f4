// Words as pages show them: in the page's language, with passages in Vietnamese marked (macros/text/passages.py), with
// dates and numbers as the language prints them (macros/text/dates.py, macros/text/language.py).

import { parse } from "../rules/dates.js";
import { Markup, escape } from "./templates.js";

const VIETNAMESE = /[ăâđêôơưàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ]/i;
const QUOTATION = /(?<=“)([^“”]*)(?=”)/;
const ROMAN = ["I", "II", "III", "IV"];
const ORDINAL = ["first", "second", "third", "fourth"];

/** Words of which each piece is in English, or in Vietnamese as the piece of HTML says that holds it. */
export class Words {
  constructor(pieces, mark = "") {
    Object.assign(this, { pieces, mark });
  }

  toString() {
    return this.pieces.map(({ words }) => words).join("");
  }

  /** `shown` makes HTML of the words of a piece. */
  toHTML(shown = escape) {
    return this.pieces.map(({ words, held }) => (held ? held(shown(words)) : shown(words))).join("") + this.mark;
  }
}

/**
 * A text of the archive in a language; `untranslated` and `quotation` hold what is Vietnamese on an English page, where
 * `run` finds words with accents.
 */
export function inLanguage(text, language, { untranslated, quotation, run }) {
  const { vi = "", en } = text;
  if (language === "vi") return String(vi);
  if (en === undefined) return new Words([{ words: String(vi), held: untranslated }]);
  const parts = String(en).split(QUOTATION).flatMap((words, at) => at % 2 && isVietnamese(words)
    ? [{ words, held: quotation }]
    : words.split(run).map((each) => ({ words: each, held: isNoName(each) ? quotation : undefined })));
  const whole = [{ words: "" }];
  for (const { words, held } of parts) {
    if (whole.at(-1).held === held) whole.at(-1).words += words;
    else whole.push({ words, held });
  }
  return new Words(whole.filter(({ words }) => words));
}

/** Whether some are in small letters with accents. */
const isNoName = (words) => (words.match(/\p{L}+/gu) ?? []).some((word) => /^\p{Ll}/u.test(word) && VIETNAMESE.test(word));

/** By its accents: one word has some, and of those in small letters at least a third. */
export function isVietnamese(words) {
  const small = (words.match(/\p{L}+/gu) ?? []).filter((word) => /^\p{Ll}/u.test(word));
  return VIETNAMESE.test(words) && 3 * small.filter((word) => VIETNAMESE.test(word)).length >= small.length;
}

/** HTML of a text in which no line breaks within a date or a number of a document; `whole` finds those. */
export function unbroken(text, whole, piece) {
  const shown = (words) => escape(words).replace(whole, (found) => piece(new Markup(found)).html);
  return new Markup(text instanceof Words ? text.toHTML(shown) : shown(text));
}

export const number = (value, language) => (typeof value === "number" ? new Intl.NumberFormat(language, { maximumFractionDigits: 20 }).format(value) : String(value ?? ""));

/** A date in words, and for HTML's `datetime` where that has a form for it. */
export function date(written, language) {
  const found = parse(written);
  if (!found) return { shown: String(written ?? ""), iso: "" };
  const { start, last, precision } = found;
  const [from, to] = [start, last].map((day) => point(day, precision, language));
  if (!found.isSpan) return { shown: from, iso: precision === "quarter" ? "" : found.text };
  const sameMonth = precision === "day" && start.slice(0, 7) === last.slice(0, 7);
  return { shown: `${sameMonth ? Number(start.slice(8)) : from}–${to}`, iso: "" };
}

function point(start, precision, language) {
  const [year, month, day] = start.split("-").map(Number);
  const isVi = language === "vi";
  const name = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" }).format(new Date(start));
  if (precision === "day") return isVi ? `${day}-${month}-${year}` : `${day} ${name} ${year}`;
  if (precision === "month") return isVi ? `tháng ${month}-${year}` : `${name} ${year}`;
  const quarter = Math.ceil(month / 3);
  if (precision === "quarter") return isVi ? `quý ${ROMAN[quarter - 1]}-${year}` : `${ORDINAL[quarter - 1]} quarter of ${year}`;
  return String(year);
}
