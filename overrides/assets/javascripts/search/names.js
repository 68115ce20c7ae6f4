// Read where a query names a person: of a name in full no word counts alone (To Lam is no “to”).

/**
 * The lists of slots, those of a full name of somebody with only the documents that hold two words of it beside each
 * other, with its accents; these slots become `name`. `pairs` are the lists of each slot with the next.
 */
export function named(slots, lists, pairs, chips) {
  return lists.map((found, i) => {
    const chip = chips[slots[i].chip];
    const form = chip?.forms?.[slots.slice(0, i).filter((slot) => slot.chip === slots[i].chip).length];
    const isOne = (other) => slots[other]?.chip === slots[i].chip;
    const beside = [i - 1, i].filter((first) => isOne(first) && isOne(first + 1));
    if (chip?.field !== "person" || form === undefined || !beside.length) return found;
    Object.assign(slots[i], { name: true, form });
    const held = new Set(beside.flatMap((first) => pairs[first]).flatMap(({ list }) => list.documents));
    return found.map(({ term, list }) => ({ term, list: among(list, held, form) }));
  });
}

/** Those documents of a list that are held and have a form of its word. */
function among({ count, forms, documents, impacts, codes }, held, form) {
  const place = forms.indexOf(form);
  const keeps = documents.map((number, i) => held.has(number) && (place < 0 || ((codes[i] ?? 1) >> Math.min(place, 5)) % 2 > 0));
  const [numbers, worths, bits] = [documents, impacts, codes].map((each) => each.filter((_, i) => keeps[i]));
  return { count, forms, documents: numbers, impacts: worths, codes: bits, whole: null };
}

/** The words of a text that are part of such a name: two beside each other, with its accents or with a capital. */
export function standing({ text, tokens }, slots) {
  const is = (slot, token) => !!token && slot.terms.includes(token.term) && (token.form === slot.form || /^\p{Lu}/u.test(text.slice(token.start)));
  const isBeside = (i, at) => slots[i]?.name && is(slots[i], tokens[at]);
  return tokens.filter((_, at) => slots.some((slot, i) => isBeside(i, at) && [-1, 1].some((step) => slots[i + step]?.chip === slot.chip && isBeside(i + step, at + step))));
}
