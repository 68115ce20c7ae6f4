// How a hit is shown, in the dialog and on the search page. Texts are set as text, never as HTML.

/** An element with attributes and children; children that are text are set as text. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== "" && child !== undefined && child !== null));
  return made;
}

const marked = (pieces) => pieces.map(([text, hit]) => (hit ? element("mark", {}, text) : text));

/** The link to a hit with its text; following it marks the words on the page it leads to. */
export function hitLink(hit, client, language) {
  const link = element("a", { href: client.address(hit, language), class: "hit__link" });
  if (hit.title.length) link.append(element("strong", { class: "hit__title", lang: hit.lang.title }, ...marked(hit.title)), " ");
  if (hit.text.length) link.append(element("span", { class: "hit__text", lang: hit.lang.text }, ...marked(hit.text)));
  const mark = () => {
    const address = new URL(link.href);
    address.searchParams.set("h", hit.words.join("|"));
    if (hit.words.length) link.href = address;
  };
  link.addEventListener("click", mark);
  link.addEventListener("auxclick", mark);
  return link;
}

/** What a hit is and who said it, in few words. */
export function hitFacts(hit, words, { home = true } = {}) {
  const facts = element("p", { class: "hit__facts" }, element("span", { class: "tag tag--kind" }, words[`kind_${hit.kind}`]));
  if (home && hit.label) facts.append(element("span", { class: "hit__home" }, hit.label));
  if (hit.saidBy.length) facts.append(element("span", { class: "hit__by", lang: hit.lang.saidBy }, ...marked(hit.saidBy)));
  if (hit.missing.length) facts.append(element("span", { class: "hit__missing" }, filled(words.missing, { words: hit.missing.join(", ") })));
  if (hit.lang.title || hit.lang.text) facts.append(element("span", { class: "hit__untranslated" }, words.untranslated));
  return facts;
}

/** A sentence of the interface with its blanks filled. */
export const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** What a reader is told of how the query was taken: how it was read, what the archive lacks, that nothing holds all of it. */
export const remarks = ({ words, reading, question, absent, closest }) => [
  ...absent.map((number) => filled(words.absent, { number })),
  question && filled(words.question, { words: question }),
  closest ? words.closest : reading && filled(words.reading, { words: reading }),
].filter(Boolean);

/** A number of results in words; `one|many` where a language has two forms. */
export function counted(forms, count, language) {
  const [one, many = one] = forms.split("|");
  return filled(count === 1 ? one : many, { count: count.toLocaleString(language) });
}
