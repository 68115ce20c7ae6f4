"""A page's table of contents, read from its finished HTML, so that headings made by macros and templates are in it."""

from __future__ import annotations

from html.parser import HTMLParser

from mkdocs.structure.toc import AnchorLink, TableOfContents

_LEVELS = {"h2": 2, "h3": 3}


def contents(html: str) -> TableOfContents:
    """The h2 and h3 headings that have an id, as MkDocs wants them; the theme numbers h2 as the first level."""
    reader = _HeadingReader()
    reader.feed(html)
    top: list[AnchorLink] = []
    for level, id, title in reader.headings:
        link = AnchorLink(title, id, level)
        if level == 3 and top:
            top[-1].children.append(link)
        else:
            top.append(link)
    return TableOfContents(top)


class _HeadingReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.headings: list[tuple[int, str, str]] = []
        self._open: tuple[int, str] | None = None
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        id = dict(attrs).get("id")
        if tag in _LEVELS and id:
            self._open, self._text = (_LEVELS[tag], id), ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag in _LEVELS and self._open:
            # MkDocs takes titles as HTML.
            title = " ".join(self._text.replace("¶", "").split())
            title = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            self.headings.append((*self._open, title))
            self._open = None
