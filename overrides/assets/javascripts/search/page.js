// The search page: its address is its state; results, filters with exact counts, and what can be taken away.

import { query, state } from "./address.js";
import { Client, Superseded, Unavailable } from "./client.js";
import { counted, element, filled, hitFacts, hitLink, remarks } from "./results.js";

const SHOWN = 20;
const PAUSE = 200; // milliseconds without a key before a search

class SearchPage {
  constructor(root) {
    this.root = root;
    const part = (name) => root.querySelector(`[data-${name}]`);
    this.form = part("form");
    this.field = this.form.elements.q;
    this.sort = this.form.elements.sort;
    this.sorts = [...this.sort.options].map((option) => option.value);
    this.names = root.dataset.facets.split(" ");
    this.results = part("results");
    this.count = part("count");
    this.empty = part("empty");
    this.notices = part("notices");
    this.chips = part("chips");
    this.facets = part("facets");
    this.panel = part("facet-panel");
    this.panel.open = matchMedia("(min-width: 45em)").matches; // on a phone the results come first
    this.more = part("more");
    this.shown = part("shown");
    this.take = part("take");
    this.other = part("other");
    this.print = part("print");
    this.client = new Client(root.dataset.base, root.dataset.language);
    this.asked = element("span", { class: "search-asked" });
    document.querySelector("h1").append(this.asked);
    this.address = document.querySelector(".print-address");
    this.page = this.address?.textContent;
    this.chosen = new Set();
    this.#bind();
    this.#read();
  }

