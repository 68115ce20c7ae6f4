// Citations of search results in the styles that readers hand in: running text in both languages, BibTeX, RIS; and CSV.

const LANGUAGES = ["vi", "en"];
const SEEN = { vi: "Nguồn", en: "Source" };
const FROM = { vi: "Dẫn theo", en: "Cited from" };

// Whose words a text is in: what the archive sums up must not be taken for what somebody literally said.
const WORDED = {
  summary: { vi: "kho tư liệu tóm lược", en: "summarised by the archive" },
  machine: { vi: "kho tư liệu tóm lược từ bản dịch máy", en: "summarised by the archive from a machine translation" },
};

const stop = (text) => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** A text in a language; what has no English is cited in Vietnamese. */
const words = (text, language) => text?.[LANGUAGES.indexOf(language)] ?? text?.[0];

function said(item, language) {
  const text = words(item.text, language) ?? "";
  return item.worded ? `${text.replace(/\.$/, "")} [${WORDED[item.worded][language]}]` : text;
}

function prose(item, language, names) {
  const { source } = item;
  const [by, title, date] = [item.by, item.title, item.date].map((each) => words(each, language));
  const text = said(item, language);
  const where = [title, date].filter(Boolean).join(", ");
  const origin = source && [source.author, source.publisher, source.title && `“${source.title}”`, source.published, source.address]
    .filter(Boolean).join(", ");
  return [
    by && stop(by), text && stop(text), where && stop(where),
    origin && stop(`${SEEN[language]}: ${origin}`), `${FROM[language]}: ${names[language]}, ${item.address}`,
  ].filter(Boolean).join(" ");
}

const year = (item) => item.iso?.slice(0, 4);
const day = (item) => (/^\d{4}(-\d\d){0,2}$/.test(item.iso ?? "") ? item.iso : undefined); // or a month, or a year
const escaped = (text) => text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, "\\$&");

function bibtex(item) {
  const key = item.id.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "");
  const fields = {
    author: item.by?.[0] && `{${escaped(item.by[0])}}`, title: escaped(item.title?.[0] ?? item.label), year: year(item), date: day(item),
    note: escaped(said(item, "vi")), publisher: item.source && escaped(item.source.publisher),
    howpublished: item.source && [escaped(item.source.title), item.source.address && `\\url{${item.source.address}}`].filter(Boolean).join(", "),
    url: item.address,
  };
  const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},`);
  return `@misc{${key},\n${lines.join("\n")}\n}`;
}

function ris(item) {
  const fields = [
    ["TY", "ELEC"], ["ID", item.id], ["AU", item.by?.[0]], ["TI", item.title?.[0] ?? item.label], ["PY", year(item)], ["DA", day(item)?.replaceAll("-", "/")],
    ["AB", item.text && said(item, "vi")], ["PB", item.source?.publisher], ["N1", item.source?.title], ["L2", item.source?.address],
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

/** How each style is written and what its file is called. Items have their permanent `address`; `names` has what the site calls itself in each language. */
export const STYLES = {
  vi: { name: "trich-dan.txt", type: "text/plain", write: (items, names) => items.map((item) => prose(item, "vi", names)).join("\n\n") },
  en: { name: "citations.txt", type: "text/plain", write: (items, names) => items.map((item) => prose(item, "en", names)).join("\n\n") },
  bibtex: { name: "citations.bib", type: "application/x-bibtex", write: (items) => items.map(bibtex).join("\n\n") },
  ris: { name: "citations.ris", type: "application/x-research-info-systems", write: (items) => items.map(ris).join("\r\n\r\n") },
  csv: { name: "results.csv", type: "text/csv", write: csv },
};
