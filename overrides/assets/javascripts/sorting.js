// Tables that a reader may put in the order of a column: the words of its heading become a button.

const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });

/** What a row is put in order by: the value behind what its cell shows, or that itself. */
const valueOf = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();

function sort(table, heading) {
  const ascending = heading.ariaSort !== "ascending";
  for (const each of table.tHead.rows[0].cells) each.ariaSort = null;
  heading.ariaSort = ascending ? "ascending" : "descending";
  const [body] = table.tBodies;
  const inOrder = [...body.rows].sort((one, other) =>
    (ascending ? 1 : -1) * compare(valueOf(one, heading.cellIndex), valueOf(other, heading.cellIndex)));
  body.append(...inOrder);
}

for (const table of document.querySelectorAll("table[data-sortable]")) {
  for (const heading of table.tHead.rows[0].cells) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "sort" });
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(table, heading));
    heading.append(button);
  }
}
