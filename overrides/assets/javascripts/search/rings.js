// Rings: words for one thing (macros/search/rings.py). A query that holds one asks for the others as well.

import { means, read } from "./folding.js";

export class Rings {
  /** From the head of an index: for each ring its names and, where there are such, wider ones or the numbers of their rings. */
  constructor(rings, language) {
    this.language = language;
    this.asked = new Map();
    const named = this.#add(rings.map(([names]) => names));
    this.held = rings.map(([, wider], ring) => [...named[ring], ...(wider?.split("|") ?? []).flatMap(
      (each) => named[each] ?? [read(each, language).tokens])]);
  }

  /** Reads the names with words that no text holds, when such a word is typed. */
  async learn(index) {
    const text = await index.file("rings.txt");
    if (!this.learnt) this.#add(text.split("\n"));
    this.learnt = true;
  }

  /** The tokens of each of the names of each ring, which can be asked for from now on. */
  #add(rows) {
    const named = rows.map((names) => (names ? names.split("|").map((name) => read(name, this.language).tokens) : []));
    named.forEach((names, ring) => {
      for (const name of names) {
        const [{ term }] = name;
        this.asked.set(term, [...(this.asked.get(term) ?? []), { ring, name }]);
      }
    });
    return named;
  }

  /**
   * Notes in the units of a query which rings they name, and which part of the name each is; the longest names first.
   * A small word may stand between two of a name: app cho đảng viên is app đảng viên.
   */
  find(units, small) {
    for (let place = 0; place < units.length; ) {
      const named = (this.asked.get(units[place].term) ?? []).map(({ ring, name }) => ({ ring, at: this.#places(name, units, place, small) }));
      const length = Math.max(0, ...named.map(({ at }) => at.length));
      const found = named.filter(({ at }) => length && at.length === length);
      const rings = [...new Set(found.map(({ ring }) => ring))];
      const at = found[0]?.at ?? [];
      for (let unit = place; unit < at.at(-1); unit++) units[unit].inside = !at.includes(unit);
      at.forEach((unit, part) => (units[unit].rings = { rings, part, length }));
      place = (at.at(-1) ?? place) + 1;
    }
  }

  /** Where the words of a name stand from a place on, with a small word between two of them; nowhere where one is missing. */
  #places(name, units, place, small) {
    const at = [];
    for (const token of name) {
      if (at.length && units[place]?.term !== token.term && small.has(units[place]?.written?.toLowerCase())) place++;
      if (!this.#stands([token], units, place)) return [];
      at.push(place++);
    }
    return at;
  }

  /** The length of the name of a ring that begins at a place of the words of a text, or 0. */
  length(ring, words, place) {
    const found = this.held[ring].filter((name) => this.#stands(name, words, place));
    return Math.max(0, ...found.map((name) => name.length));
  }

  /** The terms that names of a ring begin with. */
  beginnings(ring) {
    return [...new Set(this.held[ring].map(([{ term }]) => term))];
  }

  /** Whether a name stands at a place of words; an accent typed, or printed in Vietnamese, is one of the name's. */
  #stands(name, words, place) {
    return name.every((token, i) => {
      const word = words[place + i];
      return word?.term === token.term && !word.quoted && !word.span && (!word.form || means(word.form, token.form, this.language));
    });
  }
}

export const ringTerm = (ring) => `~${ring}`;
