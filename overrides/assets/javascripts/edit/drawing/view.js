// What the templates of records may ask for, as `View` gives it to them on the site (macros/views/rendering.py).

import { Markup, Templates, escape } from "./templates.js";
import { Words, date, inLanguage, isVietnamese, unbroken } from "./texts.js";

const SOURCE_ID = /(?<![\p{L}\p{N}_#/.-])s\d+(?![\p{L}\p{N}_-])/gu;
const SITE = /\s*\([\p{L}\p{N}_.-]+\.[a-z]{2,}\)$/u;
const TAGS = { topics: "tag", documents: "tag tag--document", provinces: "tag", units: "tag" };
const capital = (text) => {
  const [first, ...rest] = String(text);
  return `${(first ?? "").toUpperCase()}${rest.join("")}`;
};

/** A language, as templates compare it. */
class Language {
  constructor(value) {
    this.value = value;
  }

  get other() {
    return new Language(this.value === "vi" ? "en" : "vi");
  }

  toString() {
    return this.value;
  }
}

export class View {
  /** `known` is what the build says of a language, `home` the page; `isOutdated(text)` whether its English is older. */
  constructor(known, home, isOutdated = () => false) {
    Object.assign(this, { known, page: home, isOutdated, noted: [], seen: new Set() });
    this.path = home.path;
    this.home = "../".repeat(home.path.split("/").length - 1);
    this.root = "../".repeat(`${known.prefix}${home.path}`.split("/").length - 1);
    this.language = new Language(known.language);
    this.whole = new RegExp(known.whole, "gu");
    this.run = new RegExp(known.run, "u");
    this.terms = known.terms.map(([id, use, said, meaning]) => ({ id, use, said: new RegExp(said, "iu"), meaning }));
    const filters = { capital, word: (key) => this.word(key), unbroken: (text) => this.unbroken(text) };
    this.templates = new Templates(known.templates, filters);
  }

  /** A template, drawn; what is not in the file that is edited, such as what came of a statement, is left out. */
  render(name, values) {
    return this.templates.render(name, { ...values, view: this, a: this.page.archive });
  }

  word(key) {
    return this.known.words[key] ?? key;
  }

  /** A small piece of HTML with values in it. */
  piece(name, ...values) {
    const left = [...values];
    return new Markup(this.known.pieces[name].replace(/\{\}/g, () => escape(left.shift())));
  }

  text(given) {
    const text = Object(given);
    const held = (name) => (html) => this.piece(name, new Markup(html)).html;
    const said = inLanguage(text, this.known.language, { untranslated: held("untranslated"), quotation: held("quotation"), run: this.run });
    const original = said instanceof Words && text.en !== undefined && this.isOutdated(text);
    if (original) said.mark = this.piece("outdated", this.on(original), this.word("outdated_mark")).html;
    return said;
  }

  unbroken(text) {
    return unbroken(text, this.whole, (found) => this.piece("unbroken", found));
  }

  /** The text of a statement; on an English page each term in it leads to the glossary where it is first used. */
  said(text) {
    const html = this.unbroken(this.text(text));
    const said = Object(text).en === undefined ? [] : this.terms.filter((term) => term.said.test(text.vi));
    if (this.known.language === "vi" || !said.length) return html;
    const uses = said.map(({ use }) => escape(use)).sort((a, b) => b.length - a.length).map((use) => use.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}_/#.=-])(${uses.join("|")})s?(?![\\p{L}\\p{N}_-])`, "giu");
    return new Markup(html.html.replace(pattern, (found, use) => {
      const { id, meaning } = said.find((each) => each.use.toLowerCase() === use.toLowerCase());
      if (this.seen.has(id)) return found;
      this.seen.add(id);
      return this.piece("gloss", this.href("glossary/", id), meaning, new Markup(found)).html;
    }));
  }

  foreign(text, language) {
    return language === this.known.language ? new Markup(escape(text)) : this.piece("foreign", language, text);
  }

  date(written) {
    const { shown, iso } = date(written, this.known.language);
    return iso ? this.piece("time", iso, shown) : this.unbroken(shown);
  }

  level({ record, own_places: places }) {
    const level = this.word(`level_${record.level}`);
    return record.level !== "provincial" || !places.length ? level : `${level} (${places.map((place) => this.known.places[place.join("/")] ?? place[1]).join("; ")})`;
  }

  form(form) {
    return this.on(new Markup(this.known.forms[form] ?? escape(form)));
  }

  href(path, anchor = "", language = this.language) {
    if (String(language) !== this.known.language) return `${this.root}${String(language) === "en" ? "en/" : ""}${path}${anchor && `#${anchor}`}` || "./";
    const address = anchor && path === this.path ? "" : this.home + path || "./";
    return anchor ? `${address}#${anchor}` : address;
  }

  link(path, label, anchor = "", css = "") {
    const mark = label?.mark ?? "";
    const shown = label instanceof Markup ? label : this.unbroken(mark ? String(label) : label);
    const values = css ? [css, shown] : [shown];
    return new Markup(this.piece(css ? "link_of_class" : "link", this.href(path, anchor), ...values).html + mark);
  }

  /** A link to a record; to one that is being added, by what its entry says. */
  record(collection, id, css = "") {
    const [address, label, mark] = this.known.records[collection]?.[id] ?? [`${collection}/${id}/`, this.#added(collection, id), ""];
    const [path, anchor] = address.split("#");
    return new Markup(this.link(path, new Markup(label), anchor, css).html + mark);
  }

  #added(collection, id) {
    const said = this.page.added(collection, id) ?? id;
    return escape(said instanceof Object ? this.unbroken(this.text(said)) : this.foreign(said, "vi"));
  }

  mark(item) {
    const count = this.noted.push(item);
    return this.piece("mark", item.record.id, this.word("note"), count, count);
  }

  former(path, id) {
    return new Markup((this.known.former[`${path}#${id}`] ?? []).map((each) => this.piece("former", each).html).join(""));
  }

  dead_documents({ record }) {
    const dead = (record.documents ?? []).map((id) => this.known.dead[id]).filter(Boolean);
    return dead.length ? this.piece("dead", this.on(new Markup(dead.join("\n")))) : "";
  }

  /** HTML, or an address, that was made for any page, for this one. */
  on(made) {
    const html = String(made).replaceAll(this.known.home, this.home).replaceAll(this.known.root, this.root);
    return made instanceof Markup ? new Markup(html) : html;
  }

  by_speaker(statements) {
    const groups = new Map();
    for (const statement of statements) {
      const key = statement.record.by || statement.record.by_office?.vi;
      groups.set(key, [...(groups.get(key) ?? []), statement]);
    }
    return [...groups.values()].map((group) => {
      const [{ record }] = group;
      const name = record.by ? this.record("people", record.by) : record.by_office ? new Markup(escape(this.text(record.by_office))) : "";
      const forces = new Set(group.map(({ force }) => force));
      const [force] = forces;
      return { name, force: forces.size === 1 && force ? this.word(`force_${force}`) : "", statements: group };
    });
  }

  home_label(home) {
    if (!home.isMeeting) return `${this.word(`part_${home.name}`)} ${home.for_year || home.year}`;
    return new Markup(`${escape(this.word(`form_${home.record.form}`))}, ${this.date(home.record.date)}`);
  }

  subjects(statement, { home = false } = {}) {
    const { record, places } = statement;
    const named = ["topics", "documents"].flatMap((kind) => (record[kind] ?? []).map((id) => [kind, id]));
    if (record.provinces?.length) named.push(...places);
    else if (!home) named.push(...places.filter(([kind]) => kind === "units"));
    return new Markup(named.map(([kind, id]) => `\n${this.record(kind, id, TAGS[kind])}`).join(""));
  }

  evidence(item) {
    if (!item.record.evidence) return "";
    const language = new Language(item.source.language ?? "vi");
    const source = { language, language_of: (words) => (isVietnamese(String(words)) ? "vi" : language.value) };
    return this.render("evidence.html", { evidence: item.record.evidence, source, behind: false });
  }

  with_source_links(text, path) {
    const ids = new Set(this.page.sources.map(({ id }) => id));
    const html = escape(this.text(text));
    return new Markup(html.replace(SOURCE_ID, (id) => (ids.has(id) ? this.source_link(path, id).html : id)));
  }

  source_link(path, id) {
    return this.link(path, this.source_label(id), `source-${id}`);
  }

  source_label(id) {
    const source = [...this.page.sources, ...this.known.region].find((each) => each.id === id);
    const name = this.publisher(source);
    const ids = this.page.sources.filter((each) => this.publisher(each).html === name.html).map((each) => each.id);
    return ids.includes(id) && ids.length > 1 ? new Markup(`${name} (${ids.indexOf(id) + 1})`) : name;
  }

  publisher(source) {
    return this.foreign(String(source?.publisher ?? "").replace(SITE, ""), "vi");
  }

  source_name(source) {
    const name = this.foreign(source.publisher ?? "", "vi");
    return source.machine_translation ? new Markup(`${name} (${escape(this.word("machine_translation"))})`) : name;
  }

  notes() {
    return this.noted.length ? this.render("notes.html", {}) : "";
  }

  ways() {
    return "";
  }
}
