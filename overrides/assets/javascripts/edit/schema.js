// What may be in a file: its JSON Schema, with names and meanings in keys that begin with `x-` (macros/derived/editing.py).
// `problems` judges as ajv does (tests/editing/test_schema.py), for the part of JSON Schema that our schemas use.

export const NOT_STATED = "not-stated";

const typeOf = (value) => {
  if (Array.isArray(value)) return "array";
  if (value === null) return "null";
  return Number.isInteger(value) ? "integer" : typeof value;
};
const fits = (value, type) => typeOf(value) === type || (type === "number" && typeof value === "number");
const length = (text) => [...text].length;

export class Schema {
  /** `known` gives the ids of a collection, or nothing where they are not known yet. */
  constructor(root, known = () => undefined) {
    Object.assign(this, { root, known });
  }

  /** A part of the schema with what it refers to in it. */
  resolve(part) {
    const { $ref, allOf, ...own } = part;
    const inner = $ref ? this.root.definitions[$ref.split("/").at(-1)] : allOf?.[0];
    return inner ? { ...this.resolve(inner), ...own } : part;
  }

  /** The forms of which a value has one: a date or `not-stated`, one or several records. */
  forms(part) {
    const whole = this.resolve(part);
    if (!whole.anyOf || whole.properties) return [whole];
    const past = whole["x-past"] && { "x-past": true };
    return whole.anyOf.flatMap((each) => this.forms(each)).map((form) => ({ ...form, ...past }));
  }

  /** What a field is for a form: its kind, the schema of what is in it, whether it may be not stated. */
  field(part) {
    const forms = this.forms(part);
    const inner = forms.filter((form) => form.const === undefined);
    const [first] = inner;
    const kind = () => {
      if (first.properties) return "properties" in first && isText(first) ? "text" : "record";
      if (first.type === "array") return "list";
      if (first.patternProperties) return "map";
      if (first.enum) return "choice";
      if (first.ids || first["x-ids"]) return "id";
      if (first.type === "boolean") return "boolean";
      if (inner.length > 1 && first.type === "string") return "date";
      return first.type === "string" ? "line" : "number";
    };
    return { ...this.resolve(part), inner: first, kind: kind(), mayBeNotStated: forms.some((form) => form.const === NOT_STATED) };
  }

  /** The part of the schema for a place of the file. */
  at(path) {
    let part = this.root;
    for (const step of path) {
      const { inner } = this.field(part);
      part = inner.properties?.[step] ?? inner.items ?? Object.values(inner.patternProperties ?? {})[0];
    }
    return part;
  }

  /** The names of the fields of the record at a place, in the order in which they are written. */
  order(path) {
    return Object.keys(this.field(this.at(path)).inner.properties ?? {});
  }

  isRequired(path) {
    const { inner } = this.field(this.at(path.slice(0, -1)));
    return !inner.properties || (inner.required ?? []).includes(path.at(-1));
  }

  /** Everything that is wrong with a value: where, the keyword that it breaks, and what that asks for. */
  *problems(value, part = this.root, path = []) {
    const schema = this.resolve(part);
    if (schema.const !== undefined && value !== schema.const) yield { path, key: "const", wanted: schema.const };
    if (schema.anyOf) yield* this.#noneOf(schema, value, path);
    if (schema.enum && !schema.enum.includes(value)) yield { path, key: value === "" ? "missing" : "enum", wanted: schema.enum };
    if (schema.ids) yield* this.#unknown(schema.ids, value, path);
    if (!schema.type) return;
    if (!fits(value, schema.type)) {
      yield { path, key: value === "" ? "missing" : "type", wanted: schema.type };
      return;
    }
    if (schema.type === "string") yield* text(schema, value, path);
    else if (schema.type === "array") yield* this.#items(schema, value, path);
    else if (schema.type === "object") yield* this.#fields(schema, value, path);
    else if (value < schema.minimum) yield { path, key: "minimum", wanted: schema.minimum };
    else if (value > schema.maximum) yield { path, key: "maximum", wanted: schema.maximum };
  }

  /** What is wrong with the form that was meant, where a value has none of several. */
  *#noneOf(schema, value, path) {
    const tried = schema.anyOf.map((each) => (schema.properties ? missing(each, value) : [...this.problems(value, each, path)]));
    if (tried.some((problems) => !problems.length)) return;
    if (schema.properties) yield { path, key: "one-of", wanted: schema.anyOf.flatMap(({ required }) => required) };
    else if (value === "") yield { path, key: "missing" };
    else yield* tried.find(([first]) => !["type", "const"].includes(first.key)) ?? tried.find(([first]) => first.key !== "const");
  }

  *#unknown(collection, value, path) {
    const known = this.known(collection);
    if (value === "") yield { path, key: "missing" };
    else if (typeof value !== "string" || (known && !known.has(value))) yield { path, key: "unknown", wanted: collection };
  }

  *#items(schema, value, path) {
    if (value.length < schema.minItems) yield { path, key: "minItems", wanted: schema.minItems };
    if (value.length > schema.maxItems) yield { path, key: "maxItems", wanted: schema.maxItems };
    for (const [index, item] of value.entries()) yield* this.problems(item, schema.items, [...path, index]);
  }

  *#fields(schema, value, path) {
    for (const { name } of missing(schema, value)) yield { path: [...path, name], key: "missing" };
    for (const [name, each] of Object.entries(value)) {
      const here = [...path, name];
      const pattern = Object.keys(schema.patternProperties ?? {}).find((one) => new RegExp(one, "u").test(name));
      if (length(name) > schema.propertyNames?.maxLength) yield { path: here, key: "maxLength", wanted: schema.propertyNames.maxLength };
      const part = schema.properties?.[name] ?? schema.patternProperties?.[pattern];
      if (part) yield* this.problems(each, part, here);
      else if (schema.additionalProperties === false) yield { path: here, key: "additional" };
    }
  }
}

const isText = ({ properties }) => "vi" in properties && "en" in properties;

const missing = ({ required = [] }, value) => required.filter((name) => !(name in Object(value))).map((name) => ({ name }));

function* text(schema, value, path) {
  if (value === "" && (schema.minLength || schema.pattern)) yield { path, key: "missing" };
  else if (length(value) > schema.maxLength) yield { path, key: "maxLength", wanted: schema.maxLength };
  else if (schema.pattern && !new RegExp(schema.pattern, "u").test(value)) yield { path, key: "pattern", wanted: schema.pattern };
}
