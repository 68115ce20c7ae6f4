"""What is searched, in one language: every statement, figure and record, and the pages written by hand.

Each is a search document: words of its own, words of its context (who said it, where, at which meeting), what it is
filtered by, and where it is.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from macros import records as model
from macros.archive import Archive
from macros.archive.items import Figure, Home, Meeting, Statement
from macros.search.titled_pages import TitledPage
from macros.text.dates import PartialDate, Precision
from macros.text.language import Language, word
from macros.text.passages import joined, phrase
from macros.views.rendering import View
from macros.views.repository import Repository

# The kinds that are not statements follow the statements' own.
KINDS = (
    "result", "difficulty", "lesson", "priority", "conclusion", "task",
    "figure", "meeting", "document", "province", "topic", "person", "term", "page",
)  # fmt: skip
Tags = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SearchHome:
    """The page a search document is on: its address within a language, its title, and its name in few words.

    Of a page that is the document itself, only the address.
    """

    path: str
    title: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One thing that can be found.

    `id` is that of the statement, figure or record; `title` and `text` are its own words, which may be Vietnamese
    where they have no English (`macros/text/passages.py`); `said_by` is the speaker;
    `context` are words it is found by without being its own, `successors` what its provinces are part of since 2025;
    `tags` are its values a facet.
    """

    id: str
    kind: str
    home: SearchHome
    anchor: str
    title: str
    text: str
    said_by: str
    context: tuple[str, ...]
    date: PartialDate | None
    successors: tuple[str, ...] = ()
    tags: Tags = field(default_factory=dict)

    @property
    def order(self) -> tuple[datetime.date, datetime.date, str]:
        """Sorts by time, then by home; what has no date comes first."""
        begin, end = self.date.sort_key if self.date else (datetime.date.min, datetime.date.min)
        return begin, end, self.home.path


def documents(archive: Archive, language: Language, pages: Sequence[TitledPage] = ()) -> list[SearchDocument]:
    """Everything that can be found in one language, in order of time; those without a date first."""
    teller = _Teller(archive, language)
    found = [
        *teller.terms(),
        *teller.provinces(),
        *teller.topics(),
        *teller.people(),
        *map(teller.page, pages),
        *teller.documents(),
        *teller.meetings(),
        *map(teller.statement, archive.statements),
        *map(teller.figure, archive.figures),
    ]
    return sorted(found, key=lambda document: document.order)


