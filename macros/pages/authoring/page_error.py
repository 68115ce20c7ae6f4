"""Something wrong in what an author wrote on a page."""

from __future__ import annotations


class PageError(Exception):
    """The message in both languages, and the line of the page's Markdown; 0 where Jinja knows it."""

    def __init__(self, vi: str, en: str, line: int = 0) -> None:
        self.vi, self.en, self.line = vi, en, line
        super().__init__(en)
