// The state of the search page is its address: words, filters and order.

export const FACETS = ["year", "kind", "topic", "province", "document", "meeting"];
const SORTS = ["relevance", "newest", "oldest"];

/** {text, filters, sort} of an address; what it does not know is left out. */
export function state(search) {
  const given = new URLSearchParams(search);
  const sort = given.get("sort");
  return {
    text: given.get("q") ?? "",
    filters: Object.fromEntries(FACETS.map((facet) => [facet, [...new Set(given.getAll(facet))]])),
    sort: SORTS.includes(sort) ? sort : SORTS[0],
  };
}

/** The query part of the address of a state. */
export function query({ text, filters, sort }) {
  const given = new URLSearchParams();
  if (text) given.set("q", text);
  for (const facet of FACETS) for (const value of filters[facet]) given.append(facet, value);
  if (sort !== SORTS[0]) given.set("sort", sort);
  const written = given.toString();
  return written ? `?${written}` : location.pathname;
}
