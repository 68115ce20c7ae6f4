"""The records of the archive, as editors write them in `data/`. This is the one definition of every field.

Names of fields are the field's own words; `docs/*/contribute/` explains them to editors. A fact that no source
states is written `not-stated`, never left out and never guessed.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from macros.dates import FORMS, PartialDate
from macros.language import Language

NOT_STATED = "not-stated"
NotStated = Literal["not-stated"]
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _partial_date(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise PydanticCustomError("not_a_date", "not a date", {"forms": FORMS})
    try:
        return PartialDate.parse(str(value))
    except ValueError as error:
        raise PydanticCustomError("not_a_date", "not a date", {"forms": FORMS}) from error


def _web_address(value: Any) -> Any:
    if isinstance(value, str) and value != NOT_STATED:
        try:
            parts = urlsplit(value)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in ("http", "https") or not parts.netloc or any(c in value for c in " <>\"'`\\"):
            raise PydanticCustomError("not_an_address", "not a web address")
    return value


def _reference(kind: str) -> AfterValidator:
    """A field that holds the id of another record; `kind` names the collection in the validation context."""

    def check(value: str, info: ValidationInfo) -> str:
        known = (info.context or {}).get(kind)
        if known is not None and value not in known:
            raise PydanticCustomError("unknown_id", "unknown id", {"kind": kind, "known": known})
        return value

    return AfterValidator(check)


Line = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Slug = Annotated[str, StringConstraints(pattern=f"^{SLUG.pattern}$", max_length=80)]
When = Annotated[PartialDate, BeforeValidator(_partial_date)]
WebAddress = Annotated[str, BeforeValidator(_web_address), StringConstraints(max_length=2000)]
TopicId = Annotated[str, _reference("topics")]
DocumentId = Annotated[str, _reference("documents")]
ProvinceId = Annotated[str, _reference("provinces")]
UnitId = Annotated[str, _reference("units")]
PersonId = Annotated[str, _reference("people")]
TermId = Annotated[str, _reference("glossary")]
SourceId = Annotated[str, _reference("sources")]


class Record(BaseModel):
    """Base of everything written in `data/`: unknown keys are refused, types are exact, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)


class Text(Record):
    """The same text in both languages; Vietnamese is the original."""

    vi: Line
    en: Line

    def __getitem__(self, language: Language) -> str:
        return self.vi if language is Language.VI else self.en


class SourcedText(Text):
    """A text with the source that states it, where the record has more than one source."""

    source: SourceId | None = None


class Seen(StrEnum):
    """How much of a source was seen when the record was written."""

    WHOLE = "whole"
    PART = "part"
    UNSURE = "unsure"
    CAPTIONS = "captions"


class SourceLanguage(StrEnum):
    """The language of the page that was seen."""

    VI = "vi"
    EN = "en"
    ES = "es"
    FR = "fr"
    DE = "de"
    JA = "ja"
    ZH = "zh"
    CS = "cs"
    PL = "pl"


def _number(value: Any) -> Any:
    # 20.739 is how Vietnamese print writes 20739, and YAML reads it as 20 and a bit.
    if isinstance(value, float) and round(value, 2) != value:
        raise PydanticCustomError("thousands", "three decimals", {"joined": str(value).replace(".", "")})
    return value


class Source(Record):
    """A published text that states facts of a record."""

    id: Slug
    publisher: Line
    title: Line | NotStated
    author: Line | None = None
    language: SourceLanguage = Field(strict=False)
    machine_translation: bool = False
    url: WebAddress
    published: When | NotStated
    seen: Seen = Field(strict=False)
    cut_at: Line | None = None
    supports: Text | None = None
    notes: list[Text] = []

    @property
    def address(self) -> str | None:
        """The web address, or None where it is not stated."""
        return None if self.url == NOT_STATED else self.url


class Figure(Record):
    """A number with its unit, what it counts, the date or period it holds for, and its source."""

    id: Slug
    value: Annotated[Annotated[int, Field(ge=0)] | Annotated[float, Field(ge=0)], BeforeValidator(_number)]
    unit: Text
    what: Text
    as_of: When
    note: Text | None = None
    topics: list[TopicId] = []
    provinces: list[ProvinceId] = []
    source: SourceId


