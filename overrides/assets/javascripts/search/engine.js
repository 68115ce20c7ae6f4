// Searches an index: reads the query, adds up impacts, puts the best in order on their text, counts and filters.

import { accented, adds, means } from "./folding.js";
import { SearchIndex, Unreachable } from "./index.js";
import { leftOut, parts, readings } from "./query.js";
import { answers, compare, own, score, study } from "./ranking.js";
import { Vocabulary } from "./vocabulary.js";

export { Unreachable } from "./index.js";

const CANDIDATES = 24; // documents put in order on their text
const VERIFIED = 400; // documents in which a quoted phrase is looked for
const MOST_LEFT_OUT = 4; // words, where the whole query finds nothing
const NUMBER_SAYS = 2000;
const NOTHING = { hits: [], numbers: [], matching: [], total: 0, slots: [], left: [] };
const [FITTING, OTHER, PAIRED] = [20, 12, 32]; // what an impact counts, by accents; and a pair's

/** Opens the index of a language; `base` is the address of `assets/search/`, with a slash at its end. */
export async function open(base, language, options = {}) {
  const engine = new Engine(base, language, options);
  await engine.open();
  return engine;
}

class Engine {
  constructor(base, language, { candidates = CANDIDATES } = {}) {
    Object.assign(this, { base, language, candidates });
  }

  async open() {
    this.index = await new SearchIndex(this.base, this.language).open();
    this.index.vocabulary = new Vocabulary(this.index.head);
  }

  /**
   * Search.
   *
   * @param raw what the reader typed
   * @param filters values by facet: documents with any of the values, of every facet named
   * @param sort "relevance", "newest" or "oldest"
   * @param live whether the last word may be unfinished
   * @param exact whether to count exactly, also where lists are cut
   * @param signal aborts what is being fetched
   * @returns {hits, numbers, matching, total, slots, left}: `hits` the documents put in order on their text, `numbers` all that
   *   are found, in order, `matching` those found without the filters, `total` how many are found (null where lists were
   *   cut and not counted exactly), `slots` the words searched for, `left` those typed that had to be left out
   */
  async search(raw, options = {}) {
    try {
      return await this.#search(raw, options);
    } catch (problem) {
      if (!(problem instanceof Unreachable)) throw problem;
      await this.open(); // a deploy may have replaced the index
      return this.#search(raw, options);
    }
  }

  async #search(raw, { filters = {}, sort = "relevance", live = false, exact = false, signal } = {}) {
    const { phrases, excluded, units } = parts(raw, this.index);
    const allowed = await this.#allowed(filters, signal);
    if (!units.length) return this.#list(allowed, excluded, sort, signal);
    const asked = { phrases, excluded, allowed, live, exact, signal };
    const plain = !allowed && !phrases.length && !excluded.length;
    const best = (await this.#best(units, asked)) ?? (plain ? await this.#nearest(units, asked) : null);
    if (!best) return { ...NOTHING, units };
    return sort === "relevance" ? best : this.#sorted(best, sort);
  }

