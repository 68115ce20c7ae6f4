// Before anything is drawn: light or dark as the reader chose; without a choice the system's, by the stylesheet alone.
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme) document.documentElement.dataset.scheme = scheme;
} catch {} // a browser that lets nothing be kept
