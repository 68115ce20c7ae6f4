// Document numbers that the archive does not hold. Read where a query has a number.

/**
 * Those numbers of a query that no document holds, as typed. Where nothing else is asked for than what kind of document
 * it is and of which year, nothing else is looked for either (`spare`): other documents are no answer.
 */
export async function absent(numbers, units, chips, lists, { intents }, fold) {
  const held = await Promise.all(numbers.map(lists));
  const missing = numbers.filter((_, i) => !held[i].length);
  const kinds = new Set(intents.document.match(/[a-z]+/g));
  const saysNothing = ({ spare, written, chip }) => {
    const word = fold(written);
    return spare || kinds.has(word) || kinds.has(`${word}s`) || /^(year|kind)$/.test(chips[chip]?.field);
  };
  const others = units.filter((unit) => !missing.includes(unit));
  if (missing.length && others.every(saysNothing)) others.forEach((unit) => (unit.spare = true));
  return missing.map(({ written }) => written);
}
