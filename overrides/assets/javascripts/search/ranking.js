// How well a document answers a query, judged on its text: the few best by impact are put in order with this.

import { accented, adds, means, terms } from "./folding.js";
import { answering } from "./intent.js";

const [OWN, AROUND, SOURCE, HOME, SUCCESSOR] = [1, 0.8, 0.6, 0.6, 0.55]; // what a word counts by where it stands
const RING = 0.9; // what another word for it counts by
const [MENDED, SLIP] = [0.5, 0.65]; // how far a word is trusted that was not typed so; a long one with one wrong letter

/** The texts of a document, each with what its words count; read once. */
export function study(document, index) {
  const texts = [
    [document.title, OWN], [document.text, OWN], [document.saidBy, AROUND], [document.heading, AROUND],
    ...[...document.places, ...document.context].map((text) => [text, AROUND]),
    [document.title === document.homeTitle ? "" : document.homeTitle, HOME],
    ...document.sources.map((text) => [text, SOURCE]),
    ...document.successors.map((text) => [text, SUCCESSOR]),
  ];
  document.studied ??= texts.filter(([text]) => text)
    .map(([text, worth]) => ({ ...terms(text, index.language, index.abbreviations), worth }));
  return document.studied;
}

/** The texts of a document that are its own words. */
export const own = (document, index) => study(document, index).filter(({ worth }) => worth === OWN);

/**
 * What of a query a document holds, each as a share of 1:
 * `held` the slots by weight, `coverage` the same by where they stand, `trusted` by whether they were typed so, `pairs`
 * the neighbours that are neighbours there too, `run` the longest part of the query that stands there word by word, and
 * `sure` the longest with the accents typed; `accents` goes from -1 (all otherwise) to 1 (all as typed); `adjacent` is how
 * many words stand beside the one they were typed beside, none of them mended or a field beside words (but a person), `words` how many
 * are held, `share` of those asked for, `unknown` how many of these are in no document, `numbered` whether a document number is; and `missing`, the slots it lacks. Loosely, a word counts only as it was typed.
 */
export function compare(slots, document, index, loose) {
  const texts = study(document, index);
  const places = new Map(slots.flatMap((slot) => [...slot.terms, ...beginnings(slot, index)]).map((term) => [term, []]));
  texts.forEach(({ words, spans, worth }, field) => {
    words.forEach((word, place) => places.get(word.term)?.push({ at: 4096 * field + place, worth, form: word.form }));
    spans.forEach((span) => span.terms.forEach((term) => places.get(term)?.push({ at: -1, worth, form: "" })));
  });
  const held = (slot, word) => !loose || (!slot.mended && agrees(slot.form, [word], index.language) >= 0);
  const found = slots.map((slot) =>
    [...slot.terms.flatMap((term) => places.get(term)), ...inRings(slot, places, texts, index)].filter((word) => held(slot, word)));
  const marked = slots.map((slot) => !!slot.marks?.[document.number]);
  let [all, weight, covered, trusted, typed, agreed, words] = [0, 0, 0, 0, 0, 0, 0];
  slots.forEach((slot, i) => {
    all += slot.weight;
    if (slot.spare || !(found[i].length || marked[i])) return;
    const agreement = found[i].length ? agrees(slot.form, found[i], index.language) : 0;
    const worth = Math.max(marked[i] ? AROUND : 0, ...found[i].map((word) => word.worth));
    weight += slot.weight;
    words += 1;
    covered += slot.weight * worth * (agreement < 0 ? 0.85 : 1);
    trusted += slot.weight * worth * (slot.mended === 1 && slot.typed.length > 4 ? SLIP : slot.mended || agreement < 0 ? MENDED : 1);
    if (agreement) {
      typed += 1;
      agreed += agreement;
    }
  });
  const { pairs, run, adjacent } = runs(slots, found, marked);
  const exactly = (slot, word) =>
    word.worth === OWN && (index.language === "en" && !accented(slot.form)
      ? !slot.form || slot.form === word.form : agrees(slot.form, [word], index.language) >= 0);
  const sure = runs(slots, found.map((words, i) => words.filter((word) => exactly(slots[i], word))), marked);
  return {
    held: weight / all, coverage: covered / all, trusted: trusted / all, pairs, run, sure: sure.run, adjacent, words, share: words / slots.filter((slot) => !slot.spare).length,
    unknown: slots.filter((slot) => slot.unknown || slot.strange || slot.mended).length,
    accents: typed ? agreed / typed : 0,
    numbered: slots.some((slot, i) => slot.required && found[i].length),
    missing: slots.filter((slot, i) => !slot.spare && !found[i].length && !marked[i]),
  };
}

