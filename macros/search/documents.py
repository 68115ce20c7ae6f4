"""What is searched, in one language: every statement, figure and record, and the pages written by hand.

Each is a search document: words of its own, words of its context (who said it, where, at which meeting, under which
heading, what its sources are called), what it is filtered by, and where it is. The headings of a review are documents
too. What search reads of a record is in the module of its type (`Searched`).
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from macros.archive import Archive
from macros.archive.index import Key, keys
from macros.archive.items import Figure, Home, Meeting, MeetingSort, ReviewPart, Statement
from macros.records import (
    DOCUMENT,
    FACETS,
    FIGURE,
    MEETING,
    NOT_STATED,
    PERSON,
    PROVINCE,
    STATEMENT,
    TYPES,
    UNIT,
    Evidence,
    Group,
    Level,
    Record,
    RecordType,
    Sentence,
    Source,
    StatementKind,
    Text,
)
from macros.records.choice import Choice
from macros.records.statement import kinds
from macros.search.titled_pages import TitledPage
from macros.text.dates import PartialDate, Precision
from macros.text.language import Language, word
from macros.text.passages import joined, phrase
from macros.views.rendering import View
from macros.views.repository import Repository

PAGE, GROUP = "page", "group"
# What a search document may be besides a statement, a heading or a page, with the type of its record.
RECORD_KINDS = {each.name: each for each in TYPES if each.search and each is not STATEMENT}
RECORD_KINDS |= {sort.value: MEETING for sort in MeetingSort}
# What a search document may be: a statement of a kind, a record of another type, a heading of a review, a page.
KINDS = (*map(str, StatementKind), *RECORD_KINDS, GROUP, PAGE)
# The types that are facets, by their collections.
FACETED = {each.collection: each for each in TYPES if each.name in FACETS}
# Those whose names are searched otherwise than as context: provinces as places, units by what they were formed from.
_NAMED_APART = (PROVINCE.collection, UNIT.collection, PERSON.collection)
Tags = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SearchHome:
    """The page a search document is on: its address within a language, its title, and its name in few words.

    Of a page that is the document itself, only the address; of a meeting the name is its day and its province.
    """

    path: str
    title: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One thing that can be found.

    `id` is that of the statement, figure or record; `title` and `text` are its own words, which may be Vietnamese
    where they have no English (`macros/text/passages.py`); `said_by` is the speaker, of a meeting who chaired it;
    `heading` is what it stands under in a review, `places` the provinces it is about;
    `context` are other words it is found by without being its own, `sources` the titles of its sources, `successors`
    what its provinces are part of since 2025; `tags` are its values a facet; `source` is who published its source and
    when, with the address.
    """

    id: str
    kind: str
    home: SearchHome
    anchor: str = ""
    title: str = ""
    text: str = ""
    said_by: str = ""
    heading: str = ""
    places: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    date: PartialDate | None = None
    successors: tuple[str, ...] = ()
    tags: Tags = field(default_factory=dict)
    source: tuple[str, str] = ("", "")

    @property
    def order(self) -> tuple[datetime.date, datetime.date, str]:
        """Sorts by time, then by home; what has no date comes first."""
        begin, end = self.date.sort_key if self.date else (datetime.date.min, datetime.date.min)
        return begin, end, self.home.path


def documents(archive: Archive, language: Language, pages: Sequence[TitledPage] = ()) -> list[SearchDocument]:
    """Everything that can be found in one language, in order of time; those without a date first."""
    return sorted(_DocumentBuilder(archive, language).all(pages), key=lambda document: document.order)


def name_of(archive: Archive, type: RecordType[Any], id: str, language: Language) -> str:
    """What a record is called in few words."""
    if type is DOCUMENT:
        return archive.document_name(id)[language]
    name = getattr(archive.records[type][id], type.label or type.title)
    return name[language] if isinstance(name, Text) else str(name)