  /** What the likeliest reading finds that finds anything, or null. */
  async #best(units, asked) {
    let best = null;
    for (const { slots, cost } of await readings(units, this.index, asked)) {
      const found = await this.#retrieve(slots, asked);
      if (found.total !== 0 && (!best || found.hits[0].score - 0.3 * (cost - best.cost) > best.hits[0].score)) {
        best = { ...found, cost };
      }
      if (best && best.hits[0].comparison.coverage > 0.78 && best.hits[0].comparison.pairs === 1) break;
    }
    return best;
  }

  /**
   * What is found when a few words in a row are left out: as few as can be, that say no more than those kept, and rather
   * no half of a pair.
   */
  async #nearest(units, asked) {
    const says = await Promise.all(units.map((unit) => this.#says(unit, asked.signal)));
    const all = sum(says);
    for (let out = 1; out <= Math.min(units.length - 1, MOST_LEFT_OUT); out++) {
      let best = null;
      for (let start = 0; start + out <= units.length; start++) {
        const end = start + out;
        if (2 * sum(says.slice(start, end)) > all) continue;
        const from = units[start - 1]?.spare === "year" ? start - 1 : start;
        const found = await this.#best([...units.slice(0, from), ...units.slice(end)], asked);
        const fit = found && enough(found) ? found.hits[0].score - this.#cut(units, start) - this.#cut(units, end) : 0;
        if (fit > (best?.fit ?? 0)) {
          best = { ...found, fit, left: [...units.slice(from, end).map((unit) => unit.written), ...found.left] };
        }
      }
      if (best) return best;
    }
    return null;
  }

  /** How much a unit of a query says, in hundredths; a document number more than any words. */
  async #says(unit, signal) {
    if (unit.span) return NUMBER_SAYS;
    const list = unit.spare ? null : await this.index.list(unit.term, signal);
    return unit.spare ? 0 : weight(list ? [{ list }] : [], unit, this.index.count);
  }

  /** What it costs to part the units at a place: neighbours belong together. */
  #cut(units, place) {
    const [before, after] = [units[place - 1], units[place]];
    return before && after && this.index.vocabulary.pair(before.term, after.term) ? 1 : 0;
  }

  /** Documents that hold enough of the slots, the best put in order on their text. */
  async #retrieve(slots, { phrases, excluded, allowed, exact, signal }) {
    const { index } = this;
    const wanted = await Promise.all(slots.map((slot) => this.#slotLists(slot, signal)));
    const beside = await Promise.all(slots.slice(1).map((slot, i) => this.#pairLists(slots[i], slot, signal)));
    slots.forEach((slot, i) => (slot.weight = slot.spare ? 0 : weight(wanted[i], slot, index.count)));
    const cut = [...wanted, ...beside].flat().filter(({ list }) => !list.whole);
    if (exact) await Promise.all(cut.map(({ term }) => index.whole(term, signal)));
    const counted = exact || !cut.length;
    const state = {
      impact: new Int32Array(index.count), held: new Int32Array(index.count), pairs: new Uint8Array(index.count),
      slots: new Uint8Array(index.count), needed: new Uint8Array(index.count),
    };
    wanted.forEach((lists, i) => addSlot(state, slots[i], lists));
    let known = 0;
    beside.forEach((lists, i) => {
      const needed = !slots[i].spare && !slots[i + 1].spare;
      if (needed && lists.length) known++;
      addPair(state, lists, needed);
    });
    let matching = matches(state, slots, known, this.language);
    matching.sort((a, b) => state.impact[b] - state.impact[a] || a - b);
    if (phrases.length) matching = await this.#holding(phrases, matching.slice(0, VERIFIED), signal);
    matching = await this.#without(excluded, matching, signal);
    const numbers = allowed ? matching.filter((number) => allowed[number]) : matching;
    const first = numbers.slice(0, this.candidates);
    const most = state.impact[first[0]] || 1;
    const documents = await Promise.all(first.map((number) => index.text(number, signal)));
    const hits = documents.map((document, place) => {
      const comparison = compare(slots, document, index);
      const value = score(comparison, document, slots, state.impact[document.number] / most, index);
      return { ...document, comparison, place, score: value };
    });
    hits.sort((a, b) => b.score - a.score || a.place - b.place);
    if (!hits.length || !answers(hits[0].comparison, this.language)) return { ...NOTHING, slots };
    const ordered = [...hits.map((hit) => hit.number), ...numbers.slice(hits.length)];
    const left = leftOut(slots, hits[0].comparison.missing);
    return { hits, numbers: ordered, matching, total: counted ? ordered.length : null, slots, left };
  }

  /** The lists of the terms that count as a slot. */
  async #slotLists(slot, signal) {
    if (slot.unknown) return [];
    const lists = await Promise.all(slot.terms.map((term) => this.index.list(term, signal)));
    return lists.flatMap((list, i) => (list ? [{ term: slot.terms[i], list }] : []));
  }

  async #pairLists(before, after, signal) {
    if (before.unknown || after.unknown || before.span || after.span) return [];
    const terms = before.terms.flatMap((first) => after.terms.map((second) => `${first} ${second}`));
    const lists = await Promise.all(terms.map((term) => this.index.list(term, signal)));
    return lists.flatMap((list, i) => (list ? [{ term: terms[i], list }] : []));
  }

  /** A mark for each document that the filters allow, or null without filters. */
  async #allowed(filters, signal) {
    let allowed = null;
    for (const [facet, values] of Object.entries(filters)) {
      if (!values.length) continue;
      const rows = await this.index.facet(facet, signal);
      const marks = new Uint8Array(this.index.count);
      for (const { value, documents } of rows) {
        if (values.includes(value)) documents.forEach((number) => (marks[number] = !allowed || allowed[number] ? 1 : 0));
      }
      allowed = marks;
    }
    return allowed;
  }

  /** Those of which no own word is an excluded one, with its accents where it was typed with accents. */
  async #without(excluded, numbers, signal) {
    for (const token of excluded) {
      const holding = new Set((await this.index.whole(token.term, signal)).documents);
      const suspects = numbers.filter((number) => holding.has(number)).slice(0, VERIFIED);
      const texts = await Promise.all(suspects.map((number) => this.index.text(number, signal)));
      const out = new Set(texts.filter((text) => own(text, this.index).some(({ words }) => stands([token], words, this.language)))
        .map((text) => text.number));
      numbers = numbers.filter((number) => !out.has(number));
    }
    return numbers;
  }

  /** Those that hold every quoted phrase word by word, with its accents where it was typed with accents. */
  async #holding(phrases, numbers, signal) {
    const documents = await Promise.all(numbers.map((number) => this.index.text(number, signal)));
    const holds = (document) =>
      phrases.every((phrase) => study(document, this.index).some(({ words }) => stands(phrase, words, this.language)));
    return documents.filter(holds).map((document) => document.number);
  }

  /** Everything that the filters allow, by date: there are no words to rank by. */
  async #list(allowed, excluded, sort, signal) {
    if (!allowed && !excluded.length) return NOTHING;
    const matching = await this.#without(excluded, Array.from({ length: this.index.count }, (_, number) => number), signal);
    const numbers = allowed ? matching.filter((number) => allowed[number]) : matching;
    return this.#sorted({ numbers, matching, total: numbers.length, slots: [], left: [] }, sort === "oldest" ? "oldest" : "newest");
  }

  /** By date; what has no date comes last. */
  #sorted(found, sort) {
    const { undated } = this.index;
    const numbers = [...found.numbers].sort((a, b) => a - b);
    const dated = numbers.filter((number) => number >= undated);
    if (sort === "newest") dated.reverse();
    return { ...found, hits: null, numbers: [...dated, ...numbers.filter((number) => number < undated)] };
  }

  /** The documents at some places of a result. */
  async page(found, from, to) {
    const known = new Map(found.hits?.map((hit) => [hit.number, hit]));
    return Promise.all(found.numbers.slice(from, to).map((number) => known.get(number) ?? this.index.text(number)));
  }
}

