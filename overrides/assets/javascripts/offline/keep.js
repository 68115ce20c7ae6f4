// Keeps the page, and what it is drawn with, for reading without a connection (service-worker.js). It begins when
// everything else is done, and a reader's first page costs nothing of search: that is kept from the second page on.

const root = new URL("../../../", import.meta.url).href;
const { lang } = document.documentElement;
const home = lang === "vi" ? root : `${root}${lang}/`;
const workers = navigator.serviceWorker;
const returning = Boolean(workers?.controller);

async function tell() {
  const { active } = await workers.ready;
  const files = performance.getEntriesByType("resource").map(({ name }) => name);
  const used = [location.href, ...files.filter((name) => name.startsWith(`${root}assets/`))];
  const instead = [`${home}offline/`, new URL("list.js", import.meta.url).href]; // where a page is not kept
  active.postMessage({ used, instead, home, search: returning && lang });
}

async function start() {
  workers.addEventListener("controllerchange", tell);
  const registration = await workers.register(`${root}service-worker.js`, { updateViaCache: "none" });
  await tell();
  if (returning) await registration.update(); // browsers look by themselves, but not at once
}

if (workers && location.protocol !== "file:") {
  const idle = window.requestIdleCallback ?? setTimeout;
  // Where the browser keeps nothing for this site, it reads as before.
  addEventListener("load", () => idle(() => start().catch(() => {}), { timeout: 2000 })); // some are never idle
}
