// Citations of search results in the styles that readers hand in: running text in both languages, BibTeX, RIS; and CSV.

const LANGUAGES = ["vi", "en"];
const stop = (text) => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** A text in a language; what has no English is cited in Vietnamese. */
const inLanguage = (text, language) => text?.[LANGUAGES.indexOf(language)] ?? text?.[0];

/** What is cited, and whose words it is in where these are the archive's. */
function said(item, language, words) {
  const text = inLanguage(item.text, language) ?? "";
  return item.worded ? `${text.replace(/\.$/, "")} [${words[`cite_${item.worded}_${language}`]}]` : text;
}

function prose(item, language, words) {
  const { source } = item;
  const [by, title, date] = [item.by, item.title, item.date].map((each) => inLanguage(each, language));
  const text = said(item, language, words);
  const where = [title, date].filter(Boolean).join(", ");
  const origin = source && [source.author, source.publisher, source.title && `“${source.title}”`, source.published, source.address]
    .filter(Boolean).join(", ");
  return [
    by && stop(by), text && stop(text), where && stop(where),
    origin && stop(`${words[`source_${language}`]}: ${origin}`),
    `${words[`cite_from_${language}`]}: ${words[`site_${language}`]}, ${item.address}`,
  ].filter(Boolean).join(" ");
}

const year = (item) => item.iso?.slice(0, 4);
const day = (item) => (/^\d{4}(-\d\d){0,2}$/.test(item.iso ?? "") ? item.iso : undefined); // or a month, or a year
const escaped = (text) => text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, "\\$&");

function bibtex(item, words) {
  const key = item.id.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "");
  const fields = {
    author: item.by?.[0] && `{${escaped(item.by[0])}}`, title: escaped(item.title?.[0] ?? item.label), year: year(item), date: day(item),
    note: escaped(said(item, "vi", words)), publisher: item.source && escaped(item.source.publisher),
    howpublished: item.source && [escaped(item.source.title), item.source.address && `\\url{${item.source.address}}`].filter(Boolean).join(", "),
    url: item.address,
  };
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},`);
  return `@misc{${key},\n${lines.join("\n")}\n}`;
}

function ris(item, words) {
  const fields = [
    ["TY", "ELEC"], ["ID", item.id], ["AU", item.by?.[0]], ["TI", item.title?.[0] ?? item.label], ["PY", year(item)], ["DA", day(item)?.replaceAll("-", "/")],
    ["AB", item.text && said(item, "vi", words)], ["PB", item.source?.publisher], ["N1", item.source?.title], ["L2", item.source?.address],
    ["UR", item.address], ["ER", ""],
  ];
  return fields.filter(([, value]) => value !== undefined).map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, " ")}`).join("\r\n");
}

const COLUMNS = ["id", "kind", "date", "title_vi", "title_en", "by_vi", "by_en", "text_vi", "text_en", "source", "source_title", "source_url", "url"];

/** A cell of a spreadsheet; one that begins like a formula must not be run as one. */
function cell(value) {
  const text = value ?? "";
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv(items) {
  const rows = items.map((item) => [
    item.id, item.kind, item.iso, ...(item.title ?? ["", ""]), ...(item.by ?? ["", ""]), ...(item.text ?? ["", ""]),
    item.source?.publisher, item.source?.title, item.source?.address, item.address,
  ]);
  return `\ufeff${[COLUMNS, ...rows].map((row) => row.map((value) => cell(value)).join(",")).join("\r\n")}\r\n`;
}

/** How each style is written and what its file is called. Items have their permanent `address`; `words` are those of the search. */
export const STYLES = {
  vi: { name: "trich-dan.txt", type: "text/plain", write: (items, words) => items.map((item) => prose(item, "vi", words)).join("\n\n") },
  en: { name: "citations.txt", type: "text/plain", write: (items, words) => items.map((item) => prose(item, "en", words)).join("\n\n") },
  bibtex: { name: "citations.bib", type: "application/x-bibtex", write: (items, words) => items.map((item) => bibtex(item, words)).join("\n\n") },
  ris: { name: "citations.ris", type: "application/x-research-info-systems", write: (items, words) => items.map((item) => ris(item, words)).join("\r\n\r\n") },
  csv: { name: "results.csv", type: "text/csv", write: csv },
};
