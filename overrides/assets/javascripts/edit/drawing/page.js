// A record as its page shows it: the heading, what was said and counted, and the note of each.

import { parse } from "../rules/dates.js";
import { number } from "./texts.js";
import { View } from "./view.js";

const NOTHING = { of: () => [], causes: () => [] };

/**
 * A file whose record has statements, as HTML and with the address of its page. `base` is its value as published,
 * `sources` are those that it may name, `added(collection, id)` gives what a record is called that is being added.
 */
export function drawn({ known, pattern, name, value, base, sources, added }) {
  const page = new Page(known, known.homes[pattern], name, value, sources, added);
  const view = new View(known, page, outdated(known, value, base, page.path));
  const { record } = page;
  const said = page.isMeeting
    ? [view.render("meeting_head.html", { home: page, record }), view.render("meeting_text.html", { home: page, record, kinds: known.kinds })]
    : [view.render("review_groups.html", { part: page, home: true })];
  return { path: page.path, html: [...said, view.notes()].join("\n") };
}

class Page {
  constructor(known, { name, path, lists }, file, value, sources, added) {
    const [id] = file.match(/[^/]+(?=\.yml$)/);
    const [year] = file.match(/(?<=^reviews\/)[^/]+/) ?? [];
    // The archive's own words are left out: what they rest on may be on other pages.
    const record = { ...value, summary: undefined };
    Object.assign(this, { known, name, record, sources: items({ sources }, "sources"), added, id, year, isMeeting: !year });
    this.path = path.replace("*", year ?? id);
    this.for_year = record.year;
    this.title = record.title;
    this.groups = lists.filter((each) => each.lists).flatMap((each) => items(record, each.name));
    this.frame = items(record, "frame");
    this.items = [...this.found(record, lists)];
    const stated = new Set(this.items.filter(({ kind }) => kind).map(({ kind }) => kind));
    const ofAppointments = record.form === "cadre-meeting" || (stated.size === 1 && stated.has("appointment"));
    this.sort = { value: ofAppointments ? "appointment_meeting" : "meeting" };
    this.own_places = this.places(record.provinces);
    this.archive = {
      statements_of: (_, kind) => this.items.filter((each) => each.kind && (!kind || each.kind === kind)),
      figures_by: () => this.items.filter((each) => !each.kind),
      outcomes: NOTHING,
    };
  }

  *found(record, lists, group = null) {
    for (const { name, lists: inner, kind, example } of lists) {
      for (const each of items(record, name)) {
        if (inner) yield* this.found(each, inner, each);
        else yield this.item(each, group, kind, example);
      }
    }
  }

  item(record, group, kind, example) {
    const present = [...items(this.record, "chairs"), ...items(this.record, "attendees")];
    return {
      home: this, record: kind ? record : { ...record, quantity: () => quantity(record, this.known) }, group, kind, example,
      id: `${this.path}${record.id}`,
      text: record.text,
      on_page: record.on_page ?? record.text,
      force: record.force,
      source: addressed(this.sources.find(({ id }) => id === record.source)),
      attendance: this.isMeeting && record.by ? present.find(({ person }) => person === record.by) : undefined,
      places: this.places(record.provinces?.length || !this.isMeeting ? record.provinces : this.record.provinces),
    };
  }

  /** What provinces were called on its day: each by itself, or as the unit that was at work by then. */
  places(provinces) {
    const day = this.isMeeting ? parse(this.record.date)?.start : `${this.year}-12-31`;
    const found = [provinces ?? []].flat().map((id) => {
      const [unit, since] = this.known.units[id] ?? [];
      return since && since <= day ? `units/${unit}` : `provinces/${id}`;
    });
    return [...new Set(found)].map((place) => place.split("/"));
  }
}

/** The number of a figure as its source states it, without its unit. */
function quantity({ value, value_to: last, approximation }, { language, words }) {
  const shown = number(value, language);
  const said = last === undefined ? shown : words.range.replace("{first}", shown).replace("{last}", number(last, language));
  return approximation ? `${words[`approximation_${approximation}`] ?? ""} ${said}` : said;
}

const items = (record, name) => (Array.isArray(record?.[name]) ? record[name].filter((each) => each instanceof Object) : []);
const addressed = (source = {}) => ({ ...source, address: source.url === "not-stated" ? undefined : source.url });

/** Whether the English of a text is older than its Vietnamese, in the archive or by this edit: the address of that. */
function outdated(known, value, base, path) {
  const before = new Map(known.outdated.map(([vi, en, address]) => [`${vi}\n${en}`, address]));
  const [published, now] = [base, value].map((each) => [...texts(each)]);
  for (const { vi, en, anchor } of now) {
    const wasSaid = published.filter((each) => each.en === en);
    if (wasSaid.length && !wasSaid.some((each) => same(each.vi, vi))) before.set(`${vi}\n${en}`, `${known.root}${path}${anchor && `#${anchor}`}`);
  }
  return ({ vi, en }) => before.get(`${vi}\n${en}`);
}

/** Marks and spaces count for nothing. */
const same = (one, other) => one === other || String(words(one)) === String(words(other));
const words = (text) => String(text).normalize("NFC").match(/[\p{L}\p{N}_]+(?:[.,:/-][\p{L}\p{N}_]+)*|[%‰]/gu);

function* texts(value, anchor = "") {
  if (value === null || typeof value !== "object") return;
  if ("vi" in value && "en" in value) yield { ...value, anchor };
  const own = typeof value.id === "string" ? value.id : anchor;
  for (const [key, each] of Object.entries(value)) yield* texts(each, key === "sources" ? "" : own);
}
