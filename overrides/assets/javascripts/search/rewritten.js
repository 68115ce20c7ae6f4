// Read where words were searched for that are not those typed.

/** The query with the words searched for in place of the mended ones, written as the best hit writes them; `read` is that of folding.js. */
export function rewritten(slots, hits, isMended, read) {
  const written = new Map();
  for (const hit of hits.slice(0, 3)) {
    const { text, tokens } = read(`${hit.title} ${hit.text}`);
    for (const { term, start, end } of tokens) written.set(term, written.get(term) ?? text.slice(start, end).toLowerCase());
  }
  return slots.map((slot) => (isMended(slot) ? written.get(slot.term) ?? slot.term : slot.written)).join(" ");
}
