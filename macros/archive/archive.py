"""The archive: every record with its relations both ways.

Built once a build; every page, macro and export is a view of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from macros import records as model
from macros.archive.corrections import Corrections
from macros.archive.data_files import ids
from macros.archive.index import Index
from macros.archive.items import Appearance, Figure, Home, Meeting, Part, ReviewPart, SourceUse, Statement
from macros.archive.reader import Records
from macros.archive.redirects import Redirects
from macros.data.problems import Place
from macros.records import StatementKind, document_label
from macros.text.dates import PartialDate
from macros.text.language import Language, word
from macros.text.passages import phrase


class Archive:
    """All records and relations. Lists are in order of time unless said otherwise."""

    def __init__(self, records: Records) -> None:
        assert records.region is not None
        self.records = records
        self.region = records.region.region
        self._region_sources = {source.id: source for source in records.region.sources}
        self.provinces = records.region.provinces
        self.units = records.region.units
        self.topics = records.topics
        self.documents = records.documents
        self.people = records.people
        self.glossary = records.glossary
        self.redirects = Redirects(records.redirects, records.addresses)
        self.corrections = Corrections(records.corrections, records.published, self.redirects, self._shown_on)
        meetings = [Meeting(id, record) for id, record in records.meetings.items()]
        self.meetings = {m.id: m for m in sorted(meetings, key=_in_time)}
        self.review_parts = list(_review_parts(records))
        self.statements = sorted(self._statements(), key=lambda s: s.date.sort_key)
        self.figures = sorted(self._figures(), key=lambda f: f.home.date.sort_key)
        self.statements_by = Index(self.statements, Statement.keys)
        self.figures_by = Index(self.figures, Figure.keys)
        self.meetings_by = Index(self.meetings.values(), Meeting.keys)
        self.appearances_by = Index(self._appearances(), Appearance.keys)
        self.documents_numbered = Index(self.documents, lambda id: [(self.documents[id].number,)])

    def site_name(self, language: Language) -> str:
        """What the site calls itself: by the region that it is about."""
        return phrase(word("site_name", language), region=self.region.short[language])

    @property
    def units_since(self) -> int:
        """The year in which the first of the units of today began to work."""
        return min(unit.operates_from.year for unit in self.units.values())

    def part(self, year: int, part: Part) -> ReviewPart | None:
        """One part of the review of a year, or None where there is none."""
        return next((p for p in self.review_parts if p.year == year and p.part is part), None)

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

    def province_sources(self, province: str) -> list[model.Source]:
        """The sources of the province's name and successor."""
        return [self._region_sources[id] for id in self.provinces[province].sources]

    def neighbours(self, meeting: Meeting) -> tuple[Meeting | None, Meeting | None]:
        """The meetings before and after it in its series."""
        series = self.meetings_by(*meeting.series)
        index = bisect_left(series, _in_time(meeting), key=_in_time)
        return (series[index - 1] if index else None), (series[index + 1] if index + 1 < len(series) else None)

    def sources(self) -> Iterator[SourceUse]:
        """Every source once for each page it serves."""
        seen: set[tuple[int, str]] = set()
        for part in self.review_parts:
            for source in part.sources:
                if (part.year, source.id) not in seen:
                    seen.add((part.year, source.id))
                    yield SourceUse(part.path, part.title, source, part.date)
        for meeting in self.meetings.values():
            for source in meeting.sources:
                yield SourceUse(meeting.path, meeting.title, source, meeting.date)
        for id, document in self.documents.items():
            date = document.date if isinstance(document.date, PartialDate) else None
            for source in document.sources:
                yield SourceUse(f"documents/{id}/", document_label(document), source, date)
        for source in self._region_sources.values():
            yield SourceUse("provinces/", self.region.name, source, None)

    def document_name(self, id: str) -> model.Text:
        """What a document is called: its number, with its date where two documents bear that number."""
        record = self.documents[id]
        label = document_label(record)
        if len(self.documents_numbered(record.number)) == 1 or not isinstance(record.date, PartialDate):
            return label
        vi, en = (phrase("{} ({})", label[language], record.date.shown(language)) for language in Language)
        return model.both(vi, en)

    def _shown_on(self, difference: model.Difference) -> Iterator[str]:
        """The pages of provinces that show a fact of their unit, or one of their sources."""
        inside = (difference.part or "").split(".")
        source = inside[1] if difference.address == "provinces/" and inside[0] == "sources" and inside[1:] else ""
        for id, province in self.provinces.items():
            if difference.address == f"provinces/#unit-{province.successor}" or source in province.sources:
                yield f"provinces/{id}/"

    def _places(self, file: str) -> dict[tuple[str | int, ...], Place]:
        return self.records.files[file].cached(ids)

    def _appearances(self) -> Iterator[Appearance]:
        return (Appearance(meeting, each) for meeting in self.meetings.values() for each in meeting.attendances)

    def _statements(self) -> Iterator[Statement]:
        for part in self.review_parts:
            yield from self._part_statements(part)
        for meeting in self.meetings.values():
            places = self._places(f"data/meetings/{meeting.id}.yml")
            for name, kind in _SECTIONS:
                for index, record in enumerate(getattr(meeting.record, name)):
                    yield Statement(meeting, kind, record, places[name, index, "id"])

    def _part_statements(self, part: ReviewPart) -> Iterator[Statement]:
        list_name, kind = _PARTS[part.part]
        places = self._places(f"data/reviews/{part.year}/{part.part}.yml")
        for index, record in enumerate(part.frame):
            yield Statement(part, kind, record, places["frame", index, "id"])
        for number, group in enumerate(part.groups):
            for name in ("statements", "examples"):
                for index, record in enumerate(getattr(group, name, [])):
                    place = places[list_name, number, name, index, "id"]
                    yield Statement(part, kind, record, place, group)

    def _figures(self) -> Iterator[Figure]:
        for part in self.review_parts:
            places = self._places(f"data/reviews/{part.year}/{part.part}.yml")
            for number, group in enumerate(part.groups):
                for index, figure in enumerate(getattr(group, "figures", [])):
                    place = places[_PARTS[part.part][0], number, "figures", index, "id"]
                    yield Figure(part, figure, place, group)
        for meeting in self.meetings.values():
            places = self._places(f"data/meetings/{meeting.id}.yml")
            for index, figure in enumerate(meeting.record.figures):
                yield Figure(meeting, figure, places["figures", index, "id"])


_SECTIONS = (
    ("results", StatementKind.RESULT),
    ("difficulties", StatementKind.DIFFICULTY),
    ("conclusions", StatementKind.CONCLUSION),
    ("tasks", StatementKind.TASK),
)
_PARTS = {
    Part.ACHIEVEMENTS: ("areas", StatementKind.RESULT),
    Part.LESSONS: ("lessons", StatementKind.LESSON),
    Part.PRIORITIES: ("priorities", StatementKind.PRIORITY),
}


def _in_time(meeting: Meeting) -> tuple[tuple[date, date], str]:
    return meeting.date.sort_key, meeting.id


def _review_parts(records: Records) -> Iterator[ReviewPart]:
    for year, files in sorted(records.reviews.items()):
        yield ReviewPart(year, Part.ACHIEVEMENTS, files.review, list(files.achievements.areas))
        yield ReviewPart(year, Part.LESSONS, files.review, files.lessons.lessons)
        priorities = files.priorities
        yield ReviewPart(year, Part.PRIORITIES, files.review, priorities.priorities, priorities.frame, priorities.year)