class _Teller:
    """Tells each record of the archive as a search document."""

    def __init__(self, archive: Archive, language: Language) -> None:
        self.archive = archive
        self.language = language
        self.view = View(archive, language, "", Repository())
        self.homes: dict[str, SearchHome] = {}
        self._values: dict[tuple[str, ...], tuple[str, ...]] = {}

    def statement(self, s: Statement) -> SearchDocument:
        record = s.record
        speaker = self.archive.people[record.by].name if record.by else ""
        office = s.attendance.office if s.attendance else record.by_office
        said_by = joined(", ", filter(None, (speaker, self._text(office))))
        context = (
            word(f"kind_{s.kind}", self.language),
            word(f"force_{s.force}", self.language) if s.force else "",
            self._text(s.group.title) if s.group else "",
            self._text(record.attributed_to),
            *self._names(record.topics, list(s.provinces), record.documents),
            *self._dates(s.date),
        )
        tags = self._tags(s.home, s.date, s.kind.value, record.topics, s.provinces, record.documents)
        text = self._text(s.text)
        return self._document(s.id, s.kind.value, s.home, record.id, "", text, said_by, context, s.date, tags)

    def figure(self, f: Figure) -> SearchDocument:
        record = f.record
        text = phrase("{}: {}", record.amount(self.language), self._text(record.what))
        context = (
            word("kind_figure", self.language),
            self._text(record.note),
            self._text(f.group.title) if f.group else "",
            *self._names(record.topics, list(f.provinces), []),
            *self._dates(f.home.date),
            *self._dates(record.as_of),
        )
        tags = self._tags(f.home, f.home.date, "figure", record.topics, f.provinces, [])
        return self._document(f.id, "figure", f.home, record.id, "", text, "", context, f.home.date, tags)

    def meetings(self) -> Iterator[SearchDocument]:
        for meeting in self.archive.meetings.values():
            record = meeting.record
            place = record.place if isinstance(record.place, model.Venue) else None
            people = [self.archive.people[a.person].name for a in meeting.attendances]
            level = word(f"level_{record.level}", self.language)
            where = self._where(meeting)
            details = (
                phrase("{}: {}", level, where) if where else level,
                word(f"form_{record.form}", self.language),
                self._text(place),
                meeting.date.shown(self.language),
            )
            context = (
                word("kind_meeting", self.language),
                *people,
                self._stated(record.organiser),
                self._stated(record.period),
                *self._names([], [] if where else record.provinces, record.documents),
                *self._dates(meeting.date),
            )
            tags = self._tags(meeting, meeting.date, "meeting", [], record.provinces, record.documents)
            title = self._text(meeting.title)
            text = joined("; ", filter(None, details))
            yield self._document(meeting.id, "meeting", meeting, "", title, text, "", context, meeting.date, tags)

    def documents(self) -> Iterator[SearchDocument]:
        for id, record in self.archive.documents.items():
            kind = word(f"type_{record.type}", self.language)
            own = "" if record.number == model.NOT_STATED and not record.known_as else self._stated(record.title)
            title = joined(" – ", filter(None, (self.archive.document_title(id)[self.language], own)))
            shown = record.date.shown(self.language) if isinstance(record.date, PartialDate) else ""
            text = joined(", ", filter(None, (self._text(record.subject), self._text(record.issuer), shown)))
            date = record.date if isinstance(record.date, PartialDate) else None
            number = "" if record.number == model.NOT_STATED else f"{kind} {record.number}"
            context = (word("kind_document", self.language), number, *(self._dates(date) if date else ()))
            home = SearchHome(f"documents/{id}/")
            tags = self._dated(date) | {"kind": ("document",), "document": (id,)}
            yield SearchDocument(id, "document", home, "", title, text, "", context, date, tags=tags)

    def provinces(self) -> Iterator[SearchDocument]:
        for id, record in self.archive.provinces.items():
            unit = self.archive.units[record.successor]
            since = unit.operates_from.shown(self.language)
            text = phrase("{} {}: {}", word("since", self.language), since, self._text(unit.name))
            home = SearchHome(f"provinces/{id}/")
            tags: Tags = {"kind": ("province",), "province": (id,)}
            title = self._text(record.name)
            former = (self._text(self.archive.provinces[each].short) for each in unit.formed_from)
            context = (word("kind_province", self.language), *former, *unit.joined_by)
            yield SearchDocument(id, "province", home, "", title, text, "", context, None, tags=tags)

    def topics(self) -> Iterator[SearchDocument]:
        for id, record in self.archive.topics.items():
            home = SearchHome(f"topics/{id}/")
            context = (word("kind_topic", self.language),)
            tags: Tags = {"kind": ("topic",), "topic": (id,)}
            title, scope = self._text(record.name), self._text(record.scope)
            yield SearchDocument(id, "topic", home, "", title, scope, "", context, None, tags=tags)

    def people(self) -> Iterator[SearchDocument]:
        for id, record in self.archive.people.items():
            home = SearchHome(f"people/{id}/")
            context = (word("kind_person", self.language),)
            tags: Tags = {"kind": ("person",)}
            yield SearchDocument(id, "person", home, "", record.name, self._office(id), "", context, None, tags=tags)

    def page(self, page: TitledPage) -> SearchDocument:
        part = next((part for part in self.archive.review_parts if part.path == page.path), None)
        groups = (self._text(group.title) for group in part.groups) if part else ()
        date = part.date if part else None
        context = (word("kind_page", self.language), *groups)
        title, description = self._text(page.title), self._text(page.description)
        tags = self._dated(date) | {"kind": ("page",)}
        return SearchDocument(
            page.path, "page", SearchHome(page.path), "", title, description, "", context, date, tags=tags
        )

    def terms(self) -> Iterator[SearchDocument]:
        home = SearchHome("glossary/")
        for id, record in self.archive.glossary.items():
            name = self._text(record.term)
            title = joined(" – ", filter(None, (record.abbreviation, name)))
            context = (word("kind_term", self.language), *record.forms)
            tags: Tags = {"kind": ("term",)}
            yield SearchDocument(id, "term", home, id, title, self._text(record.meaning), "", context, None, tags=tags)

    def _document(
        self, id: str, kind: str, home: Home, anchor: str, title: str, text: str, said_by: str,
        context: tuple[str, ...], date: PartialDate, tags: Tags,
    ) -> SearchDocument:  # fmt: skip
        if home.path not in self.homes:
            where = self._where(home) if isinstance(home, Meeting) else ""
            label = joined(", ", filter(None, (str(self.view.home_label(home).striptags()), where)))
            self.homes[home.path] = SearchHome(home.path, self._text(home.title), label)
        own = set(context)
        return SearchDocument(
            id=id,
            kind=kind,
            home=self.homes[home.path],
            anchor=anchor,
            title=title,
            text=text,
            said_by=said_by,
            context=tuple(filter(None, context)),
            date=date,
            successors=tuple(name for name in self._successors(tags["province"]) if name not in own),
            tags=tags,
        )

    def _names(self, topics: list[str], provinces: list[str], documents: list[str]) -> Iterator[str]:
        for topic in topics:
            yield self._text(self.archive.topics[topic].name)
        for id in provinces:
            province = self.archive.provinces[id]
            yield self._text(province.short)
        for id in documents:
            yield self._text(self.archive.document_name(id))

    def _office(self, person: str) -> str:
        """The office at the last meeting that names one, with its day: offices change."""
        held = [each for each in self.archive.appearances_by("people", person) if each.attendance.office]
        if not held:
            return ""
        office, day = held[-1].attendance.office, held[-1].meeting.date.shown(self.language)
        return phrase("{} ({})", self._text(office), day)

    def _where(self, meeting: Meeting) -> str:
        """The provinces of a provincial meeting; one of another level is not about those it names."""
        if meeting.record.level is not model.Level.PROVINCIAL:
            return ""
        return joined(", ", self._names([], meeting.record.provinces, []))

    def _successors(self, provinces: Iterable[str]) -> tuple[str, ...]:
        records = self.archive.provinces
        names = (self._text(self.archive.units[records[id].successor].short) for id in provinces)
        return tuple(dict.fromkeys(names))

    def _dates(self, date: PartialDate) -> Iterator[str]:
        """The writings a date is found by: the day, and the years it covers."""
        if date.precision is Precision.DAY:
            yield date.start.isoformat()
        elif date.precision is Precision.MONTH:
            yield f"{date.start.month}/{date.start.year}"
        elif date.precision is Precision.QUARTER:
            yield f"Q{(date.start.month + 2) // 3} {date.start.year}"
        yield from _years(date)

    def _tags(
        self, home: Home, date: PartialDate, kind: str, topics: list[str], provinces: list[str], documents: list[str]
    ) -> Tags:
        meeting = (home.id,) if isinstance(home, Meeting) else ()
        values = {"kind": (kind,), "topic": topics, "province": provinces, "document": documents, "meeting": meeting}
        return self._dated(date) | {facet: self._once(tuple(found)) for facet, found in values.items()}

    def _once(self, values: tuple[str, ...]) -> tuple[str, ...]:
        """The same values as one for all; most documents share theirs with others."""
        return self._values.setdefault(values, values)

    def _dated(self, date: PartialDate | None) -> Tags:
        return {"year": _years(date)} if date else {}

    def _text(self, text: model.Text | None) -> str:
        return text[self.language] if text else ""

    def _stated(self, value: model.Text | str) -> str:
        return self._text(value) if isinstance(value, model.Text) else ""


@lru_cache(maxsize=10_000)
def _years(date: PartialDate) -> tuple[str, ...]:
    return tuple(str(year) for year in range(date.start.year, date.end.year + 1))
