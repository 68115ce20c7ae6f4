// An edit as text that a person reads and a program takes (macros/commands/receive.py): an issue or a mail.

import { patch } from "./diff.js";

/** The files of an edit: of a new one its text, of others the lines that change; `commit` is the one they were of. */
export const message = (files, commit) =>
  [...(commit ? [`commit: ${commit}\n`] : []), ...files.map(({ name, base, text }) => fenced(name, base ? "diff" : "yaml", base ? patch(base, text) : text))].join("\n");

/** A text between fences that it does not hold itself. */
function fenced(name, kind, text) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((each) => each.length));
  const fence = "`".repeat(longest + 1);
  return `data/${name}\n${fence}${kind}\n${text}${fence}\n`;
}
