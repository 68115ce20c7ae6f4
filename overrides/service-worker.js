// Keeps what has been read, so that it can be read and searched without a connection. While there is one, every page
// comes from the network: what is kept is never shown in its place. `BUILD` is written before this text by
// macros/build/service_worker.py: the version of the site, and what its search needs.

const ROOT = new URL("./", self.location).href;
const NAME = `${ROOT} ${BUILD.version}`; // several sites may share an origin
const MOST_PAGES = 120;
// Files whose address changes with what is in them; all others are asked for anew while there is a connection.
const UNCHANGING = /\/assets\/search\/[a-z]+\/[0-9a-f]{12}\//;

const address = (url) => url.split(/[?#]/)[0];
const isPage = (url) => url.endsWith("/");
const prefix = (url) => (url.startsWith(`${ROOT}en/`) ? "en/" : "");
const saving = () => navigator.connection?.saveData === true;

let full = false;

async function kept(url) {
  const copy = await (await caches.open(NAME)).match(address(url));
  // A page or worker that reads its own query is to see the address that was asked for, not that of the copy.
  return copy && new Response(copy.body, copy);
}

/** Keep a response; where there is no room, the pages read longest ago make some, and else nothing more is kept. */
async function keep(url, response) {
  if (full || response.status === 206) return; // part of a file is no file
  const cache = await caches.open(NAME);
  try {
    await cache.put(address(url), response.clone());
  } catch {
    await leave(cache, MOST_PAGES / 4);
    await cache.put(address(url), response).catch(() => (full = true));
  }
  if (isPage(address(url))) await leave(cache, MOST_PAGES);
}

/** Leave so many pages, the last read, besides those that every reader needs. */
async function leave(cache, most) {
  const needed = ["", "search/", "offline/"].flatMap((path) => [`${ROOT}${path}`, `${ROOT}en/${path}`]);
  const pages = (await cache.keys()).map(({ url }) => url).filter((url) => isPage(url) && !needed.includes(url));
  for (const url of pages.slice(0, Math.max(0, pages.length - most))) await cache.delete(url);
}

/** Fetch and keep; whether there is such a file, or undefined where it cannot be reached. */
async function fetchAndKeep(url, options) {
  try {
    const response = await fetch(url, options);
    if (response.ok && !response.redirected) await keep(url, response);
    return response.ok;
  } catch {
    return undefined;
  }
}

async function keepMissing(urls) {
  for (const url of urls) {
    if (url.startsWith(ROOT) && !(await kept(url))) await fetchAndKeep(address(url), { priority: "low" });
  }
}

/** All of a language's search, once; large archives have no such file, and keep what searching has used. */
async function keepSearch(language) {
  const all = BUILD.search[language];
  if (!all || saving() || full || (await kept(ROOT + all))) return;
  const response = await fetch(ROOT + all, { priority: "low" });
  if (!response.ok) return;
  for (const [name, text] of Object.entries(await response.json())) {
    await keep(new URL(name, ROOT + all).href, new Response(text, { headers: { "Content-Type": "text/plain; charset=utf-8" } }));
  }
  const page = `${language === "vi" ? "" : `${language}/`}search/`;
  await keepMissing([...BUILD.scripts, `assets/search/${language}/index.json`, page].map((path) => ROOT + path));
  await keep(ROOT + all, new Response());
}

/** What the versions before have kept, in its present state; where it cannot be had, as it was. */
async function carryOver() {
  for (const name of await caches.keys()) {
    if (!name.startsWith(`${ROOT} `) || name === NAME) continue;
    const old = await caches.open(name);
    const urls = (await old.keys()).map(({ url }) => url);
    for (const url of urls.filter((url) => !url.includes("/assets/search/"))) {
      const there = saving() ? undefined : await fetchAndKeep(url, { cache: "no-cache", priority: "low" });
      if (there === undefined) await keep(url, await old.match(url));
    }
    for (const language of Object.keys(BUILD.search)) {
      if (urls.includes(`${ROOT}assets/search/${language}/index.json`)) await keepSearch(language);
    }
  }
}

/** Caches of versions before: one may come back while its worker ends what it had begun. Not while a newer one comes. */
async function dropOld() {
  const { active, installing, waiting } = self.registration;
  // Firefox does not tell a worker which one it is (`self.serviceWorker`); there the one that is asked drops them.
  if (installing || waiting || (self.serviceWorker && self.serviceWorker !== active)) return;
  for (const name of await caches.keys()) {
    if (name.startsWith(`${ROOT} `) && name !== NAME) await caches.delete(name);
  }
}

async function page(event) {
  const { url } = event.request;
  let response;
  try {
    // Hosts let browsers keep a page for minutes without asking; asked in this way, they send it only if it is new.
    response = await fetch(url, { cache: "no-cache", redirect: "manual" });
  } catch {
    return (await kept(url)) ?? instead(url);
  }
  const html = response.headers.get("Content-Type")?.startsWith("text/html");
  if (response.ok && html) event.waitUntil(keep(url, response.clone()));
  if (response.status === 404) event.waitUntil(caches.open(NAME).then((cache) => cache.delete(address(url))));
  return response;
}

/** In place of a page that is not kept: the one that names those that are. */
async function instead(url) {
  const offline = `${ROOT}${prefix(url)}offline/`;
  if (!(await kept(offline))) return Response.error();
  return Response.redirect(`${offline}?page=${encodeURIComponent(url.slice(ROOT.length))}`);
}

async function file(event) {
  const { url } = event.request;
  const copy = UNCHANGING.test(url) && (await kept(url));
  if (copy) return copy;
  let response;
  try {
    response = await fetch(event.request);
  } catch (problem) {
    const older = await kept(url);
    if (older) return older;
    throw problem;
  }
  if (response.ok) event.waitUntil(keep(url, response.clone()));
  const [, language] = url.match(/\/assets\/search\/([a-z]+)\/index\.json$/) ?? [];
  if (response.ok && language) event.waitUntil(keepSearch(language));
  return response;
}

self.addEventListener("install", (event) => {
  // Whatever becomes of the old copies, the new version takes the place of the old one.
  event.waitUntil(carryOver().catch(() => {}).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOld().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(ROOT)) return;
  if (mode === "navigate") event.respondWith(page(event));
  else if ([`${ROOT}assets/`, `${ROOT}source/`].some((begin) => url.startsWith(begin))) event.respondWith(file(event));
});

self.addEventListener("message", (event) => {
  const { used, instead, home, search } = event.data;
  event.waitUntil((async () => {
    await keepMissing([...used, ...instead, ...(saving() ? [] : [home])]);
    if (search) await keepSearch(search);
    await dropOld();
  })());
});
