// Reads the files of macros/search/files.py: fetches each at most once, and starts over when a deploy has replaced them.

import { termHash } from "./folding.js";

export const FIRST = 33; // the first letter of numbers written as text (files.py)
const HALF = 47;

/** The index has changed or cannot be reached; the message names the file. */
export class Unreachable extends Error {}

/** Rising numbers out of their text (files.py: ids). */
export function ids(text) {
  const numbers = [];
  let [before, value, factor] = [-1, 0, 1];
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - FIRST;
    if (digit >= HALF) {
      value += (digit - HALF + (factor > 1 ? 1 : 0)) * factor;
      factor *= HALF;
    } else {
      before += value + (digit + (factor > 1 ? 1 : 0)) * factor + 1;
      numbers.push(before);
      [value, factor] = [0, 1];
    }
  }
  return numbers;
}

const vietnamese = (bit) => (bit ? "vi" : undefined);
const codes = (text) => Array.from(text, (letter) => letter.charCodeAt(0) - FIRST);

/** What a reader may wait for: a file, once, kept while the index is open. */
export class SearchIndex {
  constructor(base, language) {
    this.base = `${base}${language}/`;
    this.language = language;
  }

  async open() {
    const response = await fetch(`${this.base}index.json`, { cache: "no-cache" }).catch(() => undefined);
    if (!response?.ok) throw new Unreachable("index.json");
    const head = await response.json();
    this.version = head.version;
    this.count = head.documents;
    this.undated = head.undated;
    this.head = head;
    const words = (table) => new Map(Object.entries(table).map(([short, full]) => [short, full.split(" ")]));
    this.abbreviations = words(head.abbreviations);
    this.names = words(head.names);
    this.files = new Map();
    this.lists = new Map();
    this.parsed = new Map();
    this.documents = new Map();
    return this;
  }

  /** A file of the index as text, fetched once; one whose fetch was aborted is fetched anew. */
  async file(name, signal) {
    let file = this.files.get(name);
    if (!file || file.signal?.aborted) {
      file = { text: this.#fetch(name, signal), signal };
      this.files.set(name, file);
    }
    try {
      const text = await file.text;
      file.signal = undefined;
      return text;
    } catch (problem) {
      if (this.files.get(name) === file) this.files.delete(name);
      throw problem;
    }
  }

  async #fetch(name, signal) {
    const response = await fetch(`${this.base}${this.version}/${name}`, { signal });
    if (!response.ok) throw new Unreachable(name);
    return response.text();
  }

  /** The list of a term: {count, forms, documents, impacts, codes, whole}, or null where no document holds it. */
  async list(term, signal) {
    const shard = await this.#shard(term, signal);
    if (!this.lists.has(term)) this.lists.set(term, parse(line(shard, term)));
    return this.lists.get(term);
  }

  /** The names of rings that begin with a term, a row a ring; of a ring's own term its names that texts hold. */
  async ringNames(term) {
    return line(await this.#shard(term), `=${term}`).split("\t").slice(1);
  }

  #shard(term, signal) {
    return this.file(`terms/${termHash(term) % this.head.shards}.txt`, signal);
  }

  /** Every document that holds a term, also where its list is cut: {documents, codes}. */
  async whole(term, signal) {
    const list = await this.list(term, signal);
    if (!list || list.whole) return list ?? { documents: [], codes: [] };
    const name = termHash(term).toString(16).padStart(8, "0");
    const fields = line(await this.file(`whole/${name}.txt`, signal), term).split("\t");
    Object.assign(list, { whole: { documents: ids(fields[1]), codes: codes(fields[2] ?? "") } });
    return list.whole;
  }

  /** What is shown of a document. */
  async text(number, signal) {
    if (!this.documents.has(number)) this.documents.set(number, await this.#text(number, signal));
    return this.documents.get(number);
  }

  async #text(number, signal) {
    const block = Math.floor(number / this.head.block);
    const name = `texts/${block}.json`;
    const { homes, sources: published, documents } = await this.json(name, signal);
    const [home, anchor, id, kind, title, text, saidBy, heading, source, places, context, sources, successors, bits = 0] = documents[number % this.head.block];
    const [path, homeTitle, label, homeBits = 0] = homes[home];
    // What has no English is Vietnamese.
    const lang = { title: vietnamese(bits & 1), text: vietnamese(bits & 2), saidBy: vietnamese(bits & 4), homeTitle: vietnamese(homeBits) };
    return { number, id: id || path + anchor, kind, path, anchor, title, text, saidBy, heading, places: places ? places.split("\n") : [], context: context.split("\n"), sources: sources.split("\n"),
      successors: successors.split("\n"), source: published[source], homeTitle, label, lang };
  }

  /** The values of a facet: [{value, label, documents, lang}]. */
  async facet(name, signal) {
    const text = await this.file(`facets/${name}.txt`, signal);
    return text.split("\n").filter(Boolean).map((row) => {
      const [value, label, numbers, lang] = row.split("\t");
      return { value, label, documents: ids(numbers), lang };
    });
  }

  /** A file of the index in JSON, parsed once. */
  async json(name, signal) {
    const text = await this.file(name, signal);
    if (!this.parsed.has(name)) this.parsed.set(name, JSON.parse(text));
    return this.parsed.get(name);
  }
}

function line(text, term) {
  const start = text.startsWith(`${term}\t`) ? 0 : text.indexOf(`\n${term}\t`) + 1;
  if (start === 0 && !text.startsWith(`${term}\t`)) return "";
  return text.slice(start, text.indexOf("\n", start));
}

function parse(row) {
  if (!row) return null;
  const [, count, forms, documents, impacts, forEach] = row.split("\t");
  const numbers = ids(documents);
  const list = {
    count: +count,
    forms: forms ? forms.split(" ") : [],
    documents: numbers,
    impacts: codes(impacts).map((code) => code + 1),
    codes: codes(forEach ?? ""),
    whole: null,
  };
  if (numbers.length === list.count) list.whole = list;
  return list;
}
