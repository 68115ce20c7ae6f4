// A field for the id of another record, in which one searches by name, without accents or with them.

import { Combobox } from "../search/combobox.js";
import { el, spoken, word } from "./elements.js";
import { folded } from "./spelling.js";

const MOST = 12;
let count = 0;

export const nameOf = ([id, ...names]) => names[spoken] || names[0] || id;

/**
 * The field with its list. `choices` gives [id, Vietnamese, English, …other names] of each record; `chosen` takes the
 * id; `additions(typed)` gives what can be added in place of what is not there, as [what it says, how to add it → id, or the promise of it].
 */
export function picker({ attributes, value, choices, chosen, additions = () => [] }) {
  count += 1;
  const input = el("input", { type: "text", autocomplete: "off", spellcheck: "false", ...attributes });
  const list = el("ol", { id: `choices-${count}`, "aria-label": word("choices") });
  const popup = el("div", { class: "picker__popup", hidden: true }, list);
  const code = el("small", { class: "picker__code" });
  const box = new Combobox(input, list, popup);

  const show = (id) => {
    const known = choices().find(([each]) => each === id);
    input.value = known ? nameOf(known) : id;
    code.textContent = known && nameOf(known) !== id ? id : "";
  };
  const take = (id) => {
    show(id);
    chosen(id);
    box.close();
  };
  const offer = () => {
    const typed = input.value.trim();
    const wanted = folded(typed).split(/\s+/);
    const found = choices().filter((choice) => wanted.every((each) => folded(choice.join(" ")).includes(each)));
    const options = found.slice(0, MOST).map((choice) => [nameOf(choice), () => choice[0]]);
    box.left = false;
    box.show([...options, ...additions(typed)].map(([name, id]) => el("li", { role: "option", onclick: async () => take(await id()) }, name)));
  };
  /** What is typed is the id of a record, or its whole name; else it stays as it is, and is said to be unknown. */
  const meant = () => {
    const typed = folded(input.value.trim());
    const known = choices().find((choice) => choice.some((each) => each && folded(each) === typed));
    return known ? known[0] : input.value.trim();
  };
  input.addEventListener("input", () => {
    offer();
    chosen(meant());
  });
  input.addEventListener("focus", () => (input.select(), value === "" && offer()));
  input.addEventListener("blur", () => show(meant()));
  show(value);
  return el("div", { class: "picker" }, input, popup, code);
}
