// The fields of a file, made from its schema. Where a value is in the file is its path; elements that show one have it
// in `data-at`, joined by points, and their inputs in `data-field`.

import { button, el, spoken, word } from "./elements.js";
import { asDay, mended, pasted } from "./pasting.js";
import { nameOf, picker } from "./picker.js";
import { NOT_STATED } from "./schema.js";
import { slug } from "./spelling.js";

const MANY = 40; // items of a list that are shown closed, each drawn when it is opened
const LANGUAGES = ["vi", "en"];
const NAMING = ["text", "what", "title"]; // the field whose words become an id
const WORDS_OF_ID = 6;
const SHOWN = 70; // letters of a text that names an item

const joined = (path) => path.join(".");
const isEmpty = (value) => value === undefined || value === "";

/** A new value: a record with the fields that it needs, all to be written. */
export function blank(schema, path) {
  const { kind, inner } = schema.field(schema.at(path));
  if (kind === "text") return { vi: "" };
  if (kind === "boolean") return true;
  if (kind === "list") return [blank(schema, [...path, 0])];
  if (kind !== "record") return kind === "map" ? {} : "";
  const needed = [...(inner.required ?? []), ...(inner.anyOf?.[0].required ?? [])];
  const names = Object.keys(inner.properties).filter((name) => needed.includes(name));
  const isSource = path.at(-2) === "sources";
  return Object.fromEntries(names.map((name) => [name, isSource && name === "id" ? sourceId(path.at(-1)) : blank(schema, [...path, name])]));
}

export class Form {
  /**
   * `choices(collection, path)` gives the records that may be named, `additions(collection, typed)` what can be added
   * to them; `changed(path)` is called on every edit. `root` is the path to what the form shows of the file.
   */
  constructor({ file, schema, choices, additions, changed, root = [] }) {
    Object.assign(this, { file, schema, choices, additions, changed, root });
    this.order = (path) => schema.order(path);
    this.proposed = new Set(); // ids that the form made of a text
    this.element = this.draw(root);
  }

  isRoot(path) {
    return joined(path) === joined(this.root);
  }

  /** An id of an element, on a page that may have forms of several files. */
  id(kind, path) {
    return `${kind}-${slug(this.file.name)}-${joined(path)}`;
  }

  /** The element that shows the value at a path, if it is drawn. */
  shown(path) {
    return this.isRoot(path) ? this.element : this.element.querySelector(`[data-at="${CSS.escape(joined(path))}"]`);
  }

  /** Open whatever the value at a path is in, and draw it. */
  open(path) {
    for (let depth = 1; depth <= path.length; depth += 1) {
      const here = this.shown(path.slice(0, depth));
      if (here instanceof HTMLDetailsElement) {
        here.open = true;
        here.dispatchEvent(new Event("toggle"));
      }
      here?.querySelector(":scope > details")?.setAttribute("open", "");
    }
    return this.shown(path);
  }

  /** Draw the value at a path anew. */
  redraw(path) {
    const old = this.shown(path);
    const isEntry = old?.matches("details");
    const fresh = isEntry ? this.closed(path) : this.draw(path);
    old?.replaceWith(fresh);
    if (this.isRoot(path)) this.element = fresh;
    if (isEntry) this.open(path);
    return fresh;
  }

  draw(path) {
    const field = this.schema.field(this.schema.at(path));
    const value = this.file.get(path);
    const drawn = this[field.kind === "record" || field.kind === "map" ? "drawGroup" : field.kind === "list" ? "drawList" : "drawField"](field, path, value);
    drawn.dataset.at = joined(path);
    return drawn;
  }

  /** What a field is called; an item of a list or an entry by what it says. */
  name(field, path, value = this.file.get(path)) {
    if (!path.length) return "";
    if (typeof path.at(-1) !== "number" && field["x-name"]) return field["x-name"][spoken];
    const said = value?.title ?? value?.name ?? value?.term ?? value?.short ?? value?.text ?? value?.what ?? value?.publisher ?? value?.person ?? value?.id;
    const text = String((LANGUAGES[spoken] in Object(said) && said[LANGUAGES[spoken]]) || said?.vi || (typeof said === "string" ? said : "") || "");
    const at = typeof path.at(-1) === "number" ? `${path.at(-1) + 1}. ` : "";
    return `${at}${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text || (at ? word("new_item") : path.at(-1))}`;
  }

  /** Every edit goes through here. */
  write(path, value) {
    this.identify(path, value);
    const isOptional = path.length && !this.schema.isRequired(path);
    if (isEmpty(value) && isOptional && typeof path.at(-1) === "string") {
      if (this.file.get(path) !== undefined) this.file.remove(path);
    } else this.file.set(path, value, this.order);
    this.changed(path);
  }

