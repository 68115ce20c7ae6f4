// Letters, spaces and quotation marks, as macros/checks/rules/letters.py has them.

import { recognised } from "./encodings.js";
import { texts } from "./entries.js";

// Letters of other alphabets that look like those of Vietnamese and English (Unicode confusables, UTS #39), digits of
// other alphabets, full-width letters.
const LOOK_ALIKES = /[ÐƉðɖАВЕКМНОРСТУХаеорсухІіΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]|(?![0-9])\p{Nd}|[\uff01-\uff5e]/u;
const INVISIBLE =
  /[\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\uf8ff\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
const MARKUP =
  /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:[a-z]{2,8}|#\d{1,6});|\*\*[^*]+\*\*|(?<![\p{L}\p{N}_])__[^_]+__(?![\p{L}\p{N}_])|\[[^\]]+\]\(https?:[^)]*\)/iu;

/** The text with everything between curly quotes blanked out: that is printed so by a source. */
export const unquoted = (text) => text.replace(/“[^”]*”/g, (quoted) => "·".repeat(quoted.length));

/** What was found, by its code where it shows nothing or looks like another letter. */
const shown = (found) => (found.length === 1 && !/[\x21-\x7e]/.test(found) ? code(found) : found);
const code = (letter) => `U+${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

// By the name of each rule: its severity, what it finds, whether also in what a source prints.
const RULES = {
  "separate-accents": ["error", (text) => text !== text.normalize("NFC"), true],
  "line-break": ["error", /\n/, true],
  tab: ["error", /(?<=\S) *\t[ \t]*(?=\S)/, true],
  "invisible-character": ["error", (text) => text.trim().match(INVISIBLE)?.[0], true],
  "outer-space": ["error", (text) => text !== text.trim() && !text.includes("\n"), true],
  "look-alike-letter": ["error", LOOK_ALIKES],
  "double-space": ["warning", /(?<=\S) {2,}(?=\S)/, true],
  "no-break-space": ["warning", /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/, true],
  "space-before-mark": ["warning", /(?<=[\p{L}\p{N}_]) +(?=[,;:?!)\]]|\.(?![\p{L}\p{N}_.]))/u],
  "straight-quote": ["warning", (text, whole) => whole.match(/["']/)?.[0]],
  "three-points": ["warning", (text, whole) => whole.match(/\.{3,}/)?.[0]],
  markup: ["warning", MARKUP],
};

export function* letters(content) {
  for (const entry of texts(content)) {
    const { path, value, printed } = entry;
    const known = recognised(value);
    if (known) {
      yield { path, key: "not-unicode", severity: "error", values: { found: known } };
      continue;
    }
    for (const [key, [severity, rule, everywhere]] of Object.entries(RULES)) {
      if (printed && !everywhere) continue;
      const text = everywhere ? value : unquoted(value);
      const found = typeof rule === "function" ? rule(text, value) : text.match(rule)?.[0];
      if (found) yield { path, key, severity, values: { found: found === true ? "" : shown(found) } };
    }
  }
  for (const { path, value } of content.entries.filter(({ isAddress }) => isAddress)) {
    if (INVISIBLE.test(value)) yield { path, key: "invisible-character", severity: "error", values: { found: code(value.match(INVISIBLE)[0]) } };
  }
}
