// Read where a query has a word that may be the title or office of somebody.

/**
 * Somebody by a title and the given name (bà Mai, Bí thư Hà), best with that title; `titled` units stand for the whole name.
 * `given` are people by the last of their names; `fold` and `means` are those of folding.js.
 */
export function titled(units, place, given, { head, vocabulary, language }, { fold, means }) {
  const { titles, offices, short, bare } = head.asking;
  for (const length of [1, 2, 3]) {
    const [name, next] = units.slice(place + length, place + length + 2);
    const words = units.slice(place, place + length).map(({ written }) => written.toLowerCase()).join(" ");
    const typed = short[words] ?? words;
    const isTyped = (title) => typed === title || (typed === fold(title) && !/^(co|chu|bac)$/.test(typed));
    if (!name || /^\p{Lu}/u.test(next?.written) || name.quoted || name.rings || ![...titles, ...offices].some(isTyped)) continue;
    const isWord = (length === 1 && vocabulary.pair(units[place].term, name.term)) || vocabulary.pair(name.term, next?.term);
    if ((isWord || ` ${bare} `.includes(` ${name.form} `)) && !/^\p{Lu}/u.test(name.written)) continue; // chú trọng, đồng chí chính trị viên, dc lam
    const called = (given.get(name.term) ?? []).filter(({ words }) => means(name.form, words.at(-1).form, language));
    const person = called.find(({ titles }) => titles.some(isTyped)) ?? called[0];
    if (person) return { ...person, length: person.words.length, titled: length + 1 };
  }
  return null;
}
