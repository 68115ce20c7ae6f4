// The answer to a question, in the list where it is the first hit, else above it.

import { about, element, filled, published, shown } from "./results.js";

/** Shows the answer that an intent has: on the first of `items` where that is it, else in `place`. */
export function showAnswer({ intent, hits, chips, words }, items, place, client, code) {
  place.replaceChildren();
  const { kind, asks, hit, alone, unrecorded } = intent ?? {};
  const named = chips.filter(({ field }) => field !== "kind").map(({ label }) => label).join(", ");
  if (unrecorded) place.append(element("p", { class: "answer" }, filled(words.unrecorded, { named })));
  if (!hit || kind === "conclusions") return;
  const own = kind === "lesson" && !hit.missing.length && items[hits.findIndex(({ id }) => id === hit.id)];
  if (own && own !== items[0]) items[0].before(own); // a lesson by its number stands before its statements, once
  const first = !!own || (hits[0].id === hit.id && (kind !== "definition" || alone));
  const box = first ? own || items[0] : element("div", {}, shown(hit, words, client, code));
  box.classList.add("answer");
  box.dataset.answer = kind;
  if (asks) box.dataset.asks = asks;
  if (kind === "example" && !box.querySelector(".hit__places")) box.querySelector(".hit__link").prepend(about(hit));
  if (!first) place.append(box);
  if (asks === "who" && !hit.saidBy.length) box.append(element("p", { class: "hit__line" }, words.chair_not_stated));
  if (kind === "figure") box.append(element("p", { class: "hit__line" }, ...published(hit.source, words)));
}
