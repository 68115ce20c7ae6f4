// Searches an index: reads the query, adds up impacts, puts the best in order on their text, counts and filters.

import { Fields } from "./fields.js";
import { accented, adds, fold, means } from "./folding.js";
import { SearchIndex, Unreachable } from "./index.js";
import { answering, asked } from "./intent.js";
import { parts, readings } from "./query.js";
import { answers, compare, isNear, own, score, study } from "./ranking.js";
import { Rings } from "./rings.js";
import { Vocabulary } from "./vocabulary.js";

export { Unreachable } from "./index.js";

const CANDIDATES = 20; // documents put in order on their text, and half as many more of what is asked for
const FEW = 3; // results that hold enough, after which the nearest are shown as well
const [NEAREST, FAR] = [12, 3]; // of those; where even the best holds little
const NOTHING = { hits: [], numbers: [], matching: [], total: 0, slots: [] };
const [FITTING, OTHER, PAIRED] = [20, 12, 32]; // what an impact counts, by accents; and a pair's
const [UNKNOWN, UNKNOWN_LOOSE] = [300, 120]; // what a word says that no document holds; and where the nearest are looked for, and no other says more than 300
const FIELD = 400; // what it counts that a document has a field that the query names

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
    const { head } = this.index;
    this.index.vocabulary = new Vocabulary(head);
    const writings = head.asking.numbers.map((row) => row.split(" "));
    this.index.sameNumber = new Map(writings.flatMap((row) => row.map((term) => [term, row])));
    this.index.rings = new Rings(this.index);
    this.index.fields = new Fields(head.fields, this.language);
  }

  /**
   * Search.
   *
   * @param raw what the reader typed
   * @param filters values by facet: documents with any of the values, of every facet named
   * @param off fields in words that the reader took off, as `field:value`
   * @param sort "relevance", "newest" or "oldest"
   * @param live whether the last word may be unfinished
   * @param exact whether to count exactly, also where lists are cut
   * @param signal aborts what is being fetched
   * @returns {hits, numbers, matching, total, slots, closest, chips, absent, question, wants}: `hits` the documents put in order on
   *   their text, `numbers` all that are found, in order, `matching` those found without the filters, `total` how many
   *   are found (null where lists were cut and not counted exactly), `slots` the words searched for; `closest` where no
   *   document holds enough of them and these hold the most, `near` how many such follow the others; `chips` the fields that the query names, `absent` its
   *   document numbers that the archive does not hold, `question` what a correction too unsure to be an answer finds,
   *   `wants` what is asked (intent.js)
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

  async #search(raw, { filters = {}, off = [], sort = "relevance", live = false, exact = false, signal } = {}) {
    const { phrases, excluded, units, chips } = await parts(raw, this.index, off);
    const allowed = await this.#allowed(filters, signal);
    if (!units.length) return this.#list(allowed, excluded, sort, signal);
    const wants = asked(units, chips, this.index.head.asking);
    const numbers = units.filter(({ span }) => span && span.terms[0][0] !== "@");
    const held = (number) => this.#lists(number.span.terms, signal);
    const absent = numbers.length ? await (await import("./absent.js")).absent(numbers, units, chips, held, this.index.head.asking, fold) : [];
    const understood = { chips, wants, absent };
    const asks = units.filter((unit) => !absent.includes(unit.written));
    if (!asks.some((unit) => !unit.spare)) return { ...NOTHING, ...understood };
    await Promise.all(chips.map(async (chip) => {
      chip.marks = chip.off || chip.field === "quarter" ? null : await this.#marks(chip.field, [chip.value], signal);
    }));
    const kinds = answering(wants);
    const sought = kinds.length && await this.#marks("kind", kinds, signal);
    const query = { phrases, excluded, allowed, live, exact, signal, sought, ...understood };
    const ways = await readings(asks, this.index, query);
    const best = absent.length ? null : await this.#best(ways, query);
    const guessed = !!best && isGuess(best);
    let found = best && !guessed ? await this.#followed(best, ways, query) : await this.#nearest(ways, query);
    if (guessed) understood.question = best;
    if (wants?.kind === "comparison") {
      const { compared } = await import("./comparison.js");
      const asked = { ...query, chips: [], wants: { kind: "definition" }, sought: await this.#marks("kind", ["term"], signal) };
      const term = async (side) => this.#best(await readings(side.map((unit) => ({ ...unit, chip: undefined })), this.index, query), asked);
      found = await compared(asks, found, ways[0].slots, this.index.head.asking, fold, term);
    }
    if (!found) return { ...NOTHING, ...understood };
    return { ...(sort === "relevance" ? found : await this.#sorted(found, sort)), ...understood };
  }

  /** Where few documents hold enough, those that hold the most after them. */
  async #followed(found, ways, query) {
    if (found.numbers.length >= FEW) return found;
    const near = await this.#nearest(ways.filter(({ slots }) => slots === found.slots), query);
    const others = (near?.hits ?? []).filter(({ number }) => !found.numbers.includes(number));
    const numbers = [...found.numbers, ...others.map(({ number }) => number)];
    return { ...found, hits: [...found.hits, ...others], numbers, total: numbers.length, near: others.length };
  }

  /** A mark for each document with one of the values of a facet. */
  async #marks(facet, values, signal) {
    const marks = new Uint8Array(this.index.count);
    for (const { value, documents } of await this.index.facet(facet, signal)) {
      if (values.includes(value)) documents.forEach((number) => (marks[number] = 1));
    }
    return marks;
  }

  /** What the likeliest reading finds that finds anything, or null. */
  async #best(ways, query) {
    let best = null;
    for (const way of ways) {
      const found = await this.#retrieve(way, query);
      if (found.total !== 0 && (!best || found.hits[0].score - 0.3 * (way.cost - best.cost) > best.hits[0].score)) {
        best = { ...found, cost: way.cost };
      }
      if (best && best.hits[0].comparison.coverage > 0.78 && best.hits[0].comparison.pairs === 1) break;
    }
    return best;
  }

  /** What holds the most where nothing holds enough, or null. */
  async #nearest(ways, query) {
    let best = null;
    for (const way of ways) {
      const { hits } = await this.#retrieve(way, query, true);
      if (hits.length && !(best?.hits[0].score >= hits[0].score)) {
        const numbers = hits.map(({ number }) => number);
        best = { hits, numbers, matching: numbers, total: numbers.length, slots: way.slots, closest: true };
      }
    }
    return best;
  }

  /** Documents that hold enough of the slots, or where that is not asked (`loose`) the most; the best in order on their text. */
  async #retrieve(way, { phrases, excluded, allowed, exact, signal, chips, wants, sought }, loose = false) {
    const { index } = this;
    const { slots } = way;
    way.gathered ??= await this.#gathered(slots, chips, exact, signal);
    const { state, known, counted } = way.gathered;
    for (const slot of slots) slot.weight = slot.spare ? 0 : loose ? (slot.says === UNKNOWN ? UNKNOWN_LOOSE : Math.min(slot.says, UNKNOWN)) : slot.says;
    let matching = matches(state, slots, known, this.language, loose);
    matching.sort((a, b) => state.impact[b] - state.impact[a] || a - b);
    matching = await this.#verified(matching, phrases, excluded, signal);
    const numbers = allowed ? matching.filter((number) => allowed[number]) : matching;
    const first = [...new Set([...numbers.slice(0, this.candidates), ...numbers.filter((number) => sought[number]).slice(0, this.candidates >> 1)])];
    const most = state.impact[first[0]] || 1;
    const documents = await Promise.all(first.map((number) => index.text(number, signal)));
    const hits = documents.map((document, place) => {
      const comparison = compare(slots, document, index, loose);
      const judged = score(comparison, document, state.impact[document.number] / most, { slots, index, chips, wants, loose });
      return { ...document, comparison, place, ...judged };
    });
    hits.sort((a, b) => b.score - a.score || a.place - b.place);
    if (loose) return { hits: nearest(hits, this.language) };
    if (!hits.length || !answers(hits[0].comparison, this.language)) return { ...NOTHING, slots };
    const ordered = [...new Set([...hits.map((hit) => hit.number), ...numbers])];
    return { hits, numbers: ordered, matching, total: counted ? ordered.length : null, slots };
  }

  /** What each document holds of the slots and of their pairs, and how many pairs the index knows. */
  async #gathered(slots, chips, exact, signal) {
    const { index } = this;
    let wanted = await Promise.all(slots.map(({ terms, unknown }) => this.#lists(unknown ? terms.slice(1) : terms, signal)));
    const pairLists = await Promise.all(slots.slice(1).map((slot, i) => this.#lists(this.#pairTerms(slots[i], slot), signal)));
    if (chips.some(({ field }) => field === "person")) {
      index.naming = await import("./names.js");
      wanted = index.naming.named(slots, wanted, pairLists, chips);
    }
    const cut = [...wanted, ...pairLists].flat().filter(({ list }) => !list.whole);
    if (exact) await Promise.all(cut.map(({ term }) => index.whole(term, signal)));
    const arrays = ["held", "impact", "slots", "pairs", "needed"].map((name) => [name, new Int32Array(index.count)]);
    const state = Object.fromEntries(arrays);
    const fieldsAlone = slots.every((slot) => slot.spare || slot.chip !== undefined);
    slots.forEach((slot, i) => {
      slot.marks = chips[slot.chip]?.marks;
      slot.content = fieldsAlone || chips[slot.chip]?.field === "person";
      slot.strange = isStrange(slot, wanted[i], this.language);
      slot.says = weight(wanted[i], slot, index.count);
      addSlot(state, slot, wanted[i]);
    });
    let known = 0;
    pairLists.forEach((lists, i) => {
      const needed = isPair(slots[i], slots[i + 1]);
      if (needed && lists.length) known++;
      addPair(state, lists, needed);
    });
    for (const { marks } of chips) marks?.forEach((mark, number) => mark && (state.impact[number] += FIELD));
    return { state, known, counted: exact || !cut.length };
  }

  /** The lists of those terms that documents hold. */
  async #lists(terms, signal) {
    const lists = await Promise.all(terms.map((term) => this.index.list(term, signal)));
    return lists.flatMap((list, i) => (list ? [{ term: terms[i], list }] : []));
  }

  /** The terms of two slots beside each other: of words that are, and of a ring that both are parts of. */
  #pairTerms(before, after) {
    if (before.unknown || after.unknown || before.span || after.span) return [];
    const [first, second] = [before, after].map(({ terms }) => terms.filter((term) => term[0] !== "~"));
    const ring = after.ring?.part && before.ring?.part === after.ring.part - 1 ? after.terms.filter((term) => term[0] === "~") : [];
    return [...first.flatMap((one) => second.map((other) => `${one} ${other}`)), ...ring];
  }

  /** A mark for each document that the filters allow, or null without filters. */
  async #allowed(filters, signal) {
    const named = Object.entries(filters).filter(([, values]) => values.length);
    const marks = await Promise.all(named.map(([facet, values]) => this.#marks(facet, values, signal)));
    return marks.length ? marks.reduce((some, others) => some.map((mark, number) => mark & others[number])) : null;
  }

  /** Those that hold the quoted phrases and none of the excluded words. */
  async #verified(numbers, phrases, excluded, signal) {
    if (!phrases.length && !excluded.length) return numbers;
    const { verified } = await import("./verified.js");
    return verified(numbers, phrases, excluded, { index: this.index, signal, study, own, means });
  }

  /** Everything that the filters allow, by date: there are no words to rank by. */
  async #list(allowed, excluded, sort, signal) {
    const understood = { chips: [], absent: [], wants: null };
    if (!allowed && !excluded.length) return { ...NOTHING, ...understood };
    const matching = await this.#verified(Array.from({ length: this.index.count }, (_, number) => number), [], excluded, signal);
    const numbers = allowed ? matching.filter((number) => allowed[number]) : matching;
    return this.#sorted({ numbers, matching, total: numbers.length, slots: [], ...understood }, sort === "oldest" ? "oldest" : "newest");
  }

  async #sorted(found, sort) {
    const { sorted } = await import("./sorted.js");
    return sorted(found, sort, this.index.undated);
  }

  /** The documents at some places of a result. */
  async page(found, from, to) {
    const known = new Map(found.hits?.map((hit) => [hit.number, hit]));
    return Promise.all(found.numbers.slice(from, to).map((number) => known.get(number) ?? this.index.text(number)));
  }
}

