// Every value of a file with what the schema says of its field: what the rules look at.

/**
 * What a file holds, as the rules see it: `name`, its `value`, the entries in it, the sources that it may name.
 * `there(id)` says whether there is a record, a statement or a figure of this id; nothing where that is not known.
 */
export function content(schema, name, value, { sources = value?.sources ?? [], there = () => undefined, today = new Date().toISOString().slice(0, 10) } = {}) {
  return { name, value, entries: [...walk(schema, value, schema.root, [])], sources: records(sources), there, today };
}

/** The records of a list; none of what is no list. */
export const records = (list) => (Array.isArray(list) ? list.filter((each) => typeof each === "object" && each) : []);

/** Every text that somebody reads, or types: all but addresses. */
export const texts = ({ entries }) => entries.filter(({ value, isAddress }) => typeof value === "string" && value && !isAddress);

function* walk(schema, value, part, path, marks = {}) {
  const field = schema.field(part);
  const inner = inside(schema, part, value);
  const own = { printed: field["x-printed"] ?? marks.printed, past: field["x-past"] ?? inner["x-past"] ?? marks.past };
  const isAddress = typeof value === "string" && Boolean(inner["x-address"]);
  yield { path, value, field, inner, isAddress, isWeb: isAddress && inner.pattern.startsWith("^http"), ...own };
  if (value === null || typeof value !== "object") return;
  for (const [key, each] of Object.entries(value)) {
    const next = inner.properties?.[key] ?? (Array.isArray(value) ? inner.items : Object.values(inner.patternProperties ?? {})[0]);
    if (next) yield* walk(schema, each, next, [...path, Array.isArray(value) ? Number(key) : key], own);
  }
}

/** Of the forms that a value may have, the one that it has: a list, a record, a text. */
function inside(schema, part, value) {
  const type = Array.isArray(value) ? "array" : typeof value;
  const forms = schema.forms(part);
  return forms.find((form) => form.type === type && form.const === undefined) ?? forms[0];
}
