// Two edits of one file, brought together field by field: what one of them changed is put into what the other made of it.

const KEYS = ["id", "person"];

const isObject = (value) => typeof value === "object" && value !== null;
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const keyOf = (item) => KEYS.map((name) => item?.[name]).find((each) => each !== undefined);
const isKeyed = (list) => Array.isArray(list) && list.every((item) => keyOf(item) !== undefined) && new Set(list.map(keyOf)).size === list.length;

/** What changed between two values: places by field and, in lists of records, by id, each with both values. */
export function* changes(before, after, path = []) {
  if (same(before, after)) return;
  const areLists = isKeyed(before) && isKeyed(after);
  const areRecords = [before, after].every((each) => isObject(each) && !Array.isArray(each));
  if (!areLists && !areRecords) {
    yield { path, before, after };
    return;
  }
  const [from, to] = areLists ? [byKey(before), byKey(after)] : [before, after];
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const here = [...path, areLists ? { key } : key];
    if (key in from && key in to) yield* changes(from[key], to[key], here);
    else yield { path: here, before: from[key], after: to[key] };
  }
}

const byKey = (list) => Object.fromEntries(list.map((item) => [keyOf(item), item]));

/**
 * Put changes into a file that someone else has changed too. Returns those that cannot be put there, because the other
 * one changed the same place; of them the file has the other's.
 */
export function merge(file, made, order) {
  const conflicts = [];
  for (const change of made) {
    const path = placed(file, change.path);
    const now = path && file.get(path);
    if (!path || (!same(now, change.before) && !same(now, change.after))) conflicts.push(change);
    else if (same(now, change.after)) continue;
    else if (change.after === undefined) file.remove(path);
    else if (typeof path.at(-1) === "number" && change.before === undefined) file.insert(path.slice(0, -1), path.at(-1), change.after, order);
    else file.set(path, change.after, order);
  }
  return conflicts;
}

/** A path with the ids of items in lists as their present numbers; nothing where what is around the place has gone. */
function placed(file, path) {
  const found = [];
  for (const [depth, step] of path.entries()) {
    const here = depth ? file.get(found) : file.value;
    if (!isObject(step)) found.push(step);
    else if (!Array.isArray(here)) return undefined;
    else {
      const index = here.findIndex((item) => String(keyOf(item)) === step.key);
      if (index < 0 && depth < path.length - 1) return undefined;
      found.push(index < 0 ? here.length : index);
    }
  }
  return found;
}