/** Whether what is found rests on a correction of a whole word with its accents, or on any and holds no two words of the query beside each other. */
const isGuess = ({ slots, hits: [{ comparison }] }) =>
  slots.some((slot) => slot.other || (comparison.pairs === 0 && (slot.mended || slot.strange)));

/** Of the documents that hold the most those worth showing: not much worse than the best, and few where that holds little. */
function nearest(hits, language) {
  const near = hits.filter(({ comparison }) => isNear(comparison, language));
  const most = near[0]?.comparison.trusted > 0.6 && !near[0].comparison.unknown ? NEAREST : FAR;
  return near.filter((hit) => hit.score > 0.7 * near[0].score).slice(0, most).map((hit) => ({ ...hit, near: true }));
}

/**
 * The documents that match: they hold most of what is asked for, by weight and by count, every document number of it,
 * and at least half of its neighbouring pairs that the index knows. (An English word says enough without a neighbour.)
 * Loosely they hold a third of it by weight, or the document numbers alone.
 */
function matches(state, slots, knownPairs, language, loose) {
  const all = sum(slots.map((slot) => slot.weight));
  const share = loose ? 3 : 7;
  const required = slots.filter((slot) => slot.required).length;
  const least = loose ? 1 : Math.ceil(0.6 * slots.filter((slot) => !slot.spare).length);
  const pairs = loose || language === "en" ? 0 : Math.ceil(knownPairs / 2);
  const numbers = [];
  for (let number = 0; number < state.held.length; number++) {
    if ((loose && required || 10 * state.held[number] >= share * all) && state.slots[number] >= least && state.pairs[number] >= pairs
      && state.needed[number] >= required) numbers.push(number);
  }
  return numbers;
}

