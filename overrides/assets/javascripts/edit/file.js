// A data file of which every line stays as it is but those that an edit touches: comments, order, quotes.

import { Pair, Scalar, isMap, isScalar, isSeq, parseDocument } from "./yaml.js";

const WRITTEN = { lineWidth: 0, flowCollectionPadding: false, indentSeq: true };
const STRICT = { version: "1.2", prettyErrors: false };
// Without quotes the check would refuse these: YAML 1.1 reads a truth value, a number or a time (macros/data/strict_yaml.py).
const GUESSED = /^(?:y|n|yes|no|on|off|true|false|null|~|=|<<|[-+]?\.?\d[\d_:.,]*(?:e[-+]?\d+)?|0[xob][\da-f_]+|[-+]?\.(?:inf|nan))$/i;
const DATE = /^\d{4}(?:-(?:Q\d|\d\d)(?:-\d\d)?)?(?:\/[\dQ-]+)?$/;
const SHORT = /^[^,[\]{}]{0,40}$/; // an item of a list that is written on one line; it may still be empty

/** Mistakes of YAML in a file, which the form does not open. */
export class Unreadable extends Error {}

export class DataFile {
  /** `text` is the file as it was published, empty for a new one; raises `Unreadable` for what is no YAML. */
  constructor(name, text) {
    Object.assign(this, { name, base: text });
    this.restore(text);
  }

  /** Put other text in its place. */
  restore(text) {
    const document = parseDocument(text, STRICT);
    if (document.errors.length) throw new Unreadable(document.errors[0].message);
    // What could not be written back as it was would change lines that no one touched.
    if (text && document.toString(WRITTEN) !== text) throw new Unreadable(this.name);
    this.document = document;
  }

  get text() {
    return this.isEmpty ? "" : this.document.toString(WRITTEN);
  }

  get isEmpty() {
    return !this.document.contents?.items?.length;
  }

  get isChanged() {
    return this.text !== this.base;
  }

  get value() {
    return this.document.toJS() ?? {};
  }

  get(path) {
    const node = path.length ? this.document.getIn(path, true) : this.document.contents;
    return node?.toJSON ? node.toJSON() : node;
  }

  /** Write a value; `order(path)` gives the fields of the record at a path in their order. */
  set(path, value, order = () => []) {
    const parent = this.#parent(path, order);
    const key = path.at(-1);
    const node = parent.get(key, true);
    if (isScalar(node) && typeof value !== "object") {
      node.value = value;
      for (const name of ["source", "format", "minFractionDigits"]) delete node[name];
      quote(node);
    } else if (node !== undefined) parent.set(key, this.#node(value));
    else if (isMap(parent)) this.#add(parent, key, value, order(path.slice(0, -1)));
    else parent.add(this.#node(value));
  }

  remove(path) {
    const parent = this.#at(path.slice(0, -1));
    const [first] = this.#items(parent);
    parent.delete(path.at(-1));
    this.#space(parent, first);
    const [next] = this.#items(parent);
    // What is above the first entry of a file is about the file.
    if (path.length === 1 && next && next !== first) next.commentBefore = [first.commentBefore, next.commentBefore].filter(Boolean).join("\n") || undefined;
  }

  /** Put an item into a list. */
  insert(path, index, value, order) {
    if (!isSeq(this.#at(path))) this.set(path, [], order);
    const list = this.#at(path);
    const node = this.#node(value);
    if (typeof value === "object") list.flow = false;
    node.spaceBefore = list.items.length > 1 && Boolean(list.items.at(-1).spaceBefore);
    list.items.splice(index, 0, node);
  }

  /** Move an item of a list to another place. */
  move(path, from, to) {
    const list = this.#at(path);
    const [first] = list.items;
    list.items.splice(to, 0, ...list.items.splice(from, 1));
    this.#space(list, first);
  }

  #at(path) {
    return path.length ? this.document.getIn(path, true) : this.document.contents;
  }

  /** What holds the value at a path; made where it is not there yet. */
  #parent(path, order) {
    if (!this.document.contents?.items) this.document.contents = this.document.createNode({});
    const above = path.slice(0, -1);
    const found = this.#at(above);
    if (isMap(found) || isSeq(found)) return found;
    this.set(above, typeof path.at(-1) === "number" ? [] : {}, order);
    const made = this.#at(above);
    made.flow = false;
    return made;
  }

  /** Add a field where its record has it, or an entry where the ids of others are in their order, else at the end. */
  #add(map, key, value, order) {
    const keys = map.items.map((pair) => String(pair.key.value ?? pair.key));
    const after = order.slice(order.indexOf(key) + 1);
    const sorted = !order.length && keys.length > 1 && keys.every((each, index) => !index || keys[index - 1] < each);
    let index = keys.findIndex((each) => (order.includes(key) ? after.includes(each) : sorted && each > key));
    if (index < 0) index = keys.length;
    const pair = new Pair(new Scalar(key), this.#node(value));
    pair.key.spaceBefore = !order.length && map.items.length > 1 && Boolean(map.items.at(-1).key.spaceBefore);
    if (!map.items.length) map.flow = false;
    map.items.splice(index, 0, pair);
  }

  #node(value) {
    const node = this.document.createNode(value);
    if (isScalar(node)) quote(node);
    else if (isSeq(node)) {
      node.items = value.map((item) => this.#node(item));
      node.flow = value.every((item) => typeof item !== "object" && SHORT.test(item));
    } else if (isMap(node)) {
      node.items = Object.entries(value).map(([key, each]) => new Pair(new Scalar(key), this.#node(each)));
    }
    return node;
  }

  #items(collection) {
    return (collection?.items ?? []).map((item) => item.key ?? item);
  }

  /** Blank lines between items, and none before the first, also when another one is the first now. */
  #space(collection, before) {
    const [first, ...others] = this.#items(collection);
    if (!first || first === before) return;
    if (first.spaceBefore) for (const other of others) if (other === before) other.spaceBefore = true;
    first.spaceBefore = false;
  }
}

/** Quotes around a text that YAML would not read as this text. */
function quote(node) {
  if (typeof node.value !== "string") return;
  const quoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
  if (GUESSED.test(node.value) && !DATE.test(node.value)) node.type = "QUOTE_DOUBLE";
  else if (!quoted && node.type?.startsWith("BLOCK")) node.type = "PLAIN";
}
