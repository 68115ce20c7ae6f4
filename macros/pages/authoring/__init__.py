"""Macros that the pages of `docs/` call, and the checks of those pages."""