class _DocumentBuilder:
    """Builds a search document from each record."""

    def __init__(self, archive: Archive, language: Language) -> None:
        self.archive = archive
        self.language = language
        self.view = View(archive, language, "", Repository())
        self._homes: dict[str, SearchHome] = {}
        self._values: dict[tuple[str, ...], tuple[str, ...]] = {}

    def all(self, pages: Iterable[TitledPage]) -> Iterator[SearchDocument]:
        for type in TYPES:
            if type.search and type.file and type is not MEETING:
                yield from (self.record(type, id, record) for id, record in self.archive.records[type].items())
        yield from map(self.page, pages)
        for part in self.archive.review_parts:
            yield from (self.group(part, number, each) for number, each in enumerate(part.groups, 1))
        yield from map(self.meeting, self.archive.meetings.values())
        yield from map(self.statement, self.archive.statements)
        yield from map(self.figure, self.archive.figures)

    def record(self, type: RecordType[Any], id: str, record: Any) -> SearchDocument:
        """A record by its fields, and for some types by what others say of it."""
        title, text, context = (self._words(record, names) for names in type.search or ())
        if type is DOCUMENT:
            named = record.known_as or record.number != NOT_STATED  # else it is called by what it is about
            title = [self.archive.document_title(id)[self.language], *(title if named else ())]
            context = [f"{self._word(record.type)} {each}" for each in self._words(record, ["number"])]
            before = (each.document for each in record.replaces if each.document)
            context += [
                f"{word('replaces', self.language)} {self.archive.document_name(each)[self.language]}"
                for each in before
            ]
            issued = [joined(", ", self._words(record, ["issuer", "date"]))]
            if self.archive.statuses[id].is_dead:
                issued.append(self.archive.document_status(id)[self.language])
            text = [joined(": ", filter(None, (joined(" – ", filter(None, issued)), *text)))]
        elif type is PERSON:
            text = [self._office(id)]
        elif type is PROVINCE:
            unit = self.archive.units[record.successor]
            since = unit.operates_from.shown(self.language)
            text = [phrase("{} {}: {}", word("since", self.language), since, unit.name[self.language])]
            former = (name_of(self.archive, PROVINCE, each, self.language) for each in unit.formed_from)
            context = [*former, *unit.joined_by]
        elif type is UNIT:
            old = [name_of(self.archive, PROVINCE, each, self.language) for each in record.formed_from]
            since = record.operates_from.shown(self.language)
            formed = phrase("{}: {}", word("formed_from", self.language), joined(", ", [*old, *record.joined_by]))
            text = [formed, phrase("{} {}", word("since", self.language).lower(), since)]
        path, _, anchor = type.path(id).partition("#")
        return self._found(
            type.name,
            type.found_as.format(id=id),
            SearchHome(path),
            named=keys(record),
            tagged=[(type.collection, id)],
            context=context,
            sources=record.sources if type is DOCUMENT else (),
            date=type.date_of(record),
            anchor=anchor,
            title=joined(" – ", title),
            text=joined(", ", text),
        )

    def page(self, page: TitledPage) -> SearchDocument:
        part = next((part for part in self.archive.review_parts if part.path == page.path), None)
        return self._found(
            PAGE,
            page.path,
            SearchHome(page.path),
            context=[group.title[self.language] for group in part.groups] if part else [],
            sources=self.archive.listed_sources(part) if part else (),
            date=part.date if part else None,
            title=page.title[self.language],
            text=page.description[self.language],
        )

    def group(self, part: ReviewPart, number: int, group: Group) -> SearchDocument:
        """A heading of a review by its title and its number: the third lesson."""
        return self._found(
            GROUP,
            f"{part.path}{group.id}",
            self._home(part),
            context=[self._numbered(part, number)],
            date=part.date,
            anchor=group.id,
            title=group.title[self.language],
        )

    def meeting(self, meeting: Meeting) -> SearchDocument:
        title, shown, context = (self._words(meeting.record, names) for names in MEETING.search or ())
        level, where = word(f"level_{meeting.record.level}", self.language), self._where(meeting)
        chairs = [self.archive.people[each.person].name for each in meeting.chairs]
        return self._found(
            meeting.sort.value,
            meeting.id,
            self._home(meeting),
            named=meeting.keys(),
            tagged=[(MEETING.collection, meeting.id)],
            level=meeting.record.level,
            context=[*context, *(self.archive.people[each.person].name for each in meeting.attendances)],
            sources=meeting.sources,
            date=meeting.date,
            title=joined("", title),
            said_by=phrase("{}: {}", word("chairs", self.language), joined(", ", chairs)) if chairs else "",
            text=joined("; ", [phrase("{}: {}", level, where) if where else level, *shown]),
        )

    def statement(self, statement: Statement) -> SearchDocument:
        record = statement.record
        speaker = self.archive.people[record.by].name if record.by else ""
        office = statement.attendance.office if statement.attendance else record.by_office
        said_by = joined(", ", filter(None, (speaker, office[self.language] if office else "")))
        return self._item(STATEMENT, statement, statement.kind.value, record.text[self.language], said_by=said_by)

    def figure(self, figure: Figure) -> SearchDocument:
        record = figure.record
        text = phrase("{}: {}", record.amount(self.language), record.what[self.language])
        return self._item(FIGURE, figure, FIGURE.name, text, self._dates(record.as_of))

    def _item(
        self,
        type: RecordType[Any],
        item: Statement | Figure,
        kind: str,
        text: str,
        dates: Iterable[str] = (),
        said_by: str = "",
    ) -> SearchDocument:
        """A statement or a figure on the page of its home."""
        *_, context = (self._words(item.record, names) for names in type.search or ())
        context = [self.view.with_source_names(each, item.home.path) for each in context]
        return self._found(
            kind,
            item.id,
            self._home(item.home),
            named=(*item.keys(), *keys(item.record)),  # of an appointment those appointed, too
            tagged=[(MEETING.collection, item.home.id)] if isinstance(item.home, Meeting) else [],
            level=item.home.record.level if isinstance(item.home, Meeting) else None,
            source=item.source,
            context=[*context, self._number(item), *dates],
            date=item.date,
            heading=item.group.title[self.language] if item.group else "",
            anchor=item.record.id,
            text=text,
            said_by=said_by,
        )

    def _found(
        self,
        kind: str,
        id: str,
        home: SearchHome,
        *,
        named: Iterable[Key] = (),
        tagged: Iterable[Key] = (),
        level: Level | None = None,
        context: Iterable[str] = (),
        sources: Sequence[Source] = (),
        source: Source | None = None,
        date: PartialDate | None = None,
        said_by: str = "",
        **shown: str,
    ) -> SearchDocument:
        """A search document; `named` are the records that it names, `tagged` others that it is filtered by.

        It is found by the titles of its `sources`, the first of which is shown, but where it has a `source` of its own.
        """
        references = [key[:2] for key in dict.fromkeys(named) if key[0] in FACETED]
        called = [
            (collection, name_of(self.archive, FACETED[collection], id, self.language)) for collection, id in references
        ]
        names = [name for collection, name in called if collection not in _NAMED_APART]
        words = (word(f"kind_{kind}", self.language), *context, *names, *(self._dates(date) if date else ()))
        places = tuple(name for collection, name in called if collection == PROVINCE.collection)
        tags: dict[str, tuple[str, ...]] = {"kind": (kind,)}
        tags |= {"year": _years(date)} if date else {}
        tags |= {"level": (level.value,)} if level else {}
        for collection, value in (*tagged, *references):
            if collection in FACETED:
                facet = FACETED[collection].name
                tags[facet] = (*tags.get(facet, ()), value)
        return SearchDocument(
            id=id,
            kind=kind,
            home=home,
            said_by=said_by,
            places=places,
            context=tuple(filter(None, words)),
            sources=self._titles(sources),
            date=date,
            successors=self._successors(references, (*places, *words)),
            source=self._published(source or next(iter(sources), None)),
            tags={facet: self._values.setdefault(values, values) for facet, values in tags.items()},
            **shown,
        )

    def _words(self, record: Record, names: Iterable[str]) -> list[str]:
        """What fields say, in the language of the search; nothing where they are absent or not stated."""
        values = (getattr(record, name, None) for name in names)
        single = (each for value in values for each in (value if isinstance(value, list) else [value]))
        return [self._word(each) for each in single if each and each != NOT_STATED]

    def _word(self, value: Any) -> str:
        if isinstance(value, Text):
            return value[self.language]
        if isinstance(value, Evidence):
            return " ".join(value.wording)
        if isinstance(value, Sentence):
            return value.text[self.language]
        if isinstance(value, PartialDate):
            return value.shown(self.language)
        return word(f"{value.words}{value}", self.language) if isinstance(value, Choice) else str(value)

    def _home(self, home: Home) -> SearchHome:
        if home.path not in self._homes:
            if isinstance(home, Meeting):
                label = joined(", ", filter(None, (home.date.shown(self.language), self._where(home))))
            else:
                label = str(self.view.home_label(home).striptags())
            self._homes[home.path] = SearchHome(home.path, home.title[self.language], label)
        return self._homes[home.path]

    def _number(self, item: Statement | Figure) -> str:
        """The heading that it is under by its number: the third lesson."""
        part = item.home
        return (
            self._numbered(part, part.groups.index(item.group) + 1)
            if isinstance(part, ReviewPart) and item.group
            else ""
        )

    def _numbered(self, part: ReviewPart, number: int) -> str:
        kind = word(f"kind_{next(iter(kinds(type(part.record)).values()))}", self.language)
        ordinal = dict(enumerate(word("ordinals", self.language).split(), 1)).get(number, number)
        return word("numbered_heading", self.language).format(what=kind, number=number, ordinal=ordinal)

    def _titles(self, sources: Iterable[Source]) -> tuple[str, ...]:
        """What sources are called, each once, where they are called so in the language of the search."""
        titles = (each.title for each in sources if each.title_language == self.language and each.title != NOT_STATED)
        return tuple(dict.fromkeys(titles))

    def _published(self, source: Source | None) -> tuple[str, str]:
        """Who published a source and when, and its address."""
        if source is None:
            return "", ""
        day = source.published.shown(self.language) if isinstance(source.published, PartialDate) else ""
        return joined(", ", filter(None, (str(self.view.publisher(source).striptags()), day))), source.address or ""

    def _office(self, person: str) -> str:
        """The office at the last meeting that names one, with its day: offices change."""
        held = [each for each in self.archive.appearances_by("people", person) if each.attendance.office]
        if not held:
            return ""
        office, day = held[-1].attendance.office, held[-1].meeting.date.shown(self.language)
        return phrase("{} ({})", office[self.language], day)

    def _where(self, meeting: Meeting) -> str:
        """The provinces of a provincial meeting, or its unit; one of another level is not about those it names."""
        places = meeting.own_places if meeting.record.level is Level.PROVINCIAL else []
        return joined(", ", map(self.view.place_name, places))

    def _successors(self, references: Iterable[Key], known: Sequence[str]) -> tuple[str, ...]:
        """The units of today of the provinces that are named, but for those that are known by name."""
        provinces = (self.archive.provinces[id] for collection, id in references if collection == PROVINCE.collection)
        names = (self.archive.units[each.successor].short[self.language] for each in provinces)
        return tuple(name for name in dict.fromkeys(names) if name not in known)

    def _dates(self, date: PartialDate) -> Iterator[str]:
        """The writings a date is found by: the day, and the years it covers."""
        if date.precision is Precision.DAY:
            yield date.start.isoformat()
        elif date.precision is Precision.MONTH:
            yield f"{date.start.month}/{date.start.year}"
        elif date.precision is Precision.QUARTER:
            yield f"Q{(date.start.month + 2) // 3} {date.start.year}"
        yield from _years(date)


@lru_cache(maxsize=10_000)
def _years(date: PartialDate) -> tuple[str, ...]:
    return tuple(str(year) for year in range(date.start.year, date.end.year + 1))