  /** Something new is given an id by what it says, until the editor writes one. */
  identify(path, value) {
    const [field, language] = path.slice(-2);
    const here = [...path.slice(0, -2), "id"];
    const before = this.file.get(here);
    if (language !== "vi" || !NAMING.includes(field) || typeof here.at(-2) !== "number" || !this.isProposed(before)) return;
    const words = slug(value).split("-").slice(0, WORDS_OF_ID).join("-");
    const taken = new Set(JSON.stringify(this.file.value).match(/(?<="id":")[^"]+/g));
    taken.delete(before);
    let id = words;
    for (let number = 2; taken.has(id); number += 1) id = `${words}-${number}`;
    this.proposed.add(id);
    this.file.set(here, id, this.order);
    const input = this.shown(here)?.querySelector("input");
    if (input) input.value = id;
  }

  isProposed(id) {
    return id === "" || this.proposed.has(id);
  }

  /** A new item of a list; a source has the next number. */
  item(list) {
    const items = this.file.get(list);
    const ids = Array.isArray(items) ? items.map(({ id }) => id) : [];
    let number = ids.length;
    while (ids.includes(sourceId(number))) number += 1;
    return blank(this.schema, [...list, number]);
  }

  /** Fields of a record, one below the other, and those that may be added; entries of a mapping, each closed. */
  drawGroup(field, path, value) {
    const { inner } = field;
    const body = value === NOT_STATED ? [] : inner.properties ? this.fields(inner, path, value) : this.entries(path, value);
    const legend = path.length ? el("legend", {}, this.name(field, path, value)) : undefined;
    return el("fieldset", { class: path.length ? "group" : "group group--whole" }, legend, this.about(field, path), this.ways(field, path, value), ...body);
  }

  fields(inner, path, value) {
    const record = Object(value);
    const isShown = (name) => name in record || inner.required?.includes(name) || this.schema.field(inner.properties[name])["x-usual"];
    const names = Object.keys(inner.properties);
    const others = names.filter((name) => !isShown(name));
    return [...names.filter(isShown).map((name) => this.draw([...path, name])), ...this.more(others, path)];
  }

  more(names, path) {
    if (!names.length) return [];
    const add = (name) => {
      const here = [...path, name];
      const { kind } = this.schema.field(this.schema.at(here));
      if (kind === "list") this.file.insert(here, 0, this.item(here), this.order);
      else this.file.set(here, blank(this.schema, here), this.order);
      this.redraw(path);
      this.focus(kind === "list" ? [...here, 0] : here);
      this.changed(here);
    };
    const label = (name) => this.schema.field(this.schema.at([...path, name]))["x-name"]?.[spoken] ?? name;
    return [
      el("details", { class: "more" }, el("summary", {}, word("more_fields")),
        names.map((name) => button(label(name), () => add(name), { "data-add": joined([...path, name]) }))),
    ];
  }

  entries(path, value) {
    const keys = Object.keys(Object(value));
    const closed = keys.map((key) => this.closed([...path, key]));
    const adding = el("input", { type: "text", id: this.id("new", path), autocomplete: "off" });
    const add = () => {
      const pattern = Object.keys(this.schema.field(this.schema.at(path)).inner.patternProperties)[0];
      const key = new RegExp(pattern, "u").test(adding.value) ? adding.value : slug(adding.value);
      if (!key || keys.includes(key)) return adding.focus();
      const here = [...path, key];
      this.file.set(here, { ...blank(this.schema, here), ...this.called(here, adding.value.trim(), key) }, this.order);
      this.redraw(path);
      this.focus(here);
      this.changed(here);
    };
    return [...closed, el("div", { class: "adding" }, el("label", { for: adding.id }, word("new_entry")), adding, button(word("add"), add, { "data-add": joined(path) }))];
  }

  /** The name of a new entry, where a name was written and no id. */
  called(path, typed, key) {
    const name = ["name", "term"].find((each) => each in Object(blank(this.schema, path)));
    if (!name || typed === key) return {};
    return { [name]: typeof blank(this.schema, path)[name] === "string" ? typed : { vi: typed } };
  }

