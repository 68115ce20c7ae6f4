// Everything that the check would say of one file, as far as it can be known here: its form, what the record types ask
// for, and the rules. Of other files it knows what their records and statements are called; what they say is left to the
// check.

import { addresses } from "./addresses.js";
import { dates } from "./dates.js";
import { content } from "./entries.js";
import { facts } from "./facts.js";
import { letters } from "./letters.js";
import { numbers } from "./numbers.js";
import { references } from "./references.js";
import { wording } from "./wording.js";

const RULES = [facts, letters, dates, numbers, addresses, references, wording];

/** All problems, those of the form first; of one value each kind once. */
export function problems(schema, name, value, more) {
  const seen = new Set();
  const whole = content(schema, name, value, more);
  const found = [...schema.problems(value), ...RULES.flatMap((rule) => [...rule(whole)])];
  return found.filter(({ path, key }) => {
    const own = `${path.join(".")}: ${key}`;
    return !seen.has(own) && seen.add(own);
  });
}
