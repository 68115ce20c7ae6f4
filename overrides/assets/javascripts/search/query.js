// What a reader may have meant: quoted phrases, excluded words, and the words in the spelling the index knows.

import { fold, read } from "./folding.js";
import { withoutKeys } from "./vocabulary.js";

const LONGEST = 400; // letters of a query that are read
const MOST_WORDS = 24;
const BEAM = 16;
const PAIR = 1; // what a known pair of neighbours is worth, in costs

const NUMERALS = [
  ["1", "i", "mot", "nhat", "one", "first"], ["2", "ii", "hai", "two", "second"], ["3", "iii", "ba", "three", "third"],
  ["4", "iv", "bon", "tu", "four", "fourth"], ["5", "v", "nam", "five", "fifth"], ["6", "vi", "sau", "six", "sixth"],
  ["7", "vii", "bay", "seven", "seventh"], ["8", "viii", "tam", "eight", "eighth"],
  ["9", "ix", "chin", "nine", "ninth"], ["10", "x", "muoi", "ten", "tenth"], ["11", "xi"], ["12", "xii"],
  ["13", "xiii"], ["14", "xiv"], ["15", "xv"],
];
const SAME_NUMBER = new Map(NUMERALS.flatMap((row) => row.map((term) => [term, row])));

/**
 * The parts of a query: `phrases` (lists of tokens), `excluded` (terms), and `units`, the tokens and spans of the rest in
 * their order, quoted ones with `quoted: true`.
 */
export function parts(raw, index) {
  const text = raw.slice(0, LONGEST).replace(/[\p{Cc}\p{Cs}]/gu, " ").replace(/[“”„«»]/g, '"').normalize("NFC");
  const [phrases, excluded, units] = [[], [], []];
  for (const match of text.matchAll(/"([^"]*)"?|(?<![^\s])[-−–](?=\p{L})([\p{L}\p{M}\p{N}]+)|[^"\s]+(?:\s+(?![-−–]\p{L})[^"\s]+)*/gu)) {
    if (match[2] !== undefined) excluded.push(...read(match[2], index.language).tokens.map((token) => token.term));
    else if (match[1] !== undefined) {
      const { tokens } = read(match[1], index.language);
      if (tokens.length) phrases.push(tokens);
      units.push(...tokens.map((token) => ({ ...token, quoted: true })));
    } else units.push(...unitsOf(match[0], index));
  }
  return { phrases, excluded, units: units.slice(0, MOST_WORDS) };
}

function unitsOf(text, index) {
  const { text: normal, tokens, spans } = read(text, index.language);
  const units = [];
  for (const token of tokens) {
    const span = spans.find((span) => span.start <= token.start && token.start < span.end);
    const last = units.at(-1);
    if (span && last?.span === span) last.tokens.push(token);
    else if (span) units.push({ span, tokens: [token] });
    else units.push(...abbreviated(token, normal.slice(token.start, token.end), index));
  }
  return units;
}

/** An abbreviation becomes its words: also in small letters and without accents, where it is no word by itself. */
function abbreviated(token, written, index) {
  index.folded ??= new Map([...index.abbreviations].map(([short, words]) => [fold(short), { short, words }]));
  const found = index.folded.get(token.term);
  const isOne = found && (written === found.short || written === written.toUpperCase() || !index.vocabulary.has(token.term));
  return isOne ? found.words.map((term) => ({ term, form: "", sure: true })) : [token];
}

/**
 * The likeliest readings of the units, best first: lists of slots {term, form, terms, span, unknown}. `terms` are the
 * terms that count as the slot, best first. `known(term)` tells whether the index holds a term outside its vocabulary.
 */
export async function readings(units, index, { live = false, most = 2 } = {}) {
  const { vocabulary } = index;
  let beams = new Map([[0, [{ cost: 0, slots: [] }]]]);
  for (let place = 0; place < units.length; place++) {
    const here = prune(beams.get(place) ?? []);
    beams.delete(place);
    const edges = await edgesAt(units, place, index, live && place === units.length - 1);
    for (const state of here) {
      for (const edge of edges) {
        const slots = [...state.slots, ...edge.slots];
        const cost = state.cost + edge.cost - paired(state.slots.at(-1), edge.slots, vocabulary);
        const next = place + (edge.units ?? 1);
        if (!beams.has(next)) beams.set(next, []);
        beams.get(next).push({ cost, slots });
      }
    }
  }
  const ends = prune(beams.get(units.length) ?? []);
  return ends.slice(0, most).map(({ cost, slots }) => ({ cost, slots: slots.map((slot, i) => withNumerals(slot, slots[i - 1], slots[i + 1], vocabulary)) }));
}

