// The page for editing: opens a record, keeps a draft of what is edited, says what is wrong and shows the change.

import { drawn } from "./change.js";
import * as drafts from "./drafts.js";
import { button, el, part, settings, spoken, word } from "./elements.js";
import { DataFile, Unreadable } from "./file.js";
import { Form, blank } from "./form.js";
import { offer } from "./handing.js";
import { ask, lost } from "./lost.js";
import { changes, merge } from "./merging.js";
import { idOf, json, kindOf, named, pathOf, published } from "./opening.js";
import { asDay } from "./pasting.js";
import { nameOf, picker } from "./picker.js";
import { Preview } from "./preview.js";
import { show } from "./problems.js";
import { problems } from "./rules/all.js";
import { records } from "./rules/entries.js";
import { Schema } from "./schema.js";
import { slug } from "./spelling.js";

const REDIRECTS = "redirects.yml";
const WAIT = 150; // milliseconds after the last letter
const { kinds } = settings;
const choices = {}; // collection → its records
// What can be added while something else is edited, with the field that has what was typed.
const NAMED_BY = { people: "name", topics: "name", glossary: "term", documents: "number" };

async function load(collection) {
  choices[collection] ??= await json(`choices/${collection}.json`);
  return choices[collection];
}

/** One record that is being edited, with the other files that this takes. */
class Editing {
  constructor(kind, name, text, own) {
    Object.assign(this, { kind, name, own, others: new Map(), additions: new Map(), isNew: text === undefined });
    this.file = new DataFile(name, text ?? "");
    this.schema = new Schema(own, (collection) => this.known(collection));
  }

  static async open(kind, name) {
    const [text, own] = await Promise.all([published(name), json(`schemas/${kind.schema}`)]);
    await Promise.all(collections(own).map(load));
    return new Editing(kind, name, text, own);
  }

  /** The text of every file that differs from the published one, by name. */
  get files() {
    return [this.file, ...this.others.values()].filter((file) => file.isChanged);
  }

  /** What the preview draws. */
  get drawn() {
    const { kind, file, name } = this;
    const base = new DataFile(name, file.base).value;
    return { pattern: kind.file, name, value: file.value, base, sources: this.ownSources, added: (...key) => this.added(...key) };
  }

  /** What a record is called that is being added in another file. */
  added(collection, id) {
    const { file, root } = this.additions.get(`${collection}/${id}`) ?? {};
    return file?.get([...root, NAMED_BY[collection]]);
  }

  known(collection) {
    return collection in choices ? new Set(this.records(collection).map(([id]) => id)) : undefined;
  }

  /** The records that can be named: of the archive, with those that are being added. */
  records(collection) {
    if (collection === "sources") return this.sources();
    const added = [...this.additions.values()].filter(({ kind }) => kind.collection === collection).map(({ id }) => id);
    const known = new Set(choices[collection].map(([id]) => id));
    const named = (id) => {
      const said = this.added(collection, id);
      return [id, said?.vi ?? said ?? id, said?.en ?? said?.vi ?? said ?? id].map(String);
    };
    return [...choices[collection], ...added.filter((id) => !known.has(id)).map(named)];
  }

  get ownSources() {
    return records((this.review ?? this.file).value.sources);
  }

  sources() {
    return this.ownSources.map(({ id, publisher, title }) => {
      const said = [publisher, typeof title === "string" ? title : title?.vi].filter(Boolean).join(": ");
      return [id, `${id} – ${said}`, `${id} – ${said}`];
    });
  }

  /** Another file that is edited too, such as that of the people, or that of a new document. */
  async other(name) {
    const kind = kindOf(kinds, name);
    const isNew = kind?.file.includes("*") && choices[kind.collection]?.every(([id]) => id !== idOf(kind, name));
    if (!this.others.has(name)) this.others.set(name, new DataFile(name, (isNew ? undefined : await published(name)) ?? ""));
    return this.others.get(name);
  }
}

const items = new Map(); // the ids of the statements and figures in a file, by its name without its ending
const reading = new Map(); // files and lists of records that are being read for that, by the same name

/** Whether there is a record, a statement or a figure of this id; not known until its file is read, and then reviewed. */
function there(id) {
  const [, page, own] = id.match(/^([a-z]+(?:\/[a-z0-9-]+)*)\/([a-z0-9-]+)$/) ?? [];
  if (!page) return false;
  if (page === "units") return undefined; // of units their congresses count
  const isRecord = kinds.some(({ collection, address }) => collection === page && address);
  const ids = isRecord ? choices[page] : items.get(page);
  if (ids) return ids.some(([each]) => each === own);
  const read = () => (isRecord ? load(page) : published(`${page}.yml`).then((text) => items.set(page, idsIn(new DataFile(page, text ?? "").value))));
  if (!reading.has(page)) reading.set(page, read().then(review, () => reading.delete(page)));
  return undefined;
}

