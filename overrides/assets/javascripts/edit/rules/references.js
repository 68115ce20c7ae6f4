// What is there twice in a file, and ids of statements that are none: macros/checks/rules/duplicates.py, outcomes.py and
// summaries.py, as far as the form knows what is in other files.

import { slug } from "../spelling.js";

const plain = (text) => String(text ?? "").normalize("NFC").toLowerCase().replace(/\.+$/, "").split(/\s+/).filter(Boolean).join(" ");
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value) => (Array.isArray(value) ? value : []);

export function* references({ name, value, entries, there }) {
  const items = entries.filter(({ path, value: each }) => isRecord(each) && "id" in each && !path.includes("sources"));
  const [statements, figures] = ["text", "value"].map((field) => items.filter(({ value: each }) => field in each));
  yield* twice(statements, ({ text }) => plain(text?.vi), ["text", "vi"], "text-twice-in-a-file");
  yield* twice(figures, counted, ["value"], "figure-twice");
  const sources = listOf(value?.sources).map((source, index) => ({ path: ["sources", index], value: Object(source) }));
  yield* twice(sources.filter(({ value: { url } }) => url && url !== "not-stated"), ({ url }) => url, ["url"], "source-twice", "warning");
  const records = Object.entries(Object(value)).filter(([, each]) => isRecord(each)).map(([id, each]) => ({ path: [id], value: each }));
  if (name === "people.yml") yield* twice(records.filter((each) => each.value.name), (person) => slug(String(person.name)), ["name"], "person-twice", "warning");
  if (name === "glossary.yml") yield* twice(records.filter((each) => each.value.abbreviation), (term) => term.abbreviation, ["abbreviation"], "abbreviation-twice");
  if (name === "provinces.yml") yield* united(Object(value));
  yield* nowhere(name, entries, new Set(items.map(({ value: { id } }) => id)), there);
}

/** What tells a figure from others: thing, unit, date and places. */
const counted = ({ what, unit, as_of: day, provinces }) => JSON.stringify([plain(what?.vi), plain(unit?.vi), String(day), [...listOf(provinces)].sort()]);

function* twice(records, key, field, rule, severity = "error") {
  const seen = new Set();
  for (const { path, value } of records) {
    if (seen.has(key(value))) yield { path: [...path, ...field], key: rule, severity };
    seen.add(key(value));
  }
}

/** A province is one of those that its successor was formed from, and of no other unit. */
function* united({ provinces, units }) {
  const parts = Object.fromEntries(Object.entries(Object(units)).map(([id, unit]) => [id, listOf(unit?.formed_from)]));
  const rule = { key: "province-and-its-unit", severity: "error" };
  for (const [id, province] of Object.entries(Object(provinces))) {
    const { successor } = Object(province);
    if (parts[successor]?.includes(id) === false) yield { path: ["provinces", id, "successor"], ...rule };
  }
  for (const [unit, ids] of Object.entries(parts)) {
    for (const [index, id] of ids.entries()) {
      const named = provinces?.[id]?.successor;
      if (named in parts && named !== unit) yield { path: ["units", unit, "formed_from", index], ...rule };
    }
  }
}

/** What a sentence rests on is on its page or, for a topic, anywhere; and so is what came of a task. */
function* nowhere(name, entries, own, there) {
  for (const { path, value } of entries) {
    if (typeof value !== "string" || !value) continue;
    const isRested = path.at(-2) === "rests_on";
    if (isRested && name.startsWith("meetings/")) yield* own.has(value) ? [] : [{ path, key: "no-such-item", severity: "error" }];
    else if ((isRested || (path.at(-3) === "outcomes" && path.at(-1) === "to")) && there(value) === false) yield { path, key: "no-such-item", severity: "error" };
  }
}
