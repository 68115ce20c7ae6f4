// Read where an English word is unknown.

/** A word without each one of its letters, and with each two of them swapped: its ending may come right so. */
export function slips(word) {
  const letters = [...word];
  return letters.flatMap((letter, i) => [
    word.slice(0, i) + word.slice(i + 1), word.slice(0, i) + (letters[i + 1] ?? "") + letter + word.slice(i + 2),
  ]);
}
