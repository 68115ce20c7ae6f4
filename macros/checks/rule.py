"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from macros.archive.data_files import Content
from macros.data.problems import Fix, Level, Place, Problem


class Found(NamedTuple):
    """Something that breaks a rule: where, what was found and what is expected, and the fix where there is one."""

    place: Place
    vi: str
    en: str
    fix: Fix | None = None


@dataclass(frozen=True)
class Rule:
    """A rule with its name, its level, how to fix what breaks it (Vietnamese, English), and how to find that.

    Most rules look at what is in one file; they are shown one file at a time. Others look `across` files.
    """

    name: str
    level: Level
    hint: tuple[str, str]
    find: Callable[[Content], Iterator[Found]]
    across: bool

    def broken(self, content: Content) -> Iterator[Problem]:
        """A problem for everything that breaks the rule."""
        for found in self.find(content):
            vi, en = (f"{said} {hint}" for said, hint in zip((found.vi, found.en), self.hint, strict=True))
            yield Problem(found.place, vi, en, self.name, self.level, found.fix)


Finder = Callable[[Content], Iterator[Found]]


def _rule(level: Level, vi: str, en: str, across: bool) -> Callable[[Finder], Rule]:
    def made(find: Finder) -> Rule:
        return Rule(find.__name__.replace("_", "-"), level, (vi, en), find, across)

    return made


def error(vi: str, en: str, *, across: bool = False) -> Callable[[Finder], Rule]:
    """Makes a function a rule that the build refuses to see broken, with the way to fix it in both languages."""
    return _rule(Level.ERROR, vi, en, across)


def warning(vi: str, en: str, *, across: bool = False) -> Callable[[Finder], Rule]:
    """Makes a function a rule whose breaking only the check tells of, for a person to judge."""
    return _rule(Level.WARNING, vi, en, across)


def information(vi: str, en: str, *, across: bool = False) -> Callable[[Finder], Rule]:
    """Makes a function a rule of what is good to know: the check says it, and no one has to do anything."""
    return _rule(Level.INFO, vi, en, across)
