// Dates as the files have them (macros/text/dates.py), and what cannot be of them (macros/checks/rules/dates.py).

const FORM = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/;
const SHORT_END = /^\d{2}(?:-\d{2})?$/;
const two = (number) => String(number).padStart(2, "0");
const last = (year, month) => new Date(Date.UTC(2000, month, 0)).getUTCDate() - (month === 2 && !isLeap(year) ? 1 : 0);
const isLeap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The first and the last day of a date, each as a text that sorts, and where its last part begins; nothing for what is none. */
export function parse(written) {
  const [begin, end, ...more] = String(written).split("/");
  const first = point(begin);
  if (!first || more.length) return undefined;
  if (end === undefined) return { ...first, last: first.start, text: begin, isSpan: false };
  const until = point(SHORT_END.test(end) ? begin.slice(0, begin.length - end.length) + end : end);
  if (!until || until.precision !== first.precision || until.start <= first.start) return undefined;
  return { start: first.start, last: until.start, end: until.end, precision: first.precision, text: String(written), isSpan: true };
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

const PLAUSIBLE = ["1930", "2099"]; // the Party was founded in 1930; nothing here is about the next century
const isPlausible = ({ start, end }) => start.slice(0, 4) >= PLAUSIBLE[0] && end.slice(0, 4) <= PLAUSIBLE[1];
const AT_BEGINNING = /^\d{4}(-q[1-4]|-\d{2}(-\d{2})?)?(?![^-])/;

/** The date where it can be: of one that cannot, `implausible-year` alone is reported. */
export function plausible(value) {
  const date = ["string", "number"].includes(typeof value) ? parse(value) : undefined;
  return date && isPlausible(date) ? date : undefined;
}

export function* dates({ name, value, entries, sources, today }) {
  for (const { path, value: here, field, past } of entries) {
    const date = field.kind === "date" && parse(here);
    if (date && !isPlausible(date)) yield { path, key: "implausible-year", severity: "error" };
    else if (date && past && date.start > today) yield { path, key: "day-to-come", severity: "warning" };
  }
  if (name.startsWith("meetings/")) yield* ofMeeting(name, value);
  if (name.startsWith("documents/")) yield* ofDocument(value);
  const year = name.match(/^reviews\/(\d+)\/priorities\.yml$/)?.[1];
  if (year && typeof value.year === "number" && value.year !== Number(year) + 1 && year >= PLAUSIBLE[0] && year <= PLAUSIBLE[1]) {
    yield { path: ["year"], key: "year-of-a-review", severity: "error" };
  }
  yield* ofFigures(value, entries, sources);
}

function* ofMeeting(name, value) {
  const held = plausible(value.date);
  if (!held) return;
  const written = name.slice("meetings/".length, -".yml".length).match(AT_BEGINNING)?.[0];
  const day = written && parse(written.toUpperCase());
  if (!day || day.start > held.end || day.end < held.start) yield { path: ["date"], key: "meeting-day", severity: "error" };
  for (const [index, source] of (Array.isArray(value.sources) ? value.sources : []).entries()) {
    const published = plausible(source?.published);
    if (published && published.end < held.start) yield { path: ["sources", index, "published"], key: "source-before-the-meeting", severity: "warning" };
  }
}

function* ofDocument(value) {
  const issued = plausible(value.date);
  for (const path of [["in_force"], ["in_force_on", "day"], ["ended", "since"]]) {
    const day = plausible(path.reduce((here, step) => here?.[step], value));
    if (issued && day && day.end < issued.start) yield { path, key: "in-force-before-the-date", severity: "warning" };
  }
}

/** A figure holds for a time that had begun when it was stated, at the meeting or in its source; a span may lie ahead. */
function* ofFigures(value, entries, sources) {
  for (const { path, value: figure } of entries) {
    if (typeof figure !== "object" || !figure || !("id" in figure && "value" in figure)) continue;
    const holds = plausible(figure.as_of);
    const source = sources.find(({ id }) => id === figure.source);
    const stated = [plausible(value.date), plausible(source?.published)].filter(Boolean);
    if (holds && !holds.isSpan && stated.some((day) => holds.start > day.end)) yield { path: [...path, "as_of"], key: "figure-of-the-future", severity: "warning" };
  }
}
