// What a reader may have meant: quoted phrases, excluded words, and the words in the spelling the index knows.

import { accented, fold, normal, read, stem } from "./folding.js";
import { ringTerm } from "./rings.js";
import { withoutKeys } from "./vocabulary.js";
import { smallWords, spare } from "./wording.js";

const DAY_WORDS = new Set(["ngay", "on", "of"]); // say no more than the date after them
const LONGEST = 400; // letters of a query that are read, as many as the fields take (maxlength)
const MOST_WORDS = 24;
const BEAM = 16;
const PAIR = 1; // what a known pair of neighbours is worth, in costs
// A Vietnamese syllable without its accents: no slip, also where no text holds it.
const SYLLABLE = /^(?:[bdhlmrsvx]|[ck]h?|gh?|gi|ngh?|nh|ph?|qu?|t[hr]?)?[aeiouy]{1,3}(?:ch|n[gh]|[cmnpt])?$/;

const ENDING = /(?:[ai]?tion|ion|ment|[ae]nc[ei]|[aei][rt]|or|ist|iv)$/; // of an English word as stemmed

const NUMERALS = /[0-9]|hai khong|nghin|ngan|trieu|\bty\b|thousand|[mb]illion/;

/**
 * The parts of a query: `phrases` (lists of tokens), `excluded` (tokens), `units`, the tokens and spans of the rest in
 * their order, quoted ones with `quoted: true`, and `chips`, the fields they name, but for those that are `off`.
 */
export async function parts(raw, index, off = []) {
  const text = raw.slice(0, LONGEST).replace(/[\p{Cc}\p{Cs}]/gu, " ").replace(/[“”„«»]/g, '"').normalize("NFC");
  if (NUMERALS.test(fold(normal(text)))) index.numbers ??= await import("./numbers.js");
  const full = index.language === "vi" && index.numbers ? index.numbers.fullYears(text) : text;
  const [phrases, excluded, units] = [[], [], []];
  for (const match of full.matchAll(/"([^"]*)"?|(?<![^\s]|[0-9]\s)[-−–](?=[\p{L}\p{N}])([\p{L}\p{M}\p{N}]+)|[^"\s]+(?:\s+(?![-−–][\p{L}\p{N}])[^"\s]+)*/gu)) {
    if (match[2] !== undefined) excluded.push(...read(match[2], index.language).tokens);
    else if (match[1] !== undefined) {
      const { text: normal, tokens } = read(match[1], index.language);
      if (tokens.length) phrases.push(tokens);
      units.push(...tokens.map((token) => ({ ...token, quoted: true, written: normal.slice(token.start, token.end) })));
    } else units.push(...(await unitsOf(match[0], index)));
  }
  let meant = units.slice(0, MOST_WORDS);
  if (meant.some(({ term }) => index.sameNumber.has(term))) index.numbers ??= await import("./numbers.js");
  if (index.language === "vi" && index.numbers) meant = index.numbers.spokenYears(meant, fold);
  const small = smallWords(meant, index);
  await index.rings.find(meant, small);
  const chips = await index.fields.find(meant, off, index);
  spare(meant, index, small);
  return { phrases, excluded, units: meant, chips };
}

async function unitsOf(text, index) {
  const { text: normal, tokens, spans: meant } = read(text, index.language);
  // Kết luận 2022 is a year's, unless a document has that number.
  const held = await Promise.all(meant.map(({ terms }) => !/^[a-z]+(?:19|20)[0-9]{2}$/.test(terms[0]) || index.list(terms[0])));
  const spans = meant.filter((_, i) => held[i]);
  const units = [];
  for (const token of tokens) {
    const span = spans.find((span) => span.start <= token.start && token.start < span.end);
    const last = units.at(-1);
    if (span && last?.span === span) last.tokens.push(token);
    else if (span) {
      if (span.terms[0][0] === "@" && DAY_WORDS.has(last?.term)) units.pop();
      units.push({ span, tokens: [token], written: normal.slice(span.start, span.end) });
    }
    else units.push({ ...token, written: normal.slice(token.start, token.end) });
  }
  return units;
}

/** The words of an abbreviation, or of what has such another name; dearer where it may be a word itself. None has accents but đ. */
function abbreviation(unit, index) {
  if (accented(unit.form.replaceAll("đ", "d"))) return null;
  const { abbreviations, vocabulary } = index;
  index.folded ??= new Map([
    ...Object.entries(index.head.asking.short).map(([short, words]) => [short, words.split(" ")]),
    ...[...abbreviations].map(([short, words]) => [fold(short), words]),
  ]);
  const words = abbreviations.get(unit.written) ?? index.folded.get(unit.term) ?? index.names.get(unit.term);
  if (!words) return null;
  const meant = abbreviations.has(unit.written) || unit.written === unit.written.toUpperCase();
  return { words, cost: meant || !vocabulary.has(unit.term) ? -0.5 : 1.5 };
}

