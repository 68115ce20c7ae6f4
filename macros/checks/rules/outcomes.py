"""Outcomes: what came of a priority or a task is there, and came later."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.archive.data_files import Content, DataFile
from macros.archive.nodes import date_in
from macros.checks.rule import Found, error
from macros.checks.rules.dates import plausible
from macros.data.problems import Place
from macros.records import UNIT
from macros.text.dates import PartialDate

_YEAR = re.compile(r"/reviews/(\d{4})/")


class _Outcome(NamedTuple):
    """An outcome as its file has it: the id of what it leads to, or a date of its own."""

    to: str
    date: PartialDate | None
    place: Place


@error("Hãy sửa mã hoặc ngày, hoặc bỏ mục này.", "Correct the id or the date, or remove the entry.", across=True)
def outcome_comes_later(content: Content) -> Iterator[Found]:
    """An outcome is a statement, a figure, a meeting, a document or a congress that there is, or a fact; and later."""
    for file in content.files.values():
        for outcome in file.cached(_outcomes):
            yield from _found(content, outcome, file.cached(_date_of))


def _outcomes(file: DataFile) -> list[_Outcome]:
    """The outcomes of the statements of a file."""
    if file.in_log or b"outcomes:" not in file.raw:
        return []  # few files have any; the others need not be read for this
    each = [(outcome["to"], outcome["date"]) for statement in file.items for outcome in statement["outcomes"]]
    return [_Outcome(to.text, plausible(day), to.at(0) if to.text else day.place) for to, day in each]


def _found(content: Content, outcome: _Outcome, before: PartialDate | None) -> Iterator[Found]:
    there = _there(content, outcome.to) if outcome.to else _There(outcome.date)
    if there is None:
        yield Found(
            outcome.place,
            f"Không có ý, số liệu, hội nghị, văn bản hay đại hội nào mang mã “{outcome.to}”.",
            f"There is no statement, figure, meeting, document or congress with the id “{outcome.to}”.",
        )
    elif before and there.date and there.date.end <= before.end:
        yield Found(
            outcome.place,
            f"Kết quả của {there.date} không sau nhiệm vụ của {before}.",
            f"The outcome of {there.date} is not later than the task of {before}.",
        )


class _There(NamedTuple):
    """Something that there is, with its date as far as that is known."""

    date: PartialDate | None


def _there(content: Content, to: str) -> _There | None:
    """What an id names, which may be in a file that cannot be read; None where there is nothing."""
    unknown = None if content.complete else _There(None)
    collection, _, id = to.partition("/")
    if collection == UNIT.collection:
        units = content.file(f"data/{UNIT.file}")[UNIT.key]
        if not isinstance(units.value, dict):
            return _There(None)  # of a file without its units, that alone is reported
        congress = units[id]["congress"]
        return _There(plausible(congress["date"])) if congress.value else unknown
    if record := content.files.get(f"data/{to}.yml"):
        return _There(record.cached(_date_of))
    page, _, own = to.rpartition("/")
    file = content.files.get(f"data/{page}.yml")
    return _There(file.cached(_date_of)) if file and own in file.cached(_ids_of_items) else unknown


def _ids_of_items(file: DataFile) -> set[str]:
    """The ids of the statements and figures of a file."""
    return {item["id"].text for item in file.items}


def _date_of(file: DataFile) -> PartialDate | None:
    """The date of a meeting, a document or the year of a review."""
    year = _YEAR.search(file.name)
    return date_in(year[1]) if year else plausible(file.root["date"])
