// Numbers and years as they are shortened, spoken or written otherwise. Read when a query has digits or such words (query.js); `fold` is that of folding.js.

const SHORT_YEAR = new RegExp("(?<![\\p{L}\\p{N}]|qu[aả]ng )(?:(t|th|th[aá]ng) ?(\\d{1,2})|(q|qu[yý]) ?([1-4]|i{1,3}|iv)|(n[aă]m))"
  + "(?: ?[-/.] ?|,? n[aă]m | (?=20|(?<=n[aă]m )))(?:20)?([12]\\d|3[0-5])(?![\\p{L}\\p{N}%]|[-/.,]\\d)", "giu");

/** Months, quarters and years as they are shortened in messages in full: t6/25, quý 3/24, năm 25. */
export const fullYears = (text) =>
  text.replace(SHORT_YEAR, (_, month, ofMonth, quarter, ofQuarter, word, year) => {
    const part = month ? `thang ${ofMonth} nam` : quarter ? `quy ${ofQuarter} nam` : word;
    return `${part} 20${year}`; // the minifier cuts blanks of a template within a template
  })
    .replace(/(?<![\d.,/-])(\d{1,2})\.(\d{1,2})\.(\d\d)(?![\d.,/-])/g, "$1/$2/$3");

const DIGITS = "khong mot hai ba bon nam sau bay tam chin".split(" ");
const DIGIT = new Map([...DIGITS.map((word, i) => [word, i]), ["tu", 4], ["lam", 5]]);
const THOUSANDS = new Map(Object.entries({ nghin: 1e3, ngan: 1e3, trieu: 1e6, ty: 1e9, thousand: 1e3, million: 1e6, billion: 1e9 }));

const ONE = `(${[...DIGIT.keys()].join("|")})`;
const SPOKEN_YEAR = new RegExp(`^hai (?:khong ${ONE} ${ONE}|(?:nghin|ngan)(?: khong tram)?(?: le| linh)?(?: ${ONE})?( muoi)?(?: ${ONE})?)(?![a-z])`);

/** Years as they are spoken (hai nghìn không trăm hai mươi ba, hai không hai ba) in digits. */
export function spokenYears(units, fold) {
  const read = [];
  for (let place = 0; place < units.length; ) {
    const words = units.slice(place, place + 7).map((unit) => (unit.span || unit.quoted ? "" : fold(unit.written))).join(" ");
    const [spoken, first, second, tens, ten, ones] = words.match(SPOKEN_YEAR) ?? [];
    const digit = (word) => DIGIT.get(word) ?? 0;
    const rest = first ? 10 * digit(first) + digit(second) : ten || ones ? 10 * (tens ? digit(tens) : 1) + digit(ones) : digit(tens);
    const length = rest ? spoken.split(" ").length : 1;
    const written = units.slice(place, place + length).map((unit) => unit.written).join(" ");
    read.push(rest ? { term: String(2000 + rest), form: "", written } : units[place]);
    place += length;
  }
  return read;
}

/** What a number before nghìn or triệu comes to (20 nghìn, 5,6 triệu), or null. */
export function multiplied(unit, next, fold) {
  const times = next && !next.span && THOUSANDS.get(fold(next.written));
  const value = unit.span ? NaN : /^[0-9.]+$/.test(unit.term) ? +unit.term : DIGIT.get(fold(unit.written)) ?? NaN;
  return times && value ? String(Math.round(value * times)) : null;
}

/** 4 is also bốn, 9 is IX: where the other writing is known with a neighbour, or the one typed is not. */
export const withNumerals = (slots, { vocabulary, sameNumber }) => slots.map((slot, i) => {
  const row = slot.span || slot.spare ? undefined : sameNumber.get(slot.term);
  if (!row) return slot;
  const [before, after] = [slots[i - 1], slots[i + 1]];
  const follows = (term) =>
    (before && vocabulary.pair(before.term, term)) || (after && (vocabulary.pair(term, after.term) || vocabulary.pair(after.term, term))); // second lesson, lesson 2
  const loose = !vocabulary.has(slot.term) || (/^[0-9]/.test(slot.term) && !follows(slot.term));
  const fits = (term) => term !== slot.term && (loose ? vocabulary.has(term) : follows(term));
  return { ...slot, terms: [...slot.terms, ...row.filter(fits)] };
});
