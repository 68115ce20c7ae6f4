"""Meetings in time: a mark each, by year and month; where there are too many, their numbers by year and level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros import records as model
from macros.archive.items import Meeting
from macros.text.dates import Precision
from macros.views.pictures.drawing import WIDTH, shade
from macros.views.rendering import View

_MOST_MARKS = 150
_MOST_YEARS = 25
_HIGHEST = 8
_HEAD = 24
_YEARS = 40
_COLUMNS = 13  # twelve months, and one for meetings whose month no source states
_PITCH = (WIDTH - _YEARS) / _COLUMNS
_MARK = 24  # so that a finger finds it
_EMPTY_ROW = 20
_FIELD = 26


@dataclass(frozen=True)
class Mark:
    """A meeting and the middle of its mark."""

    meeting: Meeting
    x: float
    y: float


@dataclass(frozen=True)
class Year:
    """A year with its row; `until` is the later year where the row stands for a span of years without meetings."""

    year: int
    top: int
    height: int
    marks: list[Mark]
    counts: Counter[model.Level]
    until: int = 0


def draw(view: View) -> Markup:
    """The latest year first."""
    by_year = {
        year: list(meetings) for year, meetings in groupby(view.archive.meetings.values(), lambda m: m.date.year)
    }
    shown = list(by_year)[-_MOST_YEARS:]
    if not shown:
        return Markup("")
    columns = {year: _columns(by_year[year]) for year in shown}
    many = sum(len(by_year[year]) for year in shown) > _MOST_MARKS or any(
        len(stack) > _HIGHEST for each in columns.values() for stack in each.values()
    )
    years: list[Year] = []
    top = _HEAD
    for year in reversed(shown):
        if years and not many and year < years[-1].year - 1:
            years.append(Year(year + 1, top, _EMPTY_ROW, [], Counter(), until=years[-1].year - 1))
            top += _EMPTY_ROW
        height = _FIELD if many else max(len(stack) for stack in columns[year].values()) * _MARK + 4
        marks = [] if many else _marks(columns[year], top)
        years.append(Year(year, top, height, marks, Counter(m.record.level for m in by_year[year])))
        top += height
    largest = max(count for year in years for count in year.counts.values())
    sums: Counter[model.Level] = sum((year.counts for year in years), Counter())
    return view.render(
        "pictures/meeting_years.html",
        years=years,
        many=many,
        sums={level: sums[level] for level in model.Level},
        middles=[round(_YEARS + (column + 0.5) * _PITCH, 1) for column in range(_COLUMNS)],
        shade=lambda count: shade(count, largest),
        cut=len(by_year) > len(shown),
        height=top + (0 if many else 26),
        foot=top,
    )


def _columns(meetings: Sequence[Meeting]) -> dict[int, list[Meeting]]:
    """The meetings of a year by column, from 0 for January to 12 for those of no known month."""
    found: dict[int, list[Meeting]] = {}
    for meeting in meetings:
        known = meeting.date.precision in (Precision.DAY, Precision.MONTH)
        found.setdefault(meeting.date.start.month - 1 if known else _COLUMNS - 1, []).append(meeting)
    return found


def _marks(columns: dict[int, list[Meeting]], top: int) -> list[Mark]:
    return [
        Mark(meeting, round(_YEARS + (column + 0.5) * _PITCH, 1), top + 2 + (number + 0.5) * _MARK)
        for column, stack in sorted(columns.items())
        for number, meeting in enumerate(stack)
    ]
