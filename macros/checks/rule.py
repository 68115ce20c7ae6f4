"""What a rule is, and how what breaks it is reported."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from re import Match
from typing import NamedTuple

from macros.archive.data_files import Content
from macros.archive.nodes import Node
from macros.data.problems import Fix, Place, Problem, Severity


class Found(NamedTuple):
    """Something that breaks a rule: where, what was found and what is expected, and the fix where there is one."""

    place: Place
    vi: str
    en: str
    fix: Fix | None = None


Finder = Callable[[Content], Iterator[Found]]


@dataclass(frozen=True)
class Rule:
    """A rule with its name, its severity, how to fix what breaks it (Vietnamese, English), and how to find that.

    Most rules look at what is in one file; they are shown one file at a time. Others look `across` files.
    """

    name: str
    severity: Severity
    hint: tuple[str, str]
    find: Finder
    across: bool

    def broken(self, content: Content) -> Iterator[Problem]:
        """A problem for everything that breaks the rule."""
        for found in self.find(content):
            vi, en = (f"{message} {hint}" for message, hint in zip((found.vi, found.en), self.hint, strict=True))
            yield Problem(found.place, vi, en, self.name, self.severity, found.fix)


def _rule(severity: Severity, vi: str, en: str, *, across: bool = False) -> Callable[[Finder], Rule]:
    """Makes a function a rule that is called as it is, with the way to fix what breaks it in both languages."""

    def made(find: Finder) -> Rule:
        return Rule(find.__name__.replace("_", "-"), severity, (vi, en), find, across)

    return made


error = partial(_rule, Severity.ERROR)  # what the build refuses
warning = partial(_rule, Severity.WARNING)  # what the check reports for a person to judge
information = partial(_rule, Severity.INFO)  # what is good to know: no one has to do anything


def found_at(entry: Node, match: Match[str], vi: str, en: str, right: str | None = None) -> Found:
    """What breaks a rule in a part of a text; the fix puts `right` in its place."""
    fix = None if right is None else entry.fix(match.start(), len(match[0]), right)
    return Found(entry.at(match.start()), vi, en, fix)


def found_in(entry: Node, vi: str, en: str, right: str = "") -> Found:
    """What breaks a rule in a whole text; the fix puts `right` in its place, where there is any."""
    return Found(entry.at(0), vi, en, entry.fix(0, len(entry.text), right) if right else None)
