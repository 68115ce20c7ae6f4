// Elements of the form. Whatever comes from data, drafts or the forge is put in as text, never as HTML.

const page = document.querySelector("[data-editing]");
const { words, language, ...rest } = JSON.parse(page.dataset.settings);

export { language };
export const settings = rest;
/** The place of a language in what the build gives in both, Vietnamese first. */
export const spoken = language === "vi" ? 0 : 1;

/** A word of the interface, with values for the names in braces. */
export const word = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** An element with attributes, what listens to its events (`onclick`, …), and children. */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== ""));
  return made;
}

export const button = (text, onclick, attributes = {}) => el("button", { type: "button", class: "button", onclick, ...attributes }, text);

/** A part of the page by its mark: `data-NAME`. */
export const part = (name) => page.querySelector(`[data-${name}]`);
