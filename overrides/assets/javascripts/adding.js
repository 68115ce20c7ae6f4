// Buttons that open the forge with a blank record to paste, where its address cannot hold the record.

/** The text of a blank record, by its address: a page of the site and the id of the element that holds it. */
async function blank(address) {
  const { pathname, hash } = new URL(address, location.href);
  let page = document;
  if (pathname !== location.pathname) {
    const answer = await fetch(pathname);
    if (!answer.ok) throw new Error(`${pathname}: ${answer.status}`);
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  }
  return page.getElementById(hash.slice(1)).textContent;
}

/** Puts a text, or one that is still to come, on the clipboard; browsers allow it only at once after a click. */
export async function copy(text) {
  const plain = Promise.resolve(text).then((words) => new Blob([words], { type: "text/plain" }));
  await navigator.clipboard.write([new ClipboardItem({ "text/plain": plain })]);
}

/** Copies the text and opens the forge's editor at the address; where that is not allowed, shows what is to be copied. */
export async function openToPaste(text, address, byHand) {
  try {
    await copy(text);
    location.assign(address);
  } catch {
    location.assign(byHand);
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-copies]");
  if (!link) return;
  event.preventDefault();
  openToPaste(blank(link.dataset.copies), link.href, link.dataset.copies);
});
