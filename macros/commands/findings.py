"""What the check found: apart from what a change brought, what was wrong before it.

A problem is known again by its rule, its file and its message, whatever line it has moved to. So a record that became
wrong because another was changed counts as a problem of the change, and an old mistake in a changed file does not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from macros.data.problems import Level, Problem, by_id

# Where a message names another place: “dòng 12”, “data/topics.yml:12:1”.
_PLACES = re.compile(r"(?<=dòng )\d+|(?<=\.yml):\d+(:\d+)?")
_LEVELS = list(Level)

OnLine = tuple[Problem, str]  # a problem, and the text of the line on which it is


@dataclass(frozen=True)
class Findings:
    """Problems, errors first: those of the change, those that changed files had before, and those of other files.

    Without a revision to compare with, all are `own`. `unchecked` are files of which no more was checked after a
    mistake that left them unreadable.
    """

    own: list[Problem]
    before: list[Problem] = field(default_factory=list)
    elsewhere: list[Problem] = field(default_factory=list)
    compared: bool = False
    unchecked: tuple[str, ...] = ()

    @classmethod
    def all(cls, problems: Iterable[Problem]) -> Findings:
        """Every problem, with nothing to compare them with."""
        problems = list(problems)
        return cls(_ordered(problems), unchecked=_unchecked(problems))

    @classmethod
    def since(cls, problems: Iterable[OnLine], before: Iterable[OnLine], changed: Collection[str]) -> Findings:
        """The problems, apart from those that were there before.

        Args:
            problems: what is wrong now.
            before: what was wrong before the change.
            changed: the files that were changed, by their names inside the project.
        """
        lines = Counter((_identity(problem), line) for problem, line in before)
        known = Counter(identity for identity, _ in lines.elements())
        own: list[Problem] = []
        old: list[Problem] = []
        # Of several that are alike, those on lines that stayed the same are the old ones.
        for problem, _ in sorted(problems, key=lambda each: lines[_identity(each[0]), each[1]] == 0):
            identity = _identity(problem)
            was_there = known[identity] > 0
            known[identity] -= was_there
            (old if was_there else own).append(problem)
        return cls(
            _ordered(own),
            _ordered(each for each in old if each.place.file in changed),
            _ordered(each for each in old if each.place.file not in changed),
            compared=True,
            unchecked=_unchecked([*own, *old]),
        )

    @property
    def old(self) -> list[Problem]:
        """What was wrong before, in changed files and in others."""
        return [*self.before, *self.elsewhere]

    def in_file_order(self) -> list[Problem]:
        """Every problem, by file and line."""
        return sorted([*self.own, *self.old])


def numbers(problems: Collection[Problem]) -> list[int]:
    """The number of errors, of warnings and of notes."""
    return [sum(problem.level is level for problem in problems) for level in Level]


def fingerprints(problems: Iterable[Problem]) -> Iterator[tuple[str, Problem]]:
    """Each problem with a short text that stays the same as long as it is there, and that no other has."""
    met: Counter[tuple[str, ...]] = Counter()
    for problem in problems:
        identity = _identity(problem)
        met[identity] += 1
        yield sha256("\n".join((*identity, str(met[identity]))).encode()).hexdigest()[:40], problem


def _identity(problem: Problem) -> tuple[str, ...]:
    return problem.rule, problem.level, problem.place.file, _PLACES.sub("", problem.vi)


def _ordered(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(by_id(problems), key=lambda problem: _LEVELS.index(problem.level))


def _unchecked(problems: Iterable[Problem]) -> tuple[str, ...]:
    return tuple(sorted({problem.place.file for problem in problems if problem.hides_rest}))
