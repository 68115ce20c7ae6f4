// Marks on a page the words that a search found there (?h=…|…), within the statement or record the address names.

const address = new URL(location.href);
const wanted = new Set(address.searchParams.get("h").slice(0, 2000).split("|").filter(Boolean));
address.searchParams.delete("h");
history.replaceState(history.state, "", address); // what is copied from the address bar is the permanent address

// Unlike decodeURIComponent, this takes any fragment.
const named = document.getElementById(new URLSearchParams(`id=${location.hash.slice(1)}`).get("id"));
const place = named ?? document.querySelector("article.md-content__inner");

if (wanted.size) {
  const escaped = [...wanted].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  const word = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    for (const match of [...text.data.matchAll(word)].reverse()) {
      const range = document.createRange();
      range.setStart(text, match.index);
      range.setEnd(text, match.index + match[0].length);
      range.surroundContents(document.createElement("mark"));
    }
  }
}
