// Dates as the files have them (macros/text/dates.py), and what cannot be of them (macros/checks/rules/dates.py).

const FORM = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/;
const SHORT_END = /^\d{2}(?:-\d{2})?$/;
const two = (number) => String(number).padStart(2, "0");
const last = (year, month) => new Date(Date.UTC(2000, month, 0)).getUTCDate() - (month === 2 && !isLeap(year) ? 1 : 0);
const isLeap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The first and the last day of a date, each as a text that sorts; nothing for what is none. */
export function parse(written) {
  const [begin, end, ...more] = String(written).split("/");
  const first = point(begin);
  if (!first || more.length) return undefined;
  if (end === undefined) return { ...first, text: begin, isSpan: false };
  const until = point(SHORT_END.test(end) ? begin.slice(0, begin.length - end.length) + end : end);
  if (!until || until.precision !== first.precision || until.start <= first.start) return undefined;
  return { start: first.start, end: until.end, precision: first.precision, text: String(written), isSpan: true };
}

function point(text) {
  const [, year, quarter, month, day] = text.match(FORM) ?? [];
  if (!year || year === "0000") return undefined;
  if (quarter) return { start: `${year}-${two(quarter * 3 - 2)}-01`, end: `${year}-${two(quarter * 3)}-${last(year, quarter * 3)}`, precision: "quarter" };
  if (!month) return { start: `${year}-01-01`, end: `${year}-12-31`, precision: "year" };
  if (month < 1 || month > 12) return undefined;
  if (!day) return { start: `${year}-${month}-01`, end: `${year}-${month}-${last(year, Number(month))}`, precision: "month" };
  if (day < 1 || day > last(year, Number(month))) return undefined;
  return { start: text, end: text, precision: "day" };
}
