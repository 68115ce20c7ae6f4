"""Meetings in time: a mark each, by year and month; where there are too many, their numbers by year and level."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup

from macros.archive.items import Meeting, MeetingSort
from macros.pages.authoring.macro import block
from macros.pages.pictures.drawing import WIDTH, shade
from macros.records import MEETING, Level
from macros.text.dates import Precision
from macros.views.descriptions import cut
from macros.views.lists.catalogue import lists
from macros.views.rendering import View

_MOST_MARKS = 90
_TITLE = 110  # letters of a meeting’s title
_MOST_YEARS = 25
_HIGHEST = 8
_HEAD = 24
_YEARS = 40
_COLUMNS = 13  # twelve months, and one for meetings whose month no source states
_PITCH = (WIDTH - _YEARS) / _COLUMNS
_MARK = 24  # so that a finger finds it
_EMPTY_ROW = 20
_FIELD = 26


@block
def meeting_years(view: View) -> Markup:
    """Meetings by year, month and level, the latest year first; years without meetings share a row."""
    meetings = view.archive.meetings_by("sort", MeetingSort.MEETING)
    by_year = {year: list(group) for year, group in groupby(meetings, lambda meeting: meeting.date.year)}
    shown = list(by_year)[-_MOST_YEARS:]
    if not shown:
        return Markup("")
    columns = {year: _columns(by_year[year]) for year in shown}
    many = sum(len(by_year[year]) for year in shown) > _MOST_MARKS or any(
        len(stack) > _HIGHEST for each in columns.values() for stack in each.values()
    )
    rows: list[dict[str, Any]] = []
    top = _HEAD
    for year, later in zip(reversed(shown), [None, *reversed(shown)], strict=False):
        if later and not many and year < later - 1:
            span = {"year": year + 1, "until": later - 1, "top": top, "height": _EMPTY_ROW}
            rows.append({**span, "counts": Counter(), "marks": []})
            top += _EMPTY_ROW
        height = _FIELD if many else max(len(stack) for stack in columns[year].values()) * _MARK + 4
        counts = Counter(meeting.record.level for meeting in by_year[year])
        marks = [] if many else _marks(view, columns[year], top)
        rows.append({"year": year, "until": 0, "top": top, "height": height, "counts": counts, "marks": marks})
        top += height
    sums = Counter(meeting.record.level for year in shown for meeting in by_year[year])
    largest = max(count for row in rows for count in row["counts"].values())
    return view.render(
        "pictures/meeting_years.html",
        years=rows,
        many=many,
        all=lists(view.archive)(MEETING.name),
        levels=lists(view.archive).by(MEETING.name, "level"),
        sums={level: sums[level] for level in Level},
        middles=[_middle(column) for column in range(_COLUMNS)],
        shade=lambda count: shade(count, largest),
        cut=len(by_year) > len(shown),
        height=top + (0 if many else 26),
        foot=top,
    )


def _columns(meetings: Sequence[Meeting]) -> dict[int, list[Meeting]]:
    """The meetings of a year by column, from 0 for January to 12 for those of no known month."""
    found: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        known = meeting.date.precision in (Precision.DAY, Precision.MONTH)
        found[meeting.date.start.month - 1 if known else _COLUMNS - 1].append(meeting)
    return found


def _middle(column: int) -> float:
    return round(_YEARS + (column + 0.5) * _PITCH, 1)


def _marks(view: View, columns: dict[int, list[Meeting]], top: int) -> list[dict[str, Any]]:
    """Each meeting with its title and the middle of its mark."""
    return [
        {
            "meeting": meeting,
            "title": cut(view.text(meeting.title), _TITLE),
            "x": _middle(column),
            "y": top + 2 + (number + 0.5) * _MARK,
        }
        for column, stack in sorted(columns.items())
        for number, meeting in enumerate(stack)
    ]
