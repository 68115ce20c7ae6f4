"""Checks of the data: the rules beyond the form of records (`rules/`), and reading with every mistake found.

A rule is a function that yields what breaks it. Its level decides whether the build refuses the data or the check
warns. The tests hold a table of good and bad values for each (`tests/rules/`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from macros.archive.data_files import Content, DataFile
from macros.checks import rules
from macros.checks.accepted import not_accepted
from macros.checks.rule import Rule
from macros.data.problems import Level, Problem

_MODULES = [import_module(f"{rules.__name__}.{module.name}") for module in iter_modules(rules.__path__)]
RULES = {each.name: each for module in _MODULES for each in vars(module).values() if isinstance(each, Rule)}


def broken(content: Content, levels: Collection[Level] = tuple(Level)) -> Iterator[Problem]:
    """Everything that breaks a rule of these levels, but the warnings that an editor accepts."""
    warnings = [rule.name for rule in RULES.values() if rule.level is Level.WARNING]
    yield from not_accepted(_broken(content, levels), content, warnings, levels)


def broken_alone(file: DataFile, levels: Collection[Level]) -> Iterator[Problem]:
    """What breaks a rule in one file, whatever is in the others."""
    for level in levels:
        yield from file.cached(_Alone(level))


def _broken(content: Content, levels: Collection[Level]) -> Iterator[Problem]:
    for file in content.files.values():
        yield from broken_alone(file, levels)
    for rule in RULES.values():
        if rule.across and rule.level in levels:
            yield from rule.broken(content)


@dataclass(frozen=True)
class _Alone:
    """Finds what breaks the rules of a level that look at one file."""

    level: Level

    def __call__(self, file: DataFile) -> list[Problem]:
        rules = (rule for rule in RULES.values() if rule.level is self.level and not rule.across)
        return [problem for rule in rules for problem in rule.broken(file.alone)]
