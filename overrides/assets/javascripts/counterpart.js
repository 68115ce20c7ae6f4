// A link to the other language leads to the same place on the page: the anchor is carried over when it is followed.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-counterpart]");
  if (link) link.hash = location.hash;
});
