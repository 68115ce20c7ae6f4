"""Each page as Markdown, for programs that read: the same text, its notes as footnotes, every address whole.

`index.md` is next to each `index.html`; `llms.txt` names where they begin, in the form of llmstxt.org.
"""

import re
from collections.abc import Iterable

from html_to_markdown import ConversionOptions, convert

FILE = "index.md"
_CONTENT = re.compile(r"<article\b.*</article>", re.DOTALL)
# What leads elsewhere or is pressed, and drawings, whose tables are on the page too.
_LEFT_OUT = [
    ".toc",
    ".breadcrumb",
    ".original",
    ".page-edit",
    ".edit-here",
    ".said__where",
    ".dateline__language",
    ".headerlink",
    ".feed",
    ".add",
]
_LEFT_OUT += [".list-filters", "form", "svg"]
# As our templates write them.
_MARK = re.compile(r'<button type="button" class="mark"[^>]*>(\d+)</button>')
_NOTES = re.compile(r'(<section class="notes[^>]*>.*?)<ol>(.*?)</ol>\s*</section>', re.DOTALL)
_NOTE = re.compile(r'<li class="note" id="note-[^>]*><span class="note__number">(\d+)</span>(.*?)</li>', re.DOTALL)
_NOT_READ = re.compile(
    r'<details class="note__cite">.*?</details>|<p class="note__related">.*?</p>|<button .*?</button>', re.DOTALL
)
_WAYS = re.compile(r'<p class="note__ways">.*?(<a class="statement__link".*?</a>).*?</p>', re.DOTALL)
_PARAGRAPH = re.compile(r"</?p\b[^>]*>")
_QUOTED = re.compile(r"<q\b[^>]*>(.*?)</q>", re.DOTALL)
# Signs that were escaped and can begin nothing where they are; a number that begins a line could begin a list.
_NEEDLESS = re.compile(r"^(\d+\\[.)])|(?<=\w)( ?)\\(?=[-.)])", re.MULTILINE)
# Letters that no text may hold stand for the brackets of footnotes, which would be escaped.
_OPEN, _CLOSE = "\ue000", "\ue001"
_FOOTNOTE = re.compile(rf"{_OPEN}(\d+){_CLOSE}")


def markdown(page: str, address: str) -> str:
    """The content of a published page as Markdown.

    Args:
        page: its HTML.
        address: its whole address, by which its links are made whole.
    """
    content = _CONTENT.search(page)
    html = _MARK.sub(rf"{_OPEN}\1{_CLOSE}", content[0] if content else "")
    html = _NOTES.sub(lambda notes: notes[1] + _NOTE.sub(_footnote, notes[2]) + "</section>", html)
    html = _QUOTED.sub(r"“\1”", html.replace("<small>", "<br><small>"))
    html = html.replace("<dt>", "<dt><b>").replace("</dt>", "</b></dt>")
    options = ConversionOptions(
        bullets="-",
        base_url=address,
        escape_misc=True,
        autolinks=False,
        compact_tables=True,
        extract_metadata=False,
        expand_abbreviations=False,
        exclude_selectors=_LEFT_OUT,
    )
    return _FOOTNOTE.sub(r"[^\1]", _NEEDLESS.sub(r"\1\2", convert(html, options).content or ""))


def _footnote(note: re.Match[str]) -> str:
    text = " ".join(_PARAGRAPH.sub(" ", _WAYS.sub(r"\1", _NOT_READ.sub("", note[2]))).split())
    return f"<p>{_OPEN}{note[1]}{_CLOSE}: {text}</p>"


def llms(name: str, about: str, sections: Iterable[tuple[str, Iterable[tuple[str, str]]]]) -> str:
    """`llms.txt`: what the site is, and in each section the pages of its menu as Markdown.

    Args:
        name: the site's name.
        about: what it is, in a sentence or two.
        sections: the title of each with its pages, each a title and the whole address of a page.
    """
    parts = [f"# {name}", f"> {about}"]
    for title, pages in sections:
        parts += [f"## {title}", "\n".join(f"- [{page}]({address}{FILE})" for page, address in pages)]
    return "\n\n".join(parts) + "\n"
