// Files of search results in the styles that readers hand in. The build has written each citation
// (macros/search/citations.py); here they are put one after another, and cells made safe for spreadsheets.

/** A cell of a spreadsheet; one that begins like a formula must not be run as one. */
function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv(items) {
  const rows = [Object.keys(items[0]?.row ?? {}), ...items.map(({ row }) => Object.values(row))];
  return `\ufeff${rows.map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
}

const running = (style) => (items) => items.map((item) => item[style]).join("\n\n");
const ris = (items) => `${items.map((item) => item.ris).join("\n\n")}\n`.replaceAll("\n", "\r\n");

/** How each style is written and what its file is called. */
export const STYLES = {
  vi: { name: "trich-dan.txt", type: "text/plain", write: running("vi") },
  en: { name: "citations.txt", type: "text/plain", write: running("en") },
  bibtex: { name: "citations.bib", type: "application/x-bibtex", write: running("bibtex") },
  ris: { name: "citations.ris", type: "application/x-research-info-systems", write: ris },
  csv: { name: "results.csv", type: "text/csv", write: csv },
};
