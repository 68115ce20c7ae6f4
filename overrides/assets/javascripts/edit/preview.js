// The record as its page will show it, beside the form. What draws it is fetched when it is first looked at.

import { el, language, part, settings } from "./elements.js";
import { json } from "./opening.js";

const STYLE = "assets/stylesheets/site.css";
let ready; // what draws, and what the build says of the language

async function load() {
  const [{ drawn }, known] = await Promise.all([import("./drawing/page.js"), json(`drawing/${language}.json`)]);
  return { drawn, known };
}

export class Preview {
  /** `current()` gives what is to be drawn (`drawing/page.js`). */
  constructor(current) {
    this.current = current;
    const root = part("drawn").shadowRoot ?? part("drawn").attachShadow({ mode: "open" });
    this.body = el("div", { class: "md-typeset" });
    // Ids of the record and those of the form do not meet: a shadow tree has its own.
    root.replaceChildren(el("link", { rel: "stylesheet", href: settings.root + STYLE }), this.body);
    part("preview").ontoggle = () => this.draw();
  }

  get isOpen() {
    return part("preview").open;
  }

  async draw() {
    if (!this.isOpen) return;
    ready ??= load();
    const loaded = await ready.catch(() => (ready = undefined));
    part("undrawn").hidden = Boolean(loaded);
    if (!loaded) return;
    const { path, html } = loaded.drawn({ known: loaded.known, ...this.current() });
    this.show(html, new URL(settings.root + loaded.known.prefix + path, location.href));
  }

  /** Put HTML in place, in which links lead to where they would on its page. */
  show(html, page) {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    for (const link of body.querySelectorAll("a[href]")) {
      const address = new URL(link.getAttribute("href"), page);
      if (/^https?:$/.test(address.protocol)) link.href = address;
      else link.removeAttribute("href");
      link.target = "_blank";
    }
    this.body.replaceChildren(...body.childNodes);
  }

  /** Bring what is edited into sight: the item with this id. */
  reveal(id) {
    if (id && this.isOpen) this.body.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView({ block: "nearest" });
  }
}
