// Words of a query that say how something is asked, and not what for (macros/search/asking.yml).

import { accented, fold } from "./folding.js";

const YEAR_WORD = "nam";
const SPACE = /\s+/;

export const isYear = (term) => /^(?:19|20)[0-9]{2}$/.test(term);

/** Whether a query is typed without accents. */
const isBare = (units, language) => language === "vi" && !units.some((unit) => accented(unit.form ?? ""));

/** The words that hold a sentence together, as a query has them. */
export const smallWords = (units, { head: { asking }, language }) => new Set((isBare(units, language) ? asking.bare : asking.small).split(SPACE));

/** Marks the words that documents need not hold, unless nothing else is there: `spare`. */
export function spare(units, { head: { asking }, language, vocabulary }, small) {
  const words = units.map((unit) => (unit.span || unit.quoted ? "" : fold(unit.written)));
  const typed = units.map((unit) => accented(unit.form ?? ""));
  const bare = isBare(units, language);
  const alone = (i) => !vocabulary.pair(words[i - 1], words[i]) && !vocabulary.pair(words[i], words[i + 1]);
  const found = new Set();
  const last = words.length - 1;
  if (last > 1 && asking.last.split(SPACE).includes(units[last].written?.toLowerCase()) && alone(last)) found.add(last);
  words.forEach((word, i) => {
    if (!units[i].rings && units[i].chip === undefined && small.has(bare ? word : units[i].written?.toLowerCase()) && (!bare || alone(i))) found.add(i);
    // Năm before a year, unless it is that of Quảng Nam.
    if (word === YEAR_WORD && isYear(units[i + 1]?.term) && (typed[i] || !vocabulary.pair(words[i - 1], word))) found.add(i);
    for (const phrase of asking.phrases) {
      const asks = phrase.split(" ");
      if (asks.every((each, n) => each === words[i + n])) asks.forEach((_, n) => found.add(i + n));
    }
  });
  if (found.size < units.length) found.forEach((i) => (units[i].spare = true));
}
