"""Search: reading of texts, the index, the dialog and the page in a real browser."""