/** The terms that names of a slot's rings begin with. */
const beginnings = ({ ring }, { rings }) => ring?.rings.flatMap((each) => rings.beginnings(each)) ?? [];

/** Where another word of a slot's ring stands; of a name in several parts, each follows the one before. */
function inRings(slot, places, texts, index) {
  const { ring, form } = slot;
  return beginnings(slot, index).flatMap((term) => places.get(term)).flatMap(({ at, worth }) => {
    const words = texts[Math.floor(at / 4096)]?.words ?? [];
    const length = Math.max(...ring.rings.map((each) => index.rings.length(each, words, at % 4096)));
    if (!length) return [];
    const next = ring.part === ring.length - 1 ? at + length : at + (ring.part + 1) / 64;
    return [{ at: at + ring.part / 64, next, worth: worth * RING, form }];
  });
}

/** The share of neighbours that are neighbours in the text, how many, and the longest run. Numbers have no need of neighbours. */
function runs(all, places, marks) {
  const [slots, found, marked] = [all, places, marks].map((each) => each.filter((_, i) => !all[i].inside)); // but for small words within a name
  const single = (i) => slots[i].span || slots[i].spare || marked[i] || /^[0-9.]+$/.test(slots[i].term);
  const apart = (i) => slots[i].spare || slots[i].mended || slots[i].strange || /^[0-9.]+$/.test(slots[i].term);
  let [ends, most, steps, together, adjacent] = [new Map(), 0, 0, 0, 0];
  slots.forEach((slot, i) => {
    const next = new Map();
    for (const { at, next: end = at + 1 } of found[i]) next.set(end, Math.max(next.get(end) ?? 0, 1 + ((at > 0 && ends.get(at)) || 0)));
    const best = Math.max(0, ...next.values());
    if (best > 1) together++;
    const field = i && slot.chip !== undefined && slot.chip === slots[i - 1].chip;
    if ((field ? slot.content && marked[i] && marked[i - 1] : best > 1) && ![i - 1, i].some(apart)) adjacent++;
    if (i && (best > 1 || !(single(i) || single(i - 1)))) steps++;
    most = Math.max(most, best);
    ends = next;
  });
  return { pairs: steps ? together / steps : 1, run: most / all.length, adjacent };
}

/**
 * 1 where a word stands with the accents typed, 0.5 where it adds to them, -1 where it has others; 0 where none are typed,
 * or where English writes a name without.
 */
function agrees(form, found, language) {
  if (!accented(form)) return 0;
  let best = -1;
  for (const { form: other } of found) {
    if (other === form) return 1;
    if (other && adds(form, other)) best = 0.5;
    else if (best < 0 && means(form, other, language)) best = 0;
  }
  return best;
}

// What leads to statements stands behind them, unless it is asked for by its name.
const FAVOURED = { conclusion: 0.04, document: 0.03, meeting: 0.02, group: -0.05, term: -0.3, topic: -0.4, person: -1, page: -0.4 };
const NAMED = 1.2;
const [LEAST_NAME, LEAST_TERM] = [0.4, 0.6];
const CHIP = 0.3; // a field that the query names
const PERSON = 0.9; // who asks about somebody wants what that person said
const WANTED = 0.8; // what answers; twice that a meeting at the place named

