// The search dialog: results as the reader types, grouped by the page they stand on.

import { Client, Superseded, Unavailable } from "./client.js";
import { counted, element, hitFacts, hitLink, remarks } from "./results.js";

const PAUSE = 180; // milliseconds without a key before a search: longer than between the keys of a fast typist
const SHOWN = 12;
let only;

/** Bind the dialog, once; what has been typed by then is searched for. */
export function start(dialog) {
  only ??= new Dialog(dialog, dialog.querySelector("input[type=search]"));
  return only;
}

/** Open the first result of what has been typed, as soon as it is found; where nothing is, the search page. */
export const go = (dialog) => start(dialog).go();

class Dialog {
  constructor(dialog, field) {
    Object.assign(this, { dialog, field });
    this.status = dialog.querySelector("[role=status]");
    this.list = dialog.querySelector("[data-hits]");
    this.client = new Client(dialog.dataset.base, dialog.dataset.language);
    this.going = false;
    field.addEventListener("input", () => this.#soon());
    dialog.addEventListener("keydown", (event) => this.#key(event));
    dialog.addEventListener("close", () => (this.going = false));
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    if (field.value) this.#search();
  }

  go() {
    if (!this.field.value.trim()) return;
    this.going = true;
    if (this.dialog.dataset.shown === this.field.value) this.#leave();
    else {
      clearTimeout(this.timer);
      this.#search();
    }
  }

  #leave() {
    this.going = false;
    const first = this.list.querySelector("[data-id] a");
    if (first) first.click();
    else location.assign(this.#pageAddress(this.field.value));
  }

  #soon() {
    this.going = false;
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

  #found(text, { hits, total, words, notices, ...told }) {
    const groups = new Map();
    for (const hit of hits) {
      if (!groups.has(hit.path)) groups.set(hit.path, []);
      groups.get(hit.path).push(hit);
    }
    const items = [...groups.values()].map((group) => this.#group(group, words));
    items.push(element("li", { class: "search__all" }, element("a", { href: this.#pageAddress(text) }, words.all_results)));
    const said = [...remarks({ words, ...told }), ...notices.map((notice) => notice.text)];
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
    const [{ label, homeTitle, lang }] = hits;
    const head = label && element("p", { class: "search__home" }, label, homeTitle ? element("span", { lang: lang.homeTitle }, ` – ${homeTitle}`) : "");
    const rows = hits.map((hit) => element("li", { class: "hit", "data-id": hit.id }, hitLink(hit, this.client), hitFacts(hit, words, { home: false })));
    return element("li", { class: "search__group" }, head, element("ol", {}, ...rows));
  }

  /** What is found for a text; which text it is for stands on the dialog, for whoever waits for it. */
  #show(items, status, text) {
    this.list.replaceChildren(...items);
    this.list.removeAttribute("aria-busy");
    this.status.textContent = status;
    this.dialog.dataset.shown = text;
    if (this.going) this.#leave();
  }

  #pageAddress(text) {
    const address = new URL(this.field.form.action);
    address.searchParams.set("q", text.trim());
    return address;
  }

  /** Arrows walk through the results; everything else types. */
  #key(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const links = [...this.list.querySelectorAll("a")];
    const place = links.indexOf(document.activeElement);
    const next = place + (event.key === "ArrowDown" ? 1 : -1);
    (links[next] ?? this.field).focus();
  }
}
