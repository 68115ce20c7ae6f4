"""Pages of lists: the parts of lists too long for one page, a page a kind, a year, a level of meetings, a type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from macros import model
from macros.archive import Archive
from macros.items import Home
from macros.language import Language, number, word
from macros.lists.catalogue import Lists
from macros.lists.facets import facets
from macros.lists.listing import Listing
from macros.lists.parts import ListPart
from macros.record_pages import RecordPage

_STATEMENTS = "statements/"


def list_pages(archive: Archive, lists: Lists) -> Iterator[RecordPage]:
    """Every page that lists records and is neither a record's own nor written by hand."""
    for listing in lists.on_own_pages():
        yield _page(listing, listing.whole)
    for listing in lists.all():
        for part in listing.whole.parts:
            yield _page(listing, part)
    homes: list[Home] = [*archive.review_parts, *archive.meetings.values()]
    years = sorted({home.date.year for home in homes})
    for year in years:
        said = [statement for statement in archive.statements if statement.date.year == year]
        meetings = [meeting for meeting in archive.meetings.values() if meeting.date.year == year]
        title = _text(lambda language: _capital(word("list_year", language).format(year=year)))  # noqa: B023
        description = _text(
            lambda language: word("year_description", language).format(
                year=year,  # noqa: B023
                meetings=number(len(meetings), language),  # noqa: B023
                statements=number(len(said), language),  # noqa: B023
            )
        )
        values = {"year": year, "years": years, "lists": lists, "said": said, "meetings": meetings, "facets": facets}
        yield RecordPage("year", str(year), f"years/{year}/", title, description, None, values, _STATEMENTS)


def _page(listing: Listing, part: ListPart[Any]) -> RecordPage:
    title = _text(lambda language: _capital(listing.name(part, language)))
    description = _text(
        lambda language: word("list_description", language).format(
            title=title[language],
            count=number(part.count, language),
            things=word(f"count_{listing.sort}", language).split("|")[-1],
        )
    )
    section = _STATEMENTS if part.path.startswith("kinds/") else ""
    values = {"listing": listing, "part": part, "name": title}
    return RecordPage("list", part.path, part.path, title, description, None, values, section)


def _text(say: Callable[[Language], str]) -> model.Text:
    return model.Text(vi=say(Language.VI), en=say(Language.EN))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
