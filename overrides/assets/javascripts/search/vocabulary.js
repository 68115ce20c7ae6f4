// The words the index knows, and which stand beside each other: what spelling is corrected by.

import { fold } from "./folding.js";
import { FIRST, ids } from "./index.js";

const VIETNAMESE_TONE_KEYS = /[sfrxjz]/;

export class Vocabulary {
  /** From the head of an index (macros/search/files.py: _vocabulary). */
  constructor(head) {
    this.words = head.words ? head.words.split(" ") : [];
    this.places = new Map(this.words.map((word, place) => [word, place]));
    this.frequencies = head.frequencies;
    [this.shortest, this.long] = head.language === "en" ? [4, 7] : [3, 5]; // letters of a word that is mended, once or twice: a short English one may be any other
    this.sorted = [...this.words].sort();
    this.sounds = this.words.map(sound);
    this.pairs = head.pairs.split("\n").map((row) => new Set(ids(row)));
    this.neighbours = new Map();
  }

  has(word) {
    return this.places.has(word);
  }

  /** About how many documents hold the word, as a power of two. */
  frequency(word) {
    const place = this.places.get(word);
    return place === undefined ? 0 : this.frequencies.charCodeAt(place) - FIRST;
  }

  /** Whether the second word follows the first anywhere. */
  pair(first, second) {
    const place = this.places.get(first);
    return place !== undefined && !!this.pairs[place]?.has(this.places.get(second));
  }

  /** Known neighbours of which the first is shortened to its first letter: [[first, second]]. */
  shortened(word) {
    const [letter, rest] = [word[0], word.slice(1)];
    return this.has(rest) ? this.words.filter((first) => first[0] === letter && this.pair(first, rest)).map((first) => [first, rest]) : [];
  }

  /** Known words that begin so, the most frequent first. */
  completions(start, most = 8) {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (let i = low; i < this.sorted.length && this.sorted[i].startsWith(start); i++) found.push(this.sorted[i]);
    return found.sort((a, b) => this.frequency(b) - this.frequency(a)).slice(0, most);
  }

  /** Known words a few wrong, missing, doubled or swapped letters away: [[word, distance]], the nearest first. */
  near(word) {
    let found = this.neighbours.get(word);
    if (!found) {
      const most = word.length < this.shortest ? 0 : word.length < this.long ? 1 : 2;
      found = [];
      const heard = sound(word);
      if (most) {
        this.words.forEach((known, place) => {
          const distance = heard === this.sounds[place] ? 1 : edits(word, known, most);
          if (distance <= most) found.push([known, distance]);
        });
      }
      found.sort((a, b) => a[1] - b[1] || this.frequency(b[0]) - this.frequency(a[0]));
      found.splice(24);
      this.neighbours.set(word, found);
    }
    return found;
  }

  /** Known words that make up a run of letters typed without spaces: the fewest that pair best, or null. */
  split(letters, term) {
    const best = [{ cost: 0, words: [] }];
    for (let end = 1; end <= letters.length; end++) {
      for (let start = Math.max(0, end - 14); start < end; start++) {
        const before = best[start];
        const word = before && term(letters.slice(start, end));
        if (!word || !this.has(word) || (word.length === 1 && !/[0-9]/.test(word))) continue;
        const last = before.words.at(-1);
        const cost = before.cost + 1 - (last && this.pair(last, word) ? 0.6 : 0) + (word.length < 3 ? 0.4 : 0);
        if (!best[end] || cost < best[end].cost) best[end] = { cost, words: [...before.words, word] };
      }
    }
    const whole = best[letters.length];
    return whole && whole.words.length > 1 ? whole : null;
  }
}

/** What remains of a syllable typed with the keys of Telex or VNI: ddangr, dang3 and dangdr are dang. */
export function withoutKeys(word) {
  const found = new Set();
  const letters = word.replace(/[0-9]/g, "");
  const add = (text) => {
    const plain = text.replace(/w/g, "").replace(/dd/g, "d").replace(/([aeo])\1/g, "$1");
    found.add(fold(plain));
    // Keys of Telex may follow the syllable: viene, dangd.
    const [, head, last] = plain.match(/^(.+)([aeod])$/) ?? [];
    if (last && head.includes(last)) found.add(head);
  };
  add(letters);
  for (let i = 1; i < letters.length; i++) {
    if (VIETNAMESE_TONE_KEYS.test(letters[i]) && /[aeiouyw]/.test(letters.slice(0, i))) {
      add(letters.slice(0, i) + letters.slice(i + 1));
    }
  }
  found.delete(word);
  return found;
}

/** Letters that sound alike in some regions are often mistaken for each other. */
const sound = (word) =>
  word.replace(/^tr/, "ch").replace(/^(gi|r)(?=[aeiouy])/, "d").replace(/^x/, "s").replace(/^l/, "n").replace(/y/g, "i");

/** Edits between two words: wrong, missing, extra and swapped letters count one each; more than `most` is not told. */
function edits(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [older, old] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let value = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, older[j - 2] + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    [older, old] = [old, row];
  }
  return old[b.length];
}
