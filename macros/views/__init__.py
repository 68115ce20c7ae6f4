"""How records read as HTML, the same on every page that shows them."""