  /** An entry that is drawn when it is opened: files with many would take long. */
  closed(path) {
    const { kind } = this.schema.field(this.schema.at(path));
    const whole = el("details", { class: "entry" }, el("summary", {}, this.name({}, path) || path.at(-1)));
    whole.dataset.at = joined(path);
    whole.addEventListener("toggle", () => {
      if (whole.open && whole.childElementCount === 1) {
        const inside = this.draw(path);
        delete inside.dataset.at;
        whole.append(kind === "record" ? el("div", {}, ...inside.childNodes) : inside, this.removal(path));
      }
    });
    return whole;
  }

  removal(path) {
    return el("p", { class: "ways" }, button(word("remove"), () => this.remove(path), { "data-remove": joined(path), class: "button button--quiet" }));
  }

  remove(path) {
    this.file.remove(path);
    const above = path.slice(0, -1);
    const isLast = typeof path.at(-1) === "number" && !this.file.get(above).length;
    const gone = isLast && !this.schema.isRequired(above) ? above : undefined;
    if (gone) this.file.remove(gone);
    this.redraw(gone ? gone.slice(0, -1) : above);
    this.changed(path);
  }

  /** A list: each item with its ways up, down and out, and a way to add one. */
  drawList(field, path, value) {
    const items = Array.isArray(value) ? value : [];
    const name = this.name(field, path);
    const whole = el("fieldset", { class: "group" }, el("legend", {}, name), this.about(field, path), this.ways(field, path, value));
    if (value === NOT_STATED) return whole;
    const drawn = items.map((item, index) => {
      const here = [...path, index];
      if (items.length > MANY) return this.closed(here);
      const inside = this.draw(here);
      inside.append(this.movement(path, index, items.length, name));
      inside.classList.add("item");
      return inside;
    });
    const add = () => {
      this.file.insert(path, items.length, this.item(path), this.order);
      this.redraw(path);
      this.focus([...path, items.length]);
      this.changed(path);
    };
    const isFull = items.length >= field.inner.maxItems;
    whole.append(...drawn, isFull ? "" : button(`${word("add")}: ${name}`, add, { "data-add": joined(path) }));
    return whole;
  }

  movement(path, index, count, name) {
    const move = (by) => () => {
      this.file.move(path, index, index + by);
      const fresh = this.redraw(path);
      fresh.querySelector(`[data-move="${CSS.escape(joined([...path, index + by]))}${by < 0 ? "-" : "+"}"]`)?.focus();
      this.changed(path);
    };
    const way = (by, key) =>
      button(word(key), move(by), { class: "button button--quiet", "data-move": `${joined([...path, index])}${by < 0 ? "-" : "+"}`, "aria-label": `${word(key)}: ${name} ${index + 1}` });
    return el("p", { class: "ways" },
      index > 0 ? way(-1, "up") : "",
      index < count - 1 ? way(1, "down") : "",
      button(word("remove"), () => this.remove([...path, index]), { class: "button button--quiet", "data-remove": joined([...path, index]), "aria-label": `${word("remove")}: ${name} ${index + 1}` }));
  }

  about(field, path) {
    const means = field["x-means"]?.[spoken];
    return means && means !== this.name(field, path) && typeof path.at(-1) !== "number" ? el("p", { class: "means" }, means) : undefined;
  }

  /** The tick for what no source states, and the way out for what need not be there. */
  ways(field, path, value) {
    const ways = [];
    if (field.mayBeNotStated) {
      const tick = el("input", { type: "checkbox", "data-not-stated": joined(path), checked: value === NOT_STATED });
      tick.addEventListener("change", () => {
        this.file.set(path, tick.checked ? NOT_STATED : blank(this.schema, path), this.order);
        this.redraw(path).querySelector("[data-not-stated]").focus();
        this.changed(path);
      });
      ways.push(el("label", { class: "tick" }, tick, word("not_stated")));
    }
    const isField = typeof path.at(-1) === "string" && this.schema.field(this.schema.at(path.slice(0, -1))).inner.properties;
    if (isField && value !== undefined && !this.schema.isRequired(path) && !["line", "date", "number", "id", "choice"].includes(field.kind)) {
      const away = () => {
        this.file.remove(path);
        this.redraw(path.slice(0, -1));
        this.changed(path);
      };
      ways.push(button(word("remove"), away, { class: "button button--quiet", "data-remove": joined(path), "aria-label": `${word("remove")}: ${this.name(field, path)}` }));
    }
    return ways.length ? el("p", { class: "ways" }, ways) : undefined;
  }

