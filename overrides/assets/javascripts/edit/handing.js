// Handing an edit over: with a token for the visit by the forge's interface, else by its web page, else by mail.

import { difference } from "./diff.js";
import { button, el, part, settings, word } from "./elements.js";
import { DataFile } from "./file.js";
import { FORGES } from "./forge.js";
import { changes, merge } from "./merging.js";

const TOKEN = "editing token"; // in the session: gone with the tab, and never in a draft
const LONGEST_MAIL = 1800; // mail programs cut longer addresses
const { forge } = settings;
let branch; // of this edit: the same again when a try is repeated

/** Show the ways that there are; `current()` gives the files of the edit, `order` the fields of a record, `done()` is called at the end. */
export function offer({ current, name, order, done }) {
  branch ??= `edit-${name.replace(/\W+/g, "-")}-${Date.now().toString(36)}`;
  const message = el("textarea", { id: "editing-message", rows: 2, "data-message": true });
  const said = el("p", { role: "status", class: "handing__said", "data-said": true });
  const title = () => message.value.trim().split("\n")[0].slice(0, 200);
  const ask = () => {
    if (title()) return true;
    said.textContent = word("message_missing");
    message.focus();
    return false;
  };
  const ways = [
    ...(forge.api && FORGES[forge.kind] ? [withToken({ current, order, ask, title, message, said, done })] : []),
    ...(forge.url ? [byHand({ current, said })] : []),
    ...(forge.contact ? [byMail({ current, ask, title, said })] : []),
  ];
  const label = el("label", { for: "editing-message" }, word("message"));
  part("handing").replaceChildren(label, message, said, ...(ways.length ? ways : [el("p", {}, word("no_way"))]));
}

function withToken({ current, order, ask, title, message, said, done }) {
  const token = el("input", { type: "password", id: "editing-token", autocomplete: "off", "data-token": true });
  token.value = sessionStorage.getItem(TOKEN) ?? "";
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
      const service = new FORGES[forge.kind](forge, token.value.trim());
      const { files, conflicts } = await brought(service, current(), order);
      if (conflicts.length) said.replaceChildren(word("conflicts"), el("ul", {}, conflicts.map((each) => el("li", {}, each))));
      else {
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
  return el("form", { class: "handing", onsubmit: propose }, el("h4", {}, word("with_token")), el("p", { class: "means" }, word(`token_help_${forge.kind}`)), el("label", { for: "editing-token" }, word("token")), token, send);
}

/** The files as they are to be, made of the newest ones: what others changed since the site was built stays. */
async function brought(service, files, order) {
  const conflicts = [];
  const made = [];
  for (const { name, base, text } of files) {
    const newest = await service.newest(name);
    const now = new DataFile(name, newest ?? "");
    if (newest === undefined || newest === base) now.restore(text);
    else {
      const [before, after] = [base, text].map((each) => new DataFile(name, each).value);
      conflicts.push(...merge(now, changes(before, after), order).map(({ path }) => `${name}: ${path.map((step) => step.key ?? step).join(".")}`));
    }
    made.push({ name, text: now.text, isNew: newest === undefined });
  }
  return { files: made, conflicts };
}

/** Each file by itself on the forge's page: filled in where the address is short enough, else from the clipboard. */
function byHand({ current, said }) {
  const open = async ({ name, base, text }) => {
    const folder = name.includes("/") ? `data/${name.replace(/\/[^/]+$/, "")}` : "data";
    const short = `${forge.new}${folder}?${new URLSearchParams({ [forge.nameField]: name.split("/").at(-1) })}`;
    const filled = `${short}&${new URLSearchParams({ value: text })}`;
    const isFilled = !base && forge.fillsText && filled.length <= forge.longest;
    const address = base ? `${forge.edit}data/${name}` : isFilled ? filled : short;
    if (!isFilled) await navigator.clipboard.writeText(text);
    said.textContent = word(isFilled ? "opened_filled" : base ? "opened_edit" : "opened_new");
    globalThis.open(address, "_blank", "noopener");
  };
  const list = () => current().map((file) => button(`data/${file.name}`, () => open(file), { "data-open": file.name }));
  const files = el("p", { class: "ways" });
  const whole = el("details", { class: "handing" }, el("summary", {}, word("on_forge")), el("p", { class: "means" }, word("on_forge_help")), files);
  whole.addEventListener("toggle", () => files.replaceChildren(...list()));
  return whole;
}

/** The change as a mail; one that is too long for an address is on the clipboard, to be pasted. */
function byMail({ current, ask, title, said }) {
  const send = async () => {
    if (!ask()) return;
    const text = current().map(({ name, base, text: after }) => `data/${name}\n${difference(base, after).map((line) => line.join(" ")).join("\n")}`).join("\n\n");
    const address = (body) => `mailto:${forge.contact}?subject=${encodeURIComponent(title())}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
    const isShort = address(text).length <= LONGEST_MAIL;
    if (!isShort) await navigator.clipboard.writeText(text);
    said.textContent = word(isShort ? "mail_filled" : "mail_paste");
    location.assign(address(isShort ? text : word("mail_body")));
  };
  return el("details", { class: "handing" }, el("summary", {}, word("by_mail")), el("p", { class: "means" }, word("by_mail_help")), button(word("by_mail_open"), send, { "data-mail": true }));
}
