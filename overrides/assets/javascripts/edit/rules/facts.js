// What the record types ask for besides their form, as their classes in macros/records/ do.

import { parse } from "./dates.js";

const FEWEST_DIGITS_OF_THOUSANDS = 3;

/** Every problem of this kind. */
export function* facts({ entries, value, sources, name }) {
  const ids = new Map();
  const known = new Set(sources.map(({ id }) => id));
  for (const entry of entries) {
    const { path, value: here, field, inner } = entry;
    if (here === "" && !["enum", "pattern", "minLength", "ids"].some((each) => each in inner)) yield { path, key: "missing" };
    if (field["x-ids"] || inner["x-ids"]) yield* (known.has(here) || here === "" ? [] : [{ path, key: "unknown" }]);
    if (Array.isArray(here) && inner.items) yield* repeated(path, here);
    if (path.at(-1) === "id" && path.length > 1 && typeof here === "string" && here) {
      const list = path.includes("sources") ? "source " : "";
      if (ids.has(list + here)) yield { path, key: "id-twice" };
      ids.set(list + here, path);
    }
    if (field.kind === "number" && typeof here === "number" && isThousands(here)) yield { path, key: "thousands", values: { joined: String(here).replace(".", "") } };
    if (field.kind === "date" && typeof here === "string" && here !== "" && here !== "not-stated" && !parse(here)) yield { path, key: "impossible-date" };
    if (inner.properties && typeof here === "object" && here && !Array.isArray(here)) yield* record(path, here, inner.properties);
  }
}

/** Vietnamese print writes 20.739 for 20739, and YAML reads that as 20 and a bit. */
const isThousands = (number) => (String(number).split(".")[1] ?? "").length >= FEWEST_DIGITS_OF_THOUSANDS;

function* repeated(path, list) {
  const seen = new Set();
  for (const [index, item] of list.entries()) {
    if (typeof item !== "string" || item === "") continue;
    if (seen.has(item)) yield { path: [...path, index], key: "repeated" };
    seen.add(item);
  }
}

function* record(path, value, properties) {
  if ("wording" in properties && "paragraph" in properties && !value.paragraph && !value.part && !value.wording?.length) yield { path, key: "no-evidence" };
  if ("value_to" in properties && typeof value.value_to === "number") {
    if (value.value_to <= value.value) yield { path: [...path, "value_to"], key: "range-backwards" };
    else if (![undefined, "about"].includes(value.approximation)) yield { path: [...path, "approximation"], key: "range-with-bound" };
  }
  if ("unrecorded" in properties && "document" in value === "unrecorded" in value) yield { path, key: "one-document" };
  if ("person" in properties && "name" in properties && "person" in value === "name" in value) yield { path, key: "one-author" };
}
