"""The rules that the data keeps beyond its form: letters, languages, dates, documents, reach, redirects, and so on.

A rule is a function that yields what breaks it. Its level decides whether the build refuses the data or the check
warns. The tests hold a table of good and bad values for each (`tests/rules/`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from macros.content import Content
from macros.problems import Level, Problem
from macros.rules import corrections, dates, documents, duplicates, languages, letters, numbers, reach, redirects
from macros.rules.rule import Rule

RULES: dict[str, Rule] = {
    rule.name: rule
    for module in (letters, languages, numbers, dates, documents, duplicates, reach, redirects, corrections)
    for rule in vars(module).values()
    if isinstance(rule, Rule)
}


def broken(content: Content, levels: Collection[Level] = tuple(Level)) -> Iterator[Problem]:
    """Everything that breaks a rule of these levels."""
    for rule in RULES.values():
        if rule.level in levels:
            yield from rule.broken(content)
