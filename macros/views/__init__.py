"""How records are drawn as HTML, the same on every page that shows them."""