const idsIn = (value) => Object.values(Object(value)).flatMap((each) => [...(each?.id ? [[each.id]] : []), ...(each instanceof Object ? idsIn(each) : [])]);

/** The collections of which a schema names records. */
function collections(schema) {
  const found = new Set(JSON.stringify(schema).match(/(?<="ids":")[a-z]+/g));
  return [...found];
}

let editing;
let form;
let preview;
let waiting;

async function open(kind, name, entry) {
  try {
    editing = await Editing.open(kind, name);
  } catch (error) {
    part("failed").textContent = word(error instanceof Unreadable ? "unreadable" : "not_fetched");
    return;
  }
  part("failed").textContent = "";
  if (!("sources" in (editing.own.properties ?? {})) && kind.review) {
    editing.review = await editing.other(name.replace(/[^/]+$/, "review.yml"));
  }
  if (name !== REDIRECTS) await editing.other(REDIRECTS);
  const kept = drafts.draft(name);
  if (kept) await takeUp(kept);
  if (editing.isNew && editing.file.isEmpty) fillIn();
  draw();
  const within = kind.key ? [kind.key] : []; // a province and a unit may have one id, in one file
  const path = pathOf(editing.file.get(within), entry, within);
  if (path) form.focus(path);
  const added = new URLSearchParams(location.search).get("add");
  if (added) form.element.querySelector(`[data-add="${CSS.escape(added)}"]`)?.click();
  if (entry && !path && kind.file.indexOf("*") < 0) form.element.querySelector(".adding input")?.focus();
}

/** A new record begins with the fields that it must have. */
function fillIn() {
  const { schema, file } = editing;
  for (const [name, value] of Object.entries(blank(schema, []))) file.set([name], value, (path) => schema.order(path));
}

/** Go on with a draft; where the record has changed meanwhile, what the draft changed is put into what it is now. */
async function takeUp({ at, base, text, others = {} }) {
  const { file, schema } = editing;
  const left = [];
  if (base === file.base) file.restore(text);
  else {
    const [before, after] = [base, text].map((each) => new DataFile(file.name, each).value);
    left.push(...merge(file, changes(before, after), (path) => schema.order(path)));
  }
  for (const [name, entries] of Object.entries(others)) {
    if (!kindOf(kinds, name)) continue;
    const other = await editing.other(name);
    merge(other, changes(other.value, { ...other.value, ...entries }), () => []);
    const added = kindOf(kinds, name);
    const ids = added?.collection in NAMED_BY ? (added.file.includes("*") ? [idOf(added, name)] : Object.keys(entries)) : [];
    for (const id of ids) await addRecord(added, id);
  }
  const said = base === file.base ? "" : word(left.length ? "draft_conflicts" : "draft_merged");
  editing.draft = { said, left };
  sayDraft(at, editing.draft);
}

/** That there is a draft, how old it is, and what became of it where the record has changed meanwhile. */
function sayDraft(at, { said, left } = { said: "", left: [] }) {
  const ago = Math.round((Date.now() - Date.parse(at)) / 60000);
  const age = ago < 60 ? word("minutes_ago", { count: ago }) : ago < 2880 ? word("hours_ago", { count: Math.round(ago / 60) }) : word("days_ago", { count: Math.round(ago / 1440) });
  const away = button(word("draft_discard"), () => {
    clearTimeout(waiting);
    waiting = undefined;
    drafts.discard(editing.name);
    location.reload();
  });
  const lost = left.map(({ path, after }) => el("li", {}, `${path.map((step) => step.key ?? step).join(".")}: ${JSON.stringify(after)}`));
  part("draft").replaceChildren(el("p", {}, word("draft_kept", { age }), " ", said), lost.length ? el("ul", {}, lost) : "", away);
  part("draft").hidden = false;
}

function draw() {
  const { file, schema, kind, name } = editing;
  form = new Form({ file, schema, choices: (collection) => editing.records(collection), additions, changed });
  part("fields").replaceChildren(form.element);
  drawAdditions();
  part("title").textContent = `${kind.names[spoken]}: ${idOf(kind, name) || name}`;
  part("work").hidden = false;
  part("choose").open = false;
  preview = new Preview(() => editing.drawn);
  part("drawing").hidden = !kind.isDrawn;
  offer({ current: () => editing.files, name, order: (file) => (path) => (file === name ? schema.order(path) : []), done: () => drafts.discard(name) });
  review();
}

function changed() {
  clearTimeout(waiting);
  waiting = setTimeout(settle, WAIT);
}

function settle() {
  clearTimeout(waiting);
  waiting = undefined;
  review();
  keep();
}

// The preview shows what is worked on.
part("fields").addEventListener("focusin", ({ target }) => {
  const steps = target.dataset.field?.split(".") ?? [];
  const ids = steps.map((_, depth) => editing.file.get(steps.slice(0, depth).map((step) => (/^\d+$/.test(step) ? Number(step) : step)))?.id);
  preview.reveal(ids.findLast((id) => id));
});

// Who reloads or leaves at once after the last letter finds that letter in the draft too.
addEventListener("pagehide", () => waiting && settle());

/** The parts of the file, to go to one: forms are long. */
function listParts() {
  const shown = [...form.element.children].filter((each) => each.dataset.at);
  const names = shown.map((each) => each.querySelector("legend, label, summary").textContent.trim());
  const list = part("parts");
  if (list.options.length && [...list.options].slice(1).map(({ text }) => text).join("\n") === names.join("\n")) return;
  list.replaceChildren(el("option", { value: "" }, word("parts")), ...names.map((name, index) => el("option", { value: shown[index].dataset.at }, name)));
}

part("parts").addEventListener("change", ({ target }) => {
  if (target.value) form.focus([target.value]);
  target.value = "";
});

part("onward").addEventListener("click", () => {
  part("beside").scrollIntoView();
  part("beside").focus({ preventScroll: true });
});

/** Everything that follows from the fields: problems, the change, the draft. */
function review() {
  const { file, schema, files } = editing;
  const gone = lostAddresses();
  const found = problems(schema, file.name, file.value, { sources: editing.ownSources, there });
  const own = [...found, ...gone.map(({ address, path, renamed }) => ({ path: renamed ? [...path, "id"] : path.slice(0, -1), key: "lost-address", values: { address } }))];
  const added = [...editing.additions.values()].map((each) => [each.form, problems(each.schema, each.file.name, each.file.value, { there }).filter(({ path }) => each.root.every((step, at) => path[at] === step))]);
  const errors = show([[form, own], ...added]);
  preview.draw();
  part("onward").textContent = word("onward", { errors });
  listParts();
  part("yaml").textContent = file.text;
  part("diff").replaceChildren(...drawn(files));
  part("nothing").hidden = files.length > 0;
  part("ready").textContent = files.length && errors ? word("not_ready") : "";
}

/** The addresses that this edit would lose; each is asked about until it is redirected or kept. */
function lostAddresses() {
  const { file, kind, name } = editing;
  const redirects = editing.others.get(REDIRECTS);
  if (!redirects) return [];
  const before = new DataFile(name, file.base).value;
  const gone = lost(kinds, kind, name, before, file.value, redirects.value);
  const redirect = (from, to) => {
    redirects.set([from], to);
    changed();
  };
  const restore = (path, address) => {
    file.set([...path, "id"], address.split("#")[1], form.order);
    form.redraw(path);
    changed();
  };
  ask(gone, { redirect, restore });
  return gone;
}

/** Of other files a draft has the entries that are new, which are put into what the files are by then. */
function keep() {
  if (!editing.files.length) {
    drafts.discard(editing.name);
    part("draft").hidden = true;
    return;
  }
  const others = {};
  for (const other of editing.others.values()) {
    const before = new DataFile(other.name, other.base).value;
    if (other.isChanged) others[other.name] = Object.fromEntries(Object.entries(other.value).filter(([id]) => !(id in before)));
  }
  const { file, name } = editing;
  const isKept = drafts.keep(name, { base: file.base, text: file.text, others });
  if (isKept) sayDraft(new Date().toISOString(), editing.draft);
  else part("failed").textContent = word("draft_not_kept");
}

/** Add a record to another file, or go on with one that a draft has added: it has a form of its own. */
async function addRecord(kind, id, typed) {
  const own = await json(`schemas/${kind.schema}`);
  await Promise.all(collections(own).map(load));
  const file = await editing.other(kind.file.replace("*", id));
  const root = kind.file.includes("*") ? [] : [id];
  const schema = new Schema(own, (collection) => editing.known(collection));
  const order = (path) => schema.order(path);
  if (typed !== undefined) {
    const title = NAMED_BY[kind.collection];
    const isText = schema.field(schema.at([...root, title])).kind === "text";
    // The id of a document may end with its year; its number does not.
    const said = kind.file.includes("*") ? typed.replace(/\s\d{4}$/, "") : typed;
    const value = { ...blank(schema, root), [title]: isText ? { vi: said } : said };
    if (root.length) file.set(root, value, order);
    else for (const [name, each] of Object.entries(value)) file.set([name], each, order);
  }
  editing.additions.set(`${kind.collection}/${id}`, { kind, id, file, root, schema });
  if (form) drawAdditions();
}

function drawAdditions() {
  const drawn = [...editing.additions].map(([key, addition]) => {
    const { kind, id, file, root, schema } = addition;
    addition.form = new Form({ file, schema, root, choices: (collection) => editing.records(collection), additions, changed });
    const away = () => {
      if (root.length) file.remove(root);
      else editing.others.delete(file.name);
      editing.additions.delete(key);
      drawAdditions();
      changed();
    };
    return el("section", { class: "editing__added", "data-added": key }, el("h3", {}, `${kind.names[spoken]}: ${id}`), addition.form.element, button(word("remove"), away, { "data-take-away": key }));
  });
  part("additions").replaceChildren(...drawn);
}

/** What can be added where a name is not known: a record of its own; a source, by its address. */
function additions(collection, typed) {
  const kind = kinds.find((each) => each.collection === collection && collection in NAMED_BY);
  if (kind && kind !== editing.kind && typed) {
    const id = slug(typed);
    if (!new RegExp(`^(?:${kind.idForm})$`).test(id) || editing.known(collection).has(id)) return [];
    const add = async () => {
      await addRecord(kind, id, typed);
      return id;
    };
    return [[word("new_record", { kind: kind.names[spoken], name: typed }), add]];
  }
  if (collection === "sources" && /^https?:\/\/\S+$/.test(typed) && !editing.review) {
    const add = () => {
      const source = { ...form.item(["sources"]), url: typed };
      form.file.insert(["sources"], editing.ownSources.length, source, form.order);
      form.redraw(["sources"]);
      return source.id;
    };
    return [[word("new_source", { address: typed }), add]];
  }
  return [];
}

/** The list of files to choose from: a record of a type, or a new one. */
async function choose() {
  const [type, place, create] = ["type", "record", "new"].map(part);
  type.replaceChildren(...kinds.map((kind, index) => el("option", { value: index }, kind.names[spoken])));
  const list = async () => {
    const kind = kinds[type.value];
    const isOne = !kind.file.includes("*");
    create.hidden = !kind.collection;
    if (isOne && !kind.collection) return place.replaceChildren(button(word("open"), () => go({ record: kind.file.replace(/\.yml$/, "") })));
    const records = await load(kind.collection);
    const chosen = (id) => {
      if (records.some(([each]) => each === id)) go(isOne ? { record: kind.file.replace(/\.yml$/, ""), entry: id } : { record: kind.file.replace("*", id).replace(/\.yml$/, "") });
    };
    const label = el("label", { for: "which" }, word("which"));
    place.replaceChildren(label, picker({ attributes: { id: "which" }, value: "", choices: () => records, chosen }));
  };
  type.addEventListener("change", list);
  create.addEventListener("click", () => begin(kinds[type.value]));
  await list();
  const kept = drafts.drafts().map((name) => el("li", {}, el("a", { href: `?record=${encodeURIComponent(name.replace(/\.yml$/, ""))}` }, name)));
  part("drafts").replaceChildren(...kept);
  part("drafts").parentElement.hidden = !kept.length;
}

function go({ record, entry = "" }) {
  location.assign(`?record=${encodeURIComponent(record).replaceAll("%2F", "/")}${entry && `#${entry}`}`);
}

/** A new record: of a type with files of its own, what it is to be called; of the others, an entry of their file. */
function begin(kind) {
  if (!kind.file.includes("*")) return go({ record: kind.file.replace(/\.yml$/, ""), entry: "?" });
  const name = el("input", { type: "text", id: "new-id", autocomplete: "off" });
  const said = el("p", { class: "problem", role: "alert" });
  const start = async (event) => {
    event.preventDefault();
    const id = slug(asDay(name.value.trim()));
    const record = kind.file.replace("*", id).replace(/\.yml$/, "");
    const isUsed = kind.collection && (await load(kind.collection)).some(([each]) => each === id);
    if (!new RegExp(`^(?:${kind.idForm})$`).test(id)) said.textContent = word("problem_id");
    else if (isUsed) said.replaceChildren(word("id_used"), " ", el("a", { href: `?record=${record}` }, id));
    else go({ record });
  };
  const asked = el("form", { onsubmit: start }, el("label", { for: "new-id" }, word("new_id")), el("p", { class: "means" }, kind.idHelp[spoken]), name, el("button", { class: "button" }, word("begin")), said);
  part("beginning").replaceChildren(asked);
  name.focus();
}

async function start() {
  const asked = new URLSearchParams(location.search);
  await choose();
  const fresh = kinds.find(({ name }) => name === asked.get("new"));
  if (fresh) return begin(fresh);
  if (!asked.get("record")) return;
  const found = named(kinds, asked.get("record"), asked.get("entry") ?? new URLSearchParams(`id=${location.hash.slice(1)}`).get("id"));
  if (found) await open(found.kind, found.name, found.entry);
  else part("failed").textContent = word("no_such_file");
}

start().catch(() => (part("failed").textContent = word("not_fetched")));
