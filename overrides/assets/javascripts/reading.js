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
  // A link to the other language leads to the same place on the page: the anchor is carried over when it is followed.
  const counterpart = event.target.closest?.("a[data-counterpart]");
  if (counterpart) counterpart.hash = location.hash;
});

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

// Each way of citing gets a button when it is first looked at.
document.addEventListener("toggle", ({ target }) => {
  if (!target.matches?.(".statement__more[open]") || target.querySelector(".copy")) return;
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