  #bind() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#go({ ...this.state, text: this.field.value.trim() });
    });
    this.field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.#go({ ...this.state, text: this.field.value.trim() }, { live: true }), PAUSE);
    });
    this.sort.addEventListener("change", () => this.#go({ ...this.state, sort: this.sort.value }));
    this.more.addEventListener("click", () => this.#told(this.#showMore()));
    this.facets.addEventListener("change", ({ target }) => this.#choose(target.dataset.facet, target.value, target.checked));
    this.results.addEventListener("change", ({ target }) => this.#tick(+target.value, target.checked));
    this.take.addEventListener("click", ({ target }) => target.dataset.style && this.#told(this.#takeAway(target.dataset.style)));
    addEventListener("popstate", () => this.#read());
  }

  /** The address as it is now. */
  #read() {
    this.state = state(location.search, this.names, this.sorts);
    this.field.value = this.state.text;
    this.sort.value = this.state.sort;
    this.#search();
  }

  /** A new state; what is typed replaces the address, what is chosen adds to the history. */
  #go(next, { live = false } = {}) {
    clearTimeout(this.timer);
    const address = query(next, this.sorts);
    const same = query(this.state, this.sorts) === address;
    this.state = next;
    if (!same) history[live ? "replaceState" : "pushState"](null, "", address);
    this.#search({ live });
  }

  #choose(facet, value, on) {
    const values = this.state.filters[facet].filter((other) => other !== value);
    this.#go({ ...this.state, filters: { ...this.state.filters, [facet]: on ? [...values, value] : values } });
  }

  async #search({ live = false } = {}) {
    const { text, filters, sort } = this.state;
    const filtered = this.names.some((facet) => filters[facet].length);
    this.chosen.clear();
    this.#showAsked([text]);
    if (!text && !filtered) return this.#clear();
    this.results.setAttribute("aria-busy", "true");
    try {
      const options = { filters, sort, live, exact: true };
      const answer = await this.client.ask("search", { text, options, shown: SHOWN });
      this.words = answer.words;
      this.#showResults(answer);
      if (answer.hits.length) await this.#showFacets();
      else await this.#showEmpty();
      this.results.removeAttribute("aria-busy");
    } catch (problem) {
      if (problem instanceof Superseded) return;
      this.#clear(this.root.dataset.unavailable);
      if (!(problem instanceof Unavailable)) throw problem;
    }
  }

  /** Where the index cannot be reached any more, or a deploy has replaced it, the reader is told; what was found stays. */
  async #told(work) {
    try {
      await work;
    } catch (problem) {
      if (!(problem instanceof Unavailable)) throw problem;
      this.count.textContent = this.root.dataset.unavailable;
    }
  }

  #clear(message = "") {
    this.results.replaceChildren();
    this.results.removeAttribute("aria-busy");
    this.count.textContent = message;
    this.count.dataset.count = "";
    for (const part of [this.empty, this.more, this.shown, this.take, this.other, this.panel]) part.hidden = true;
    this.chips.replaceChildren();
    this.notices.replaceChildren();
  }

  #showResults({ words, hits, total, more, notices, ...told }) {
    this.results.replaceChildren(...hits.map((hit) => this.#item(hit)));
    this.count.textContent = counted(this.words.count, total, this.client.language);
    this.count.dataset.count = total;
    this.#offerMore(more);
    this.take.hidden = !hits.length;
    this.other.hidden = true;
    this.empty.hidden = true;
    const said = remarks({ words, ...told }).map((text) => element("p", {}, text));
    this.notices.replaceChildren(...said, ...notices.map(({ text, path }) => {
      const [page, anchor = ""] = path.split("#");
      return element("p", {}, text, " ", element("a", { href: this.client.address({ path: page, anchor }) }, this.words.more_about));
    }));
    this.#showChosen();
  }

  #item(hit) {
    const title = hit.title.map(([text]) => text).join("") || hit.label;
    const label = filled(this.words.choose, { title });
    const box = element("input", { type: "checkbox", value: hit.number, "aria-label": label });
    box.checked = this.chosen.has(hit.number);
    const body = element("div", { class: "hit" }, hitLink(hit, this.client), hitFacts(hit, this.words));
    return element("li", { "data-id": hit.id, "data-kind": hit.kind, "data-missing": hit.missing.join(" ") || undefined }, box, body);
  }

  /** Where there are more results than stand here: a button to press, and on paper a sentence. */
  #offerMore(more) {
    this.more.hidden = this.shown.hidden = !more;
    this.shown.textContent = filled(this.shown.dataset.shown, { shown: this.results.children.length });
  }

  async #showMore() {
    const from = this.results.children.length;
    const { hits, more } = await this.client.ask("more", { from, shown: SHOWN });
    this.results.append(...hits.map((hit) => this.#item(hit)));
    this.#offerMore(more);
    this.results.children[from]?.querySelector("a").focus();
  }

  /** Facets whose list is open, or that filter, are counted; the others when they are opened. */
  async #showFacets() {
    const { filters } = this.state;
    const answer = await this.client.ask("facets", { filters, names: this.names });
    const open = new Set([...this.facets.querySelectorAll("details[open]")].map((details) => details.dataset.facet));
    const first = !this.facets.children.length;
    this.panel.hidden = false;
    this.facets.replaceChildren(...this.names.filter((facet) => answer[facet].length).map((facet) => {
      const shown = open.has(facet) || filters[facet].length > 0 || (first && ["year", "kind"].includes(facet));
      return this.#facet(facet, answer[facet], shown);
    }));
    this.#showChips(answer);
  }

  #facet(facet, values, open) {
    const { filters } = this.state;
    const order = facet === "year" || facet === "meeting" ? values.reverse() : values.sort((a, b) => b.count - a.count);
    const rows = order.map(({ value, label, lang, count }) => {
      const box = element("input", { type: "checkbox", value, "data-facet": facet });
      box.checked = filters[facet].includes(value);
      const number = element("span", { class: "facet__count", "data-facet-count": count }, count.toLocaleString(this.client.language));
      return element("li", {}, element("label", {}, box, element("span", { class: "facet__label", lang }, label), number));
    });
    return element("details", { class: "facet", "data-facet": facet, open },
      element("summary", {}, this.words[`facet_${facet}`]), element("ul", {}, ...rows));
  }

  #showChips(answer) {
    const { filters } = this.state;
    const labels = [];
    const chips = this.names.flatMap((facet) => filters[facet].map((value) => {
      const label = answer?.[facet]?.find((row) => row.value === value)?.label ?? value;
      labels.push(label);
      const chip = element("button", { type: "button", class: "chip", "aria-label": filled(this.words.remove, { filter: label }) }, `${label} ×`);
      chip.addEventListener("click", () => {
        this.#choose(facet, value, false);
        this.field.focus();
      });
      return element("li", {}, chip);
    }));
    this.chips.replaceChildren(...chips);
    this.#showAsked([this.state.text, ...labels]);
  }

  /** On paper: what was asked, in the heading, and the address that asks it again. What was chosen before goes. */
  #showAsked(words) {
    const said = words.filter(Boolean).join(" · ");
    this.asked.textContent = said && `: ${said}`;
    if (this.address) this.address.textContent = this.page + (said && decodeURI(query(this.state, this.sorts)));
    this.print.replaceChildren();
  }

  /** Nothing found: what else could be tried. */
  async #showEmpty() {
    const { text, filters } = this.state;
    const tips = [];
    if (this.names.some((facet) => filters[facet].length)) {
      const none = Object.fromEntries(this.names.map((facet) => [facet, []]));
      tips.push(this.#tip(this.words.without_filters, { ...this.state, filters: none }));
    }
    const { shorter } = await this.client.ask("suggest", { text });
    for (const suggestion of shorter) {
      tips.push(this.#tip(filled(this.words.did_you_mean, { words: suggestion }), { ...this.state, text: suggestion }));
    }
    this.empty.querySelector("ul").replaceChildren(...tips);
    this.empty.hidden = false;
    this.panel.hidden = true;
    this.#showChips();
    if (text) await this.#showOther(text);
  }

  #tip(label, next) {
    const link = element("a", { href: query(next, this.sorts) }, label);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.field.value = next.text;
      this.#go(next);
    });
    return element("li", {}, link);
  }

  /** What the other language's archive holds, under its own heading and never among the results. */
  async #showOther(text) {
    const code = this.client.language === "vi" ? "en" : "vi";
    const { hits, words } = await this.client.ask("search", { text, code, options: {}, shown: 8 });
    if (text !== this.state.text || !hits.length) return;
    const items = hits.map((hit) => element("li", {}, element("div", { class: "hit" }, hitLink(hit, this.client, code), hitFacts(hit, words))));
    this.other.querySelector("ol").replaceChildren(...items);
    this.other.hidden = false;
  }

  #tick(number, on) {
    if (on) this.chosen.add(number);
    else this.chosen.delete(number);
    this.#showChosen();
  }

  #showChosen() {
    const text = this.chosen.size ? filled(this.words.take_chosen, { count: this.chosen.size }) : this.words.take_all;
    this.take.querySelector("[data-chosen]").textContent = text;
  }

  /** The ticked results, or all of them, as a file or on a page to print. */
  async #takeAway(style) {
    const numbers = this.chosen.size ? [...this.chosen] : undefined;
    const items = await this.client.ask("citations", { numbers });
    const canonical = document.querySelector("link[rel=canonical]")?.href ?? location.href;
    const permanent = new URL(this.root.dataset.base, canonical).href;
    const prefix = this.client.language === "vi" ? "" : `${this.client.language}/`;
    for (const item of items) item.address = `${permanent}${prefix}${item.path}${item.anchor ? `#${item.anchor}` : ""}`;
    const { STYLES } = await import("./citing.js");
    if (style === "print") {
      const written = STYLES[this.client.language].write(items, this.words).split("\n\n");
      this.print.replaceChildren(...written.map((citation) => element("li", {}, citation)));
      print();
      return;
    }
    const { name, type, write } = STYLES[style];
    const file = URL.createObjectURL(new Blob([write(items, this.words)], { type: `${type};charset=utf-8` }));
    element("a", { href: file, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(file), 1000);
  }
}

for (const root of document.querySelectorAll("[data-search-page]")) new SearchPage(root);
