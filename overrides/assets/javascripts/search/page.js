// The search page: its address is its state; results, filters with exact counts, and what can be taken away.

import { query, state } from "./address.js";
import { showAnswer } from "./answers.js";
import { Client, Superseded, Unavailable } from "./client.js";
import { Combobox } from "./combobox.js";
import { counted, element, filled, remarks, shown, suggested } from "./results.js";

const SHOWN = 20;
const PAUSE = 200; // milliseconds without a key before a search
const UNKNOWN = "%25WORDS%25"; // stands for the words in the address of a report (repository.py)
const LONGEST = 200; // letters of them that a report takes
const OPEN = ["person", "year"]; // the filters whose values are shown at first where there is room
const FIRST = "conclusion"; // the kind that readers look for most

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
    this.answer = part("answer");
    this.facets = part("facets");
    this.panel = part("facet-panel");
    this.kinds = part("kinds");
    this.wide = matchMedia("(min-width: 45em)").matches;
    this.panel.open = this.wide; // on a phone the results come first
    this.choice = new Combobox(this.field, part("suggestions"), part("popup"));
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
      this.choice.show([]);
      this.#go(this.#typed());
    });
    this.field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.#go(this.#typed(), { live: true });
        this.#reported(this.#suggest());
      }, PAUSE);
    });
    this.results.addEventListener("keydown", (event) => this.#walk(event));
    this.sort.addEventListener("change", () => this.#go({ ...this.state, sort: this.sort.value }));
    this.more.addEventListener("click", () => this.#reported(this.#showMore()));
    for (const part of [this.facets, this.kinds]) {
      part.addEventListener("change", ({ target }) => {
        if (!this.wide && part === this.facets) this.#showResultsOnly();
        this.#choose(target.dataset.facet, target.value, target.checked);
      });
    }
    this.results.addEventListener("change", ({ target }) => this.#tick(+target.value, target.checked));
    this.take.addEventListener("click", ({ target }) => target.dataset.style && this.#reported(this.#take(target.dataset.style)));
    addEventListener("popstate", () => this.#read());
    addEventListener("pagehide", () => history.replaceState({ top: scrollY, shown: this.items.length }, ""));
  }

  /** The address as it is now. */
  #read() {
    this.state = state(location.search, this.names, this.sorts);
    this.field.value = this.state.text;
    this.sort.value = this.state.sort;
    this.#search();
  }

  /** The state with what is in the field; words that go on keep what was taken off, others are read anew. */
  #typed() {
    const text = this.field.value.trim();
    return { ...this.state, text, off: text.startsWith(this.state.text) ? this.state.off : [] };
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

  /** On a phone open filters leave no room for what is found. */
  #showResultsOnly() {
    this.panel.open = false;
    this.panel.querySelector("summary").focus();
  }

  /** How to go on, while the reader types. */
  async #suggest() {
    const text = this.field.value;
    const { suggestions, words } = await this.client.ask("complete", { text, shown: 5 });
    if (this.field.value !== text || document.activeElement !== this.field) return;
    this.choice.show(suggestions.map((each) => {
      const next = { ...this.state, text: each.label, off: [] };
      const item = suggested(each, words, query(next, this.sorts));
      item.firstChild.addEventListener("click", (event) => this.#follow(event, next));
      return item;
    }));
  }

  /** A link to a state of this page is followed without leaving it. */
  #follow(event, next) {
    event.preventDefault();
    this.choice.show([]);
    this.field.value = next.text;
    this.#go(next);
  }

  /** Arrows walk from result to result, and from the first up to the field. */
  #walk(event) {
    if (!event.target.matches("a") || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    const links = [...this.results.querySelectorAll("[data-id] > .hit > a")];
    const next = links.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1);
    (links[next] ?? (next < 0 ? this.field : event.target)).focus();
  }

  async #search({ live = false } = {}) {
    const { text, filters, sort, off } = this.state;
    const most = Math.max(SHOWN, history.state?.shown ?? 0); // as many as when the page was left
    const filtered = this.names.some((facet) => filters[facet].length);
    this.chosen.clear();
    this.#showAsked([text]);
    if (!text && !filtered) return this.#clear();
    this.results.setAttribute("aria-busy", "true");
    try {
      const options = { filters, sort, live, exact: true, off };
      const answer = await this.client.ask("search", { text, options, shown: most });
      this.words = answer.words;
      this.understood = answer.chips.filter((chip) => !chip.off);
      this.#showResults(answer);
      if (answer.hits.length) await this.#showFacets();
      else await this.#showEmpty(answer);
      this.results.removeAttribute("aria-busy");
      this.#comeBack();
    } catch (problem) {
      if (problem instanceof Superseded) return;
      this.#clear(this.root.dataset.unavailable);
      if (!(problem instanceof Unavailable)) throw problem;
    }
  }

  /** To where the reader was among the results when a link was followed, once: the browser looked before they were there. */
  #comeBack() {
    const { top } = history.state ?? {};
    history.replaceState(null, "");
    if (top) scrollTo(0, top);
  }

  /** Where the index cannot be reached any more, or a deploy has replaced it, the reader is informed; what was found stays. */
  async #reported(work) {
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
    this.answer.replaceChildren();
    this.kinds.replaceChildren();
    this.chips.replaceChildren();
    this.notices.replaceChildren();
  }

  #showResults({ words, hits, total, more, notices, question, closest, intent, chips, ...reading }) {
    this.results.replaceChildren();
    this.closest = closest;
    this.#append(hits);
    showAnswer({ intent, hits, chips, words }, this.items, this.answer, this.client);
    this.count.textContent = counted(words.count, total, this.client.language);
    this.count.dataset.count = total;
    this.#offerMore(more);
    this.take.hidden = !hits.length;
    this.other.hidden = true;
    this.empty.hidden = true;
    const said = remarks({ words, ...reading }).map((text) => element("p", {}, text));
    if (question) said.push(element("p", {}, this.#link(filled(words.question, { words: question }), { ...this.state, text: question, off: [] })));
    this.notices.replaceChildren(...said, ...notices.map(({ text, path }) => {
      const [page, anchor = ""] = path.split("#");
      return element("p", {}, text, " ", element("a", { href: this.client.address({ path: page, anchor }) }, words.more_about));
    }));
    this.#showChosen();
  }

  get items() {
    return [...this.results.querySelectorAll(":scope > [data-id]")];
  }

  /** More hits below those there are; a line before the first that lacks a part of the query. */
  #append(hits) {
    for (const hit of hits) {
      if (hit.missing.length && !this.results.querySelector("[data-closest]")) {
        this.results.append(element("li", { class: "search-page__closest", "data-closest": true }, this.closest ? this.words.closest : this.words.nearest));
      }
      this.results.append(this.#item(hit));
    }
  }

  #item(hit) {
    const title = hit.title.map(([text]) => text).join("") || hit.label;
    const label = filled(this.words.choose, { title });
    const box = element("input", { type: "checkbox", value: hit.number, "aria-label": label });
    box.checked = this.chosen.has(hit.number);
    const missing = hit.missing.join(" ") || undefined;
    return element("li", { "data-id": hit.id, "data-kind": hit.kind, "data-missing": missing }, box, shown(hit, this.words, this.client));
  }

  /** Where there are more results than stand here: a button to press, and on paper a sentence. */
  #offerMore(more) {
    this.more.hidden = this.shown.hidden = !more;
    this.shown.textContent = filled(this.shown.dataset.shown, { shown: this.items.length });
  }

  async #showMore() {
    const from = this.items.length;
    const { hits, more } = await this.client.ask("more", { from, shown: SHOWN });
    this.#append(hits);
    this.#offerMore(more);
    this.items[from]?.querySelector("a").focus();
  }

  /** The filters with their counts: of the kinds in a row above the results, of the others in lists. */
  async #showFacets() {
    const { filters } = this.state;
    const answer = await this.client.ask("facets", { filters, names: this.names });
    const open = new Set([...this.facets.querySelectorAll("details[open]")].map((details) => details.dataset.facet));
    const first = this.wide && !this.facets.children.length;
    const { dataset: focus, value } = document.activeElement;
    this.panel.hidden = false;
    const { kind, ...others } = answer;
    this.#showKinds(kind);
    this.facets.replaceChildren(...Object.entries(others).filter(([, values]) => values.length).map(([facet, values]) => {
      const shown = open.has(facet) || filters[facet].length > 0 || (first && OPEN.includes(facet));
      const order = facet === "year" || facet === "meeting" ? values.reverse() : values.sort((a, b) => b.count - a.count);
      return element("details", { class: "facet", "data-facet": facet, open: shown },
        element("summary", {}, this.words[`facet_${facet}`]), element("ul", {}, ...this.#boxes(facet, order)));
    }));
    this.#showChips(answer);
    const boxes = [...this.root.querySelectorAll("input[data-facet]")];
    boxes.find((box) => box.dataset.facet === focus.facet && box.value === value)?.focus(); // the box that was ticked
  }

  /** Conclusions apart from results, remarks and the rest. */
  #showKinds(values) {
    const order = values.sort((a, b) => (b.value === FIRST) - (a.value === FIRST) || b.count - a.count);
    this.kinds.replaceChildren(element("li", {}, this.words.only), ...this.#boxes("kind", order));
  }

  /** A box for each value of a facet, with how many results have it. */
  #boxes(facet, values) {
    const { filters } = this.state;
    return values.map(({ value, label, lang, count }) => {
      const box = element("input", { type: "checkbox", value, "data-facet": facet });
      box.checked = filters[facet].includes(value);
      const number = element("span", { class: "facet__count", "data-facet-count": count }, count.toLocaleString(this.client.language));
      return element("li", {}, element("label", {}, box, element("span", { class: "facet__label", lang }, label), number));
    });
  }

  /** What was read out of the words, and the filters: each can be taken off. */
  #showChips(answer) {
    const { filters, off } = this.state;
    const read = this.understood.filter(({ field, value }) => !filters[field]?.includes(value)).map(({ field, value, label }) =>
      this.#chip(label, this.words.do_not_read, "chip chip--read", () => this.#go({ ...this.state, off: [...off, `${field}:${value}`] })));
    const labels = [];
    const chosen = this.names.flatMap((facet) => filters[facet].map((value) => {
      const label = answer?.[facet]?.find((row) => row.value === value)?.label ?? value;
      labels.push(label);
      return this.#chip(label, this.words.remove, "chip", () => this.#choose(facet, value, false));
    }));
    if (read.length) read.unshift(element("li", {}, this.words.read_as));
    this.chips.replaceChildren(...read, ...chosen);
    this.#showAsked([this.state.text, ...labels]);
  }

  #chip(label, sentence, classes, takeOff) {
    const chip = element("button", { type: "button", class: classes, "aria-label": filled(sentence, { filter: label }) }, `${label} ×`);
    chip.addEventListener("click", () => {
      takeOff();
      this.field.focus();
    });
    return element("li", {}, chip);
  }

  /** On paper: what was asked, in the heading, and the address that asks it again. What was chosen before goes. */
  #showAsked(words) {
    const said = words.filter(Boolean).join(" · ");
    this.asked.textContent = said && `: ${said}`;
    if (this.address) this.address.textContent = this.page + (said && decodeURI(query(this.state, this.sorts)));
    this.print.replaceChildren();
  }

  /** Nothing found: what else could be tried. */
  async #showEmpty({ absent }) {
    const { text, filters } = this.state;
    const tips = [];
    if (this.names.some((facet) => filters[facet].length)) {
      const none = Object.fromEntries(this.names.map((facet) => [facet, []]));
      tips.push([this.words.without_filters, { ...this.state, filters: none }]);
    }
    const { shorter } = absent.length ? {} : await this.client.ask("suggest", { text });
    if (shorter) tips.push([filled(this.words.did_you_mean, { words: shorter }), { ...this.state, text: shorter, off: [] }]);
    this.empty.querySelector("ul").replaceChildren(...tips.map(([label, next]) => element("li", {}, this.#link(label, next))));
    for (const link of this.empty.querySelectorAll("[data-report]")) {
      link.href = link.dataset.report.replaceAll(UNKNOWN, encodeURIComponent(text.slice(0, LONGEST).toWellFormed()));
    }
    this.empty.hidden = false;
    this.panel.hidden = true;
    this.kinds.replaceChildren();
    this.#showChips();
    if (text) await this.#showOther(text);
  }

  #link(label, next) {
    const link = element("a", { href: query(next, this.sorts) }, label);
    link.addEventListener("click", (event) => this.#follow(event, next));
    return link;
  }

  /** What the other language's archive holds, under its own heading and never among the results. */
  async #showOther(text) {
    const code = this.client.language === "vi" ? "en" : "vi";
    const asked = this.client.ask("search", { text, code, options: {}, shown: 8 });
    const answer = await asked.catch(() => ({ hits: [] })); // a reader without a connection may lack it
    const { hits, words } = answer;
    if (text !== this.state.text || !hits.length) return;
    const items = hits.map((hit) => element("li", {}, shown(hit, words, this.client, code)));
    const [place, list] = this.other.children;
    list.replaceChildren(...items);
    showAnswer(answer, items, place, this.client, code);
    this.other.hidden = false;
    this.empty.hidden = true;
    this.count.textContent = this.words.only_other;
  }

  #tick(number, on) {
    if (on) this.chosen.add(number);
    else this.chosen.delete(number);
    this.#showChosen();
  }

  #showChosen() {
    const text = this.chosen.size ? filled(this.words.take_chosen, { count: this.chosen.size }) : this.words.take_all;
    this.take.querySelector("[data-chosen]").textContent = text;
    this.take.classList.toggle("search-page__take--chosen", this.chosen.size > 0);
  }

  /** The ticked results, or all of them, as a file or on a page to print. */
  async #take(style) {
    const numbers = this.chosen.size ? [...this.chosen] : undefined;
    const { takeAway } = await import("./taking.js");
    await takeAway(style, numbers, this);
  }
}

for (const root of document.querySelectorAll("[data-search-page]")) new SearchPage(root);
