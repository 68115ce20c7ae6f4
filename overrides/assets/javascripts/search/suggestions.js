// What a reader may be about to type: topics, people, documents, meetings, terms and frequent pairs of words, or may type
// instead. The names of records are those of the filters (facets/*.txt), so that none is sent twice.

const NAMED = [["topic", "person", "document", "words"], ["meeting"]]; // the second are asked for where the first are few
const EACH = 2; // of a kind, so that no kind takes all the places

/**
 * Names that go on with what is typed: [{kind, label, lang}], those of most documents first.
 *
 * `typed` is a normal text in small letters; `adds` and `form` are those of folding.js.
 */
export async function suggestions(index, typed, shown, { adds, form }) {
  const spelt = (text) => text.split(" ").map(form).join(" ");
  const goesOn = (label) => {
    const small = label.toLowerCase();
    if (small === typed) return false;
    const starts = [0, ...[...small.matchAll(/[\s(–-]+/g)].map((gap) => gap.index + gap[0].length)];
    return starts.some((start) => adds(spelt(typed), spelt(small.slice(start, start + typed.length))));
  };
  const found = [];
  for (const kinds of typed.length > 1 ? NAMED : []) {
    if (found.length >= shown) break;
    const rows = (await Promise.all(kinds.map((kind) => named(index, kind)))).flat();
    const fitting = rows.filter(({ label }) => goesOn(label)).sort((a, b) => b.count - a.count);
    for (const same of Map.groupBy(fitting, ({ kind }) => kind).values()) found.push(...same.slice(0, EACH));
  }
  return found.sort((a, b) => b.count - a.count).slice(0, shown);
}

async function named(index, kind) {
  if (kind !== "words") return (await index.facet(kind)).map(({ label, lang, documents }) => ({ kind, label, lang, count: documents.length }));
  const rows = (await index.file("suggested.txt")).split("\n").filter(Boolean).map((row) => row.split("\t"));
  return rows.map(([label, count, kind, lang]) => ({ kind, label, count: +count, lang }));
}

/** What is left of a query without the words that no text has, or nothing where that is all of it or finds nothing. */
export async function shorter(engine, text, read) {
  const { language, vocabulary } = engine.index;
  const words = text.replaceAll('"', " ").split(/\s+/).filter(Boolean).slice(0, 8);
  const known = words.filter((word) => read(word, language).tokens.some(({ term }) => vocabulary.has(term)));
  const left = known.length < words.length ? known.join(" ") : "";
  return left && (await engine.search(left)).total !== 0 ? left : "";
}
