// Read where a query has quoted phrases or excluded words: which documents hold them is seen on their texts.

const MOST = 400; // documents that are read for it

/**
 * Those of the documents that hold every quoted phrase word by word, and none of which an own word is an excluded one;
 * with the accents that were typed. `study`, `own` and `means` are those of ranking.js and folding.js.
 */
export async function verified(numbers, phrases, excluded, { index, signal, study, own, means }) {
  const stands = (phrase, { words }) => words.some((_, start) => phrase.every((token, i) =>
    token.term === words[start + i]?.term && means(token.form, words[start + i].form, index.language)));
  const read = (some) => Promise.all(some.slice(0, MOST).map((number) => index.text(number, signal)));
  if (phrases.length) {
    const holds = (document) => phrases.every((phrase) => study(document, index).some((text) => stands(phrase, text)));
    numbers = (await read(numbers)).filter(holds).map(({ number }) => number);
  }
  for (const token of excluded) {
    const holding = new Set((await index.whole(token.term, signal)).documents);
    const suspects = await read(numbers.filter((number) => holding.has(number)));
    const out = suspects.filter((document) => own(document, index).some((text) => stands([token], text)));
    numbers = numbers.filter((number) => !out.some((document) => document.number === number));
  }
  return numbers;
}
