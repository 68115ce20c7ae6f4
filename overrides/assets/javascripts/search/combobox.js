// A field with a list of links below it (ARIA Authoring Practices, combobox): arrows choose, Enter follows what is
// chosen and else submits the field's form, Escape closes. Keys that an input method is using are left to it.

export class Combobox {
  /** `list` has an id and takes links of the role option; `popup`, where it is not always shown, is hidden while it is empty. */
  constructor(field, list, popup) {
    Object.assign(this, { field, list, popup });
    list.setAttribute("role", "listbox");
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id })) {
      field.setAttribute(name, value);
    }
    field.addEventListener("keydown", (event) => this.#key(event));
    field.addEventListener("input", () => (this.left = false));
    field.addEventListener("blur", () => this.close());
    popup?.addEventListener("pointerdown", (event) => event.preventDefault()); // a press on a link must not take it away first
    this.show([]);
  }

  /** The items of the list from now on; nothing of them is chosen. */
  show(items) {
    this.list.replaceChildren(...items);
    this.options = [...this.list.querySelectorAll("[role=option]")];
    this.options.forEach((option, place) => {
      option.id = `${this.list.id}-${place}`;
      option.tabIndex = -1;
    });
    this.#choose(undefined);
    this.#opened(this.options.length > 0 && !(this.popup && this.left)); // what comes late opens nothing again
  }

  close() {
    this.left = true;
    this.#choose(undefined);
    if (this.popup) this.#opened(false);
  }

  #opened(open) {
    this.field.setAttribute("aria-expanded", open);
    if (this.popup) this.popup.hidden = !open;
  }

  #choose(option) {
    this.chosen?.removeAttribute("aria-selected");
    this.chosen = option;
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  #key(event) {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.#walk(event);
    else if (event.key === "Enter" && this.chosen) {
      event.preventDefault();
      this.chosen.click();
    } else if (event.key === "Escape" && this.popup && !this.popup.hidden) {
      event.preventDefault();
      this.close();
    }
  }

  /** From the field through the options and back to the field. */
  #walk(event) {
    if (!this.options.length) return;
    event.preventDefault();
    this.#opened(true);
    const stops = [undefined, ...this.options];
    const step = event.key === "ArrowDown" ? 1 : stops.length - 1;
    this.#choose(stops[(stops.indexOf(this.chosen) + step) % stops.length]);
  }
}
