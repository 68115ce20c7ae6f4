// Text without accents, and ids made of words.

/** Text without accents, for looking something up. */
export const folded = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

/** An id made of words, as macros/data/spelling.py makes it. */
export const slug = (text) => folded(text).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 80);
