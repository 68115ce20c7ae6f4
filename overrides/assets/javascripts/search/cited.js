// Citations of what search finds, read when they are asked for.

/** A document's row in a table, by column, and its citation in each style (macros/search/citations.py). */
export async function citation(index, number) {
  const { cited } = index.head;
  const { columns, pieces, citations } = await index.json(`citations/${Math.floor(number / cited)}.json`);
  const [cells, ...texts] = citations[number % cited].map((numbers) => numbers.map((each) => pieces[each]));
  const [vi, en, bibtex, ris] = texts.map((parts) => parts.join(""));
  return { row: Object.fromEntries(columns.map((name, at) => [name, cells[at]])), vi, en, bibtex, ris };
}
