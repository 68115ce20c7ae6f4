// What is found as the reader types, in the dialog and below the field of the first page: how to go on, then results.

import { Client, Superseded, Unavailable } from "./client.js";
import { Combobox } from "./combobox.js";
import { counted, element, option, remarks, suggested } from "./results.js";

const PAUSE = 180; // milliseconds without a key before a search: longer than between the keys of a fast typist
const SHOWN = 12;
const bound = new Set();

/** Bind a field and its list, once; what has been typed by then is searched for. */
export function start(root) {
  if (!bound.has(root)) new Typing(root);
  bound.add(root);
}

class Typing {
  constructor(root) {
    this.root = root;
    this.field = root.querySelector("input[type=search]");
    this.status = root.querySelector("[role=status]");
    this.list = root.querySelector("[data-hits]");
    this.client = new Client(root.dataset.base, root.dataset.language);
    this.choice = new Combobox(this.field, this.list, root.querySelector("[data-popup]"));
    this.field.addEventListener("input", () => this.#soon());
    if (this.field.value) this.#search();
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
      const [answer, { suggestions }] = await Promise.all([
        this.client.ask("search", { text, options: { live }, shown: SHOWN }), this.client.ask("complete", { text, shown: 4 }),
      ]);
      if (!this.field.value.trim()) return; // emptied meanwhile
      const further = suggestions.map((each) => suggested(each, answer.words, this.#address(each.label)));
      if (answer.hits.length) this.#found(text, further, answer);
      else await this.#elsewhere(text, further, answer);
    } catch (problem) {
      if (problem instanceof Superseded) return;
      this.#show([], this.root.dataset.unavailable, text);
      if (!(problem instanceof Unavailable)) throw problem;
    }
  }

  #found(text, further, { hits, total, words, notices, ...reading }) {
    const groups = new Map();
    for (const hit of hits) {
      if (!groups.has(hit.path)) groups.set(hit.path, []);
      groups.get(hit.path).push(hit);
    }
    const all = element("li", { role: "none", class: "search__all" },
      element("a", { role: "option", href: this.#address(text) }, words.all_results));
    const said = [...remarks({ words, ...reading }), ...notices.map((notice) => notice.text)];
    const status = [total === null ? "" : counted(words.count, total, this.client.language), ...said].filter(Boolean).join(" · ");
    this.#show([...further, ...[...groups.values()].map((group) => this.#group(group, words)), all], status, text);
  }

  /** Nothing in this language: what the other one has, under its own heading. */
  async #elsewhere(text, further, { words, ...reading }) {
    const code = this.client.language === "vi" ? "en" : "vi";
    const other = await this.client.ask("search", { text, code, options: {}, shown: 5 });
    if (this.field.value !== text) return;
    const items = other.hits.map((hit) => element("li", { role: "none", lang: code }, option(hit, other.words, this.client, { code })));
    const group = element("li", { role: "none", class: "search__group" }, element("p", { role: "none", class: "search__home" }, words.other_language),
      element("ol", { role: "group", "aria-label": words.other_language }, ...items));
    const status = [words.nothing, ...remarks({ words, ...reading })].join(" ");
    this.#show(items.length ? [...further, group] : further, status, text);
  }

  /** Results that are on one page, below its name. */
  #group(hits, words) {
    const [{ label, homeTitle, lang }] = hits;
    const home = [label, homeTitle && element("span", { lang: lang.homeTitle }, ` – ${homeTitle}`)];
    const rows = hits.map((hit) => element("li", { role: "none", "data-id": hit.id, "data-missing": hit.missing.join(" ") || undefined },
      option(hit, words, this.client)));
    return element("li", { role: "none", class: "search__group" },
      label && element("p", { role: "none", class: "search__home" }, ...home.filter(Boolean)),
      element("ol", { role: label ? "group" : "none", "aria-label": label || undefined }, ...rows));
  }

  /** What is found for a text; which text it is for stands on the root. */
  #show(items, status, text) {
    this.choice.show(items);
    this.list.removeAttribute("aria-busy");
    this.status.textContent = status;
    this.root.dataset.shown = text;
  }

  /** The search page with a query. */
  #address(text) {
    const address = new URL(this.field.form.action);
    address.searchParams.set("q", text.trim());
    return address;
  }
}