/**
 * The likeliest readings of the units, best first: lists of slots {term, form, terms, span, unknown, spare}. `terms` are
 * the terms that count as the slot, best first. `known(term)` tells whether the index holds a term outside its vocabulary.
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
  return ends.slice(0, most).map(({ cost, slots }) => ({ cost, slots: index.numbers?.withNumerals(slots, index) ?? slots }));
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
    if (before && !before.span && !slot.span && !slot.within && vocabulary.pair(before.term, slot.term)) worth += PAIR;
    before = slot;
  }
  return worth;
}

/** The ways to read the unit at a place: as it stands, or mended in one of the ways readers mistype. */
async function edgesAt(units, place, index, unfinished) {
  const { vocabulary } = index;
  const unit = units[place];
  const slot = (term, more) => ({ term, terms: [term], form: "", typed: unit.term, written: unit.written, chip: unit.chip, ...more });
  if (unit.span) return [{ cost: 0, slots: await ofSpan(unit, index) }];
  const rings = unit.rings?.rings.map(ringTerm) ?? [];
  const asIs = slot(unit.term, { terms: [unit.term, ...rings], form: unit.form, spare: unit.spare, inside: unit.inside, ring: unit.rings });
  if (unit.quoted || unit.spare) return [{ cost: 0, slots: [asIs] }];
  const { term } = unit;
  const product = index.numbers?.multiplied(unit, units[place + 1], fold);
  const spoken = product && (await index.list(product)) ? [{ cost: -2, units: 2, slots: [slot(product)] }] : [];
  if (/^[0-9.]+$/.test(term)) return [{ cost: 0, slots: [asIs] }, ...spoken];
  const known = !!unit.rings || vocabulary.has(term) || ((index.head.cut || /[0-9]/.test(term)) && !!(await index.list(term)));
  const sound = known || (index.language === "vi" && SYLLABLE.test(term));
  const edges = [{ cost: known ? 0 : sound ? 2 : 4, slots: [{ ...asIs, unknown: !known }] }, ...spoken];
  for (const word of index.language === "en" && !known ? (await import("./slips.js")).slips(fold(unit.written)) : []) {
    if (vocabulary.has(stem(word))) edges.push({ cost: 1.6, slots: [slot(stem(word), { mended: 1 })] });
  }
  const inFull = (words) => words.map((word, i) => slot(word, { typed: word, within: i > 0 }));
  const isPart = unit.rings?.length > 1 || (unit.chip !== undefined && [-1, 1].some((step) => units[place + step]?.chip === unit.chip));
  const full = !isPart && abbreviation(unit, index); // da of Da Nang is no ĐA
  if (full) edges.push({ cost: full.cost, slots: inFull(full.words) });
  const words = index.names.get(`${term} ${units[place + 1]?.term}`); // Đắc Lắc, TT Huế
  if (words) edges.push({ cost: -0.5, units: 2, slots: inFull(words) });
  for (const word of known ? [] : (index.sameNumber.get(term) ?? [])) {
    if (vocabulary.has(word)) edges.push({ cost: 0.2, slots: [slot(word)] });
  }
  // In messages, the first letter of a syllable before the next: pbieu for phát biểu.
  for (const [first, second] of sound || index.language === "en" ? [] : vocabulary.shortened(term)) {
    if (` ${index.head.asking.bare} `.includes(` ${first} `)) continue;
    edges.push({ cost: 0.8, slots: inFull([first, second]) });
  }
  for (const word of withoutKeys(term)) {
    if (vocabulary.has(word)) edges.push({ cost: known ? 2.5 : 0.4, slots: [slot(word)] });
  }
  for (const [word, distance] of (await isMeant(unit, index)) ? [] : vocabulary.near(term)) {
    if (word === term) continue;
    const rare = (8 - vocabulary.frequency(word)) / 20;
    const cost = distance * (sound ? 2.4 : 1.6) + (term.length < 4 ? 0.6 : 0) + rare;
    edges.push({ cost, slots: [slot(word, { mended: distance, other: sound && accented(unit.form) })] });
  }
  // An English word may be of a family with endings that the stemmer keeps: resign, resignation; inspector, inspection.
  const root = unfinished ? term : term.replace(ENDING, "");
  if (unfinished || (index.language === "en" && !known && root.length > 3)) {
    const begun = unfinished && term.endsWith("y") ? [term, term.slice(0, -1) + "i"] : [root]; // ty may be tin
    for (const word of begun.flatMap((start) => vocabulary.completions(start))) {
      if (word !== term) edges.push({ cost: known ? 1.2 : 0.8, slots: [slot(word, { completed: true })] });
    }
  }
  const split = term.length > 3 && vocabulary.split(fold(unit.written), index.language === "en" ? stem : fold);
  if (split) edges.push({ cost: (known ? 1.5 : 0) + split.cost * 0.5, slots: split.words.map((word) => slot(word)) });
  const next = units[place + 1];
  if (next && !next.span && !next.quoted) {
    const joined = term + next.term;
    if (vocabulary.has(joined)) {
      const bothKnown = known && vocabulary.has(next.term);
      edges.push({ cost: bothKnown ? 2 : 0.5, units: 2, slots: [slot(joined)] });
    }
  }
  return edges;
}

/** Whether a word is no slip: part of a name or a ring, or typed with accents with which the archive holds it. */
async function isMeant(unit, index) {
  if (unit.rings || unit.chip !== undefined) return true;
  return index.language === "vi" && accented(unit.form) && !!(await index.list(unit.term))?.forms.includes(unit.form);
}

/** A document number or date is searched by the most exact of its terms that the index holds, else by its words. */
async function ofSpan({ span, tokens, written, chip }, index) {
  for (const [place, term] of span.terms.entries()) {
    const list = await index.list(term);
    if (list) return [{ term, terms: [term], form: "", span: true, written, chip, required: !term.startsWith("@"), exact: place === 0 }];
  }
  return tokens.map(({ term, form }) => ({ term, terms: [term], form, typed: term, written }));
}
