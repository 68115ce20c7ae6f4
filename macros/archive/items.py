"""What the archive is about: meetings, parts of reviews, and the statements and figures on their pages.

Meetings, statements and figures are equal only to themselves: caches are keyed by them, and to compare all that a
record says would take longer than to compute again what is cached.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from typing import Any, Generic, TypeVar

from macros.archive import names_of_the_day
from macros.archive.index import Key, keys
from macros.data.problems import Place
from macros.records import (
    MEETING,
    NOT_STATED,
    PROVINCE,
    SOURCES,
    TYPES,
    AppointmentRecord,
    Attendance,
    ConclusionRecord,
    ExampleRecord,
    Force,
    Form,
    Group,
    Level,
    MeetingRecord,
    ProvincesFile,
    Record,
    RecordType,
    RemarkForce,
    RemarkRecord,
    ReviewRecord,
    Source,
    StatementKind,
    StatementRecord,
    Text,
)
from macros.records import Figure as FigureRecord
from macros.records.statement import kinds
from macros.records.walk import Loc, fields_of
from macros.text.dates import PartialDate

R = TypeVar("R", StatementRecord, FigureRecord)
# The kinds of statements that meetings have, in the order of their lists.
MEETING_KINDS = tuple(kinds(MeetingRecord).values())
# The types of the parts of a review, each with a page of its own.
REVIEW_PARTS = tuple(each for each in TYPES if each.address.startswith("reviews/"))
# The types with permanent addresses that no statements are listed under.
OTHERS = tuple(each for each in TYPES if each.file and each.address and each not in (MEETING, *REVIEW_PARTS))


@dataclass(frozen=True, eq=False)
class Home:
    """The page on which statements and figures have their permanent anchors: a meeting or a part of a review.

    Attributes:
        path: its address within a language, such as `meetings/2022-06-29/`.
        title: its title.
        date: the date its statements are listed under.
        sources: the texts that state its facts.
        record: all that is in its file.
        region: the provinces, and the units that they are parts of today.
    """

    path: str
    title: Text
    date: PartialDate
    sources: list[Source]
    record: Record
    region: ProvincesFile

    @property
    def file(self) -> str:
        """Its file inside the project."""
        return f"data/{self.path.rstrip('/')}.yml"

    @property
    def named_on(self) -> datetime.date:
        """The day whose names of places it uses: of a meeting whose day is not known, the first that it may be."""
        return self.date.start

    def source(self, id: str) -> Source:
        """The source with this id."""
        return next(source for source in self.sources if source.id == id)

    def places(self, provinces: Iterable[str]) -> list[Key]:
        """What provinces were called on its day."""
        return names_of_the_day.places(self.region, provinces, self.named_on)

    def keys_of(self, record: Record, *others: str) -> Iterator[Key]:
        """What a record in it is found by: what it names, where provinces count by their names of the day.

        Args:
            record: the record.
            others: provinces that it is about besides those that it names.
        """
        named = list(keys(record))
        yield from (key for key in named if key[0] != PROVINCE.collection)
        provinces = [key[1] for key in named if key[0] == PROVINCE.collection]
        yield from names_of_the_day.keys(self.region, self.places([*provinces, *others]))


def sources_of(record: Record) -> list[Source]:
    """The sources that a record lists."""
    return [each for each in getattr(record, SOURCES, []) if isinstance(each, Source)]


class MeetingSort(StrEnum):
    """What a meeting was for. Lists, counts, pictures, feeds and search have the one sort apart from the other.

    A decision to appoint somebody is no conclusion on the work, and the meeting at which it is announced none of the
    meetings that readers look for by year and level.
    """

    MEETING = "meeting"
    APPOINTMENT_MEETING = "appointment_meeting"


@dataclass(frozen=True, eq=False)
class Meeting(Home):
    """A meeting with its id."""

    record: MeetingRecord
    id: str

    def keys(self) -> Iterator[Key]:
        """What it is found by: what its record names, its sort and its series."""
        yield "sort", self.sort
        yield self.series
        yield from self.keys_of(self.record)

    @property
    def own_places(self) -> list[Key]:
        """The provinces and units that it is about, by their names of the day."""
        return self.places(self.record.provinces)

    @cached_property
    def sort(self) -> MeetingSort:
        """An appointment meeting by its form, or because appointments are all that is recorded of what it said."""
        stated = {kind for name, kind in kinds(MeetingRecord).items() if getattr(self.record, name)}
        of_appointments = self.record.form is Form.CADRE_MEETING or stated == {StatementKind.APPOINTMENT}
        return MeetingSort.APPOINTMENT_MEETING if of_appointments else MeetingSort.MEETING

    @property
    def series(self) -> Key:
        """What it has in common with the meetings of its sort before and after it.

        For a provincial meeting its provinces, for the other levels the form: one province seldom holds meetings of one
        form that are recorded.
        """
        record = self.record
        own = sorted(record.provinces) if record.level is Level.PROVINCIAL else [record.form.value]
        return ("series", self.sort, record.level.value, *own)

    @property
    def chairs(self) -> list[Attendance]:
        """Who chaired it; empty where not stated."""
        return [] if self.record.chairs == NOT_STATED else list(self.record.chairs)  # type: ignore[arg-type]

    @property
    def attendances(self) -> list[Attendance]:
        """Everyone named: chairs first, then the others."""
        return self.record.attendances

    @property
    def machine_translated(self) -> bool:
        """True where a source seen is a machine translation, so that wording is twice removed from what was said."""
        return any(source.machine_translation for source in self.sources)


@dataclass(frozen=True, eq=False)
class ReviewPart(Home):
    """One part of the review of a year, such as the lessons: `type` says which."""

    year: int
    type: RecordType[Any]
    review: ReviewRecord

    @property
    def named_on(self) -> datetime.date:
        """The last day of its year: a review is written when that is over."""
        return self.date.end

    @property
    def groups(self) -> list[Group]:
        """Its headings, with the statements under each."""
        return [
            each for name in kinds(type(self.record)) for each in getattr(self.record, name) if isinstance(each, Group)
        ]

    @property
    def frame(self) -> list[StatementRecord]:
        """The statements about all its headings."""
        return getattr(self.record, "frame", [])

    @property
    def outcomes_path(self) -> str:
        """The address of the page of what came of the priorities of its review."""
        return f"reviews/{self.year}/outcomes/"

    @property
    def for_year(self) -> int | None:
        """The year that priorities were set for; None for the other parts."""
        return getattr(self.record, "year", None)


@dataclass(frozen=True, slots=True, eq=False)
class Item(Generic[R]):
    """A record with a permanent anchor on the page of its home, the heading it is under, and its place in `data/`."""

    home: Home
    record: R
    place: Place
    group: Group | None

    @property
    def id(self) -> str:
        """Unique over the archive and never changing: the home's address and the anchor on it."""
        return f"{self.home.path}{self.record.id}"

    @property
    def address(self) -> str:
        """Its permanent address."""
        return f"{self.home.path}#{self.record.id}"

    @property
    def date(self) -> PartialDate:
        """The date of its home."""
        return self.home.date

    @property
    def source(self) -> Source:
        """The text that states it."""
        return self.home.source(self.record.source)

    @property
    def level(self) -> Level:
        """The level of its meeting; in a review what names provinces is about these, the rest about the region."""
        if isinstance(self.home, Meeting):
            return self.home.record.level
        return Level.PROVINCIAL if self.record.provinces else Level.REGIONAL

    @property
    def written_provinces(self) -> list[str]:
        """The provinces that it names or, where it names none, those that its meeting is about."""
        if self.record.provinces or not isinstance(self.home, Meeting):
            return self.record.provinces
        return self.home.record.provinces

    @property
    def places(self) -> list[Key]:
        """These provinces, or the units that they were parts of on its day."""
        return self.home.places(self.written_provinces)

    @property
    def provinces(self) -> list[str]:
        """The provinces from which it is found: of a unit, all that it was formed from."""
        return names_of_the_day.parts(self.home.region, self.places)

    def keys(self) -> Iterator[Key]:
        """What it is found by: its page, what its record names, and the provinces it is about."""
        yield "page", self.home.path
        yield from self.home.keys_of(self.record, *self.written_provinces)