class StatementRecord(Record):
    """One thing said or reported. Its kind follows from the list it stands in."""

    id: Slug
    text: Text
    by: PersonId | None = None
    by_office: Text | None = None
    attributed_to: Text | None = None
    topics: Annotated[list[TopicId], Field(min_length=1)]
    documents: list[DocumentId] = []
    provinces: list[ProvinceId] = []
    note: Text | None = None
    source: SourceId


class Force(StrEnum):
    """What a conclusion does: the first three tell people what to do, the others do not."""

    DIRECTION = "direction"
    DECISION = "decision"
    GUIDANCE = "guidance"
    ASSESSMENT = "assessment"
    INFORMATION = "information"
    OPENING = "opening"
    CLOSING = "closing"

    @property
    def binding(self) -> bool:
        """True for direction, decision and guidance."""
        return self in (Force.DIRECTION, Force.DECISION, Force.GUIDANCE)


class ConclusionRecord(StatementRecord):
    """What somebody concluded at a meeting, with its force and who said it."""

    force: Force = Field(strict=False)

    @model_validator(mode="after")
    def _said_by_somebody(self) -> ConclusionRecord:
        if self.by is None and self.by_office is None:
            raise PydanticCustomError("nobody", "a conclusion without `by` or `by_office`")
        return self


class ExampleRecord(StatementRecord):
    """A local example; `list_open` where the source's own list of provinces ends with an ellipsis."""

    provinces: Annotated[list[ProvinceId], Field(min_length=1)]
    list_open: bool = False


class Level(StrEnum):
    """Whose meeting it was."""

    REGIONAL = "regional"
    PROVINCIAL = "provincial"
    NATIONAL = "national"


class Form(StrEnum):
    """What kind of meeting it was."""

    BRIEFING = "briefing"
    EMULATION_REVIEW = "emulation-review"
    ANNUAL_REVIEW = "annual-review"
    THEMATIC_REVIEW = "thematic-review"
    QUARTERLY = "quarterly"
    DISSEMINATION = "dissemination"
    LAUNCH = "launch"
    TRAINING = "training"
    CENTRAL_WORKING_SESSION = "central-working-session"
    JOINT_STANDING_COMMITTEES = "joint-standing-committees"
    COMMITTEE_CONFERENCE = "committee-conference"
    CADRE_MEETING = "cadre-meeting"
    WORKING_SESSION = "working-session"
    INSPECTION_SESSION = "inspection-session"


class Completeness(StrEnum):
    """How much of a meeting the sources seen state; the method page says what counts as full."""

    FULL = "full"
    PARTIAL = "partial"


class Attendance(Record):
    """A person at a meeting, in the office held on that day."""

    person: PersonId
    role: Text
    office: Text
    as_printed: Line | None = None
    source: SourceId


class Venue(Text):
    """Where a meeting was held, with the province of the region it lies in."""

    province: ProvinceId | None = None
    note: Text | None = None


class Participants(Record):
    """Who took part, in numbers or by province, as far as stated."""

    count: int | None = None
    unit: Text | None = None
    provinces_count: int | None = None
    provinces: list[ProvinceId] = []
    note: Text | None = None
    source: SourceId | None = None


class MeetingRecord(Record):
    """One meeting: `data/meetings/<id>.yml`."""

    title: Text
    level: Level = Field(strict=False)
    form: Form = Field(strict=False)
    date: When
    date_basis: Text
    time_of_day: SourcedText | None = None
    organiser: SourcedText | NotStated
    organiser_note: Text | None = None
    place: Venue | NotStated
    place_note: Text | None = None
    provinces: list[ProvinceId] = []
    period: SourcedText | NotStated
    chairs: list[Attendance] | NotStated
    chairs_note: Text | None = None
    attendees: list[Attendance] = []
    participants: Participants | NotStated
    completeness: Completeness = Field(strict=False)
    completeness_note: Text | None = None
    figures: list[Figure] = []
    results: list[StatementRecord] = []
    difficulties: list[StatementRecord] = []
    conclusions: list[ConclusionRecord] = []
    conclusions_note: Text | None = None
    tasks: list[StatementRecord] = []
    documents: list[DocumentId] = []
    documents_note: Text | None = None
    sources: Annotated[list[Source], Field(min_length=1)]


