// On every page: opens the search dialog (/, Ctrl+K or the header's field) and marks the words a reader came for.
// Everything else of search is fetched only then.

const dialog = document.querySelector("[data-search-dialog]");
const ownField = document.querySelector("[data-search-page] input[type=search]");

async function open() {
  if (ownField) return ownField.focus();
  if (!dialog.open) dialog.showModal();
  // What was searched before gives way to what is typed now; done here, for the rest may come in the middle of a word.
  const field = dialog.querySelector("input");
  field.focus();
  field.select();
  try {
    const { start } = await import("./dialog.js");
    start(dialog);
  } catch {
    dialog.querySelector("[role=status]").textContent = dialog.dataset.unavailable;
  }
}

document.querySelector("[data-search-open]")?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});

// Enter may come before what it waits for; without that, the browser takes the words to the search page.
dialog?.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const { go } = await import("./dialog.js");
    go(dialog);
  } catch {
    event.target.submit();
  }
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const command = event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
  if (!slash && !command) return;
  event.preventDefault();
  open();
});

if (new URLSearchParams(location.search).has("h")) import("./marks.js");
