// The page shown where a page cannot be reached: names those that this browser has kept, in the page's language.

const root = new URL("../../../", import.meta.url).href;
const { lang } = document.documentElement;
const home = lang === "vi" ? root : `${root}${lang}/`;
const part = (name) => document.querySelector(`[data-${name}]`);
const ofThisLanguage = (url) => url.startsWith(home) && (lang !== "vi" || !url.startsWith(`${root}en/`));

async function pages() {
  const found = new Map();
  for (const name of (await caches.keys()).filter((name) => name.startsWith(`${root} `))) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const { url } = request;
      if (url === `${home}assets/search/${lang}/index.json`) part("search-kept").hidden = false;
      if (!url.endsWith("/") || !ofThisLanguage(url) || url === address) continue;
      const text = await (await cache.match(request)).text();
      const title = new DOMParser().parseFromString(text, "text/html").querySelector("meta[property='og:title']");
      found.set(url, title?.content ?? url);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function link(url, text) {
  const made = document.createElement("a");
  made.href = url;
  made.textContent = text;
  return made;
}

const address = location.href.split(/[?#]/)[0];
function pageAskedFor() {
  try {
    return new URL(new URLSearchParams(location.search).get("page") ?? "", root).href;
  } catch {
    return root; // no address
  }
}

const asked = pageAskedFor();
if (asked.startsWith(root) && asked !== root) {
  part("asked").hidden = false;
  part("asked").querySelector("a").href = asked;
}
if ("caches" in window) {
  const kept = await pages();
  part("none").hidden = kept.length > 0;
  part("kept").replaceChildren(...kept.map(([url, title]) => {
    const item = document.createElement("li");
    item.append(link(url, title));
    return item;
  }));
}
