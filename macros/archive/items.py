"""What the archive holds: meetings, parts of reviews, and the statements and figures on their pages.

Meetings, statements and figures are equal only to themselves: what is made for one is kept under it, and to compare all
that a record says would take longer than to make it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from macros import records as model
from macros.archive.index import Key, keys
from macros.data.problems import Place
from macros.records import StatementKind
from macros.records.statement import kinds
from macros.text.dates import PartialDate

# The kinds of statements that meetings have, in the order of their lists.
MEETING_KINDS = tuple(kinds(model.MeetingRecord).values())


class Home(Protocol):
    """The page on which statements and figures have their permanent anchors: a meeting or a part of a review."""

    @property
    def path(self) -> str:
        """Its address within a language, such as `meetings/2022-06-29/`."""

    @property
    def title(self) -> model.Text:
        """Its title."""

    @property
    def date(self) -> PartialDate:
        """The date its statements are listed under."""

    @property
    def sources(self) -> list[model.Source]:
        """Its sources."""


@dataclass(frozen=True, slots=True, eq=False)
class Meeting:
    """A meeting with its id."""

    id: str
    record: model.MeetingRecord

    @property
    def path(self) -> str:
        """Its address within a language."""
        return f"meetings/{self.id}/"

    @property
    def title(self) -> model.Text:
        """The name the sources give it."""
        return self.record.title

    @property
    def date(self) -> PartialDate:
        """When it was held, as exactly as known."""
        return self.record.date

    @property
    def sources(self) -> list[model.Source]:
        """The texts that state its facts."""
        return self.record.sources

    def keys(self) -> Iterator[Key]:
        """What it is found by: what its record names, and its series."""
        yield self.series
        yield from keys(self.record)

    @property
    def series(self) -> Key:
        """What it has in common with the meetings before and after it.

        For a provincial meeting its provinces, for the other levels the form: one province seldom holds meetings of one
        form that are recorded.
        """
        own = sorted(self.record.provinces) if self.record.level is model.Level.PROVINCIAL else [self.record.form.value]
        return ("series", self.record.level.value, *own)

    @property
    def chairs(self) -> list[model.Attendance]:
        """Who chaired it; empty where not stated."""
        return [] if self.record.chairs == model.NOT_STATED else list(self.record.chairs)  # type: ignore[arg-type]

    @property
    def attendances(self) -> list[model.Attendance]:
        """Everybody named: chairs first, then the others."""
        return self.chairs + self.record.attendees

    @property
    def machine_translated(self) -> bool:
        """True where a source seen is a machine translation, so that wording is twice removed from what was said."""
        return any(source.machine_translation for source in self.sources)


class Part(StrEnum):
    """The three parts of a review, each with a page of its own."""

    ACHIEVEMENTS = "achievements"
    LESSONS = "lessons"
    PRIORITIES = "priorities"


@dataclass(frozen=True)
class ReviewPart:
    """One part of the review of a year: the results, the lessons or the priorities for the year after."""

    year: int
    part: Part
    review: model.ReviewRecord
    groups: list[model.Group]
    frame: list[model.StatementRecord] = field(default_factory=list)
    for_year: int | None = None

    @property
    def path(self) -> str:
        """Its address within a language."""
        return f"reviews/{self.year}/{self.part}/"

    @property
    def title(self) -> model.Text:
        """The name of the review."""
        return self.review.title

    @property
    def date(self) -> PartialDate:
        """The year reviewed."""
        return PartialDate.parse(str(self.year))

    @property
    def sources(self) -> list[model.Source]:
        """The sources of the review."""
        return self.review.sources


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One thing said or reported, with its kind, the page it belongs to, and where it is in `data/`."""

    home: Home
    kind: StatementKind
    record: model.StatementRecord
    place: Place
    group: model.Group | None = None

    @property
    def id(self) -> str:
        """Unique over the archive and never changing: the home's address and the anchor on it."""
        return f"{self.home.path}{self.record.id}"

    @property
    def text(self) -> model.Text:
        """What is said."""
        return self.record.text

    @property
    def date(self) -> PartialDate:
        """The date of its home."""
        return self.home.date

    @property
    def source(self) -> model.Source:
        """The text that states it."""
        return _source(self.home, self.record.source)

    @property
    def force(self) -> model.Force | None:
        """What a conclusion does; None for the other kinds."""
        return self.record.force if isinstance(self.record, model.ConclusionRecord) else None

    @property
    def example(self) -> bool:
        """True for a local example of a review."""
        return isinstance(self.record, model.ExampleRecord)

    @property
    def list_open(self) -> bool:
        """True where the source's own list of provinces ends with an ellipsis."""
        return isinstance(self.record, model.ExampleRecord) and self.record.list_open

    @property
    def provinces(self) -> list[str]:
        """Provinces it names or, for a provincial meeting, those the meeting concerns."""
        if self.record.provinces or not isinstance(self.home, Meeting):
            return self.record.provinces
        return self.home.record.provinces

    def keys(self) -> Iterator[Key]:
        """What it is found by: its page, its kind, what its record names, and the provinces it is about."""
        yield from (("page", self.home.path), ("kind", self.kind), *keys(self.record))
        yield from (("provinces", id) for id in self.provinces)

    @property
    def attendance(self) -> model.Attendance | None:
        """The speaker's entry among those present, which holds the office on that day."""
        if self.record.by is None or not isinstance(self.home, Meeting):
            return None
        return next((a for a in self.home.attendances if a.person == self.record.by), None)


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A figure with the page it belongs to and where it is in `data/`."""

    home: Home
    record: model.Figure
    place: Place
    group: model.Group | None = None

    @property
    def id(self) -> str:
        """Unique over the archive and never changing: the home's address and the anchor on it."""
        return f"{self.home.path}{self.record.id}"

    @property
    def date(self) -> PartialDate:
        """The date of its home."""
        return self.home.date

    @property
    def source(self) -> model.Source:
        """The text that states it."""
        return _source(self.home, self.record.source)

    @property
    def provinces(self) -> list[str]:
        """Provinces it concerns."""
        if self.record.provinces or not isinstance(self.home, Meeting):
            return self.record.provinces
        return self.home.record.provinces

    def keys(self) -> Iterator[Key]:
        """What it is found by: its page, what its record names, and the provinces it is about."""
        yield from (("page", self.home.path), *keys(self.record))
        yield from (("provinces", id) for id in self.provinces)


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person at a meeting."""

    meeting: Meeting
    attendance: model.Attendance

    @property
    def date(self) -> PartialDate:
        """The date of the meeting."""
        return self.meeting.date

    def keys(self) -> Iterator[Key]:
        """What it is found by: the person."""
        return keys(self.attendance)

    @property
    def source(self) -> model.Source:
        """The text that states it."""
        return _source(self.meeting, self.attendance.source)


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A source and the page whose facts it states, with that page's date where it has one."""

    path: str
    title: model.Text
    source: model.Source
    date: PartialDate | None


def _source(home: Home, id: str) -> model.Source:
    return next(source for source in home.sources if source.id == id)
