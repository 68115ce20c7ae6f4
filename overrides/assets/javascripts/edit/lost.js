// Permanent addresses that an edit would lose, by an entry that goes or an id that changes: each needs a redirect.

import { button, el, part, word } from "./elements.js";
import { idOf } from "./opening.js";

/** Every permanent address that a file gives, with the path to what is there. */
function addresses(kinds, kind, name, value) {
  const found = new Map();
  const walk = (page, here, path) => {
    if (typeof here !== "object" || here === null || path.at(-1) === "sources") return;
    if (typeof here.id === "string" && here.id) found.set(`${page}#${here.id}`, path);
    for (const [key, each] of Object.entries(here)) walk(page, each, [...path, Array.isArray(here) ? Number(key) : key]);
  };
  if (kind.file.includes("*")) {
    if (kind.address) walk(kind.address.replace("{id}", idOf(kind, name)), value, []);
    return found;
  }
  for (const { key, address } of kinds.filter(({ file, address }) => file === kind.file && address)) {
    const path = key ? [key] : [];
    for (const id of Object.keys(path.length ? (value[key] ?? {}) : value)) found.set(address.replace("{id}", id), [...path, id]);
  }
  return found;
}

/** The addresses that are published, are not there any more and lead nowhere, each with the new address of what stands in its place. */
export function lost(kinds, kind, name, before, now, redirects) {
  const [old, left] = [before, now].map((value) => addresses(kinds, kind, name, value));
  const at = new Map([...left].filter(([address]) => !old.has(address)).map(([address, path]) => [path.join("."), address]));
  const gone = [...old].filter(([address]) => !left.has(address) && !(address in redirects));
  return gone.map(([address, path]) => ({ address, path, renamed: at.get(path.join(".")) }));
}

/** Ask for a redirect of each; `redirect(from, to)` and `restore(path, address)` do what is chosen. */
export function ask(gone, { redirect, restore }) {
  const asked = gone.map(({ address, path, renamed }, index) => {
    const page = address.includes("#") ? address.split("#")[0] : "";
    const target = el("input", { type: "text", id: `lost-${index}`, "data-redirect-to": address, autocomplete: "off", value: renamed ?? page });
    return el("div", { class: "field", "data-lost-address": address },
      el("label", { for: target.id }, word("lost", { address })), target,
      el("p", { class: "ways" },
        button(word("redirect"), () => target.value.trim() && redirect(address, target.value.trim()), { "data-redirect": address }),
        renamed ? button(word("keep_id"), () => restore(path, address), { class: "button button--quiet", "data-keep-id": address }) : ""));
  });
  part("lost").replaceChildren(...asked);
}
