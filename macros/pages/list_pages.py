"""Pages of lists: the parts of lists too long for one page, a page a kind, a year, a level of meetings, a type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import TypeVar

from macros import records as model
from macros.archive import Archive
from macros.archive.items import Home, Meeting, Statement
from macros.pages.record_pages import RecordPage, Shown
from macros.text.language import Language, noun, number, word
from macros.text.passages import capital
from macros.views.around import around
from macros.views.facets import facets
from macros.views.lists.catalogue import Lists
from macros.views.lists.listing import Listing, ListPart

_STATEMENTS = "statements/"
Dated = TypeVar("Dated", Statement, Meeting)


def list_pages(archive: Archive, lists: Lists, by_hand: Container[str] = ()) -> Iterator[RecordPage]:
    """Every page that lists records and is neither a record's own nor written `by_hand`, which has those addresses."""
    for listing in lists.on_own_pages():
        if listing.path not in by_hand:
            yield _page(listing, listing.whole)
    for listing in lists.all():
        for part in chain.from_iterable(listing.pages.values()):
            yield _page(listing, part)
    homes: list[Home] = [*archive.review_parts, *archive.meetings.values()]
    said = _by_year(archive.statements)
    held = _by_year(archive.meetings.values())
    years = sorted({home.date.year for home in homes})

    def show(year: int) -> Shown:
        title = _text(lambda language: capital(word("list_year", language).format(year=year)))
        describe = partial(_year_description, year, len(held[year]), len(said[year]))
        values = {
            "year": year,
            "years": years,
            "lists": lists,
            "said": said[year],
            "meetings": held[year],
            "facets": facets,
        }
        return Shown(title, describe, values)

    for year in years:
        yield RecordPage("year", str(year), f"years/{year}/", None, year, show, _STATEMENTS)


def _by_year(items: Iterable[Dated]) -> dict[int, list[Dated]]:
    years: dict[int, list[Dated]] = defaultdict(list)
    for item in items:
        years[item.date.year].append(item)
    return years


def _page(listing: Listing, part: ListPart) -> RecordPage:
    section = _STATEMENTS if part.path.startswith("kinds/") else ""
    return RecordPage("list", part.path, part.path, None, (listing, part), _show, section, part.key)


def _show(about: tuple[Listing, ListPart]) -> Shown:
    listing, part = about
    title = _text(lambda language: capital(listing.name(part, language)))
    values = {"listing": listing, "part": part, "name": title, "around": around}
    return Shown(title, partial(_description, listing, part, title), values)


def _description(listing: Listing, part: ListPart, title: model.Text) -> model.Text:
    return _text(
        lambda language: word("list_description", language).format(
            title=title[language],
            count=number(part.count, language),
            things=noun(0, listing.sort, language),
        )
    )


def _year_description(year: int, meetings: int, said: int) -> model.Text:
    return _text(
        lambda language: word("year_description", language).format(
            year=year, meetings=number(meetings, language), statements=number(said, language)
        )
    )


def _text(say: Callable[[Language], str]) -> model.Text:
    return model.both(say(Language.VI), say(Language.EN))
