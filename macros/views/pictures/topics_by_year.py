"""How many statements there are on each topic in each year: a field a number, the darker the larger."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from macros.views.pictures.drawing import WIDTH, lines, shade
from macros.views.rendering import View

_MOST_COLUMNS = 9
_HEAD = 20
_LETTERS = 48
_LINE = 16
_FIELD = 24
_GAP = 12


@dataclass(frozen=True)
class Column:
    """A year, or, where `before`, that year and all before it."""

    year: int
    before: bool
    x: float


@dataclass(frozen=True)
class Row:
    """A topic with its name in lines, its counts by column with their shades, and their sum; tops are heights."""

    topic: str
    top: int
    name: list[str]
    fields_top: int
    fields: list[tuple[Column, int, float]]
    total: int


def draw(view: View) -> Markup:
    """A row a topic, a column a year; the oldest years share a column where there are many."""
    archive = view.archive
    counts = {id: Counter(s.date.year for s in archive.statements_by("topics", id)) for id in archive.topics}
    years = sorted(set().union(*counts.values()))
    if not years:
        return Markup("")
    width = round(WIDTH / min(len(years), _MOST_COLUMNS), 2)
    latest = years[-_MOST_COLUMNS:]
    columns = [
        Column(year, before=number == 0 and latest != years, x=round(number * width, 2))
        for number, year in enumerate(latest)
    ]
    sums = {
        id: [sum(n for year, n in by_year.items() if year == c.year or (c.before and year < c.year)) for c in columns]
        for id, by_year in counts.items()
    }
    largest = max(max(row) for row in sums.values())
    rows = []
    top = _HEAD
    for id, topic in archive.topics.items():
        name = lines(topic.name[view.language], _LETTERS)
        fields = [(column, count, shade(count, largest)) for column, count in zip(columns, sums[id], strict=True)]
        rows.append(Row(id, top, name, top + len(name) * _LINE + 4, fields, sum(sums[id])))
        top = rows[-1].fields_top + _FIELD + _GAP
    return view.render(
        "pictures/topics_by_year.html",
        columns=columns,
        rows=rows,
        first=years[0],
        width=width,
        line=_LINE,
        field_height=_FIELD,
        height=top + _HEAD - _GAP + 4,
    )