/** The cheapest states, each sequence of terms once. */
function prune(states) {
  const best = new Map();
  for (const state of states.sort((a, b) => a.cost - b.cost)) {
    const key = state.slots.map((slot) => slot.term).join(" ");
    if (!best.has(key)) best.set(key, state);
    if (best.size === BEAM) break;
  }
  return [...best.values()];
}

function paired(before, slots, vocabulary) {
  let worth = 0;
  for (const slot of slots) {
    if (before && !before.span && !slot.span && vocabulary.pair(before.term, slot.term)) worth += PAIR;
    before = slot;
  }
  return worth;
}

/** The ways to read the unit at a place: as it stands, or mended in one of the ways readers mistype. */
async function edgesAt(units, place, index, unfinished) {
  const { vocabulary } = index;
  const unit = units[place];
  const slot = (term, more) => ({ term, terms: [term], form: "", typed: unit.term, ...more });
  if (unit.span) return [{ cost: 0, slots: await ofSpan(unit, index) }];
  const asIs = slot(unit.term, { form: unit.form });
  if (unit.quoted || unit.sure) return [{ cost: 0, slots: [asIs] }];
  const { term } = unit;
  if (/^[0-9]+(?:[.][0-9]+)?$/.test(term)) {
    const joined = joinedNumber(units, place);
    const edges = [{ cost: 0, slots: [asIs] }];
    if (joined && (await index.list(joined))) edges.push({ cost: -0.5, units: 2, slots: [slot(joined)] });
    return edges;
  }
  const known = vocabulary.has(term) || ((index.head.cut || /[0-9]/.test(term)) && !!(await index.list(term)));
  const edges = [{ cost: known ? 0 : 4, slots: [{ ...asIs, unknown: !known }] }];
  for (const word of withoutKeys(term)) {
    if (vocabulary.has(word)) edges.push({ cost: known ? 2.5 : 0.4, slots: [slot(word)] });
  }
  for (const [word, distance] of vocabulary.near(term)) {
    if (word === term) continue;
    const rare = (8 - vocabulary.frequency(word)) / 20;
    const cost = distance * (known ? 2.4 : 1.6) + (term.length < 4 ? 0.6 : 0) + rare;
    edges.push({ cost, slots: [slot(word, { mended: distance })] });
  }
  if (unfinished) {
    for (const word of vocabulary.completions(term)) {
      if (word !== term) edges.push({ cost: known ? 1.2 : 0.8, slots: [slot(word, { completed: true })] });
    }
  }
  const split = term.length > 3 && vocabulary.split(term);
  if (split) edges.push({ cost: (known ? 1.5 : 0) + split.cost * 0.5, slots: split.words.map((word) => slot(word)) });
  const next = units[place + 1];
  if (next && !next.span && !next.quoted && !next.sure) {
    const joined = term + next.term;
    if (vocabulary.has(joined)) {
      const bothKnown = known && vocabulary.has(next.term);
      edges.push({ cost: bothKnown ? 2 : 0.5, units: 2, slots: [slot(joined)] });
    }
  }
  return edges;
}

/** 20 739 is one number to a reader. */
function joinedNumber(units, place) {
  const next = units[place + 1];
  return next && /^[0-9]{3}$/.test(next.term ?? "") && units[place].term.length < 4 ? units[place].term + next.term : "";
}

/** A document number or date is searched by the most exact of its terms that the index holds, else by its words. */
async function ofSpan({ span, tokens }, index) {
  for (const [place, term] of span.terms.entries()) {
    const list = await index.list(term);
    if (list) return [{ term, terms: [term], form: "", span: true, required: !term.startsWith("@"), exact: place === 0 }];
  }
  return tokens.map(({ term, form }) => ({ term, terms: [term], form, typed: term }));
}

/** 4 is also bốn, 9 is IX: where the other writing is known beside a neighbour. */
function withNumerals(slot, before, after, vocabulary) {
  const row = slot.span ? undefined : SAME_NUMBER.get(slot.term);
  if (!row) return slot;
  const fits = (term) =>
    term !== slot.term && ((before && vocabulary.pair(before.term, term)) || (after && vocabulary.pair(term, after.term)));
  return { ...slot, terms: [slot.term, ...row.filter(fits)] };
}
