"""A topic over the years: what was said and counted, a row a year and a column a level, some of every year on one page.

Each year of a statement or a figure has its row: the year in which a statement was said, that in which a figure's
period ends. Tasks that a review sets for the next year are in that year's row, apart: no source says that they were
done.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate, zip_longest
from typing import NamedTuple

from macros.archive.items import Figure, ReviewPart, Statement
from macros.records import Level, StatementKind, Text
from macros.text.language import Language
from macros.views.lists.listing import Listing

_COLUMNS = (Level.NATIONAL, Level.REGIONAL, Level.PROVINCIAL)
ROOM = 39_500  # bytes of HTML for all that a page has inside its frame: with that it stays below 60 KB
_STATEMENT, _FIGURE = 500, 200  # bytes of the markup of each


class Field(NamedTuple):
    """What a year and a level have in common: what was said, the tasks set for that year before it, its figures."""

    statements: list[Statement]
    ahead: list[Statement]
    figures: list[Figure]


class Row(NamedTuple):
    """A year, with its fields by level.

    `path` is the page with all that was said in the year, where that is not this one; `in_all` how much it has, where
    that is more than is here.
    """

    year: str
    fields: dict[Level, Field]
    path: str
    in_all: int


class Matrix(NamedTuple):
    """The rows, the newest year first; the levels that have a column, and how many statements are shown in them."""

    rows: list[Row]
    levels: list[Level]
    shown: int


def matrix(listing: Listing, figures: Listing | None = None, beside: str = "") -> Matrix:
    """The statements of a list, of one that is too long for its page some of every year.

    With them the figures of the same topic that are in the table of their list on the same page.

    Args:
        listing: the statements.
        figures: the figures.
        beside: the HTML of what else the page has.
    """
    counted: Sequence[Figure] = [] if figures is None else figures.newest if figures.pages else figures.shown
    shown: Sequence[Statement] = listing.items
    oldest = ""
    if listing.pages:
        taken = sum(_cost(figure.record.what, _FIGURE) for figure in counted) + len(beside.encode())
        shown = _some_of_every_year(listing, ROOM - taken)
        oldest = min(map(listing.key, shown), default="")  # what is before it is on other pages
    counted = [figure for figure in counted if _year_counted(figure) >= oldest]
    years = {_year_of_task(item) if _is_ahead(item) else listing.key(item) for item in shown}
    years |= set(map(_year_counted, counted))
    rows = [_row(year, listing, shown, counted) for year in sorted(years, reverse=True)]
    levels = [level for level in _COLUMNS if any(level in row.fields for row in rows)]
    return Matrix(rows, levels, len(shown))


def _row(year: str, listing: Listing, statements: Sequence[Statement], figures: Iterable[Figure]) -> Row:
    fields: dict[Level, Field] = {}
    for item in statements:
        if (_year_of_task(item) if _is_ahead(item) else listing.key(item)) == year:
            field = fields.setdefault(item.level, Field([], [], []))
            (field.ahead if _is_ahead(item) else field.statements).append(item)
    for figure in figures:
        if _year_counted(figure) == year:
            fields.setdefault(figure.level, Field([], [], [])).figures.append(figure)
    pages = listing.pages.get(year)
    here = sum(listing.key(item) == year for item in statements)
    in_all = pages[0].count if pages and pages[0].count > here else 0
    return Row(year, fields, pages[0].path if pages else "", in_all)


def _is_ahead(statement: Statement) -> bool:
    return isinstance(statement.home, ReviewPart) and statement.home.for_year is not None


def _year_of_task(statement: Statement) -> str:
    assert isinstance(statement.home, ReviewPart)
    return f"{statement.home.for_year:04}"


def _year_counted(figure: Figure) -> str:
    return f"{figure.record.as_of.end.year:04}"


def _some_of_every_year(listing: Listing, room: int) -> list[Statement]:
    """As many as have room, in the order of the list: one of every year, the newest year first, then a second, and on.

    Of a year first its conclusions, last the tasks for another, of each the newest.
    """
    years: dict[str, list[Statement]] = {}
    for item in reversed(listing.items):
        years.setdefault(listing.key(item), []).append(item)
    best = (
        sorted(items, key=lambda item: (item.kind is not StatementKind.CONCLUSION, _is_ahead(item)))
        for _, items in sorted(years.items(), reverse=True)
    )
    in_turn = [item for turn in zip_longest(*best) for item in turn if item is not None]
    costs = accumulate(_cost(item.on_page, _STATEMENT) for item in in_turn)
    fitting = set(in_turn[: sum(cost <= room for cost in costs)])
    return [item for item in listing.items if item in fitting]


def _cost(text: Text, markup: int) -> int:
    """Its bytes of HTML, in the longer language."""
    return max(len(text[language].encode()) for language in Language) + markup
