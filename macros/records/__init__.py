"""The records of the archive, as editors write them in `data/`: every type, and the one definition of every field."""

from typing import Any

from macros.records.addition import Addition, AdditionsFile
from macros.records.base import (
    NOT_STATED,
    SLUG,
    SOURCES,
    About,
    Line,
    NotShown,
    NotStated,
    Record,
    Slug,
    SourcedText,
    Text,
    WebAddress,
    both,
    in_both,
)
from macros.records.congress import Congress, Count, Named
from macros.records.correction import (
    CORRECTION,
    LONGEST_WORDING,
    CorrectionRecord,
    Difference,
    Happened,
    PageReason,
    PublishedFile,
    Reason,
    Wording,
)
from macros.records.document import DOCUMENT, Change, Checked, DocumentRecord, DocumentType, document_label
from macros.records.evidence import Evidence
from macros.records.figure import FIGURE, Approximation, Figure
from macros.records.meeting import (
    MEETING,
    Attendance,
    Completeness,
    Form,
    Level,
    MeetingRecord,
    Participants,
    Venue,
)
from macros.records.other_files import AcceptedFile, RedirectsFile
from macros.records.outcome import Outcome
from macros.records.person import PERSON, Person
from macros.records.province import PROVINCE, Province, Tile
from macros.records.reach import Reach
from macros.records.record_type import RecordType
from macros.records.region import Disagreement, ProvincesFile, Region
from macros.records.review import (
    ACHIEVEMENTS,
    LESSONS,
    PRIORITIES,
    REVIEW,
    AchievementsFile,
    Area,
    Group,
    LessonsFile,
    PrioritiesFile,
    ReviewRecord,
)
from macros.records.source import SOURCE, Author, Seen, Source, SourceLanguage
from macros.records.statement import (
    STATEMENT,
    AppointmentRecord,
    ConclusionRecord,
    ExampleRecord,
    Force,
    RemarkForce,
    RemarkRecord,
    StatementKind,
    StatementRecord,
)
from macros.records.summary import Sentence
from macros.records.term import TERM, Term
from macros.records.thesaurus import Ring, ThesaurusFile, Words
from macros.records.topic import TOPIC, Topic
from macros.records.unit import UNIT, Unit

# Every type of record, in the order in which lists of types show them.
TYPES: tuple[RecordType[Any], ...] = (
    STATEMENT,
    FIGURE,
    MEETING,
    DOCUMENT,
    PROVINCE,
    UNIT,
    TOPIC,
    PERSON,
    TERM,
    SOURCE,
    REVIEW,
    ACHIEVEMENTS,
    LESSONS,
    PRIORITIES,
    CORRECTION,
)
# The filters of the search page and of lists, in their order: a year, the kind of a statement or what else it is, the
# level of a meeting, and the types of records that others name.
FACETS = ("year", "kind", "level", "topic", "province", "unit", "person", "document", "meeting")

__all__ = [
    "ACHIEVEMENTS",
    "CORRECTION",
    "DOCUMENT",
    "FACETS",
    "FIGURE",
    "LESSONS",
    "LONGEST_WORDING",
    "MEETING",
    "NOT_STATED",
    "PERSON",
    "PRIORITIES",
    "PROVINCE",
    "REVIEW",
    "SLUG",
    "SOURCE",
    "SOURCES",
    "STATEMENT",
    "TERM",
    "TOPIC",
    "TYPES",
    "UNIT",
    "About",
    "AcceptedFile",
    "AchievementsFile",
    "Addition",
    "AdditionsFile",
    "AppointmentRecord",
    "Approximation",
    "Area",
    "Attendance",
    "Author",
    "Change",
    "Checked",
    "Completeness",
    "ConclusionRecord",
    "Congress",
    "CorrectionRecord",
    "Count",
    "Difference",
    "Disagreement",
    "DocumentRecord",
    "DocumentType",
    "Evidence",
    "ExampleRecord",
    "Figure",
    "Force",
    "Form",
    "Group",
    "Happened",
    "LessonsFile",
    "Level",
    "Line",
    "MeetingRecord",
    "Named",
    "NotShown",
    "NotStated",
    "Outcome",
    "PageReason",
    "Participants",
    "Person",
    "PrioritiesFile",
    "Province",
    "ProvincesFile",
    "PublishedFile",
    "Reach",
    "Reason",
    "Record",
    "RecordType",
    "RedirectsFile",
    "Region",
    "RemarkForce",
    "RemarkRecord",
    "ReviewRecord",
    "Ring",
    "Seen",
    "Sentence",
    "Slug",
    "Source",
    "SourceLanguage",
    "SourcedText",
    "StatementKind",
    "StatementRecord",
    "Term",
    "Text",
    "ThesaurusFile",
    "Tile",
    "Topic",
    "Unit",
    "Venue",
    "WebAddress",
    "Wording",
    "Words",
    "both",
    "document_label",
    "in_both",
]
