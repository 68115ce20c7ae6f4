// Drafts: what has been edited and not handed over, kept in this browser under the name of the file. Never a token.

const KEY = `${new URL(document.querySelector("[data-editing]").dataset.home, location.href).href} draft `;

/** The draft of a file; nothing where there is none, or what is kept is no draft. */
export function draft(name) {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY + name));
    const isDraft = kept && [kept.at, kept.base, kept.text].every((each) => typeof each === "string");
    return isDraft && !Number.isNaN(Date.parse(kept.at)) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** The names of all files that have a draft, the newest first. */
export function drafts() {
  const names = Object.keys(localStorage).filter((key) => key.startsWith(KEY)).map((key) => key.slice(KEY.length));
  return names.filter(draft).sort((a, b) => draft(b).at.localeCompare(draft(a).at));
}

/** Keep a draft: a file's text as it was published, the one that it has now, and those of other files edited with it. */
export function keep(name, { base, text, others }) {
  try {
    localStorage.setItem(KEY + name, JSON.stringify({ at: new Date().toISOString(), base, text, others }));
    return true;
  } catch {
    return false; // no room, or the reader allows none
  }
}

export const discard = (name) => localStorage.removeItem(KEY + name);
