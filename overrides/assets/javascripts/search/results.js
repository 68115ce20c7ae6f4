// How a hit is shown, in every list of search. Texts are set as text, never as HTML.

/** An element with attributes and children; children that are text are set as text. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== "" && child !== undefined && child !== null));
  return made;
}

const written = (pieces) => pieces.map(([text]) => text).join("");
const marked = (pieces) => pieces.flatMap(([text, hit]) => (hit ? element("mark", {}, text) : unbroken(text)));

const DATE = /^(Q\d )?\d{1,4}([-/]\d+)*$/; // as the index has it; the quiet line says it in words

/** A text whose dates stay on one line. */
const unbroken = (text) => text.split(/(\d+(?:-\d+)+)/).map((piece, place) => (place % 2 ? element("span", { class: "unbroken" }, piece) : piece));

/** A hit on the search page: the link with its text, and below it the quiet line. */
export function shown(hit, words, client, code) {
  const link = leading(element("a", { href: client.address(hit, code), class: "hit__link" }, ...said(hit)), hit);
  return element("div", { class: "hit" }, link, element("p", { class: "hit__line" }, ...facts(hit, words, true)), ...reasons("p", hit, words),
    hit.source[0] && element("p", { class: "hit__source" }, ...published(hit.source, words)));
}

/** Who published the source of a hit, and its address: on paper, and where it is part of an answer. */
export const published = ([name, address], words) => [
  `${words.source}: `, element(address ? "a" : "span", { href: address || undefined, lang: "vi" }, name),
];

/** A hit in a list to choose from, under the name of its page: all of it is the link. */
export function option(hit, words, client, { code } = {}) {
  const line = element("span", { class: "hit__line" }, ...facts(hit, words, false));
  const link = element("a", { href: client.address(hit, code), class: "hit", role: "option" },
    element("span", { class: "hit__link" }, ...said(hit)), line, ...reasons("span", hit, words));
  return leading(link, hit);
}

/** A query to go on with, in a list to choose from. */
export function suggested({ kind, label, lang }, words, address) {
  return element("li", { role: "none", class: "suggestion" }, element("a", { role: "option", href: address },
    element("span", { class: "suggestion__label", lang }, label), " ", element("span", { class: "suggestion__kind" }, words[`kind_${kind}`] ?? words.suggestion)));
}

/** Following a link marks on its page the words found. */
function leading(link, hit) {
  const mark = () => {
    const address = new URL(link.href);
    setTimeout((permanent) => (link.href = permanent), 0, link.href); // once it is being followed
    address.searchParams.set("h", hit.words.join("|"));
    if (hit.words.length) link.href = address;
  };
  link.addEventListener("click", mark);
  link.addEventListener("auxclick", mark);
  return link;
}

/** The provinces of a hit, before what is said of them. */
export const about = ({ places }) => element("b", { class: "hit__places" }, ...marked(places), ": ");

/** In a review, what has provinces is an example of theirs. */
const isExample = ({ path, places }) => path.startsWith("reviews/") && places.length > 0;

const isMeeting = ({ path, anchor }) => path.startsWith("meetings/") && !anchor;

/** Title and text; an example begins with its provinces, and what is said of a meeting is in the quiet line. */
function said(hit) {
  const { title, lang } = hit;
  const text = isMeeting(hit) ? [] : hit.text;
  return [
    isExample(hit) ? about(hit) : "",
    title.length ? element("strong", { class: "hit__title", lang: lang.title }, ...marked(title)) : "", title.length ? " " : "",
    text.length ? element("span", { class: "hit__text", lang: lang.text }, ...marked(text)) : "",
  ].filter(Boolean);
}

/** The quiet line: what it is, who said it, about which provinces, and with `home` where and when; not what is said above it. */
function facts(hit, words, home) {
  const { kind, path, saidBy, heading, label, homeTitle, places, lang, title, text } = hit;
  const who = isMeeting(hit) ? saidBy : saidBy.filter(([text]) => !text.startsWith(", ")); // without the office
  const meeting = home && path.startsWith("meetings/") && !isMeeting(hit);
  const isSaid = (words) => `${written(title)} ${isMeeting(hit) ? "" : written(text)}`.includes(words);
  const name = words[`kind_${kind}`];
  const known = !places.length || isExample(hit) || written(title).includes(written(places)) || written(places).includes(label.split(", ").at(-1));
  return [
    label.startsWith(name) ? "" : element("span", { class: "hit__kind", "data-kind": kind }, name),
    isMeeting(hit) ? element("span", { class: "hit__held", lang: lang.text }, ...marked(text)) : "",
    who.length && !isSaid(written(who)) ? element("span", { class: "hit__by", lang: lang.saidBy }, ...marked(who)) : "",
    known ? "" : element("span", {}, ...marked(places)),
    home && label && !isMeeting(hit) && !label.split(", ").every(isSaid) ? element("span", {}, ...unbroken(label)) : "",
    heading ? element("span", {}, heading) : "",
    meeting ? element("span", { lang: lang.homeTitle }, homeTitle) : "",
    lang.title || lang.text ? element("span", { class: "hit__untranslated" }, words.untranslated) : "",
  ].filter(Boolean).flatMap((fact, place) => (place ? [" · ", fact] : [fact]));
}

/** Why it was found where its own words do not say it, and what of the query it lacks. */
function reasons(tag, { because, missing }, words) {
  const found = because.filter((pieces) => !DATE.test(written(pieces))).flatMap((pieces, place) => [place ? "; " : "", ...marked(pieces)]);
  const parts = (sentence, filling) => sentence.split("{words}").flatMap((text, place) => (place ? [...filling, text] : [text]));
  return [
    found.length && element(tag, { class: "hit__because" }, ...parts(words.because, found)),
    missing.length && element(tag, { class: "hit__missing" }, ...parts(words.missing, [element("b", {}, missing.join(", "))])),
  ].filter(Boolean);
}

/** A sentence of the interface with its blanks filled. */
export const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** How the query was taken: what the archive does not hold, and how the words were read. */
export const remarks = ({ words, reading, absent }) => [
  ...absent.map((number) => filled(words.absent, { number })), reading && filled(words.reading, { words: reading }),
].filter(Boolean);

/** A number of results in words; `one|many` where a language has two forms. */
export function counted(forms, count, language) {
  const [one, many = one] = forms.split("|");
  return filled(count === 1 ? one : many, { count: count.toLocaleString(language) });
}
