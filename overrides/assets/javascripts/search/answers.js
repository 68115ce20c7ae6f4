// The answer to a question, in the list where it is the first hit, else above it.

import { element, filled, shown } from "./results.js";

/** Shows the answer that an intent has: on the first of `items` where that is it, else in `place`. */
export function showAnswer({ intent, hits }, items, place, words, client) {
  place.replaceChildren();
  if (!intent?.hit) return;
  const { kind, hit, alone, unrecorded } = intent;
  const first = hits[0]?.id === hit.id && (kind !== "definition" || alone);
  const box = first ? items[0] : element("div", {}, shown(hit, words, client));
  box.classList.add("answer");
  box.dataset.answer = kind;
  if (!first) place.append(box);
  if (kind === "meeting" && intent.asks === "who" && !hit.saidBy.length) box.append(element("p", { class: "answer__none" }, words.chair_not_stated));
  if (unrecorded) box.prepend(element("p", { class: "answer__none" }, words.unrecorded));
}
