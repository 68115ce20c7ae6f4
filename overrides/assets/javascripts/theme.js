// What the theme does in inline scripts, which the policy forbids: the names that its own script calls, and the
// reader's choice of light or dark before the page is drawn.
window.__md_scope = new URL("../../", document.currentScript.src);

window.__md_get = (key, storage = localStorage, scope = __md_scope) =>
  JSON.parse(storage.getItem(`${scope.pathname}.${key}`));

window.__md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // A browser that stores nothing forgets the choice; the page works all the same.
  }
};

for (const [name, value] of Object.entries(__md_get("__palette")?.color ?? {})) {
  document.body.setAttribute(`data-md-color-${name}`, value);
}
