"""A list of the archive and how it is laid on pages.

Up to a limit a list is on one page. A longer one leads to a page a year (or a letter), and a longer year goes on
on pages with a number. So the page of a year keeps its address, and what it shows, whatever is recorded of other years,
and can be cited; were all pages only numbered, every meeting recorded late would shift them all.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from macros.records import StatementKind, Text
from macros.text.dates import PartialDate, Precision
from macros.text.language import Language, month_name, word
from macros.text.passages import joined

NO_DATE = "no-date"


@dataclass(frozen=True, eq=False)
class ListPart:
    """Items of a list that have the same key (a year, a letter), or all of them, as they are on a page.

    `count` is the number of items with this key, on this page and on those that continue it; `number` says which of
    these pages it is.
    """

    path: str
    key: str
    items: Sequence[Any]
    count: int
    number: int = 1

    def label(self, language: Language) -> str:
        """What it is called next to others: its year, its letter."""
        return self.key if self.key.isdecimal() else key_name(self.key, language)


@dataclass(frozen=True, eq=False)
class Listing:
    """A list of items of one sort under a title.

    Attributes:
        sort: what is listed: `statement`, `meeting`, `person` …, which names its words and its template.
        title: its title.
        path: the address of the page on which it begins.
        items: everything listed, in the order of its parts.
        per_page: items on one page.
        parts_path: what the addresses of its parts begin with, where that is not `path`.
        filters: the filters of the search page that find the same.
        newest_first: whether a page shows the newest first.
        latest: how many are shown before the way to the others, where they are too many for a page.
        whole_to: up to how many are all shown on the page on which it begins, where other things there leave less room.
    """

    sort: str
    title: Text
    path: str
    items: Sequence[Any]
    per_page: int
    parts_path: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    newest_first: bool = False
    latest: int = 10
    whole_to: int | None = None

    @cached_property
    def whole(self) -> ListPart:
        """All items, as on the page on which the list begins."""
        return ListPart(self.path, "", self.items, len(self.items))

    @cached_property
    def pages(self) -> dict[str, list[ListPart]]:
        """The pages to which a list leads that is too long for one, by key; none for another."""
        groups: dict[str, list[Any]] = {}
        if len(self.items) > (self.per_page if self.whole_to is None else self.whole_to):
            for item in self.items:
                groups.setdefault(self.key(item), []).append(item)
        return {key: self._pages(key, groups[key]) for key in sorted(groups)}

    @property
    def first_pages(self) -> list[ListPart]:
        """The pages of a year or a letter, without those that continue another."""
        return [pages[0] for pages in self.pages.values()]

    @property
    def latest_pages(self) -> list[ListPart]:
        """The same, the newest year first and what has no date last."""
        newest_first = self.first_pages[::-1]
        return sorted(newest_first, key=lambda part: part.key == NO_DATE)

    def _pages(self, key: str, items: Sequence[Any]) -> list[ListPart]:
        path = f"{self.parts_path or self.path}{key}/"
        return [
            ListPart(
                f"{path}{number}/" if number > 1 else path, key, items[at : at + self.per_page], len(items), number
            )
            for number, at in enumerate(range(0, len(items), self.per_page), 1)
        ]

    def key(self, item: Any) -> str:
        """What divides the list: the year of an item, of a person the first letter of the given name."""
        if self.sort == "person":
            return str(item.id.rpartition("-")[2][0])
        return f"{item.date.year:04}" if isinstance(item.date, PartialDate) else NO_DATE

    @property
    def by_letter(self) -> bool:
        """Whether its parts are letters, not years."""
        return self.sort == "person"

    @cached_property
    def _by_key(self) -> Counter[str]:
        return Counter(map(self.key, self.items))

    def count(self, year: int | None = None) -> int:
        """The number of its items, or of those of a year."""
        return len(self.items) if year is None else self._by_key[str(year)]

    def year(self, year: int) -> tuple[str, str]:
        """Where the items of a year are: a page's address and an anchor on it."""
        pages = self.pages.get(str(year))
        return (pages[0].path, "") if pages else (self.path, f"year-{year}")

    @property
    def shown(self) -> Sequence[Any]:
        """The items of a list that is on one page, in the order in which it shows them; those without a date last."""
        if not self.newest_first:
            return self.items
        newest_first = list(reversed(self.items))
        return sorted(newest_first, key=lambda item: self.key(item) == NO_DATE)

    @property
    def newest(self) -> Sequence[Any]:
        """What a page shows of a list that is too long for it: the newest, where any has a date."""
        dated = [item for item in self.items if self.key(item) != NO_DATE] or self.items
        return dated[: -self.latest - 1 : -1]

    def years(self) -> dict[str, list[Any]]:
        """The items of a list that is on one page, by year."""
        groups: dict[str, list[Any]] = {}
        for item in self.shown:
            groups.setdefault(self.key(item), []).append(item)
        return groups

    def search_filters(self, part: ListPart) -> dict[str, str]:
        """The filters of the search page that find what a part, with those that continue it, contains."""
        return {**self.filters, **({"year": part.key} if part.key.isdecimal() else {})}

    def kinds(self, part: ListPart) -> list[tuple[StatementKind, int]]:
        """The kinds of the statements on a page, with the number of statements of each."""
        return sorted(Counter(statement.kind for statement in part.items).items())

    def months(self, part: ListPart, language: Language) -> str:
        """The first and the last month on a page of a year, as far as they are known: `tháng 3–5`, `Mar–May`."""
        dates = [item.date for item in part.items if not self.by_letter and isinstance(item.date, PartialDate)]
        known = [date.start.month for date in dates if date.precision in (Precision.DAY, Precision.MONTH)]
        names = dict.fromkeys(month_name(month, language) for month in known[:1] + known[-1:])
        return word("list_months", language).format(months="–".join(names)) if names else ""

    def name(self, part: ListPart, language: Language) -> str:
        """The title of a part."""
        page = word("list_page", language).format(number=part.number) if part.number > 1 else ""
        return joined(", ", filter(None, (self.title[language], key_name(part.key, language), page)))


def key_name(key: str, language: Language) -> str:
    """What a part of a list is called: a year, a letter; empty for the whole."""
    if not key or key == NO_DATE:
        return key and word("list_no_date", language)
    if key.isdecimal():
        return word("list_year", language).format(year=key)
    return word("list_letter", language).format(letter=key.upper())
