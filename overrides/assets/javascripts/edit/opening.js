// Which file an address asks for, and where in it: `?record=meetings/2022-06-29#ID`, `?record=people/ID`, `?new=meeting`.

import { settings } from "./elements.js";

const fetched = (address) => fetch(settings.root + address, { cache: "no-cache" });

export async function json(name) {
  const answer = await fetched(`assets/edit/${name}`);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

/** A data file as it was published; nothing where there is none. */
export async function published(name) {
  const answer = await fetched(`source/${name}`);
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}

/** The commit of the published files; empty where the build was not told. */
export const commit = async () => {
  const answer = await fetched("source/index.json");
  return answer.ok ? (await answer.json()).commit : "";
};

const id = "[a-z0-9-]+";
const asPattern = (file) => new RegExp(`^${file.replace(".", "\\.").replace("*", `(${id})`)}$`);

/** The kind of file that has this name, such as `meetings/2022-06-29.yml`; nothing for what is none. */
export const kindOf = (kinds, name) => kinds.find(({ file }) => asPattern(file).test(name));

/** The id of the record that a file holds; empty for a file of many. */
export const idOf = ({ file }, name) => name.match(asPattern(file))[1] ?? "";

/** The file and the entry that `record` names, by the file's name or by the page's address; nothing for neither. */
export function named(kinds, record, anchor) {
  const path = record.replace(/^\/+|\/+$/g, "").replace(/\.yml$/, "");
  const kind = kindOf(kinds, `${path}.yml`);
  if (kind) return { kind, name: `${path}.yml`, entry: anchor };
  const [collection, entry] = path.split("/");
  const shared = kinds.find((each) => each.collection === collection && !each.file.includes("*"));
  return shared && { kind: shared, name: shared.file, entry: entry || anchor };
}

/** The path to what has this id in a file: an entry by its key, an item by its field `id` or `person`. */
export function pathOf(value, wanted, path = []) {
  if (!wanted || typeof value !== "object" || value === null) return undefined;
  for (const [key, each] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if ((key === wanted && typeof each === "object") || each?.id === wanted) return here;
    const inside = pathOf(each, wanted, here);
    if (inside) return inside;
  }
  return undefined;
}
