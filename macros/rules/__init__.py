"""The rules that the data keeps beyond its form: letters, languages, dates, documents, duplicates, reach, redirects.

A rule is a function that yields what breaks it. Its level decides whether the build refuses the data or the check
warns. The tests hold a table of good and bad values for each (`tests/rules/`).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.content import Content
from macros.problems import Problem
from macros.rules import dates, documents, duplicates, languages, letters, numbers, reach, redirects
from macros.rules.rule import Rule

RULES: dict[str, Rule] = {
    rule.name: rule
    for module in (letters, languages, numbers, dates, documents, duplicates, reach, redirects)
    for rule in vars(module).values()
    if isinstance(rule, Rule)
}


def broken(content: Content) -> Iterator[Problem]:
    """Everything that breaks a rule."""
    for rule in RULES.values():
        yield from rule.broken(content)
