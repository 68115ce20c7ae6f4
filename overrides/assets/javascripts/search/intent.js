// What a query asks for, by the words it asks with (macros/search/asking.yml).

import { fold } from "./folding.js";

const MEETINGS = ["meeting", "appointment_meeting"];
const ANSWERS = {
  definition: ["term"], figure: ["figure"], meeting: MEETINGS, event: MEETINGS, lesson: ["group"], conclusions: ["conclusion"],
  holder: ["appointment", "person"], document: ["document"], place: ["unit", "province"],
};

/** The kinds of documents that answer what is asked. */
export const answering = (wants) => (wants?.asks && !wants.event ? [] : ANSWERS[wants?.kind] ?? []);

/**
 * {kind, asks, event}, or null: `kind` is one of the intents, `meeting` for who, where and when (`asks`; `event` says whether
 * a meeting is spoken of), `conclusions`, or `event` where a meeting is spoken of and nothing of what was said there.
 */
export function asked(units, chips, { intents }) {
  const typed = units.map(({ written }) => written).join(" ");
  const text = `${fold(typed)}, ${typed}`; // mấy is a question and máy is not
  const asks = (each) => new RegExp(`\\b(?:${intents[each]})\\b`).test(text);
  const kind = Object.keys(intents).find(asks);
  if (["who", "where", "when"].includes(kind)) return { kind: "meeting", asks: kind, event: asks("event") };
  const kinds = chips.filter(({ field }) => field === "kind");
  if (kind && !(kind === "event" && kinds.length)) return { kind };
  return kinds.some(({ value }) => value === "conclusion") ? { kind: "conclusions" } : null;
}

const KINDS = { definition: "term", figure: "figure", meeting: "meeting", lesson: "group", conclusions: "meeting" };

/**
 * What is asked with the hit that answers it: {kind, asks, event, hit, alone, unrecorded}, or null where none does. A term that is
 * the whole query is a definition, too. `alone` says that the query is nothing else; `unrecorded` that conclusions are asked
 * for and none of the meeting's, or of the fields named, is among what is found.
 */
export function meant({ wants, hits, slots, chips }) {
  if (!hits?.length) return null;
  const [first] = hits;
  const named = (hit) => hit.kind === "term" && hit.named === 1 && !hit.comparison.missing.length;
  if (!wants || wants.kind === "definition") {
    const term = hits.find(named);
    return term ? { kind: "definition", hit: term, alone: term === first } : null;
  }
  const answers = (hit) => (wants.kind === "example" ? hit.places.length > 0 : hit.kind === KINDS[wants.kind]);
  const near = hits.filter((hit) => hit.score > 0.75 * first.score);
  const hit = near.find(answers);
  if (wants.kind !== "conclusions") return hit ? { ...wants, hit } : null;
  const marks = chips.filter((chip) => chip.marks && chip.field !== "kind").map((chip) => chip.marks);
  const concluded = hits.some((each) => each.kind === "conclusion" && marks.every((mark) => mark[each.number]));
  return { kind: "conclusions", hit, unrecorded: marks.length > 0 && !concluded };
}
