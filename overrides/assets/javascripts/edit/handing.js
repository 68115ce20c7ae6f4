// Handing an edit over: as an issue or a mail that a program makes a pull request of, with a token for the visit by the
// forge's interface, or on the forge's page for a file.

import { drawn } from "./change.js";
import { button, el, part, settings, word } from "./elements.js";
import { DataFile } from "./file.js";
import { changes, merge } from "./merging.js";
import { message as written } from "./message.js";
import { commit } from "./opening.js";

const TOKEN = "editing token"; // in the session: gone with the tab, and never in a draft
const LONGEST_MAIL = 1800; // mail programs cut longer addresses
const { forge } = settings;
const built = commit().catch(() => ""); // what the issue or the mail says, known before the button is pressed
let branch; // of this edit: the same again when a try is repeated

/** Show the ways that there are; `current()` gives the files of the edit, `order(name)` the fields of a file’s records, `done()` is called at the end. */
export function offer({ current, name, order, done }) {
  branch ??= `edit-${name.replace(/\W+/g, "-")}-${Date.now().toString(36)}`;
  const message = el("textarea", { id: "editing-message", rows: 2, "data-message": true });
  const said = el("div", { role: "status", class: "handing__said", "data-said": true });
  const title = () => message.value.trim().split("\n")[0].slice(0, 200);
  const ask = () => {
    said.textContent = !current().length ? word("nothing") : title() ? "" : word("message_missing");
    if (said.textContent) message.focus();
    return !said.textContent;
  };
  const given = { current, order, ask, title, message, said, done };
  const ways = [
    ...(forge.url ? [byIssue(given)] : []),
    ...(forge.contact ? [byMail(given)] : []),
    ...(forge.url ? [byHand(given)] : []),
    ...(forge.api ? [withToken(given)] : []),
  ];
  const label = el("label", { for: "editing-message" }, word("message"));
  part("handing").replaceChildren(label, message, said, ...(ways.length ? ways : [el("p", {}, word("no_way"))]));
}

/** A way to hand over, folded; `name` is that of its words. */
const way = (name, help, ...inside) => el("details", { class: "handing", "data-way": name }, el("summary", {}, word(name)), el("p", { class: "means" }, word(help)), ...inside);

/** Put a text where the editor pastes it; false where the browser does not let: then it is shown, with the way on. */
async function copy(text, said, address) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    said.replaceChildren(word("not_copied"), el("textarea", { readonly: true, rows: 6, "data-copy-by-hand": true, "aria-label": word("yaml") }, text), el("a", { href: address, rel: "noopener", target: "_blank" }, word("go_on")));
    return false;
  }
}

/** An issue with the change in it: filled in where the address is short enough, else from the clipboard. */
function byIssue({ current, ask, title, said }) {
  const send = async () => {
    if (!ask()) return;
    const text = written(current(), await built);
    const [titled, changed] = forge.issueFields;
    const address = new URL(forge.issue);
    address.searchParams.set(titled, title());
    const short = address.href;
    address.searchParams.set(changed, text);
    const isFilled = address.href.length <= forge.longest;
    if (!isFilled && !(await copy(text, said, short))) return;
    said.textContent = word(isFilled ? "issue_filled" : "issue_paste");
    globalThis.open(isFilled ? address.href : short, "_blank", "noopener");
  };
  return way("by_issue", "by_issue_help", button(word("by_issue_open"), send, { "data-issue": true }));
}

