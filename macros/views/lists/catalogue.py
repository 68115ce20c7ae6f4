"""Every list of the archive, under its address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from macros import records as model
from macros.archive import Archive
from macros.archive.items import Statement
from macros.records import StatementKind
from macros.text.alphabet import place
from macros.text.dates import PartialDate
from macros.text.language import Language, word
from macros.text.passages import phrase
from macros.views.lists.listing import KEYS, Listing, stated
from macros.views.lists.parts import list_part

# Items a page, by what is listed: with more, a page would pass 60 KB of HTML or 12 KB compressed.
LIMITS = {
    "statement": 25,
    "meeting": 50,
    "appearance": 40,
    "figure": 25,
    "document": 45,
    "person": 120,
    "source": 60,
    "doubt": 25,
}
_LAST = PartialDate.parse("9999")


class Lists:
    """Every list of an archive; `limits` are the items a page, by what is listed."""

    def __init__(self, archive: Archive, limits: Mapping[str, int] = LIMITS) -> None:
        self.archive = archive
        self.limits = limits

    def all(self) -> Iterator[Listing]:
        """Each list once."""
        for each in (self.topics, self.provinces, self.documents, self.people, self.kinds, self.levels, self.types):
            yield from each.values()
        yield from (self.meetings, self.figures, self.all_documents, self.all_people, self.sources, self.doubts)
        for each in (self.province_meetings, self.province_figures, self.document_meetings, self.person_meetings):
            yield from each.values()

    def on_own_pages(self) -> Iterator[Listing]:
        """Those whose first page is neither a record's nor written by hand."""
        yield from [*self.kinds.values(), *self.levels.values(), *self.types.values(), self.sources, self.doubts]

    @cached_property
    def topics(self) -> dict[str, Listing]:
        """The statements on each topic."""
        a = self.archive
        return {
            id: self._listing("statement", topic.name, f"topics/{id}/", a.statements_by("topics", id), topic=id)
            for id, topic in a.topics.items()
        }

    @cached_property
    def provinces(self) -> dict[str, Listing]:
        """The statements about each province."""
        a = self.archive
        return {
            id: self._listing(
                "statement", province.name, f"provinces/{id}/", a.statements_by("provinces", id), province=id
            )
            for id, province in a.provinces.items()
        }

    @cached_property
    def documents(self) -> dict[str, Listing]:
        """The statements that name each document."""
        a = self.archive
        return {
            id: self._listing(
                "statement", a.document_name(id), f"documents/{id}/", a.statements_by("documents", id), document=id
            )
            for id in a.documents
        }

    @cached_property
    def people(self) -> dict[str, Listing]:
        """What each person said."""
        a = self.archive
        return {
            id: self._listing(
                "statement", model.both(person.name, person.name), f"people/{id}/", a.statements_by("people", id)
            )
            for id, person in a.people.items()
        }

    @cached_property
    def kinds(self) -> dict[str, Listing]:
        """The statements of each kind."""
        grouped: dict[StatementKind, list[Statement]] = {kind: [] for kind in StatementKind}
        for statement in self.archive.statements:
            grouped[statement.kind].append(statement)
        return {
            kind.value: self._listing(
                "statement", _words(f"kinds_{kind}"), f"kinds/{kind}/", statements, kind=kind.value
            )
            for kind, statements in grouped.items()
        }

    @cached_property
    def meetings(self) -> Listing:
        """All meetings."""
        meetings = list(self.archive.meetings.values())
        return self._listing("meeting", _words("meetings"), "meetings/", meetings, "meetings/years/", kind="meeting")

    @cached_property
    def levels(self) -> dict[str, Listing]:
        """The meetings of each level."""
        meetings = self.archive.meetings.values()
        return {
            level.value: self._listing(
                "meeting",
                _words("meetings", f"level_{level}"),
                f"meetings/levels/{level}/",
                [m for m in meetings if m.record.level is level],
            )
            for level in model.Level
        }

    @cached_property
    def province_meetings(self) -> dict[str, Listing]:
        """The meetings of each province."""
        a = self.archive
        return {
            id: self._listing(
                "meeting",
                _named(province.name, "meetings"),
                f"provinces/{id}/",
                a.meetings_by("provinces", id),
                f"provinces/{id}/meetings/",
            )
            for id, province in a.provinces.items()
        }

    @cached_property
    def document_meetings(self) -> dict[str, Listing]:
        """The meetings whose sources cite a document that none of their statements names."""
        a = self.archive
        return {
            id: self._listing(
                "meeting",
                _named(a.document_name(id), "meetings"),
                f"documents/{id}/",
                a.document_meetings(id),
                f"documents/{id}/meetings/",
            )
            for id in a.documents
        }

    @cached_property
    def person_meetings(self) -> dict[str, Listing]:
        """The meetings at which each person is named."""
        a = self.archive
        return {
            id: self._listing(
                "appearance",
                _named(model.both(person.name, person.name), "offices"),
                f"people/{id}/",
                a.appearances_by("people", id),
                f"people/{id}/meetings/",
            )
            for id, person in a.people.items()
        }

    @cached_property
    def figures(self) -> Listing:
        """All figures."""
        return self._listing("figure", _words("figures"), "figures/", self.archive.figures, kind="figure")

    @cached_property
    def province_figures(self) -> dict[str, Listing]:
        """The figures about each province."""
        a = self.archive
        return {
            id: self._listing(
                "figure",
                _named(province.name, "figures"),
                f"provinces/{id}/",
                a.figures_by("provinces", id),
                f"provinces/{id}/figures/",
            )
            for id, province in a.provinces.items()
        }

    @cached_property
    def all_documents(self) -> Listing:
        """All documents."""
        return self._documents(_words("documents"), "documents/", self.archive.documents, "documents/years/")

    @cached_property
    def types(self) -> dict[str, Listing]:
        """The documents of each type that there is."""
        grouped: dict[str, list[str]] = {}
        for id, record in self.archive.documents.items():
            grouped.setdefault(record.type.value, []).append(id)
        return {
            type: self._documents(_words("documents", f"type_{type}"), f"documents/types/{type}/", ids)
            for type, ids in sorted(grouped.items())
        }

    @cached_property
    def all_people(self) -> Listing:
        """Everybody named, by given name as Vietnamese lists are."""
        names = {id: " ".join(reversed(person.name.split())) for id, person in self.archive.people.items()}
        ordered = sorted(names, key=lambda id: place(names[id], Language.VI))
        return self._listing("person", _words("people"), "people/", ordered, "people/letters/")

    @cached_property
    def sources(self) -> Listing:
        """Every source once for each page it serves."""
        uses = sorted(self.archive.sources(), key=lambda use: (use.date or _LAST).sort_key)
        return self._listing("source", _words("all_sources"), "method/sources/", uses)

    @cached_property
    def doubts(self) -> Listing:
        """What is doubtful or not stated about each meeting."""
        meetings = list(self.archive.meetings.values())
        return self._listing("doubt", _words("all_doubts"), "method/doubts/", meetings)

    def _documents(self, title: model.Text, path: str, ids: Iterable[str], parts_path: str = "") -> Listing:
        dates = {id: self.archive.documents[id].date for id in ids}
        ordered = sorted(dates, key=lambda id: (stated(dates[id]) or _LAST).sort_key)
        documents = [(id, self.archive.documents[id]) for id in ordered]
        return self._listing("document", title, path, documents, parts_path)

    def _listing(
        self, sort: str, title: model.Text, path: str, items: Sequence[Any], parts_path: str = "", **filters: str
    ) -> Listing:
        whole = list_part(path, items, KEYS[sort], self.limits[sort], parts_path)
        return Listing(sort, title, whole, filters)


@lru_cache(maxsize=1)
def lists(archive: Archive) -> Lists:
    """The lists of the archive that is being published."""
    return Lists(archive)


def _words(*keys: str) -> model.Text:
    vi, en = (": ".join(word(key, language) for key in keys) for language in Language)
    return model.both(vi, en)


def _named(name: model.Text, key: str) -> model.Text:
    """A part of the page of something, such as the meetings of a province."""
    vi, en = (phrase("{}: {}", name[language], word(key, language).lower()) for language in Language)
    return model.both(vi, en)
