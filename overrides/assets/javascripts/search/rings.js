// Rings: words for one thing (macros/search/rings.py). A query that holds one asks for the others as well.

import { accented, means, read } from "./folding.js";

export class Rings {
  constructor(index) {
    Object.assign(this, { index, language: index.language, asked: new Map(), held: new Map() });
  }

  /** Reads the names that begin with a term. */
  async #learn(term) {
    const rows = await this.index.ringNames(term);
    const list = await this.index.list(term);
    const named = rows.map((row) => row.split("|")).flatMap(([ring, ...names]) => names.map((name) => ({ ring, name: this.#words(name) })));
    // One syllable without its accents is most often another word of the archive: bao is báo and not bảo.
    for (const each of named) each.marked = !each.name[1] && list?.forms[0] && list.forms[0] !== each.name[0].form;
    this.asked.set(term, named);
  }

  #words = (name) => read(name, this.language).tokens;

  /**
   * Notes in the units of a query which rings they name, and which part of the name each is; the longest names first.
   * A small word may stand between two of a name: app cho đảng viên is app đảng viên.
   */
  async find(units, small) {
    await Promise.all(units.map(({ term }) => term && !this.asked.has(term) && this.#learn(term)));
    for (let place = 0; place < units.length; ) {
      const { term, form } = units[place];
      const asked = (this.asked.get(term) ?? []).filter(({ marked }) => !marked || accented(form));
      const named = asked.map(({ ring, name }) => ({ ring, at: this.#places(name, units, place, small) }));
      const length = Math.max(0, ...named.map(({ at }) => at.length));
      const found = named.filter(({ at }) => length && at.length === length);
      const rings = [...new Set(found.map(({ ring }) => ring))];
      const at = found[0]?.at ?? [];
      for (let unit = place; unit < at.at(-1); unit++) units[unit].inside = !at.includes(unit);
      at.forEach((unit, part) => (units[unit].rings = { rings, part, length }));
      place = (at.at(-1) ?? place) + 1;
    }
    const found = new Set(units.flatMap((unit) => unit.rings?.rings ?? []));
    await Promise.all([...found].map(async (ring) => this.held.set(ring, (await this.index.ringNames(ringTerm(ring))).map(this.#words))));
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
    const found = this.held.get(ring).filter((name) => this.#stands(name, words, place));
    return Math.max(0, ...found.map((name) => name.length));
  }

  /** The terms that names of a ring begin with. */
  beginnings(ring) {
    return [...new Set(this.held.get(ring).map(([{ term }]) => term))];
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
