// The results that a reader takes away: as a file, or on a page to print, each with its source and its address.

import { STYLES } from "./citing.js";
import { element } from "./results.js";

/** Saves or prints results, all of them or those of `numbers`; `list` is where those to print are put. */
export async function takeAway(style, numbers, { client, print: list }) {
  const items = await client.ask("citations", { numbers });
  if (style === "print") {
    list.replaceChildren(...items.map((item) => element("li", {}, item[client.language])));
    print();
    return;
  }
  const { name, type, write } = STYLES[style];
  const file = URL.createObjectURL(new Blob([write(items)], { type: `${type};charset=utf-8` }));
  element("a", { href: file, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(file), 1000);
}
