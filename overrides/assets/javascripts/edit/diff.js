// What is different between two texts, line by line: a longest common subsequence of what is between equal ends.

const CONTEXT = 2;

/** Lines as [sign, text]: "-" for one that goes, "+" for one that comes, " " for one near them, "@" where some are left out. */
export function difference(before, after) {
  const { lines, near } = compared(before, after);
  return lines.flatMap((line, at) => (near[at] ? [line] : near[at - 1] ? [["@", "…"]] : []));
}

/** The change as programs take it (unified diff): what goes and comes, with the numbers of the lines. */
export function patch(before, after) {
  const { lines, near } = compared(before, after);
  const hunks = [];
  const at = { "-": 1, "+": 1 }; // the numbers of the next lines
  for (const [index, [sign, text]] of lines.entries()) {
    if (near[index] && !near[index - 1]) hunks.push({ ...at, lines: [] });
    if (near[index]) hunks.at(-1).lines.push(`${sign}${text}\n`);
    if (sign !== "+") at["-"] += 1;
    if (sign !== "-") at["+"] += 1;
  }
  const count = (hunk, other) => hunk.filter(([sign]) => sign !== other).length;
  return hunks.map((hunk) => `@@ -${hunk["-"]},${count(hunk.lines, "+")} +${hunk["+"]},${count(hunk.lines, "-")} @@\n${hunk.lines.join("")}`).join("");
}

/** All lines with their signs, and which of them are near a change. */
function compared(before, after) {
  const lines = whole(before.split("\n"), after.split("\n"));
  const near = lines.map((_, at) => lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(([sign]) => sign !== " "));
  return { lines, near };
}

function whole(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const same = (lines) => lines.map((line) => [" ", line]);
  const middle = common(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return [...same(before.slice(0, start)), ...middle, ...same(before.slice(before.length - end))];
}

function common(before, after) {
  const width = after.length + 1;
  const most = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      most[here] = before[i] === after[j] ? most[here + width + 1] + 1 : Math.max(most[here + width], most[here + 1]);
    }
  }
  const lines = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push([" ", before[i]]);
      [i, j] = [i + 1, j + 1];
    } else if (j === after.length || (i < before.length && most[(i + 1) * width + j] >= most[i * width + j + 1])) lines.push(["-", before[i++]]);
    else lines.push(["+", after[j++]]);
  }
  return lines;
}