/** The same as a mail. */
function byMail({ current, ask, title, said }) {
  const send = async () => {
    if (!ask()) return;
    const text = written(current(), await built);
    const address = (body) => `mailto:${forge.contact}?subject=${encodeURIComponent(title())}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
    const isShort = address(text).length <= LONGEST_MAIL;
    if (!isShort && !(await copy(text, said, address(word("mail_body"))))) return;
    said.textContent = word(isShort ? "mail_filled" : "mail_paste");
    location.assign(address(isShort ? text : word("mail_body")));
  };
  return way("by_mail", "by_mail_help", button(word("by_mail_open"), send, { "data-mail": true }));
}

/** Each file by itself on the forge's page: filled in where the address is short enough, else from the clipboard. */
function byHand({ current, said }) {
  const open = async ({ name, base, text }) => {
    const folder = name.includes("/") ? `data/${name.replace(/\/[^/]+$/, "")}` : "data";
    const short = `${forge.new}${folder}?${new URLSearchParams({ [forge.nameField]: name.split("/").at(-1) })}`;
    const filled = `${short}&${new URLSearchParams({ value: text })}`;
    const isFilled = !base && forge.fillsText && filled.length <= forge.longest;
    const address = base ? `${forge.edit}data/${name}` : isFilled ? filled : short;
    if (!isFilled && !(await copy(text, said, address))) return;
    said.textContent = word(isFilled ? "opened_filled" : base ? "opened_edit" : "opened_new");
    globalThis.open(address, "_blank", "noopener");
  };
  const list = () => current().map((file) => button(`data/${file.name}`, () => open(file), { "data-open": file.name }));
  const files = el("p", { class: "ways" });
  const whole = way("on_forge", "on_forge_help", files);
  whole.addEventListener("toggle", () => files.replaceChildren(...list()));
  return whole;
}

function withToken({ current, order, ask, title, message, said, done }) {
  const token = el("input", { type: "password", id: "editing-token", autocomplete: "off", "data-token": true });
  token.value = sessionStorage.getItem(TOKEN) ?? "";
  let seen = ""; // what the editor has been shown of others' changes
  const propose = async (event) => {
    event.preventDefault();
    if (!ask()) return;
    if (!token.value.trim()) {
      said.textContent = word("token_missing");
      return token.focus();
    }
    sessionStorage.setItem(TOKEN, token.value.trim());
    send.disabled = true;
    said.textContent = word("sending");
    try {
      const { FORGES } = await import("./forge.js").catch(() => Promise.reject({ how: "network" })); // for those with a token alone
      const service = new FORGES[forge.kind](forge, token.value.trim());
      const { files, conflicts, meanwhile } = await brought(service, current(), order);
      const newer = JSON.stringify(meanwhile);
      if (conflicts.length) said.replaceChildren(word("conflicts"), el("ul", {}, conflicts.map((each) => el("li", {}, each))), others(meanwhile));
      else if (meanwhile.length && newer !== seen) {
        seen = newer;
        said.replaceChildren(word("meanwhile"), others(meanwhile));
      } else {
        const address = await service.propose({ files, title: title(), body: message.value, branch });
        said.replaceChildren(word("sent"), " ", el("a", { href: /^https?:/.test(address) ? address : undefined }, address));
        branch = undefined;
        done();
      }
    } catch (error) {
      if (error.how === "token") sessionStorage.removeItem(TOKEN);
      said.textContent = word(`failed_${error.how ?? "refused"}`, { said: error.message });
    }
    send.disabled = false;
  };
  const send = el("button", { class: "button", "data-propose": true }, word("send"));
  const form = el("form", { onsubmit: propose }, el("label", { for: "editing-token" }, word("token")), token, send);
  const whole = way("with_token", `token_help_${forge.kind}`, form);
  whole.open = Boolean(token.value);
  return whole;
}

const others = (meanwhile) => el("pre", { class: "editing__diff", "data-meanwhile": true, tabindex: "0" }, drawn(meanwhile));

/** The files as they are to be, made of the newest ones: what others changed since the site was built stays, and is given. */
async function brought(service, files, order) {
  const conflicts = [];
  const meanwhile = [];
  const made = [];
  for (const { name, base, text } of files) {
    const newest = await service.newest(name);
    const now = new DataFile(name, newest ?? "");
    if (newest === undefined || newest === base) now.restore(text);
    else {
      const [before, after] = [base, text].map((each) => new DataFile(name, each).value);
      conflicts.push(...merge(now, changes(before, after), order(name)).map(({ path }) => `${name}: ${path.map((step) => step.key ?? step).join(".")}`));
      meanwhile.push({ name, base, text: newest });
    }
    made.push({ name, text: now.text, isNew: newest === undefined });
  }
  return { files: made, conflicts, meanwhile };
}
