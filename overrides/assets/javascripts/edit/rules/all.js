// Everything that the check would say of one file, as far as it can be known here: its form, what the record types ask
// for, and the rules. The rules across files are left to the check.

import { content } from "./entries.js";
import { facts } from "./facts.js";

/** All problems, those of the form first; of one value each kind once. */
export function problems(schema, name, value, more) {
  const seen = new Set();
  const found = [...schema.problems(value), ...facts(content(schema, name, value, more))];
  return found.filter(({ path, key }) => {
    const own = `${path.join(".")}: ${key}`;
    return !seen.has(own) && seen.add(own);
  });
}
