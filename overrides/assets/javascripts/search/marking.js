// Which words of a text a query matched.

import { means, read } from "./folding.js";

/** A text in pieces: [[piece, whether the query matched it]]. */
export function pieces(text, slots, index) {
  const reading = read(text, index.language);
  const asked = new Map(slots.flatMap((slot) => slot.terms.map((term) => [term, slot])));
  const marked = [
    ...reading.spans.filter((span) => span.terms.some((term) => asked.has(term))),
    ...reading.tokens.filter((token) => fits(token, asked, index.language) || shortFor(reading.text.slice(token.start, token.end), asked, index)),
  ].sort((a, b) => a.start - b.start);
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

/** The query's word, and with the accents typed where it was typed with accents. */
function fits(token, asked, language) {
  const slot = asked.get(token.term);
  return !!slot && (!token.form || means(slot.form, token.form, language));
}

function shortFor(written, asked, index) {
  return index.abbreviations.get(written)?.every((term) => asked.has(term)) ?? false;
}
