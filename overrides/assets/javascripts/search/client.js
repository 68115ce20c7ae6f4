// The page's side of the worker: one worker a page, started when first asked.

/** A later search took this one's place. */
export class Superseded extends Error {}

/** The index cannot be reached, or has a fault. */
export class Unavailable extends Error {}

export class Client {
  /** `base` is the address of the site's root, with a slash at its end. */
  constructor(base, language) {
    this.base = new URL(base, location.href).href;
    this.language = language;
    this.waiting = new Map();
    this.requests = 0;
  }

  /** Ask the worker; raises `Superseded` or `Unavailable`. */
  ask(kind, message = {}) {
    this.worker ??= this.#start();
    const request = ++this.requests;
    return new Promise((resolve, reject) => {
      this.waiting.set(request, { resolve, reject });
      this.worker.postMessage({ request, kind, ...message });
    });
  }

  /** The address of a hit within the site. */
  address({ path, anchor }, language = this.language) {
    return `${this.base}${language === "vi" ? "" : `${language}/`}${path}${anchor ? `#${anchor}` : ""}`;
  }

  #start() {
    const address = new URL("worker.js", import.meta.url);
    address.search = new URLSearchParams({ base: `${this.base}assets/search/`, language: this.language });
    const worker = new Worker(address, { type: "module" });
    worker.onmessage = ({ data: { request, answer, superseded } }) => {
      const { resolve, reject } = this.waiting.get(request);
      this.waiting.delete(request);
      if (answer) resolve(answer);
      else reject(superseded ? new Superseded() : new Unavailable());
    };
    worker.onerror = () => {
      for (const { reject } of this.waiting.values()) reject(new Unavailable());
      this.waiting.clear();
      worker.terminate();
      this.worker = undefined; // the next question starts another
    };
    return worker;
  }
}
