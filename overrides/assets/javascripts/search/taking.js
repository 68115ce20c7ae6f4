// The results that a reader takes away: as a file, or on a page to print, each with its source and its address.

import { STYLES } from "./citing.js";
import { element } from "./results.js";

/** Saves or prints results, all of them or those of `numbers`; `root` is the search page, `words` are those of the search. */
export async function takeAway(style, numbers, { root, client, words, print: list }) {
  const items = await client.ask("citations", { numbers });
  const canonical = document.querySelector("link[rel=canonical]")?.href ?? location.href;
  const permanent = new URL(root.dataset.base, canonical).href;
  const prefix = client.language === "vi" ? "" : `${client.language}/`;
  for (const item of items) item.address = `${permanent}${prefix}${item.path}${item.anchor ? `#${item.anchor}` : ""}`;
  if (style === "print") {
    const written = STYLES[client.language].write(items, words).split("\n\n");
    list.replaceChildren(...written.map((citation) => element("li", {}, citation)));
    print();
    return;
  }
  const { name, type, write } = STYLES[style];
  const file = URL.createObjectURL(new Blob([write(items, words)], { type: `${type};charset=utf-8` }));
  element("a", { href: file, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(file), 1000);
}
