"""A page's table of contents, read from its finished HTML, so that headings made by macros and templates are in it."""

import re
from html import unescape

from markupsafe import Markup
from mkdocs.structure.toc import AnchorLink, TableOfContents

from macros.text.passages import CLASS, passage

_HEADING = re.compile(r"<h([23])\b[^>]*?\bid=\"([^\"]*)\"[^>]*>(.*?)</h\1>", re.DOTALL)
# A mark that the English is outdated is no part of the title.
_MARK = re.compile(r'<a class="outdated".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_PASSAGE = re.compile(rf'<span class="{CLASS}" lang="vi">((?:[^<]|<span class="unbroken">[^<]*</span>)*)</span>')


def contents(html: str) -> TableOfContents:
    """The h2 and h3 headings that have an id, as MkDocs wants them; the theme numbers h2 as the first level."""
    top: list[AnchorLink] = []
    for match in _HEADING.finditer(html):
        level, id = int(match[1]), unescape(match[2])
        parts = [_plain(part) for part in _PASSAGE.split(_MARK.sub("", match[3]))]
        parts[1::2] = [passage(part) for part in parts[1::2]]
        link = AnchorLink(" ".join("".join(parts).split()), id, level)
        if level == 3 and top:
            top[-1].children.append(link)
        else:
            top.append(link)
    return TableOfContents(top)


def _plain(html: str) -> Markup:
    """Words without their tags; MkDocs takes titles as HTML."""
    text = unescape(_TAG.sub("", html)).replace("¶", "")
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
