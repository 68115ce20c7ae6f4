// Counts for the filters of the search page.

/**
 * For each facet its values with how many of the matching documents each would leave, given the filters of the other
 * facets: {facet: [{value, label, lang, count}]}; values that would leave none are left out unless they are chosen.
 */
export async function counts(index, matching, filters, facets) {
  const rows = Object.fromEntries(await Promise.all(facets.map(async (facet) => [facet, await index.facet(facet)])));
  const counted = {};
  for (const facet of facets) {
    const others = Object.entries(filters).filter(([name, values]) => name !== facet && values.length);
    const left = new Uint8Array(index.count);
    for (const number of matching) left[number] = 1;
    for (const [name, values] of others) {
      const marks = new Uint8Array(index.count);
      for (const row of rows[name] ?? (await index.facet(name))) {
        if (values.includes(row.value)) for (const number of row.documents) marks[number] = left[number];
      }
      left.set(marks);
    }
    counted[facet] = rows[facet]
      .map(({ value, label, documents, lang }) => ({ value, label, lang, count: documents.reduce((sum, number) => sum + left[number], 0) }))
      .filter(({ value, count }) => count || filters[facet]?.includes(value));
  }
  return counted;
}