@dataclass(frozen=True, slots=True, eq=False)
class Figure(Item[FigureRecord]):
    """A figure."""


@dataclass(frozen=True, slots=True, eq=False)
class Statement(Item[StatementRecord]):
    """One thing said or reported, with its kind."""

    kind: StatementKind

    def keys(self) -> Iterator[Key]:
        """What it is found by: its kind besides; those whom it appoints have said nothing and are found apart."""
        yield "kind", self.kind
        appointed = {("people", id) for id in self.appointed if id != self.record.by}
        yield from (key for key in Item.keys(self) if key not in appointed)

    @property
    def appointed(self) -> list[str]:
        """The people whom an appointment is about; empty for the other kinds."""
        return self.record.people if isinstance(self.record, AppointmentRecord) else []

    @property
    def text(self) -> Text:
        """What is said."""
        return self.record.text

    @property
    def on_page(self) -> Text:
        """What is said, as its own page words it."""
        return self.record.on_page or self.record.text

    @property
    def force(self) -> Force | RemarkForce | None:
        """What a conclusion or a remark does; None for the other kinds."""
        return self.record.force if isinstance(self.record, ConclusionRecord | RemarkRecord) else None

    @property
    def example(self) -> bool:
        """True for a local example of a review."""
        return isinstance(self.record, ExampleRecord)

    @property
    def list_open(self) -> bool:
        """True where the source's own list of provinces ends with an ellipsis."""
        return isinstance(self.record, ExampleRecord) and self.record.list_open

    @property
    def attendance(self) -> Attendance | None:
        """The speaker's entry among those present, with the office on that day."""
        if self.record.by is None or not isinstance(self.home, Meeting):
            return None
        return next((a for a in self.home.attendances if a.person == self.record.by), None)


