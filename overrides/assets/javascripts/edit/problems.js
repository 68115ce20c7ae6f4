// What is wrong, said at its field and in a list above the change, in the reader's language.

import { el, part, word } from "./elements.js";

const joined = (path) => path.join(".");

/** What a problem says: what was found and what is expected. */
function said({ key, wanted, values }) {
  if (key === "one-of") return word("problem_one-of", { wanted: wanted.join(", ") });
  return word(`problem_${key}`, { wanted, ...values });
}

/** The element that a problem belongs to: that of its field, or of the nearest thing around it that is drawn. */
function place(form, path) {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const shown = form.shown(path.slice(0, depth));
    if (shown && !(shown.matches("details") && !shown.open)) return shown;
  }
  return form.element;
}

/** Say all of them, as [form, its problems]; gives the number of errors. */
export function show(found) {
  for (const [{ element }] of found) {
    for (const old of element.querySelectorAll("[data-problem]")) old.remove();
    for (const input of element.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  }
  const each = found.flatMap(([form, problems]) => problems.map((problem) => [form, problem]));
  const list = each.map(([form, problem]) => {
    const { path, key } = problem;
    const text = said(problem);
    const near = place(form, path);
    const message = el("p", { class: `problem problem--${problem.severity ?? "error"}`, "data-problem": key, "data-field": joined(path) }, text);
    (near.querySelector(":scope > .picker, :scope > input, :scope > textarea, :scope > select, :scope > legend") ?? near.lastElementChild ?? near).after(message);
    near.querySelector(`[data-field="${CSS.escape(joined(path))}"]:not(.problem)`)?.setAttribute("aria-invalid", "true");
    const go = (event) => {
      event.preventDefault();
      form.focus(path);
    };
    return el("li", {}, el("a", { href: "#fields", onclick: go }, `${where(form, path)}: ${text}`));
  });
  const errors = each.filter(([, { severity }]) => severity !== "warning").length;
  part("status").textContent = each.length ? word("problems", { errors, warnings: each.length - errors }) : word("no_problems");
  part("problems").replaceChildren(...list);
  return errors;
}

/** Where a field is, in words: “Kết luận › 3. Lời …”. */
function where(form, path) {
  const names = path.map((_, depth) => {
    const here = path.slice(0, depth + 1);
    try {
      return form.name(form.schema.field(form.schema.at(here)), here);
    } catch {
      return String(here.at(-1)); // a field that the schema does not have
    }
  });
  return names.join(" › ");
}
