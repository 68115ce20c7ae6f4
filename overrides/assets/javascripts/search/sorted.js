// Results by date, read where a reader asks for that or gives filters and no words.

/** What is found, the newest or the oldest first; documents before `undated` have no date and come last. */
export function sorted(found, sort, undated) {
  const numbers = [...found.numbers].sort((a, b) => a - b);
  const dated = numbers.filter((number) => number >= undated);
  if (sort === "newest") dated.reverse();
  return { ...found, hits: null, numbers: [...dated, ...numbers.filter((number) => number < undated)] };
}
