"""The small archive has every field of every record and every word that a field may hold; it breaks no rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from pydantic import BaseModel

from macros import records as model
from macros.archive import Archive
from macros.checks.loading import examine
from macros.data.problems import Severity
from macros.records import StatementKind
from macros.records.choice import Choice
from tests.support.project import SMALL_DATA

# Of languages that a page was seen in, some are there for all.
_ANY_OF = (model.SourceLanguage,)
# Shown by the check so that somebody looks for a source; and one text that its English has not followed.
_KNOWN = {"document-not-identified": 1, "outdated-translation": 1}


Used = dict[type[BaseModel], dict[str, list[Any]]]


@pytest.fixture(scope="module")
def used() -> Used:
    """Every value that the small archive gives to each field, by the record that has it."""
    found: Used = {}
    records = examine(SMALL_DATA)[0]
    for value in vars(records).values():
        for record in _records(value):
            for kind in type(record).__mro__:  # what a record has from a more general one counts for that
                for name in set(getattr(kind, "model_fields", ())) & set(vars(kind).get("__annotations__", ())):
                    found.setdefault(kind, {}).setdefault(name, []).append(getattr(record, name))
    return found


def _records(value: Any) -> Iterator[BaseModel]:
    """Every record in a value, at any depth."""
    if isinstance(value, BaseModel):
        yield value
        value = [getattr(value, name) for name in type(value).model_fields]
    elif is_dataclass(value):  # a review, which is four files
        value = [getattr(value, field.name) for field in fields(value)]
    elif isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _records(each)


def _kinds_of_record() -> list[type[BaseModel]]:
    found = [each for each in vars(model).values() if isinstance(each, type) and issubclass(each, model.Record)]
    return [each for each in found if each is not model.Record]


def _choices() -> list[type[Choice]]:
    return [each for each in vars(model).values() if isinstance(each, type) and issubclass(each, Choice)]


@pytest.mark.parametrize("record", _kinds_of_record(), ids=lambda each: each.__name__)
def test_every_field_has_a_value_somewhere(record: type[BaseModel], used: Used) -> None:
    values = used[record]
    unused = [name for name in values if all(value == record.model_fields[name].default for value in values[name])]
    assert not unused


@pytest.mark.parametrize("choice", _choices(), ids=lambda each: each.__name__)
def test_every_word_is_used(choice: type[Choice], used: Used) -> None:
    values = [value for record in used.values() for each in record.values() for value in each]
    flat = [each for value in values for each in (value if isinstance(value, list) else [value])]
    chosen = {value for value in flat if isinstance(value, choice)}
    assert len(chosen) > 1 if choice in _ANY_OF else chosen == set(choice)


def test_every_field_that_may_be_not_stated_is_so_somewhere(used: Used) -> None:
    optional = {
        (record, name)
        for record in used
        for name, field in record.model_fields.items()
        if "not-stated" in str(field.annotation)
    }
    assert optional
    assert not [where for where in optional if model.NOT_STATED not in used[where[0]][where[1]]]


def test_every_kind_of_statement_is_there(archive: Archive) -> None:
    assert {statement.kind for statement in archive.statements} == set(StatementKind)


def test_it_keeps_the_rules() -> None:
    problems = examine(SMALL_DATA)[1]
    assert not [problem for problem in problems if problem.severity is Severity.ERROR]
    rules = [problem.rule for problem in problems]
    assert {rule: rules.count(rule) for rule in rules} == _KNOWN