/** One number to order documents by, `score`, and how far the document is asked for by its name; `impact` is relative to the best one. The weights were tuned on `make bench-search`. */
export function score({ held, coverage, pairs, run, sure, accents, missing }, document, impact, { slots, index, chips, wants, loose }) {
  const there = slots.filter((slot) => !slot.spare && !(loose && missing.includes(slot)));
  const defined = document.kind !== "term" || wants?.kind === "definition" || !slots.some((slot) => slot.spare); // a term alone
  const named = document.kind === "document" && numbered(document, slots) ? 1 : defined ? nameShare(document, there, index, wants) : 0;
  const having = chips.filter(({ marks }) => marks?.[document.number]);
  const fields = having.reduce((worth, { field }) => worth + (field === "person" ? PERSON : CHIP), 0);
  const wanted = wants?.kind === "example" ? document.places.length > 0 : answering(wants).includes(document.kind);
  const isThere = wants?.kind === "event" && having.some(({ field }) => /province|unit/.test(field));
  const score = 2.4 * held * held + 1.5 * coverage + 1.2 * pairs + 0.6 * run + 0.6 * sure + 0.6 * accents + (loose ? 1.5 : 0.6) * impact
    + fields + (named ? NAMED * named : wanted ? 0 : FAVOURED[document.kind] ?? 0) + (wanted ? WANTED * (isThere || wants.kind === "lesson" ? 2 : 1) * (loose && /meeting/.test(document.kind) ? 0.5 : 1) : 0);
  return { score, named };
}

/** Whether a document's own number, the first in its title, is asked for. */
function numbered({ studied: [{ spans }] }, slots) {
  return slots.some((slot) => slot.required && spans[0]?.terms.some((term) => slot.terms.includes(term)));
}

/**
 * How much of a document's name the query is, in its order; a little is nothing. A title may be two names: TU – tỉnh ủy.
 * A term of the glossary and a heading have others, in their context behind the kind; who is asked for by an office is named by it.
 * A name with other accents than those typed is half of one.
 */
function nameShare({ kind, title, text, context }, slots, index, wants) {
  const others = /^(term|group)$/.test(kind) ? context.slice(1) : kind === "person" && wants?.kind === "holder" ? text.split(", ") : [];
  const shares = [...title.split(" – "), ...others].map((name) => {
    const { words } = terms(name.replace(/ \([^)]*\)/, ""), index.language, index.abbreviations);
    let [next, fitting] = [0, 1];
    for (const word of words) {
      if (!slots[next]?.terms.includes(word.term)) continue;
      if (agrees(slots[next].form, [word], index.language) < 0) fitting = 0.5;
      next++;
    }
    return next === slots.length ? (next / words.length) * fitting : 0;
  });
  return Math.max(...shares.filter((share) => share >= (kind === "term" ? LEAST_TERM : LEAST_NAME)), 0);
}

/** Whether the best document answers at all, or only holds scattered syllables and what they might have been. */
export function answers({ trusted, pairs, accents }, language) {
  return accents >= -0.6 && trusted + 0.35 * (language === "en" ? 1 : pairs) >= 0.9;
}

const ENOUGH = { vi: 6, en: 3.5 }; // words held, and those beside each other once more; for a word that no document holds half a one less

/**
 * Whether a document that does not hold enough of a query is near it: much of it as typed, with the accents typed, and
 * two words beside each other as they were typed, or in English most of three. A word that no document holds may be of
 * another world: then most of the others are asked for. A document number says enough alone, and so do many words of a
 * long query, wherever they stand: what a reader says in other words leaves few of them beside each other.
 */
export function isNear({ held, trusted, accents, adjacent, words, share, unknown, numbered }, language) {
  const much = share >= 0.4 && words + adjacent - unknown / 2 >= ENOUGH[language];
  const together = adjacent > (words / share > 5 ? 1 : 0) || (language === "en" && words > 1 && held > 0.5);
  return numbered || (accents >= -0.2 && (much || (held >= 0.36 && trusted >= 0.3 && together && (!unknown || (share > 0.6 && (language === "en" || adjacent >= Math.min(2, words - 1)))))));
}