class ReviewRecord(Record):
    """A published overview of a year: `data/reviews/<year>/review.yml`. It is not a meeting."""

    title: Text
    period: Text
    notes: list[Text] = []
    sources: Annotated[list[Source], Field(min_length=1)]


class Group(Record):
    """A heading of a review (an area of results, a lesson, a priority) with the statements under it."""

    id: Slug
    title: Text
    statements: Annotated[list[StatementRecord], Field(min_length=1)]


class Area(Group):
    """An area of results: statements, local examples and figures."""

    examples: list[ExampleRecord] = []
    figures: list[Figure] = []


class AchievementsFile(Record):
    """`data/reviews/<year>/achievements.yml`."""

    areas: Annotated[list[Area], Field(min_length=1)]


class LessonsFile(Record):
    """`data/reviews/<year>/lessons.yml`."""

    lessons: Annotated[list[Group], Field(min_length=1)]


class PrioritiesFile(Record):
    """`data/reviews/<year>/priorities.yml`: the priorities set for the year that follows."""

    year: int
    frame: list[StatementRecord] = []
    priorities: Annotated[list[Group], Field(min_length=1)]


class DocumentType(StrEnum):
    """Type of a Party or State document."""

    RESOLUTION = "resolution"
    REGULATION = "regulation"
    CONCLUSION = "conclusion"
    DIRECTIVE = "directive"
    GUIDANCE = "guidance"
    PLAN = "plan"
    SUBMISSION = "submission"


class Checked(StrEnum):
    """What about a document a source other than the one citing it states."""

    NUMBER = "number"
    ISSUER = "issuer"
    DATE = "date"
    TITLE = "title"
    IN_FORCE = "in-force"


class DocumentRecord(Record):
    """A Party or State document: `data/documents/<id>.yml`. Number and date together identify it."""

    number: Line | NotStated
    type: DocumentType = Field(strict=False)
    issuer: Text
    date: When | NotStated
    title: Text | NotStated
    subject: Text | None = None
    known_as: Text | None = None
    replaces: Line | None = None
    in_force: When | None = None
    checked: list[Annotated[Checked, Field(strict=False)]] = []
    notes: list[Text] = []
    sources: Annotated[list[Source], Field(min_length=1)]


class Topic(Record):
    """A subject of statements, in `data/topics.yml`."""

    name: Text
    scope: Text


class Province(Record):
    """A province of the region as named in 2023, in `data/provinces.yml`."""

    name: Text
    short: Text
    successor: UnitId
    notes: list[Text] = []
    sources: Annotated[list[SourceId], Field(min_length=1)]


class Unit(Record):
    """A provincial-level unit since 2025, in `data/provinces.yml`."""

    name: Text
    short: Text
    formed_from: Annotated[list[ProvinceId], Field(min_length=1)]
    joined_by: list[Line] = []
    in_force: When
    operates_from: When
    document: DocumentId


class Disagreement(Record):
    """A source that draws the region otherwise."""

    source: Text
    says: Text
    comment: Text


class Region(Record):
    """The region and how its extent is known."""

    name: Text
    basis: list[Text]
    disagreements: list[Disagreement]
    notes: list[Text] = []


class ProvincesFile(Record):
    """`data/provinces.yml`."""

    region: Region
    sources: Annotated[list[Source], Field(min_length=1)]
    provinces: dict[Slug, Province]
    units: dict[Slug, Unit]


class Person(Record):
    """A person named in the records, in `data/people.yml`. Offices stand in the meetings that attest them."""

    name: Line
    note: Text | None = None


class Term(Record):
    """A term or an abbreviation, in `data/glossary.yml`."""

    abbreviation: Line | None = None
    term: Text
    meaning: Text
    forms: list[Line] = []
    see: list[TermId] = []


TopicsFile = dict[Slug, Topic]
PeopleFile = dict[Slug, Person]
GlossaryFile = dict[Slug, Term]
