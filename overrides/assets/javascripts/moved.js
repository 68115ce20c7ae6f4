// Leads from the old address of a page to the new one. An entry is found under the same anchor on the new page, unless
// this page says that it stands elsewhere.
const page = document.querySelector("a[data-moved]");
const entry = location.hash && document.getElementById(location.hash.slice(1))?.querySelector("a");
const target = new URL((entry || page).href);
target.hash ||= location.hash;
location.replace(target);
