"""A topic over the years: what was said, a row a year and a column a level, the newest of it on one page."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

from macros.archive.items import Statement
from macros.records import Level
from macros.views.lists.listing import Listing

_COLUMNS = (Level.NATIONAL, Level.REGIONAL, Level.PROVINCIAL)
# Letters for each statement that a page of the list holds, and what is around the words of one: so that a page with
# long statements, a summary and figures stays below 60 KB.
_LETTERS, _AROUND = 190, 60


class Row(NamedTuple):
    """What was said in a year, by level; `path` is the page with all of the year, where that is not this one."""

    year: str
    fields: Mapping[Level, list[Statement]]
    path: str


class Matrix(NamedTuple):
    """The rows, the newest year first; the levels that have a column, and how many statements are shown in them."""

    rows: list[Row]
    levels: list[Level]
    shown: int


def matrix(listing: Listing) -> Matrix:
    """The newest statements of a list: whole years, as many as a page may hold; of a longer year its newest."""
    room = _LETTERS * listing.per_page
    shown = 0
    rows: list[Row] = []
    for year, items in _newest_first(listing).items():
        pages = listing.pages.get(year)
        fitting = _newest_fitting(items, room) if pages else items  # a short list has no other page
        if (len(fitting) < len(items) and rows) or not fitting:
            break
        fields: dict[Level, list[Statement]] = defaultdict(list)
        for item in fitting:
            fields[item.level].append(item)
        rows.append(Row(year, fields, pages[0].path if pages else ""))
        room -= sum(map(_cost, fitting))
        shown += len(fitting)
    levels = [level for level in _COLUMNS if any(level in row.fields for row in rows)]
    return Matrix(rows, levels, shown)


def _newest_first(listing: Listing) -> dict[str, list[Statement]]:
    years: dict[str, list[Statement]] = defaultdict(list)
    for item in listing.items:
        years[listing.key(item)].append(item)
    return dict(sorted(years.items(), reverse=True))


def _newest_fitting(items: list[Statement], room: int) -> list[Statement]:
    costs = accumulate(map(_cost, reversed(items)))
    return items[len(items) - sum(cost <= room for cost in costs) :]


def _cost(statement: Statement) -> int:
    return len(statement.text.vi) + _AROUND