  drawField(field, path, value) {
    const isStated = value !== NOT_STATED;
    if (field.kind === "text") return this.drawText(field, path, value);
    const name = this.name(field, path);
    const id = this.id("field", path);
    const about = this.about(field, path);
    const whole = el("div", { class: `field field--${field.kind}` }, el("label", { for: id }, typeof path.at(-1) === "number" ? `${path.at(-1) + 1}.` : name), about, this.ways(field, path, value));
    if (about) about.id = this.id("means", path);
    if (isStated) whole.append(this.input(field, path, value ?? "", { id, "data-field": joined(path), "aria-describedby": about?.id }));
    return whole;
  }

  /** Both languages side by side; English may be missing. */
  drawText(field, path, value) {
    const whole = el("fieldset", { class: "group group--text" }, el("legend", {}, this.name(field, path)), this.about(field, path), this.ways(field, path, value));
    if (value === NOT_STATED) return whole;
    const lines = LANGUAGES.map((language) => {
      const here = [...path, language];
      const id = this.id("field", here);
      const label = el("label", { for: id }, word(`language_${language}`));
      const input = this.input({ kind: "line", examples: [field.examples?.[0]?.[language]], isLong: true }, here, value?.[language] ?? "", { id, "data-field": joined(here), lang: language });
      const line = el("div", { class: "field" }, label, input);
      line.dataset.at = joined(here);
      return line;
    });
    const others = Object.keys(field.inner.properties).filter((name) => !LANGUAGES.includes(name));
    whole.append(el("div", { class: "both" }, lines), ...others.filter((name) => name in Object(value)).map((name) => this.draw([...path, name])), ...this.more(others.filter((name) => !(name in Object(value))), path));
    return whole;
  }

  input(field, path, value, attributes) {
    const { kind, inner } = field;
    if (kind === "choice") return this.select(inner, path, value, attributes);
    if (kind === "boolean") {
      const tick = el("input", { type: "checkbox", checked: value === true, ...attributes });
      tick.addEventListener("change", () => this.write(path, tick.checked || undefined));
      return tick;
    }
    if (kind === "id") {
      const collection = inner.ids ?? inner["x-ids"];
      return picker({
        attributes,
        value,
        choices: () => this.choices(collection, path),
        chosen: (id) => this.write(path, id),
        additions: (typed) => this.additions(collection, typed, path),
      });
    }
    const example = field.examples?.[0];
    const isLong = field.isLong || (inner?.maxLength >= 200 && !inner.pattern);
    const made = el(isLong ? "textarea" : "input", {
      ...(isLong ? { rows: 1 } : { type: "text", autocomplete: "off" }),
      placeholder: ["string", "number"].includes(typeof example) ? `${word("such_as")} ${example}` : undefined,
      inputmode: kind === "number" ? "decimal" : undefined,
      ...attributes,
    });
    made.value = value;
    made.addEventListener("paste", (event) => {
      const text = event.clipboardData.getData("text");
      if (mended(pasted(text)) === text) return;
      event.preventDefault();
      made.setRangeText(mended(pasted(text)), made.selectionStart, made.selectionEnd, "end");
      made.dispatchEvent(new Event("input"));
    });
    made.addEventListener("input", () => {
      const text = mended(made.value);
      // While a letter is being put together nothing may be changed under the reader's hands.
      if (text !== made.value && made.value.trim() !== text) made.value = text;
      this.write(path, meant(kind, text.trim()));
    });
    if (kind === "date") made.addEventListener("change", () => (made.value = meant(kind, made.value.trim())));
    return made;
  }

  select(inner, path, value, attributes) {
    const option = (code, name) => el("option", { value: code, selected: code === value }, name);
    const codes = inner.enum.map((code, index) => option(code, nameOf([code, ...inner["x-names"][index]])));
    const strange = value && !inner.enum.includes(value) ? [option(value, value)] : [];
    const made = el("select", attributes, option("", word("choose_code")), ...strange, ...codes);
    made.addEventListener("change", () => this.write(path, made.value));
    return made;
  }

  focus(path) {
    const shown = this.open(path);
    shown?.scrollIntoView({ block: "center" });
    // An id never changes: only that of something new is asked for first.
    const inputs = [...(shown?.querySelectorAll("input, textarea, select") ?? [])];
    (inputs.find((input) => !(input.dataset.field?.endsWith(".id") && input.value)) ?? inputs[0])?.focus();
  }
}

const sourceId = (index) => `s${index + 1}`;

/** A year and a number without quotes, and a day as the files have it; anything else as it was typed. */
function meant(kind, text) {
  const form = { number: /^(?:0|[1-9]\d{0,14})(?:\.\d{0,1}[1-9])?$/, date: /^[1-9]\d{3}$/ }[kind];
  if (form?.test(text)) return Number(text);
  return kind === "date" ? asDay(text) : text;
}
