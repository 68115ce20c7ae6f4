// A change as the editor sees it: what goes and what comes, line by line.

import { difference } from "./diff.js";
import { el } from "./elements.js";

/** The change of files, each `{ name, base, text }`. */
export const drawn = (files) => files.flatMap(({ name, base, text }) => [el("b", {}, `data/${name}\n`), ...difference(base, text).map(line)]);

const line = ([sign, text]) => el({ "-": "del", "+": "ins" }[sign] ?? "span", {}, `${sign === "@" ? " " : sign} ${text}\n`);
