"""What is wrong with an editor's file, said at its place and in both languages.

A `Problem` is one message. Problems are collected, never raised one by one: an editor sees all of them at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from textwrap import indent
from typing import NamedTuple

from macros.data.showing import shown

UNKNOWN_ID = "unknown-id"
_PLACES = 3  # how many further places of a mistake are reported one by one
_LONGEST = 4000  # letters of a message
_LONG_QUOTATION = re.compile("(“[^”]{200})[^”]+”")
_NEW_ITEM = re.compile(r"\n(?= *- `)")  # the only lines that a message is divided into: fields to be added


class Bilingual(NamedTuple):
    """What is said to an editor, in Vietnamese and in English."""

    vi: str = ""
    en: str = ""

    def format(self, **values: object) -> Bilingual:
        """The sentences with `{…}` filled in; a value that is bilingual itself gives each language its own."""
        vi, en = (
            {name: value[each] if isinstance(value, Bilingual) else value for name, value in values.items()}
            for each in (0, 1)
        )
        return Bilingual(self.vi.format(**vi), self.en.format(**en))

    def in_language(self, language: str) -> str:
        """One of the two."""
        return self.vi if language == "vi" else self.en

    def then(self, other: Bilingual) -> Bilingual:
        """This, and another sentence right behind it."""
        return Bilingual(self.vi + other.vi, self.en + other.en)


class Place(NamedTuple):
    """A spot in a file; `line` and `column` count from 1, as forges and editors show them."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Severity(StrEnum):
    """How bad a problem is: an error stops the build, a warning is for a person to judge, the rest is good to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Fix:
    """A change that needs no judgement: `length` characters from `at`, ends of lines included, become `text`."""

    at: Place
    length: int
    text: str


@dataclass(frozen=True, order=True)
class Message:
    """What is said about a place in a file, in Vietnamese and in English.

    Whatever it quotes, it has the lines that it was meant to have, and nothing in it acts or is hidden.
    """

    place: Place
    vi: str
    en: str

    def __post_init__(self) -> None:
        for language in ("vi", "en"):
            lines = map(shown, _NEW_ITEM.split(_LONG_QUOTATION.sub("\\1…”", getattr(self, language))))
            text = "\n".join(lines)
            object.__setattr__(self, language, text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")

    def __getitem__(self, language: str) -> str:
        return self.vi if language == "vi" else self.en

    def __str__(self) -> str:
        return f"{self.place}: {self.vi}\n{indent(self.en, '    ')}"


@dataclass(frozen=True, order=True)
class Problem(Message):
    """One mistake: where it is, what was found and expected, and how to fix it.

    `rule` names what was broken: a rule of `macros/checks/`, a kind of schema error, or `data` for a file's form.
    `hides_rest` is true where the file could not be read on, so that nothing else of it was checked.
    """

    rule: str = "data"
    severity: Severity = Severity.ERROR
    fix: Fix | None = field(default=None, compare=False)
    hides_rest: bool = field(default=False, compare=False)


class Refused(Exception):
    """The data or a page cannot be used; carries every problem found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(f"{len(self.problems)} lỗi trong nội dung / errors in the content")

    def report(self) -> str:
        """All messages, one after another, for a terminal."""
        return "\n".join(str(problem) for problem in self.problems)


def by_id(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in order; an id that does not exist is reported once, with where else it is named."""
    found: list[Problem] = []
    named: dict[str, list[Problem]] = {}
    for problem in sorted(problems):
        uses = named.setdefault(problem.vi, []) if problem.rule == UNKNOWN_ID else found
        uses.append(problem)
    return sorted([*found, *(_with_places(*uses) for uses in named.values())])


def _with_places(first: Problem, *others: Problem) -> Problem:
    if not others:
        return first
    count, places = len(others) + 1, ", ".join(str(each.place) for each in others[:_PLACES])
    more = ", …" if len(others) > _PLACES else ""
    vi, en = f"Dùng ở {count} chỗ, còn ở {places}{more}.", f"It is used in {count} places, also in {places}{more}."
    return replace(first, vi=f"{first.vi} {vi}", en=f"{first.en} {en}")
