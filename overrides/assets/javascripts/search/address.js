// The state of the search page is its address: words, filters, order, and what is not to be read out of the words.

/** {text, filters, sort, off} of an address, for these facets and orders, the first of which is the usual; what it does not know is left out. */
export function state(search, facets, sorts) {
  const given = new URLSearchParams(search);
  const sort = given.get("sort");
  return {
    text: given.get("q") ?? "",
    filters: Object.fromEntries(facets.map((facet) => [facet, [...new Set(given.getAll(facet))]])),
    sort: sorts.includes(sort) ? sort : sorts[0],
    off: [...new Set(given.getAll("off"))],
  };
}

/** The query part of the address of a state. */
export function query({ text, filters, sort, off }, sorts) {
  const given = new URLSearchParams();
  if (text) given.set("q", text);
  for (const [facet, values] of Object.entries({ ...filters, off })) for (const value of values) given.append(facet, value);
  if (sort !== sorts[0]) given.set("sort", sort);
  const written = given.toString();
  return written ? `?${written}` : location.pathname;
}
