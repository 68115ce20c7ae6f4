// Which words of a text a query matched.

import { accented, means, read } from "./folding.js";

/** A text in pieces: [[piece, whether the query matched it]]; `whole` are the slots found next to a neighbour of theirs (`joinedSlots`). */
export function pieces(text, slots, index, whole) {
  const reading = read(text, index.language);
  const marked = [
    ...reading.spans.filter((span) => span.terms.some((term) => slots.some((slot) => slot.terms.includes(term)))),
    ...words(reading, slots, index, whole), ...rings(reading, slots, index),
    ...(index.naming?.standing(reading, slots) ?? []),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const found = [];
  let end = 0;
  for (const mark of marked) {
    if (mark.start < end) continue;
    if (mark.start > end) found.push([reading.text.slice(end, mark.start), false]);
    found.push([reading.text.slice(mark.start, mark.end), true]);
    end = mark.end;
  }
  if (end < reading.text.length) found.push([reading.text.slice(end), false]);
  return found;
}

/** Whether the token at a place is next to one that the slot's neighbour in the query asks for. */
const isJoined = (tokens, at, slots, i) => [-1, 1].some((step) => slots[i + step]?.terms.includes(tokens[at + step]?.term));

/** The slots that any of a hit's texts holds next to their neighbour: giao ban is meant, and Ban of Ban Tổ chức is not. */
export function joinedSlots(texts, slots, index) {
  if (index.language === "en") return new Set(); // an English word says enough alone
  const readings = texts.map((text) => read(text, index.language).tokens);
  const joined = (slot, i) => readings.some((tokens) =>
    tokens.some((token, at) => slot.terms.includes(token.term) && isJoined(tokens, at, slots, i)));
  return new Set(slots.filter(joined));
}

/**
 * The query's words, with the accents typed. Those of a word typed without any are of the form that is next to the
 * query's next or last word, or else of the one most texts have: can bo is cán bộ, and never bổ.
 */
function words({ text, tokens }, slots, index, whole) {
  const forms = slots.map((slot, i) => {
    if (accented(slot.form)) return null;
    const found = tokens.filter((token, at) => slot.terms.includes(token.term) && isJoined(tokens, at, slots, i)).map((token) => token.form);
    return new Set(found.length ? found : slot.terms.map((term) => index.lists.get(term)?.forms[0]));
  });
  const fits = (token, at) => slots.some((slot, i) => !slot.spare && !slot.name && slot.terms.includes(token.term)
    && (!(whole.has(slot) || slot.ring?.length > 1) || isJoined(tokens, at, slots, i)) && (!token.form || index.language === "en" || !forms[i] || forms[i].has(token.form)) && means(slot.form, token.form, index.language));
  const asked = new Set(slots.flatMap(({ terms }) => terms));
  const shortFor = (token) => index.abbreviations.get(text.slice(token.start, token.end))?.every((term) => asked.has(term));
  return tokens.filter((token, at) => fits(token, at) || shortFor(token));
}

/** Other words of a ring that the query names. */
function rings({ tokens }, slots, index) {
  const named = new Set(slots.flatMap(({ ring }) => ring?.rings ?? []));
  return [...named].flatMap((ring) => tokens.flatMap((token, at) => {
    const length = index.rings.length(ring, tokens, at);
    return length ? [{ start: token.start, end: tokens[at + length - 1].end }] : [];
  }));
}
