"""One list of the archive: what is listed, under which address, and how its parts are distinguished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from macros import records as model
from macros.records import StatementKind
from macros.text.dates import PartialDate, Precision
from macros.text.language import Language, month_name, word
from macros.text.passages import joined
from macros.views.lists.parts import ListPart

NO_DATE = "no-date"
_NEWEST_FIRST = ("meeting", "document")


@dataclass(frozen=True, eq=False)
class Listing:
    """A list of one sort of thing (a key of `KEYS`) under a title.

    `whole` is the page that it begins on. `filters` are the filters of the search page that give the same list.
    """

    sort: str
    title: model.Text
    whole: ListPart[Any]
    filters: Mapping[str, str] = field(default_factory=dict)

    def year(self, year: int) -> tuple[str, str]:
        """Where the items of a year stand: a page's address and an anchor on it."""
        part = next((part for part in self.whole.parts if part.key == str(year)), None)
        return (part.path, "") if part else (self.whole.path, f"year-{year}")

    @property
    def shown(self) -> list[Any]:
        """The items of a list that is on one page, as it shows them: meetings and documents the newest first."""
        if self.sort not in _NEWEST_FIRST:
            return list(self.whole.items)
        newest_first = list(reversed(self.whole.items))
        return sorted(newest_first, key=lambda item: KEYS[self.sort](item) == NO_DATE)

    def years(self) -> list[tuple[str, list[Any]]]:
        """The items of a list that is on one page, by year."""
        groups: dict[str, list[Any]] = {}
        for item in self.shown:
            groups.setdefault(KEYS[self.sort](item), []).append(item)
        return list(groups.items())

    def search_filters(self, part: ListPart[Any]) -> dict[str, str]:
        """The filters of the search page that find what a part, with those that continue it, holds."""
        return {**self.filters, **({"year": part.key} if part.key.isdecimal() else {})}

    def kinds(self, part: ListPart[Any]) -> list[tuple[StatementKind, int]]:
        """The kinds of the statements on a page, with how many there are of each."""
        return sorted(Counter(statement.kind for statement in part.items).items())

    def pages(self, key: str) -> list[ListPart[Any]]:
        """The pages of the parts with a key, in their order."""
        return self._pages[key]

    @cached_property
    def _pages(self) -> dict[str, list[ListPart[Any]]]:
        pages: dict[str, list[ListPart[Any]]] = {"": []}
        for part in self.whole.parts:
            pages.setdefault(part.key, []).append(part)
        return pages

    def months(self, part: ListPart[Any], language: Language) -> str:
        """The months that a page of a year holds, as far as they are known: `tháng 3–5`, `Mar–May`."""
        names = dict.fromkeys(month_name(month, language) for month in self.month_numbers[part.path] if month)
        return word("list_months", language).format(months="–".join(names)) if names else ""

    @cached_property
    def month_numbers(self) -> dict[str, tuple[int, int]]:
        """The first and the last month of each part, by address; 0 where none of its months is known."""
        return {
            part.path: (self._first_month(part.items), self._first_month(part.items[::-1])) for part in self.whole.parts
        }

    def _first_month(self, items: Sequence[Any]) -> int:
        dates = (stated(_DATES[self.sort](item)) for item in items) if self.sort in _DATES else ()
        return next((d.start.month for d in dates if d and d.precision in (Precision.DAY, Precision.MONTH)), 0)

    def name(self, part: ListPart[Any], language: Language) -> str:
        """The title of a part."""
        named = [self.title[language], key_name(part.key, language)]
        if part.number > 1:
            named.append(word("list_page", language).format(number=part.number))
        return joined(", ", filter(None, named))


def key_name(key: str, language: Language) -> str:
    """What a part of a list is called: a year, a letter; empty for the whole."""
    if not key or key == NO_DATE:
        return key and word("list_no_date", language)
    if key.isdecimal():
        return word("list_year", language).format(year=key)
    return word("list_letter", language).format(letter=key.upper())


_DATES: dict[str, Callable[[Any], PartialDate | str | None]] = {
    "statement": lambda statement: statement.date,
    "meeting": lambda meeting: meeting.date,
    "appearance": lambda appearance: appearance.meeting.date,
    "figure": lambda figure: figure.home.date,
    "document": lambda document: document[1].date,
    "source": lambda use: use.date,
    "doubt": lambda meeting: meeting.date,
}


def _by_year(date: Callable[[Any], PartialDate | str | None]) -> Callable[[Any], str]:
    def year(item: Any) -> str:
        when = stated(date(item))
        return f"{when.year:04}" if when else NO_DATE

    return year


# What tells the parts of a list apart: the year, for people the first letter of the given name.
KEYS: dict[str, Callable[[Any], str]] = {
    **{sort: _by_year(date) for sort, date in _DATES.items()},
    "person": lambda id: id.rpartition("-")[2][0],
}


def stated(date: PartialDate | str | None) -> PartialDate | None:
    """A date, or None where it is not stated."""
    return date if isinstance(date, PartialDate) else None
