// Fields in words: a province or unit, year, person, kind, level, topic or document that a query names. Each raises what
// has it, and demands nothing.

import { fold, means, read } from "./folding.js";
import { isYear } from "./wording.js";

const QUARTER = /^@(\d{4}-q[1-4])$/;

export class Fields {
  /** From the head of an index: what readers write, with the facet and the value. */
  constructor(fields, language, titles = "") {
    this.language = language;
    this.titles = new Set(titles.split(" "));
    this.names = new Map();
    this.numbered = new Map(); // documents by the terms of their numbers, null where several have one
    for (const [label, value] of Object.entries(fields)) {
      const { tokens: words, spans } = read(label, language);
      const key = words.map(({ term }) => term).join(" ");
      this.names.set(key, { label, words, chip: value });
      this.longest = Math.max(this.longest ?? 1, words.length);
      for (const term of value.startsWith("document:") ? spans[0]?.terms ?? [] : []) {
        this.numbered.set(term, this.numbered.has(term) ? null : { label, chip: value });
      }
    }
    // By the given name, the last of a Vietnamese name, where only one person has it.
    this.given = new Map();
    for (const { label, words, chip } of this.names.values()) {
      const name = chip.startsWith("person:") && words.at(-1).term;
      if (name) this.given.set(name, this.given.has(name) ? null : { label, words, chip });
    }
  }

  /**
   * The fields a query names: [{field, value, label, words}]. Its units get the number of theirs; those of a field that the
   * reader took off (`off`, of `field:value`) are left out of account.
   */
  find(units, off, names) {
    const chips = [];
    for (let place = 0; place < units.length; ) {
      const found = this.#at(units, place, names);
      if (found) {
        const named = units.slice(place, place + found.length);
        const chip = { field: found.field, value: found.value, label: found.label, words: named.map(({ written }) => written).join(" ") };
        if (off.includes(`${chip.field}:${chip.value}`)) named.forEach((unit) => (unit.spare = true));
        else named.forEach((unit) => (unit.chip = chips.length));
        chips.push({ ...chip, off: off.includes(`${chip.field}:${chip.value}`) });
      }
      place += found?.length ?? 1;
    }
    if (units.every(({ spare }) => spare)) units.forEach((unit) => (unit.spare = false)); // nothing else is asked for
    return chips;
  }

  #at(units, place, names) {
    const unit = units[place];
    const quarter = unit.span?.terms[0].match(QUARTER)?.[1];
    if (quarter) return { field: "quarter", value: quarter, label: unit.written, length: 1 };
    if (unit.quoted) return null;
    if (unit.span) {
      const known = this.numbered.get(unit.span.terms.find((term) => this.numbered.has(term)));
      return known ? { field: "document", value: known.chip.slice(9), label: known.label, length: 1 } : null;
    }
    if (isYear(unit.term)) return { field: "year", value: unit.term, label: unit.term, length: 1 };
    for (let length = Math.min(this.longest, units.length - place); length > 0; length--) {
      const named = units.slice(place, place + length);
      if (named.some((each) => each.span || each.quoted)) continue;
      const typed = named.map(({ term }) => term).join(" ");
      const known = this.names.get(typed) ?? this.names.get(names.get(typed)?.join(" "));
      if (!known) continue;
      const fits = !this.names.has(typed) || known.words.every((word, i) => means(named[i].form, word.form, this.language));
      const [field, value] = known.chip.split(":");
      if (fits) return { field, value, label: known.label, length };
    }
    return this.#titled(unit, units[place + 1]);
  }

  /** Somebody by a title and the given name: bà Mai. */
  #titled(title, name) {
    const person = this.titles.has(fold(title.written)) && name && !name.span && !name.quoted && this.given.get(name.term);
    if (!person || !means(name.form, person.words.at(-1).form, this.language)) return null;
    return { field: "person", value: person.chip.slice(7), label: person.label, length: 2 };
  }
}
