"""English in hand-written pages: what the rules of `rules/english.py` find, part by part.

A part is what is between two headings: pages of both languages have the same (`pages/authoring/page_checks.py`).
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from macros.archive.data_files import Content
from macros.checks.rules import english
from macros.data import plain_files
from macros.data.problems import Place, Problem, Severity

# Code, calls of macros, addresses of links and attributes are not read as English.
_NOT_WORDS = re.compile(r"```.*?```|`[^`\n]*`|\{\{.*?\}\}|\{%.*?%\}|\]\([^)\n]*\)|\{:[^}\n]*\}", re.DOTALL)
_HEADING = re.compile(r"^#+ .*$", re.MULTILINE)


def english_pages(docs: Path, content: Content) -> Iterator[Problem]:
    """What the rules of English find in the pages of `docs/en/`, compared with those of `docs/vi/`, as warnings."""
    names, fixed = english.finder_of(english.known_names(content)), english.one_words(content)
    for page in sorted(docs.glob("en/**/*.md")):
        other = docs / "vi" / page.relative_to(docs / "en")
        vi, en = (_words(each, docs) for each in (other, page))
        for (_, said), (start, text) in zip(_parts(vi), _parts(en), strict=False):
            for rule, mistakes in (
                (english.one_word_for_a_term, english.variants(fixed, said, text)),
                (english.name_without_accents_in_english, names(said, text)),
                (english.date_in_english, english.dates(text)),
                (english.range_in_english, english.ranges(text)),
            ):
                for match, vi_said, en_said, _ in mistakes:
                    place = _place(f"{docs.name}/{page.relative_to(docs).as_posix()}", en, start + match.start())
                    hint_vi, hint_en = rule.hint
                    yield Problem(place, f"{vi_said} {hint_vi}", f"{en_said} {hint_en}", rule.name, Severity.WARNING)


def _words(page: Path, docs: Path) -> str:
    text = plain_files.read(page, docs.parent).decode("utf-8-sig", "replace") if page.exists() else ""
    return _NOT_WORDS.sub(lambda found: re.sub(r"[^\n]", "·", found[0]), text)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The parts of a page, each with where it begins; a heading begins one."""
    starts = [0, *(match.start() for match in _HEADING.finditer(text)), len(text)]
    return ((start, text[start:end]) for start, end in pairwise(starts))


def _place(name: str, text: str, offset: int) -> Place:
    return Place(name, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
