"""A topic over the years: what was said and counted, a row a year and a column a level, the newest of it on one page.

Each year of a statement or a figure has its row: the year in which a statement was said, that in which a figure's
period ends. Tasks that a review sets for the next year are in that year's row, apart: no source says that they were
done.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from macros.archive.items import Figure, ReviewPart, Statement
from macros.records import Level
from macros.views.lists.listing import Listing

_COLUMNS = (Level.NATIONAL, Level.REGIONAL, Level.PROVINCIAL)
# Letters for each statement that a page of the list holds, and what is around the words of one: so that a page with
# long statements, a summary and figures stays below 60 KB.
_LETTERS, _AROUND = 190, 60


class Field(NamedTuple):
    """What a year and a level have in common: what was said, the tasks set for that year before it, its figures."""

    statements: list[Statement]
    ahead: list[Statement]
    figures: list[Figure]


class Row(NamedTuple):
    """A year, with its fields by level; `path` is the page with all of the year, where that is not this one."""

    year: str
    fields: dict[Level, Field]
    path: str


class Matrix(NamedTuple):
    """The rows, the newest year first; the levels that have a column, and how many statements are shown in them."""

    rows: list[Row]
    levels: list[Level]
    shown: int


def matrix(listing: Listing, figures: Listing | None = None) -> Matrix:
    """The newest statements of a list: whole years, as many as a page may hold; of a longer year its newest.

    With them the figures of the same topic that are in the table of their list on the same page.
    """
    counted: Sequence[Figure] = [] if figures is None else figures.newest if figures.pages else figures.shown
    room = _LETTERS * listing.per_page - sum(len(figure.record.what.vi) + _AROUND for figure in counted)
    shown: list[Statement] = []
    years: set[str] = set()
    for year, items in _newest_first(listing).items():
        # A short list has no other page.
        fitting = _newest_fitting(items, room) if listing.pages else items
        if (len(fitting) < len(items) and years) or not fitting:
            break
        years.add(year)
        shown += fitting
        room -= sum(map(_cost, fitting))
    oldest = min(years, default="") if listing.pages else ""  # what is before it is on other pages
    counted = [figure for figure in counted if _year_counted(figure) >= oldest]
    years |= set(map(_year_of_task, filter(_is_ahead, shown))) | set(map(_year_counted, counted))
    rows = [_row(year, listing, shown, counted) for year in sorted(years, reverse=True)]
    levels = [level for level in _COLUMNS if any(level in row.fields for row in rows)]
    return Matrix(rows, levels, len(shown))


def _row(year: str, listing: Listing, statements: Iterable[Statement], figures: Iterable[Figure]) -> Row:
    fields: dict[Level, Field] = {}
    for item in statements:
        if (_year_of_task(item) if _is_ahead(item) else listing.key(item)) == year:
            field = fields.setdefault(item.level, Field([], [], []))
            (field.ahead if _is_ahead(item) else field.statements).append(item)
    for figure in figures:
        if _year_counted(figure) == year:
            fields.setdefault(figure.level, Field([], [], [])).figures.append(figure)
    pages = listing.pages.get(year)
    return Row(year, fields, pages[0].path if pages else "")


def _is_ahead(statement: Statement) -> bool:
    return isinstance(statement.home, ReviewPart) and statement.home.for_year is not None


def _year_of_task(statement: Statement) -> str:
    assert isinstance(statement.home, ReviewPart)
    return f"{statement.home.for_year:04}"


def _year_counted(figure: Figure) -> str:
    return f"{figure.record.as_of.end.year:04}"


def _newest_first(listing: Listing) -> dict[str, list[Statement]]:
    years: dict[str, list[Statement]] = {}
    for item in listing.items:
        years.setdefault(listing.key(item), []).append(item)
    return dict(sorted(years.items(), reverse=True))


def _newest_fitting(items: list[Statement], room: int) -> list[Statement]:
    costs = accumulate(map(_cost, reversed(items)))
    return items[len(items) - sum(cost <= room for cost in costs) :]


def _cost(statement: Statement) -> int:
    return len(statement.text.vi) + _AROUND
