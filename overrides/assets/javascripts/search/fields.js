// Fields in words: a province or unit, year, person, kind, level, topic or document that a query names. Each raises what
// has it, and demands nothing.

import { fold, means, read } from "./folding.js";
import { isYear } from "./wording.js";

const QUARTER = /^@(\d{4}-q[1-4])$/;

export class Fields {
  /** From the head of an index: what readers write, with the facet, the value and of a person the titles. */
  constructor(fields, language) {
    this.language = language;
    this.names = new Map();
    this.numbered = new Map(); // documents by the terms of their numbers, null where several have one
    this.given = new Map(); // people by the last of a Vietnamese name
    for (const [label, chip] of Object.entries(fields)) {
      const { tokens: words, spans } = read(label, language);
      const [field, value, titles = ""] = chip.split(":");
      const known = { field, value, label, words, titles: titles.split("|") };
      this.names.set(words.map(({ term }) => term).join(" "), known);
      this.longest = Math.max(this.longest ?? 1, words.length);
      if (field === "document") spans[0]?.terms.forEach((term) => this.numbered.set(term, this.numbered.has(term) ? null : known));
      const { term } = words.at(-1);
      if (field === "person") this.given.set(term, [...(this.given.get(term) ?? []), known]);
    }
  }

  /**
   * The fields a query names: [{field, value, label, words}]. Its units get the number of theirs; those of a field that the
   * reader took off (`off`, of `field:value`) are left out of account.
   */
  async find(units, off, index) {
    const chips = [];
    const { titles, offices, short } = index.head.asking;
    this.titles ??= new Set([...titles, ...offices, ...Object.keys(short)].map((each) => fold(each).split(" ")[0]));
    if (units.some(({ written }) => this.titles.has(fold(written)))) index.titles ??= await import("./titles.js");
    for (let place = 0; place < units.length; ) {
      const found = this.#at(units, place, index) ?? index.titles?.titled(units, place, this.given, index, { fold, means });
      if (found?.titled) units.splice(place, found.titled, ...found.words.map((word) => ({ ...word, written: found.label.slice(word.start, word.end) })));
      if (found) {
        const named = units.slice(place, place + found.length);
        const { field, value, label } = found;
        const chip = { field, value, label, forms: found.words?.map(({ form }) => form), words: named.map(({ written }) => written).join(" ") };
        chip.off = off.includes(`${chip.field}:${chip.value}`);
        for (const unit of named) Object.assign(unit, chip.off ? { spare: true } : { chip: chips.length });
        chips.push(chip);
      }
      place += found?.length ?? 1;
    }
    if (units.every(({ spare }) => spare)) units.forEach((unit) => (unit.spare = false)); // nothing else is asked for
    return chips;
  }

  #at(units, place, index) {
    const unit = units[place];
    const quarter = unit.span?.terms[0].match(QUARTER)?.[1];
    if (quarter) return { field: "quarter", value: quarter, label: unit.written, length: 1 };
    if (unit.quoted) return null;
    if (unit.span) {
      const known = this.numbered.get(unit.span.terms.find((term) => this.numbered.has(term)));
      return known ? { ...known, length: 1 } : null;
    }
    if (isYear(unit.term)) return { field: "year", value: unit.term, label: unit.term, length: 1 };
    for (let length = Math.min(this.longest, units.length - place); length > 0; length--) {
      const named = units.slice(place, place + length);
      if (named.some((each) => each.span || each.quoted)) continue;
      const typed = named.map(({ term }) => term).join(" ");
      const known = this.names.get(typed) ?? this.names.get(index.names.get(typed)?.join(" "));
      if (!known) continue;
      const fits = !this.names.has(typed) || known.words.every((word, i) => means(named[i].form, word.form, this.language));
      if (fits) return { ...known, length };
    }
    return null;
  }
}
