// On every page: opens the search dialog (/, Ctrl+K or the header's field) and marks the words a reader came for.
// Everything else of search is fetched only then, or when the field of the first page is about to be typed in.

const dialog = document.querySelector("[data-search-dialog]");
const ownField = document.querySelector("[data-search-page] input[type=search]");

async function start(root) {
  try {
    const { start } = await import("./typing.js");
    start(root);
  } catch {
    root.querySelector("[role=status]").textContent = root.dataset.unavailable; // Enter still leads to the search page
  }
}

function open() {
  if (ownField) return ownField.focus();
  if (!dialog.open) dialog.showModal();
  // What was searched before gives way to what is typed now; done here, for the rest may come in the middle of a word.
  const field = dialog.querySelector("input");
  field.focus();
  field.select();
  start(dialog);
}

document.querySelector("[data-search-open]")?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});

dialog?.addEventListener("click", (event) => event.target === dialog && dialog.close());

for (const root of document.querySelectorAll("[data-search-field]")) root.addEventListener("focusin", () => start(root), { once: true });

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const command = event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
  if (!slash && !command) return;
  event.preventDefault();
  open();
});

if (new URLSearchParams(location.search).has("h")) import("./marks.js");
