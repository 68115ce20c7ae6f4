"""Macros within a sentence: a link to a record, a figure, a number."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Annotated, Any

from markupsafe import Markup

from macros.archive import Archive
from macros.archive.items import MeetingSort
from macros.derived.booklets import address as address_of_booklet
from macros.derived.tables import rows
from macros.pages.authoring.macro import (
    DocumentId,
    MeetingId,
    OneOf,
    PersonId,
    ProvinceId,
    TermId,
    TopicId,
    inline,
)
from macros.records import TERM, TYPES, RecordType
from macros.text.language import Language
from macros.views.rendering import View

_SORTS = {f"{sort}s": sort for sort in MeetingSort}


@inline
def figure(
    view: View, id: Annotated[str, OneOf("số liệu", "figure", lambda archive: [f.id for f in archive.figures])]
) -> Markup:
    """One figure, with its date and a link to its source."""
    return view.render("inline_figure.html", f=next(f for f in view.archive.figures if f.id == id))


@inline
def meeting(view: View, id: MeetingId) -> Markup:
    """A link to a meeting."""
    return view.record("meetings", id)


@inline
def document(view: View, id: DocumentId) -> Markup:
    """A link to a document."""
    return view.record("documents", id)


@inline
def province(view: View, id: ProvinceId) -> Markup:
    """A link to a province."""
    return view.record("provinces", id)


@inline
def topic(view: View, id: TopicId) -> Markup:
    """A link to a topic."""
    return view.record("topics", id)


@inline
def person(view: View, id: PersonId) -> Markup:
    """A link to a person."""
    return view.record("people", id)


@inline
def term(view: View, id: TermId) -> Markup:
    """A link to a glossary term."""
    return view.term(id)


@inline
def count(view: View, what: Annotated[str, OneOf("loại", "sort", lambda _: {**_types(), **_SORTS})]) -> int:
    """How many records of a sort the archive holds; appointment meetings are counted apart from the others."""
    return _count(view.archive, what)


@inline
def booklets(view: View) -> Markup:
    """The way to the printed booklet of each reviewed year, the newest first."""
    return Markup(", ").join(
        Markup('<a href="{}">{}</a>').format(
            view.href(address_of_booklet(year, view.language), language=Language.VI),
            view.word("booklet_link").format(year=year),
        )
        for year in view.archive.review_years
    )


@lru_cache(maxsize=64)
def _count(archive: Archive, what: str) -> int:
    if what in _SORTS:
        return len(archive.meetings_by("sort", _SORTS[what]))
    return sum(1 for _ in rows(archive, _types()[what]))


@cache
def _types() -> dict[str, RecordType[Any]]:
    """What can be counted, by its name."""
    return {"terms" if type is TERM else type.collection: type for type in TYPES}
