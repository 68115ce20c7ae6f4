"""The archive: every record with its relations both ways.

Built once a build; every page, macro and export is a view of it.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any, TypeVar

from macros.archive.corrections import Corrections
from macros.archive.data_files import ids
from macros.archive.document_status import statuses
from macros.archive.index import Index
from macros.archive.items import (
    OTHERS,
    REVIEW_PARTS,
    Appearance,
    Figure,
    Home,
    Meeting,
    ReviewPart,
    SourceUse,
    Statement,
    items_of,
    sources_of,
)
from macros.archive.outcomes import Outcome, Outcomes
from macros.archive.records import Records
from macros.archive.redirects import Redirects
from macros.data.problems import Place
from macros.records import (
    CORRECTION,
    DOCUMENT,
    MEETING,
    NOT_STATED,
    PERSON,
    PROVINCE,
    REVIEW,
    TERM,
    TOPIC,
    UNIT,
    Author,
    Difference,
    RecordType,
    Source,
    StatementKind,
    Text,
    both,
    document_label,
    in_both,
)
from macros.text.dates import PartialDate
from macros.text.language import Language, word
from macros.text.passages import phrase

H = TypeVar("H", bound=Meeting | ReviewPart)


class Archive:
    """All records and relations. Lists are in order of time unless said otherwise."""

    def __init__(self, records: Records) -> None:
        assert records.region is not None
        self.records = records
        self.region = records.region.region
        self.region_sources = records.region.sources
        self.provinces = records.region.provinces
        self.units = records.region.units
        self.topics = records[TOPIC]
        self.documents = records[DOCUMENT]
        self.people = records[PERSON]
        self.glossary = records[TERM]
        self.redirects = Redirects(records.redirects, records.addresses)
        additions = records.additions.additions if records.additions else []
        self.additions = {self.redirects.leads(page): each for each in additions for page in each.pages}
        self.corrections = Corrections(records[CORRECTION], records.published, self.redirects, self._shown_on)
        self.meetings = {each.id: each for each in sorted(_meetings(records), key=_in_time)}
        self.review_parts = list(_review_parts(records))
        self.homes: list[Home] = [*self.review_parts, *self.meetings.values()]
        self.home_at = {each.path: each for each in self.homes}
        items = [item for home in self.homes for item in items_of(home, records.files[home.file].cached(ids))]
        items.sort(key=lambda item: item.home.date.sort_key)
        self.statements = [each for each in items if isinstance(each, Statement)]
        self.figures = [each for each in items if isinstance(each, Figure)]
        self.statements_by = Index(self.statements, Statement.keys)
        self.appointments_by = Index(self.statements, lambda each: ((PERSON.collection, id) for id in each.appointed))
        self.figures_by = Index(self.figures, Figure.keys)
        self.meetings_by = Index(self.meetings.values(), Meeting.keys)
        self.sources_by = Index(self.sources(), SourceUse.keys)
        self.appearances_by = Index(self._appearances(), Appearance.keys)
        self.statuses = statuses(self.documents)
        self.outcomes = Outcomes(self._outcomes())
        self.documents_numbered = Index(self.documents, lambda id: [(self.documents[id].number,)])

    def site_name(self, language: Language) -> str:
        """The site's own name, with that of the region that it is about."""
        return phrase(word("site_name", language), region=self.region.short[language])

    def held_since(self, path: str) -> PartialDate | None:
        """The day from which readers find a page here: it was added, or there when the archive was published."""
        addition = self.additions.get(path)
        return addition.date if addition else self.corrections.since

    @property
    def units_since(self) -> int:
        """The year in which the first of the units of today began to work."""
        return min(unit.operates_from.year for unit in self.units.values())

    def part(self, year: int, type: RecordType[Any]) -> ReviewPart | None:
        """A part of the review of a year, or None where there is none."""
        return next((each for each in self.review_parts if each.year == year and each.type is type), None)

    @property
    def review_years(self) -> list[int]:
        """The years that have a review, the newest first."""
        return sorted({part.year for part in self.review_parts}, reverse=True)

    def statements_of(self, home: Home, kind: StatementKind | None = None) -> list[Statement]:
        """Statements whose anchor is on the page of `home`, in the order of the file."""
        return [s for s in self.statements_by("page", home.path) if kind is None or s.kind is kind]

    def document_meetings(self, document: str) -> list[Meeting]:
        """Meetings whose sources cite the document without a statement that names it."""
        named = {s.home.path for s in self.statements_by("documents", document)}
        return [m for m in self.meetings_by("documents", document) if m.path not in named]

    def author_name(self, author: Author) -> str:
        """The name of an author, as `data/people.yml` has it where the author is there."""
        return self.people[author.person].name if author.person else author.name or ""

    def place_sources(self, type: RecordType[Any], id: str) -> list[Source]:
        """The sources of a province's name and of what it became part of; of a unit, those of all its parts."""
        parts = self.units[id].formed_from if type is UNIT else [id]
        named = dict.fromkeys(source for part in parts for source in self.provinces[part].sources)
        return [source for id in named for source in self.region_sources if source.id == id]

    def sources_at(self, path: str) -> list[Source]:
        """The sources that the page of a record may name; elsewhere those of the region."""
        collection, _, id = path.rstrip("/").partition("/")
        if path in self.home_at:
            return self.home_at[path].sources
        if collection == PROVINCE.collection and id in self.provinces:
            return self.place_sources(PROVINCE, id)
        if collection == UNIT.collection and id in self.units:
            return self.place_sources(UNIT, id)
        record = self.records.by_collection.get(collection, {}).get(id)
        return sources_of(record) if record else self.region_sources

    def listed_sources(self, home: Home) -> list[Source]:
        """The sources that the page of a meeting or a review lists: those of outcomes are listed with these."""
        apart = {source.id for source in self.outcome_sources(home.year)} if isinstance(home, ReviewPart) else set()
        return [source for source in home.sources if source.id not in apart]

    def outcome_sources(self, year: int) -> list[Source]:
        """The sources of a review of which nothing is known but what came of its priorities."""
        parts = [part for part in self.review_parts if part.year == year]
        items: Iterator[Statement | Figure] = chain.from_iterable(
            (*self.statements_of(part), *self.figures_by("page", part.path)) for part in parts
        )
        stated = {each.record.source for each in items}
        named = {
            source
            for part in parts
            for statement in self.statements_of(part)
            for outcome in self.outcomes.of(statement.id)
            for source in outcome.record.sources
        }
        return [source for source in parts[0].sources if source.id in named - stated]

    def listed_at(self, path: str, source: str) -> str:
        """The address of the page that lists a source which the page at `path` names."""
        home = self.home_at.get(path)
        if isinstance(home, ReviewPart) and source not in {each.id for each in self.listed_sources(home)}:
            return home.outcomes_path
        return path

    def neighbours(self, home: H) -> tuple[H | None, H | None]:
        """The meetings before and after it in its series, or the same part of the reviews before and after."""
        if isinstance(home, Meeting):
            series: Sequence[Any] = self.meetings_by(*home.series)
            index = _place_in(series, home)
        else:
            series = [each for each in self.review_parts if each.type is home.type]
            index = series.index(home)
        return (series[index - 1] if index else None), (series[index + 1] if index + 1 < len(series) else None)

    def series_around(self, meeting: Meeting) -> list[Meeting]:
        """The nearest meetings of its series, at most two before it and two after, the newest first."""
        series = self.meetings_by(*meeting.series)
        index = _place_in(series, meeting)
        around = [*series[max(index - 2, 0) : index], *series[index + 1 : index + 3]]
        return around[::-1]

    def topics_of(self, home: Home) -> list[str]:
        """The topics of the statements on a page, those of most statements first."""
        counts = Counter(topic for statement in self.statements_of(home) for topic in statement.record.topics)
        return [topic for topic, _ in counts.most_common()]

    def sources(self) -> Iterator[SourceUse]:
        """Every source once for each page it serves; one of a review for the first of its parts."""
        for home in self.homes:
            if not isinstance(home, ReviewPart) or home.type is REVIEW_PARTS[0]:
                yield from (SourceUse(home.path, home.title, source, home.date) for source in home.sources)
        for type in OTHERS:
            for id, record in self.records[type].items():
                for source in sources_of(record):
                    yield SourceUse(type.path(id), type.title_of(record), source, type.date_of(record))
        for source in self.region_sources:
            yield SourceUse("provinces/", self.region.name, source, None)

    def title_of(self, type: RecordType[Any], id: str) -> Text:
        """What a record is called at the head of its page."""
        return self.document_title(id) if type is DOCUMENT else type.title_of(self.records[type][id])

    def place(self, type: RecordType[Any], id: str) -> Place | None:
        """Where a record is in `data/`."""
        if "*" in type.file:
            return Place(f"data/{type.file.replace('*', id)}")
        return self.records.files[f"data/{type.file}"].places.find_key((type.key, id) if type.key else (id,))

    def document_name(self, id: str) -> Text:
        """What a document is called: its number, with its date where two documents bear that number."""
        record = self.documents[id]
        label = document_label(record)
        if len(self.documents_numbered(record.number)) == 1 or not isinstance(record.date, PartialDate):
            return label
        vi, en = (phrase("{} ({})", label[language], record.date.shown(language)) for language in Language)
        return both(vi, en)

    def document_title(self, id: str) -> Text:
        """A document's type and number, or the name it is known by, for the head of its page."""
        record, name = self.documents[id], self.document_name(id)
        if record.number == NOT_STATED and record.known_as:
            return record.known_as
        return in_both(lambda language: phrase("{} {}", word(f"type_{record.type}", language), name[language]))

    def document_status(self, id: str) -> Text:
        """What became of a document, in words: `Thay bằng 45-CT/TW từ 14-4-2025`, or that it was not checked."""
        return in_both(lambda language: self.statuses[id].said(language, lambda by: self.document_called(by)[language]))

    def document_called(self, id: str) -> Text:
        """What a document is called next to its date: its number alone, whatever other documents bear it."""
        return document_label(self.documents[id])

    def _shown_on(self, difference: Difference) -> Iterator[str]:
        """The pages of provinces and units that show a fact of each other, or one of the sources of a province."""
        inside = (difference.part or "").split(".")
        source = inside[1] if difference.address == "provinces/" and inside[0] == "sources" and inside[1:] else ""
        corrected = self.redirects.leads(difference.address)
        for id, province in self.provinces.items():
            pages = [PROVINCE.path(id), UNIT.path(province.successor)]
            if corrected in pages or source in province.sources:
                yield from pages

    def _outcomes(self) -> Iterator[Outcome]:
        of = [(statement, each) for statement in self.statements for each in statement.record.outcomes]
        items: dict[str, Statement | Figure | Meeting] = {}
        if of:
            items |= {each.id: each for each in self.statements} | {each.id: each for each in self.figures}
            items |= {f"{MEETING.collection}/{id}": each for id, each in self.meetings.items()}
        for statement, record in of:
            collection, _, id = (record.to or "").partition("/")
            to = items.get(record.to or "")
            date = to.date if to else record.date
            unit = self.units.get(id) if collection == UNIT.collection else None
            if unit:
                date = unit.congress.date if unit.congress else None
            elif document := self.documents.get(id) if collection == DOCUMENT.collection else None:
                date = DOCUMENT.date_of(document)
            yield Outcome(statement, record, to, unit, date)

    def _appearances(self) -> Iterator[Appearance]:
        return (Appearance(meeting, each) for meeting in self.meetings.values() for each in meeting.attendances)


def _place_in(series: Sequence[Meeting], meeting: Meeting) -> int:
    return bisect_left(series, _in_time(meeting), key=_in_time)


def _in_time(meeting: Meeting) -> tuple[tuple[date, date], str]:
    return meeting.date.sort_key, meeting.id


def _meetings(records: Records) -> Iterator[Meeting]:
    assert records.region is not None
    for id, record in records[MEETING].items():
        yield Meeting(MEETING.path(id), record.title, record.date, record.sources, record, records.region, id)


def _review_parts(records: Records) -> Iterator[ReviewPart]:
    assert records.region is not None
    for year, review in sorted(records[REVIEW].items()):
        for type in REVIEW_PARTS:
            own = (type.path(year), review.title, PartialDate.parse(year), review.sources, records[type][year])
            yield ReviewPart(*own, records.region, int(year), type, review)
