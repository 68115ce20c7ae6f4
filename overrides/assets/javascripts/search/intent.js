// What a query asks for, by the words it asks with (macros/search/asking.yml).

import { fold } from "./folding.js";

/** {kind, asks}, or null: `kind` is one of the intents, `meeting` for who, where and when (`asks`), or `conclusions`. */
export function asked(units, chips, { intents }) {
  const text = fold(units.map(({ written }) => written).join(" "));
  const kind = Object.keys(intents).find((each) => new RegExp(`\\b(?:${intents[each]})\\b`).test(text));
  if (["who", "where", "when"].includes(kind)) return { kind: "meeting", asks: kind };
  if (kind) return { kind };
  return chips.some(({ field, value }) => field === "kind" && value === "conclusion") ? { kind: "conclusions" } : null;
}
