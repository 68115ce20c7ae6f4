"""Checks of the data: the rules beyond the form of records (`rules/`), and reading with every mistake found.

A rule is a function that yields what breaks it. Its severity decides whether the build refuses the data or the check
warns. The tests hold a table of good and bad values for each (`tests/rules/`).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from macros.archive.data_files import Content, DataFile
from macros.checks import rules
from macros.checks.accepted import not_accepted
from macros.checks.rule import Rule
from macros.data.problems import Problem, Severity

_MODULES = [import_module(f"{rules.__name__}.{module.name}") for module in iter_modules(rules.__path__)]
RULES = {each.name: each for module in _MODULES for each in vars(module).values() if isinstance(each, Rule)}


def broken(content: Content, severities: Collection[Severity] = tuple(Severity)) -> Iterator[Problem]:
    """Everything that breaks a rule of these severities, but the warnings that an editor accepts."""
    warnings = [rule.name for rule in RULES.values() if rule.severity is Severity.WARNING]
    yield from not_accepted(_broken(content, severities), content, warnings, severities)


def broken_alone(file: DataFile, severities: Collection[Severity]) -> Iterator[Problem]:
    """What breaks a rule in one file, whatever is in the others."""
    for severity in severities:
        yield from file.cached(_Alone(severity))


def _broken(content: Content, severities: Collection[Severity]) -> Iterator[Problem]:
    for file in content.files.values():
        yield from broken_alone(file, severities)
    for rule in RULES.values():
        if rule.across and rule.severity in severities:
            yield from rule.broken(content)


@dataclass(frozen=True)
class _Alone:
    """Finds what breaks the rules of a severity that look at one file."""

    severity: Severity

    def __call__(self, file: DataFile) -> list[Problem]:
        rules = (rule for rule in RULES.values() if rule.severity is self.severity and not rule.across)
        return [problem for rule in rules for problem in rule.broken(file.alone)]
