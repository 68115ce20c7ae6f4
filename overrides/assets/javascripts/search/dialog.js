// The search dialog: results as the reader types, grouped by the page they stand on.

import { Client, Superseded, Unavailable } from "./client.js";
import { counted, element, filled, hitFacts, hitLink } from "./results.js";

const PAUSE = 180; // milliseconds without a key before a search: longer than between the keys of a fast typist
const SHOWN = 12;
let started = false;

/** Bind the dialog, once; what has been typed by then is searched for. */
export function start(dialog) {
  if (started) return;
  started = true;
  new Dialog(dialog, dialog.querySelector("input[type=search]"));
}

class Dialog {
  constructor(dialog, field) {
    Object.assign(this, { dialog, field });
    this.status = dialog.querySelector("[role=status]");
    this.list = dialog.querySelector("[data-hits]");
    this.client = new Client(dialog.dataset.base, dialog.dataset.language);
    field.addEventListener("input", () => this.#soon());
    dialog.addEventListener("keydown", (event) => this.#key(event));
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    if (field.value) this.#search();
  }

  #soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#search(), PAUSE);
  }

  async #search() {
    const text = this.field.value;
    if (!text.trim()) return this.#show([], "", text);
    this.list.setAttribute("aria-busy", "true");
    try {
      const live = !/\s$/.test(text);
      const answer = await this.client.ask("search", { text, options: { live }, shown: SHOWN });
      if (!this.field.value.trim()) return; // emptied meanwhile
      if (answer.hits.length) this.#found(text, answer);
      else await this.#elsewhere(text, answer);
    } catch (problem) {
      if (problem instanceof Superseded) return;
      this.#show([], this.dialog.dataset.unavailable, text);
      if (!(problem instanceof Unavailable)) throw problem;
    }
  }

  #found(text, { hits, total, words, notices, reading }) {
    const groups = new Map();
    for (const hit of hits) {
      if (!groups.has(hit.path)) groups.set(hit.path, []);
      groups.get(hit.path).push(hit);
    }
    const items = [...groups.values()].map((group) => this.#group(group, words));
    items.push(element("li", { class: "search__all" }, element("a", { href: this.#pageAddress(text) }, words.all_results)));
    const said = [reading && filled(words.reading, { words: reading }), ...notices.map((notice) => notice.text)];
    this.#show(items, [total === null ? "" : counted(words.count, total, this.client.language), ...said].filter(Boolean).join(" · "), text);
  }

  /** Nothing in this language: what the other one has, under its own heading. */
  async #elsewhere(text, { words }) {
    const code = this.client.language === "vi" ? "en" : "vi";
    const other = await this.client.ask("search", { text, code, options: {}, shown: 5 });
    if (this.field.value !== text) return;
    if (!other.hits.length) return this.#show([], words.nothing, text);
    const items = other.hits.map((hit) => element("li", { class: "search__group", lang: code },
      element("div", { class: "hit" }, hitLink(hit, this.client, code), hitFacts(hit, other.words))));
    this.#show([element("li", { class: "search__other" }, words.other_language), ...items], words.nothing, text);
  }

  #group(hits, words) {
    const [{ label, homeTitle }] = hits;
    const head = label && element("p", { class: "search__home" }, label, homeTitle ? element("span", {}, ` – ${homeTitle}`) : "");
    const rows = hits.map((hit) => element("li", { class: "hit", "data-id": hit.id }, hitLink(hit, this.client), hitFacts(hit, words, { home: false })));
    return element("li", { class: "search__group" }, head, element("ol", {}, ...rows));
  }

  /** What is found for a text; which text it is for stands on the dialog, for whoever waits for it. */
  #show(items, status, text) {
    this.list.replaceChildren(...items);
    this.list.removeAttribute("aria-busy");
    this.status.textContent = status;
    this.dialog.dataset.shown = text;
  }

  #pageAddress(text) {
    const address = new URL(this.field.form.action);
    address.searchParams.set("q", text.trim());
    return address;
  }

  /** Arrows walk through the results, Enter in the field opens the first; everything else types. */
  #key(event) {
    const links = [...this.list.querySelectorAll("a")];
    const place = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = place + (event.key === "ArrowDown" ? 1 : -1);
      (links[next] ?? this.field).focus();
    } else if (event.key === "Enter" && document.activeElement === this.field && links.length && !this.list.hasAttribute("aria-busy")) {
      event.preventDefault();
      links[0].click();
    }
  }
}
