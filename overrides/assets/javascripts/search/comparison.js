// Read where two terms are compared.

/**
 * What is found, the two terms that are compared before it; the same where another thing is compared. `term(units)` finds
 * what the units of one side name, `slots` are the words searched for.
 */
export async function compared(units, found, slots, { between }, fold, term) {
  const terms = await Promise.all(sides(units, between, fold).map(async (side) =>
    (await term(side))?.hits.find(({ kind, named }) => kind === "term" && named === 1)));
  if (!terms.length || !terms.every(Boolean)) return found;
  const hits = [...terms, ...(found?.hits ?? [])];
  const once = hits.filter(({ number }, i) => hits.findIndex((hit) => hit.number === number) === i);
  const numbers = [...new Set([...once.map(({ number }) => number), ...(found?.numbers ?? [])])];
  return { slots, matching: [], ...found, hits: once, numbers, total: numbers.length, closest: false };
}

/** The sides of a comparison: what stands before and after its *và* or *hay*. */
function sides(units, between, fold) {
  const at = units.findIndex(({ written }, i) => between.includes(fold(written)) && units.slice(0, i).some((unit) => !unit.spare));
  const both = [units.slice(0, at), units.slice(at + 1)].map((side) => side.filter((unit) => !unit.spare));
  return at > 0 && both.every(({ length }) => length) ? both : [];
}
