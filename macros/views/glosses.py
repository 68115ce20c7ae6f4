"""Terms explained where an English page first uses them: a link to the glossary with the Vietnamese and its meaning.

A reader of English who quotes “succession planning” learns that the word was *quy hoạch* and what it means.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup, escape

from macros.archive import Archive
from macros.archive.one_word import OneWord, one_word
from macros.records import Text
from macros.views.pieces import GLOSS

_LINK = re.compile(r'<a class="gloss" href="[^"]*#([\w-]+)"[^>]*>([^<]*)</a>')


def glossed(html: Markup, text: Text, archive: Archive, href: Callable[[str], str]) -> Markup:
    """The English HTML of a text in which each term that its Vietnamese has is a link; `href` of a term's id."""
    said = tuple(each for each in one_words(archive) if each.said.search(text.vi))
    if not said:
        return html
    seen: set[str] = set()

    def linked(match: re.Match[str]) -> str:
        id = next(each.id for each in said if match[1].lower() == each.use.lower())
        if id in seen:
            return match[0]
        seen.add(id)
        return GLOSS.format(href(id), meaning(id, archive), Markup(match[0]))

    return Markup(_pattern(tuple(each.use for each in said)).sub(linked, html))


def meaning(id: str, archive: Archive) -> str:
    """What the link to a term says of it: the Vietnamese, and what that means."""
    term = archive.glossary[id]
    return f"{term.term.vi}: {term.meaning.en or term.meaning.vi}"


def once(html: str) -> Markup:
    """The HTML of a page with a link at the first use of each term only."""
    seen: set[str] = set()

    def first(link: re.Match[str]) -> str:
        if link[1] in seen:
            return link[2]
        seen.add(link[1])
        return link[0]

    return Markup(_LINK.sub(first, html))


@lru_cache(maxsize=2)
def one_words(archive: Archive) -> list[OneWord]:
    """The one English word for each term that has one."""
    return [
        one_word(id, [term.term.vi, *term.forms, *term.english.where], term.english.use, [])
        for id, term in archive.glossary.items()
        if term.english
    ]


@lru_cache(maxsize=1_000)
def _pattern(uses: tuple[str, ...]) -> re.Pattern[str]:
    """Finds these words, or more than one of a thing, in HTML; not in the address of a link."""
    ordered = sorted((str(escape(use)) for use in uses), key=len, reverse=True)
    return re.compile(rf"(?<![\w/#.=-])({'|'.join(map(re.escape, ordered))})s?(?![\w-])", re.IGNORECASE)