const sum = (numbers) => numbers.reduce((before, number) => before + number, 0);

/** Whether two slots are asked for beside each other: a number may stand anywhere. */
const isPair = (before, after) => ![before, after].some((slot) => slot.spare || /^[0-9.]+$/.test(slot.term));

/** Whether a word was typed with accents with which no text holds it. */
function isStrange({ form, term, ring }, lists, language) {
  const list = lists.find((each) => each.term === term)?.list;
  return language === "vi" && !ring && accented(form) && !!list?.forms.length && !list.forms.some((other) => adds(form, other));
}

/**
 * How much a slot says, in hundredths: rare words more than frequent ones; a number is meant as typed; a word that no
 * document holds may be a slip. */
function weight(lists, slot, count) {
  if (!lists.length) return slot.term.length < 3 && !accented(slot.form) ? UNKNOWN_LOOSE : UNKNOWN;
  const held = Math.min(count, lists.reduce((sum, { list }) => sum + list.count, 0));
  const rarity = Math.log(1 + (count - held + 0.5) / (held + 0.5));
  return Math.max(/^[0-9.]{3,}$/.test(slot.term) ? 250 : 20, Math.round(100 * rarity));
}

/** The most that any of some lists gives each document; of those beyond a list's end nothing. */
function most(lists, impactOf) {
  const best = new Map();
  for (const { list } of lists) {
    const impact = impactOf(list);
    list.documents.forEach((number, i) => best.set(number, Math.max(best.get(number) ?? 0, list.impacts[i] * impact(i))));
    for (const number of list.whole?.documents ?? []) if (!best.has(number)) best.set(number, 0);
  }
  return best;
}

function addSlot(state, slot, lists) {
  const best = most(lists, (list) => {
    const factors = accentFactors(slot.form, list);
    return (i) => (factors ? factors(list.codes[i] ?? 1) : FITTING);
  });
  slot.marks?.forEach((mark, number) => mark && !best.has(number) && best.set(number, 0));
  for (const [number, impact] of best) {
    state.impact[number] += impact;
    if (!slot.spare) state.held[number] += slot.says;
    if (!slot.spare) state.slots[number]++;
    if (slot.required) state.needed[number]++;
  }
}

function addPair(state, lists, needed) {
  for (const [number, impact] of most(lists, () => () => PAIRED)) {
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
