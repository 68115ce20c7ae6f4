// How well a document answers a query, judged on its text: the few best by impact are put in order with this.

import { terms } from "./folding.js";

/** Words of a document by field, read once. */
export function study(document, index) {
  document.studied ??= {
    own: [document.title, document.text].filter(Boolean).map((text) => terms(text, index.language, index.abbreviations)),
    around: [document.saidBy, ...document.context].filter(Boolean)
      .map((text) => terms(text, index.language, index.abbreviations)),
    home: [document.title === document.homeTitle ? "" : document.homeTitle].filter(Boolean)
      .map((text) => terms(text, index.language, index.abbreviations)),
  };
  return document.studied;
}

const OWN = 1;
const AROUND = 0.8;
const HOME = 0.6;

/**
 * What of a query a document holds:
 * `coverage` of the slots by weight, `pairs` of neighbours that are neighbours there too (share), `run` the longest part
 * of the query that stands there word by word (share), `accents` from -1 (all otherwise) to 1 (all as typed).
 */
export function compare(slots, document, index) {
  const { own, around, home } = study(document, index);
  const places = new Map();
  const fields = [...own.map((text) => [text, OWN]), ...around.map((text) => [text, AROUND]), ...home.map((text) => [text, HOME])];
  fields.forEach(([{ words, spans }, worth], field) => {
    words.forEach((word, place) => add(places, word.term, { field, place, worth, form: word.form }));
    spans.forEach((span) => span.terms.forEach((term) => add(places, term, { field, place: -9, worth, form: "" })));
  });
  const found = slots.map((slot) => slot.terms.flatMap((term) => places.get(term) ?? []));
  let [all, covered, held, typed, agreed] = [0, 0, 0, 0, 0];
  slots.forEach((slot, i) => {
    all += slot.weight;
    if (!found[i].length) return;
    const agreement = agrees(slot.form, found[i]);
    held += slot.weight;
    covered += slot.weight * Math.max(...found[i].map(({ worth }) => worth)) * (agreement < 0 ? 0.85 : 1);
    if (agreement) {
      typed += 1;
      agreed += agreement;
    }
  });
  const steps = slots.length - 1;
  let [pairs, run, best, bestOwn] = [0, 0, 0, 0];
  for (const own of [false, true]) {
    let ends = new Map(found[0]?.map((at) => [key(at), 1]));
    let most = ends.size ? 1 : 0;
    for (let i = 1; i < slots.length; i++) {
      const next = new Map();
      let beside = false;
      for (const at of found[i]) {
        if (own && at.worth < OWN) continue;
        const before = ends.get(key({ ...at, place: at.place - 1 })) ?? 0;
        if (before) beside = true;
        next.set(key(at), before + 1);
        most = Math.max(most, before + 1);
      }
      if (!own && beside) pairs++;
      ends = next;
    }
    if (own) bestOwn = most;
    else best = most;
  }
  run = (best + bestOwn) / 2 / slots.length;
  return {
    held: all ? held / all : 0,
    coverage: all ? covered / all : 0,
    pairs: steps ? pairs / steps : 1,
    run,
    accents: typed ? agreed / typed : 0,
  };
}

const key = ({ field, place }) => field * 4096 + place;

function add(places, term, at) {
  const list = places.get(term);
  if (list) list.push(at);
  else places.set(term, [at]);
}

/** 1 where a word stands with the accents typed, 0.5 where it adds to them, -1 where it has others; 0 for none typed. */
function agrees(form, found) {
  if (!form || !/[^\x00-\x7f]/.test(form)) return 0;
  let best = -1;
  for (const { form: other } of found) {
    if (other === form) return 1;
    if (other && adds(form, other)) best = 0.5;
  }
  return best;
}

/** Whether `full` is `half` with more marks: tổ is tô, to or tỏ with more; đ is d with more. */
export function adds(half, full) {
  const [a, b] = [half, full].map((word) => word.replaceAll("đ", "d\u0335").normalize("NFD"));
  let place = 0;
  for (const letter of b) {
    if (letter === a[place]) place++;
    else if (!/[\p{M}\u0335]/u.test(letter)) return false;
  }
  return place === a.length;
}

const FAVOURED = { conclusion: 0.04, document: 0.03, meeting: 0.02 };

/** One number to order documents by; `impact` is relative to the best one. */
export function score({ coverage, pairs, run, accents }, document, slots, impact) {
  const named = document.kind === "document" && slots.every((slot) => slot.required) ? 0.5 : 0;
  return 3 * coverage + 1.2 * pairs + 1.8 * run + 0.5 * accents + 0.8 * impact + named + (FAVOURED[document.kind] ?? 0);
}

/** Whether the best document answers at all, or only holds scattered syllables of the query. */
export function answers({ coverage, pairs, accents }, slots, language) {
  if (coverage < 0.5 || accents < -0.6) return false;
  return slots.length < 2 || language === "en" || pairs >= Math.min(0.5, 1 / (slots.length - 1));
}