/**
 * The documents that match: they hold most of what is asked for, by weight and by count, every document number of it,
 * and at least half of its neighbouring pairs that the index knows. (An English word says enough without a neighbour.)
 */
function matches(state, slots, knownPairs, language) {
  const all = sum(slots.map((slot) => slot.weight));
  const required = slots.filter((slot) => slot.required).length;
  const least = Math.ceil(0.6 * slots.filter((slot) => !slot.spare).length);
  const pairs = language === "en" ? 0 : Math.ceil(knownPairs / 2);
  const numbers = [];
  for (let number = 0; number < state.held.length; number++) {
    if (10 * state.held[number] >= 7 * all && state.slots[number] >= least && state.pairs[number] >= pairs
      && state.needed[number] >= required) numbers.push(number);
  }
  return numbers;
}

/** Whether what a shorter query finds is worth showing: two words or a number, all there as typed, beside each other. */
function enough({ slots, hits: [{ comparison }] }) {
  const asked = slots.filter((slot) => !slot.spare);
  return (asked.length > 1 || asked[0].span) && !slots.some((slot) => slot.mended) && comparison.held === 1
    && comparison.accents >= 0 && comparison.pairs > 0.7;
}

const sum = (numbers) => numbers.reduce((before, number) => before + number, 0);

/**
 * How much a slot says, in hundredths: rare words more than frequent ones; a number is meant
 * as typed; a word that no document holds may be a slip. */
function weight(lists, slot, count) {
  if (!lists.length) return slot.term.length < 3 ? 120 : 300;
  const held = Math.min(count, lists.reduce((sum, { list }) => sum + list.count, 0));
  const rarity = Math.log(1 + (count - held + 0.5) / (held + 0.5));
  return Math.max(/^[0-9.]{3,}$/.test(slot.term) ? 250 : 20, Math.round(100 * rarity));
}

function addSlot(state, slot, lists) {
  const best = new Map();
  for (const { list } of lists) {
    const factors = accentFactors(slot.form, list);
    list.documents.forEach((number, i) => {
      const impact = list.impacts[i] * (factors ? factors(list.codes[i] ?? 1) : FITTING);
      if (impact > (best.get(number) ?? 0)) best.set(number, impact);
    });
    for (const number of list.whole?.documents ?? []) if (!best.has(number)) best.set(number, 0);
  }
  for (const [number, impact] of best) {
    state.impact[number] += impact;
    state.held[number] += slot.weight;
    if (!slot.spare) state.slots[number]++;
    if (slot.required) state.needed[number]++;
  }
}

function addPair(state, lists, needed) {
  const best = new Map();
  for (const { list } of lists) {
    list.documents.forEach((number, i) => best.set(number, Math.max(best.get(number) ?? 0, list.impacts[i] * PAIRED)));
    for (const number of list.whole?.documents ?? []) if (!best.has(number)) best.set(number, 0);
  }
  for (const [number, impact] of best) {
    state.impact[number] += impact;
    if (needed) state.pairs[number]++;
  }
}

/** What an impact counts for the forms a document holds, or null where no accents were typed or none are told apart. */
function accentFactors(form, { forms }) {
  if (!accented(form) || !forms.length) return null;
  let fitting = 0;
  forms.forEach((other, place) => (fitting |= adds(form, other) ? 1 << Math.min(place, 5) : 0));
  return (code) => (code & fitting ? FITTING : OTHER);
}

function stands(phrase, words, language) {
  const fits = (token, word) => token.term === word?.term && means(token.form, word.form, language);
  return words.some((_, start) => phrase.every((token, i) => fits(token, words[start + i])));
}
