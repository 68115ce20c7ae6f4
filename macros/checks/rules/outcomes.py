"""Outcomes: what came of a priority or a task is there, and came later."""

import re
from collections.abc import Iterator

from macros.archive.data_files import Content, DataFile
from macros.archive.nodes import Node, date_in
from macros.checks.rule import Found, error, found_in
from macros.checks.rules.dates import plausible
from macros.records import UNIT
from macros.text.dates import PartialDate

_YEAR = re.compile(r"/reviews/(\d{4})/")


@error("Hãy sửa mã hoặc ngày, hoặc bỏ mục này.", "Correct the id or the date, or remove the entry.", across=True)
def outcome_comes_later(content: Content) -> Iterator[Found]:
    """An outcome is a statement, a figure, a meeting, a document or a congress that there is, or a fact; and later."""
    for file in content.files.values():
        # Few files have any; the others are not read again for this.
        for statement in file.items if b"outcomes:" in file.raw and not file.in_log else ():
            before = _date_of(file)
            for outcome in statement["outcomes"]:
                yield from _found(content, outcome, before)


def _found(content: Content, outcome: Node, before: PartialDate | None) -> Iterator[Found]:
    to = outcome["to"]
    entry, day = (outcome["date"], plausible(outcome["date"]))
    if to.text:
        there = _there(content, to)
        if there is None:
            yield found_in(
                to,
                f"Không có ý, số liệu, hội nghị, văn bản hay đại hội nào mang mã “{to.text}”.",
                f"There is no statement, figure, meeting, document or congress with the id “{to.text}”.",
            )
            return
        entry, day = to, there.date
    if before and day and day.end <= before.end:
        yield Found(
            entry.place,
            f"Kết quả của {day} không sau nhiệm vụ của {before}.",
            f"The outcome of {day} is not later than the task of {before}.",
        )


class _There:
    """Something that there is, with its date as far as that is known."""

    def __init__(self, date: PartialDate | None) -> None:
        self.date = date


def _there(content: Content, to: Node) -> _There | None:
    """What an id names; None where there is nothing."""
    collection, _, id = to.text.partition("/")
    if collection == UNIT.collection:
        congress = next((unit["congress"] for name, unit in content.records(UNIT) if name == id), None)
        return _There(plausible(congress["date"])) if congress and congress.value else None
    if record := content.files.get(f"data/{to.text}.yml"):
        return _There(_date_of(record))
    item = content.item(to) if id else None
    return _There(_date_of(content.files[item.file])) if item else None


def _date_of(file: DataFile) -> PartialDate | None:
    """The date of a meeting, a document or the year of a review."""
    year = _YEAR.search(file.name)
    return date_in(year[1]) if year else plausible(file.root["date"])
