// Words of a query that say how something is asked, and not what for (macros/search/asking.yml); numbers and years in words.

import { accented, fold } from "./folding.js";

const YEAR_WORD = "nam";
const SPACE = /\s+/;

export const isYear = (term) => /^(?:19|20)[0-9]{2}$/.test(term);

/** Marks the words that documents need not hold, unless nothing else is there: `spare`. */
export function spare(units, { head: { asking }, language, vocabulary }) {
  const words = units.map((unit) => (unit.span || unit.quoted ? "" : fold(unit.written)));
  const typed = units.map((unit) => accented(unit.form ?? ""));
  const bare = language === "vi" && !typed.includes(true);
  const small = new Set((bare ? asking.bare : asking.small).split(SPACE));
  const alone = (i) => !vocabulary.pair(words[i - 1], words[i]) && !vocabulary.pair(words[i], words[i + 1]);
  const found = new Set();
  const last = words.length - 1;
  if (last > 1 && asking.last.split(SPACE).includes(words[last]) && !typed[last] && alone(last)) found.add(last);
  words.forEach((word, i) => {
    if (!units[i].rings && small.has(bare ? word : units[i].written?.toLowerCase()) && (!bare || alone(i))) found.add(i);
    // Năm before a year, unless it is that of Quảng Nam.
    if (word === YEAR_WORD && isYear(units[i + 1]?.term) && (typed[i] || !vocabulary.pair(words[i - 1], word))) found.add(i);
    for (const phrase of asking.phrases) {
      const asks = phrase.split(" ");
      if (asks.every((each, n) => each === words[i + n])) asks.forEach((_, n) => found.add(i + n));
    }
  });
  if (found.size < units.length) found.forEach((i) => (units[i].spare = true));
}

const DIGITS = "khong mot hai ba bon nam sau bay tam chin".split(" ");
const DIGIT = new Map([...DIGITS.map((word, i) => [word, i]), ["tu", 4], ["lam", 5]]);
const THOUSANDS = new Map(Object.entries({ nghin: 1e3, ngan: 1e3, trieu: 1e6, ty: 1e9, ti: 1e9, thousand: 1e3, million: 1e6, billion: 1e9 }));

/** Years as they are spoken (hai nghìn không trăm hai mươi ba, hai không hai ba) in digits. */
export function spokenYears(units) {
  const read = [];
  for (let place = 0; place < units.length; ) {
    const words = units.slice(place, place + 7).map((unit) => (unit.span || unit.quoted ? "" : fold(unit.written)));
    const { year, length } = spokenYear(words);
    if (year) {
      const written = units.slice(place, place + length).map((unit) => unit.written).join(" ");
      read.push({ term: String(year), form: "", written });
    } else read.push(units[place]);
    place += length || 1;
  }
  return read;
}

function spokenYear(words) {
  if (words[0] !== "hai") return {};
  if (words[1] === "khong" && DIGIT.has(words[2]) && DIGIT.has(words[3])) {
    return { year: 2000 + 10 * DIGIT.get(words[2]) + DIGIT.get(words[3]), length: 4 };
  }
  if (THOUSANDS.get(words[1]) !== 1e3) return {};
  let at = 2;
  if (words[at] === "khong" && words[at + 1] === "tram") at += 2;
  if (words[at] === "le" || words[at] === "linh") at += 1;
  let rest = 0;
  if (words[at] === "muoi") [rest, at] = [10, at + 1];
  else if (DIGIT.has(words[at]) && (words[at + 1] === "muoi" || DIGIT.has(words[at + 1]))) {
    [rest, at] = [10 * DIGIT.get(words[at]), at + (words[at + 1] === "muoi" ? 2 : 1)];
  }
  if (DIGIT.has(words[at])) [rest, at] = [rest + DIGIT.get(words[at]), at + 1];
  return rest ? { year: 2000 + rest, length: at } : {};
}

/** What a number before nghìn or triệu comes to (20 nghìn, 5,6 triệu), or null. */
export function multiplied(unit, next) {
  const times = next && !next.span && THOUSANDS.get(fold(next.written));
  const value = unit.span ? NaN : /^[0-9.]+$/.test(unit.term) ? +unit.term : DIGIT.get(fold(unit.written)) ?? NaN;
  return times && value ? String(Math.round(value * times)) : null;
}
