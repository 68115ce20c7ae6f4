// Before anything is drawn.

// Light or dark as the reader chose; without a choice the system's, by the stylesheet alone.
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme) document.documentElement.dataset.scheme = scheme;
} catch {} // a browser that lets nothing be kept

// No other site shows a page in a frame: what `frame-ancestors` says where the host sends headers.
if (self !== top) document.documentElement.hidden = true;
