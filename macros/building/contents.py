"""A page's table of contents, read from its finished HTML, so that headings made by macros and templates are in it."""

from __future__ import annotations

import re
from html import unescape

from mkdocs.structure.toc import AnchorLink, TableOfContents

_HEADING = re.compile(r"<h([23])\b[^>]*?\bid=\"([^\"]*)\"[^>]*>(.*?)</h\1>", re.DOTALL)
# A mark that the English is outdated is no part of the title.
_MARK = re.compile(r'<a class="outdated".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def contents(html: str) -> TableOfContents:
    """The h2 and h3 headings that have an id, as MkDocs wants them; the theme numbers h2 as the first level."""
    top: list[AnchorLink] = []
    for match in _HEADING.finditer(html):
        level, id = int(match[1]), unescape(match[2])
        title = " ".join(unescape(_TAG.sub("", _MARK.sub("", match[3]))).replace("¶", "").split())
        # MkDocs takes titles as HTML.
        title = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        link = AnchorLink(title, id, level)
        if level == 3 and top:
            top[-1].children.append(link)
        else:
            top.append(link)
    return TableOfContents(top)
