// Every value of a file with what the schema says of its field: what the rules look at.

/** What a file holds, as the rules see it: `name`, its `value`, the entries in it, the sources that it may name. */
export function content(schema, name, value, { sources = value?.sources ?? [], today = new Date() } = {}) {
  const entries = [...walk(schema, value, schema.root, [])];
  return { name, value, entries, sources, today: today.toISOString().slice(0, 10) };
}

function* walk(schema, value, part, path, marks = {}) {
  const field = schema.field(part);
  const own = { printed: field["x-printed"] ?? marks.printed, past: field["x-past"] ?? marks.past };
  const inner = inside(schema, part, value);
  yield { path, value, field, inner, ...own };
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

export const isText = ({ value, inner, field }) => typeof value === "string" && field.kind !== "id" && field.kind !== "choice" && inner.type === "string" && !inner.enum && !isCode(inner) && field.kind !== "date";
export const isAddress = ({ inner, value }) => Boolean(inner["x-address"]) && typeof value === "string";

/** Ids have a pattern of small letters, other addresses of the site too: they are no text that anybody reads. */
const isCode = ({ pattern = "" }) => pattern.includes("[a-z0-9]") || pattern.startsWith("^https");
