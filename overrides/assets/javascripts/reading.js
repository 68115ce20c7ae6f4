// What a reader of any page may use beyond plain links: light or dark, the menu that closes by itself, links that copy.

const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const wide = matchMedia("(min-width: 68em)");

const button = document.querySelector("[data-scheme-button]");
const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);

function nameButton() {
  const words = isDark() ? button.dataset.light : button.dataset.dark;
  button.querySelector("span").textContent = words;
  button.title = words;
}

button.addEventListener("click", () => {
  root.dataset.scheme = isDark() ? "light" : "dark";
  try {
    localStorage.setItem("scheme", root.dataset.scheme);
  } catch {} // a browser that keeps nothing: the choice lasts for this page
  nameButton();
});
system.addEventListener("change", nameButton);
nameButton();
button.hidden = false;

// Where the contents stand beside the page they are always open; the stylesheet shows them before this runs.
const contents = document.querySelector("details.toc");
const unfold = () => { if (contents) contents.open = wide.matches; };
wide.addEventListener("change", unfold);
unfold();

const menu = document.querySelector("details.menu");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

document.addEventListener("click", (event) => {
  if (menu.open && !menu.contains(event.target)) menu.open = false;
  // A link to the other language leads to the same place on the page, and to the same search.
  const counterpart = event.target.closest?.("a[data-counterpart]");
  if (!counterpart) return;
  counterpart.hash = here() || location.hash;
  counterpart.search = location.search;
});

// Anchors are the same in both languages. What is above the window's upper edge, last, is where the reader is.
const anchors = [...document.querySelectorAll("main :is(h2, h3, [data-statement], [data-figure])[id]:not(aside *)")]; // not what is next to the text
const above = (places) => places.findLast((place) => place.getBoundingClientRect().top < 90);
// A statement that the address names is where the reader is as long as it is in view.
function named() {
  const place = document.getElementById(new URLSearchParams(`id=${location.hash.slice(1)}`).get("id")); // takes any fragment
  const { top, bottom } = place?.getBoundingClientRect() ?? {};
  return bottom > 0 && top < innerHeight && place.matches("[data-statement], [data-figure]") ? place : null;
}
const here = () => named()?.id || (scrollY > 0 && above(anchors)?.id) || "";

// The contents mark the part that is read, and the address follows: a copied address leads back to it.
const parts = new Map([...document.querySelectorAll(".toc a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
const headings = anchors.filter((place) => parts.has(place.id));
let marked, waiting;

function markPlace() {
  const part = above(headings);
  const link = part && parts.get(part.id);
  if (link === marked) return;
  marked?.removeAttribute("aria-current");
  link?.setAttribute("aria-current", "true");
  marked = link;
  if (named() || location.hash.slice(1) === part?.id) return; // the address names something within this part
  if (part) history.replaceState(history.state, "", `#${part.id}`);
}

if (headings.length) {
  document.addEventListener("scroll", () => {
    clearTimeout(waiting);
    waiting = setTimeout(markPlace, 120);
  }, { passive: true });
  markPlace();
}

/** Puts a text on the clipboard and says so where it was asked for. */
async function copy(text, said, words) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return; // the browser forbids it: the text is there to be marked
  }
  const before = said.textContent;
  said.textContent = words;
  setTimeout(() => { said.textContent = before; }, 2000);
}

// A permanent link is followed, and copied too.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-copy]");
  if (!link) return;
  const address = new URL(document.querySelector("link[rel=canonical]").href);
  address.hash = link.hash;
  copy(address.href, link, link.dataset.copy);
});

// The page as Markdown: copied, or opened where the browser forbids that.
document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[data-copy-file]");
  if (!link || !navigator.clipboard) return;
  event.preventDefault();
  const file = await fetch(link.href).catch(() => null);
  if (file?.ok) copy(await file.text(), link, link.dataset.copyFile);
  else location.assign(link.href);
});

// Each way of citing gets a button when it is first looked at.
document.addEventListener("toggle", ({ target }) => {
  if (!target.matches?.(".note__cite[open]") || target.querySelector(".copy")) return;
  const { copy: name, copied } = root.dataset;
  for (const place of target.querySelectorAll("[data-cite]")) {
    const text = place.textContent;
    const press = Object.assign(document.createElement("button"), { type: "button", className: "copy", textContent: name });
    press.lang = root.lang;
    press.ariaLabel = `${name}: ${place.dataset.cite}`;
    press.addEventListener("click", () => copy(text, press, copied));
    place.prepend(press);
  }
}, true);
