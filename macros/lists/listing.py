"""One list of the archive: what is listed, under which address, and how its parts are told apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from macros import model
from macros.dates import PartialDate, Precision
from macros.language import Language, format_month, word
from macros.lists.parts import Level, ListPart

NO_MONTH, NO_DATE = "no-month", "no-date"
_NEWEST_FIRST = ("meeting", "document")


@dataclass(frozen=True)
class Listing:
    """A list of one sort of thing (a key of `LEVELS`) under a title.

    `whole` is the page that it begins on. `filters` are the filters of the search page that give the same list.
    """

    sort: str
    title: model.Text
    whole: ListPart[Any]
    filters: Mapping[str, str] = field(default_factory=dict)

    def year(self, year: int) -> tuple[str, str]:
        """Where the items of a year stand: a page's address and an anchor on it."""
        part = next((part for part in self.whole.parts if part.keys == (str(year),)), None)
        return (part.path, "") if part else (self.whole.path, f"year-{year}")

    @property
    def shown(self) -> list[Any]:
        """The items of a list that stands on one page, as it shows them: meetings and documents the newest first."""
        if self.sort not in _NEWEST_FIRST:
            return list(self.whole.items)
        newest_first = list(reversed(self.whole.items))
        return sorted(newest_first, key=lambda item: LEVELS[self.sort][0](item) == NO_DATE)

    def years(self) -> list[tuple[str, list[Any]]]:
        """The items of a list that stands on one page, by year."""
        groups: dict[str, list[Any]] = {}
        for item in self.shown:
            groups.setdefault(LEVELS[self.sort][0](item), []).append(item)
        return list(groups.items())

    def search_filters(self, part: ListPart[Any]) -> dict[str, str]:
        """The filters of the search page that find what a part holds; months are no filter there."""
        year = part.keys[0] if part.keys else ""
        return {**self.filters, **({"year": year} if year.isdecimal() else {})}

    def name(self, part: ListPart[Any], language: Language) -> str:
        """The title of a part."""
        named = [self.title[language], key_name(part.keys, language)]
        if part.number > 1:
            named.append(word("list_page", language).format(number=part.number))
        return ", ".join(filter(None, named))


def key_name(keys: Sequence[str], language: Language) -> str:
    """What a part of a list is called: a year, a month, a letter; empty for the whole."""
    if not keys:
        return ""
    if NO_DATE in keys:
        return word("list_no_date", language)
    if NO_MONTH in keys:
        return word("list_no_month", language).format(year=keys[0])
    if not keys[0].isdecimal():
        return word("list_letter", language).format(letter=keys[0].upper())
    if len(keys) == 1:
        return word("list_year", language).format(year=keys[0])
    return format_month(PartialDate.parse("-".join(keys)).start, language)


def _by_time(date: Callable[[Any], PartialDate | str | None]) -> tuple[Level[Any], ...]:
    """Told apart by year, then by month."""

    def year(item: Any) -> str:
        when = stated(date(item))
        return f"{when.year:04}" if when else NO_DATE

    def month(item: Any) -> str:
        when = stated(date(item))
        exact = when is not None and when.precision in (Precision.DAY, Precision.MONTH)
        return f"{when.start.month:02}" if when and exact else NO_MONTH

    return year, month


LEVELS: dict[str, tuple[Level[Any], ...]] = {
    "statement": _by_time(lambda statement: statement.date),
    "meeting": _by_time(lambda meeting: meeting.date),
    "appearance": _by_time(lambda appearance: appearance.meeting.date),
    "figure": _by_time(lambda figure: figure.home.date),
    "document": _by_time(lambda document: document[1].date),
    "person": (lambda id: id.rpartition("-")[2][0],),
    "source": _by_time(lambda use: use.date),
    "doubt": _by_time(lambda meeting: meeting.date),
}


def stated(date: PartialDate | str | None) -> PartialDate | None:
    """A date, or None where it is not stated."""
    return date if isinstance(date, PartialDate) else None
