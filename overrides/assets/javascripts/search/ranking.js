// How well a document answers a query, judged on its text: the few best by impact are put in order with this.

import { accented, adds, means, terms } from "./folding.js";

const [OWN, AROUND, HOME, SUCCESSOR] = [1, 0.8, 0.6, 0.55]; // what a word counts by where it stands
const MENDED = 0.5; // how far a word is trusted that was not typed so

/** The texts of a document, each with what its words count; read once. */
export function study(document, index) {
  const texts = [
    [document.title, OWN], [document.text, OWN], [document.saidBy, AROUND],
    ...document.context.map((text) => [text, AROUND]),
    [document.title === document.homeTitle ? "" : document.homeTitle, HOME],
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
 * `sure` the longest with the accents typed; `accents` goes from -1 (all otherwise) to 1 (all as typed); and `missing`, the
 * slots it lacks.
 */
export function compare(slots, document, index) {
  const places = new Map();
  study(document, index).forEach(({ words, spans, worth }, field) => {
    words.forEach((word, place) => add(places, word.term, { at: 4096 * field + place, worth, form: word.form }));
    spans.forEach((span) => span.terms.forEach((term) => add(places, term, { at: -1, worth, form: "" })));
  });
  const found = slots.map((slot) => slot.terms.flatMap((term) => places.get(term) ?? []));
  let [all, held, covered, trusted, typed, agreed] = [0, 0, 0, 0, 0, 0];
  slots.forEach((slot, i) => {
    all += slot.weight;
    if (!found[i].length || slot.spare) return;
    const agreement = agrees(slot.form, found[i], index.language);
    const worth = Math.max(...found[i].map((word) => word.worth));
    held += slot.weight;
    covered += slot.weight * worth * (agreement < 0 ? 0.85 : 1);
    trusted += slot.weight * worth * (slot.mended || agreement < 0 ? MENDED : 1);
    if (agreement) {
      typed += 1;
      agreed += agreement;
    }
  });
  const { pairs, run } = runs(slots, found);
  const exactly = (slot, word) =>
    word.worth === OWN && (index.language === "en" && !accented(slot.form)
      ? !slot.form || slot.form === word.form : agrees(slot.form, [word], index.language) >= 0);
  const sure = runs(slots, found.map((words, i) => words.filter((word) => exactly(slots[i], word))));
  return {
    held: held / all, coverage: covered / all, trusted: trusted / all, pairs, run, sure: sure.run,
    accents: typed ? agreed / typed : 0, missing: slots.filter((_, i) => !found[i].length),
  };
}

/** The share of neighbours that are neighbours in the text, and the longest run. Numbers have no need of neighbours. */
function runs(slots, found) {
  const single = (slot) => slot.span || slot.spare || /^[0-9.]{3,}$/.test(slot.term);
  let [ends, most, steps, beside] = [new Map(found[0].map(({ at }) => [at, 1])), found[0].length ? 1 : 0, 0, 0];
  for (let i = 1; i < slots.length; i++) {
    const next = new Map(found[i].map(({ at }) => [at, 1 + ((at > 0 && ends.get(at - 1)) || 0)]));
    const best = Math.max(0, ...next.values());
    if (best > 1) beside++;
    if (best > 1 || !(single(slots[i]) || single(slots[i - 1]))) steps++;
    most = Math.max(most, best);
    ends = next;
  }
  return { pairs: steps ? beside / steps : 1, run: most / slots.length };
}

function add(places, term, word) {
  const list = places.get(term);
  if (list) list.push(word);
  else places.set(term, [word]);
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
const FAVOURED = { conclusion: 0.04, document: 0.03, meeting: 0.02, term: -0.1, topic: -0.4, person: -1, page: -0.4 };
const NAMED = 1.2;
const LEAST_NAME = 0.4;

/** One number to order documents by; `impact` is relative to the best one. The weights were tuned on `make bench-search`. */
export function score({ held, coverage, pairs, run, sure, accents }, document, slots, impact, index) {
  const named = document.kind === "document" && numbered(document, slots) ? 1 : nameShare(document, slots, index);
  return 2.4 * held * held + 1.5 * coverage + 1.2 * pairs + 0.6 * run + 0.6 * sure + 0.6 * accents + 0.6 * impact
    + (named ? NAMED * named : FAVOURED[document.kind] ?? 0);
}

/** Whether a document's own number, the first in its title, is asked for. */
function numbered({ studied: [{ spans }] }, slots) {
  return slots.some((slot) => slot.required && spans[0]?.terms.some((term) => slot.terms.includes(term)));
}

/** How much of a document's name the query is, in its order; a little is nothing. A title may be two names: TU – tỉnh ủy. */
function nameShare({ title }, slots, index) {
  const shares = title.split(" – ").map((name) => {
    const { words } = terms(name, index.language, index.abbreviations);
    let next = 0;
    for (const word of words) if (slots[next] && is(word, slots[next], index.language)) next++;
    return next === slots.length ? next / words.length : 0;
  });
  return Math.max(...shares.filter((share) => share >= LEAST_NAME), 0);
}

const is = (word, slot, language) => slot.terms.includes(word.term) && agrees(slot.form, [word], language) >= 0;

/** Whether the best document answers at all, or only holds scattered syllables and what they might have been. */
export function answers({ trusted, pairs, accents }, language) {
  return accents >= -0.6 && trusted + 0.35 * (language === "en" ? 1 : pairs) >= 0.9;
}