def items_of(home: Home, places: Mapping[Loc, Place]) -> Iterator[Statement | Figure]:
    """The statements and figures on a page, in the order of its file.

    Args:
        home: the page.
        places: where each id of its file is, by the path to it.
    """
    return _items_in(home.record, home, places, (), None, None)


def _items_in(
    record: Record, home: Home, places: Mapping[Loc, Place], loc: Loc, kind: StatementKind | None, group: Group | None
) -> Iterator[Statement | Figure]:
    for name, own_kind in _lists(type(record)):
        for index, each in enumerate(getattr(record, name)):
            here = (*loc, name, index)
            if isinstance(each, Group):
                yield from _items_in(each, home, places, here, own_kind, each)
            elif isinstance(each, FigureRecord):
                yield Figure(home, each, places[(*here, "id")], group)
            else:
                its_kind = own_kind or kind
                assert its_kind is not None
                yield Statement(home, each, places[(*here, "id")], group, its_kind)


@cache
def _lists(record: type[Record]) -> list[tuple[str, StatementKind | None]]:
    """The fields of a record that list statements, figures or groups of them, with the kind that marks each."""
    listed = (Group, StatementRecord, FigureRecord)
    fields = (each for each in fields_of(record).values() if each.record and issubclass(each.record, listed))
    return [(each.name, each.mark(StatementKind)) for each in fields]


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person at a meeting."""

    meeting: Meeting
    attendance: Attendance

    @property
    def date(self) -> PartialDate:
        """The date of the meeting."""
        return self.meeting.date

    def keys(self) -> Iterator[Key]:
        """What it is found by: the person."""
        return keys(self.attendance)

    @property
    def source(self) -> Source:
        """The text that states it."""
        return self.meeting.source(self.attendance.source)


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A source and the page whose facts it states, with that page's date where it has one."""

    path: str
    title: Text
    source: Source
    date: PartialDate | None

    def keys(self) -> Iterator[Key]:
        """What it is found by: its author."""
        yield from keys(self.source)
