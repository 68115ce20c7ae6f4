"""The records of the archive, as editors write them in `data/`. This is the one definition of every field."""

from macros.model.base import NOT_STATED, SLUG, About, Line, NotStated, Record, Slug, SourcedText, Text, WebAddress
from macros.model.corrections import (
    CorrectedPart,
    CorrectionRecord,
    Difference,
    Happened,
    PublishedFile,
    Reason,
    Wording,
)
from macros.model.document import Checked, DocumentRecord, DocumentType
from macros.model.facts import ConclusionRecord, ExampleRecord, Figure, Force, StatementRecord
from macros.model.lists import GlossaryFile, PeopleFile, Person, Term, Topic, TopicsFile
from macros.model.meeting import (
    Attendance,
    Completeness,
    Form,
    Level,
    MeetingRecord,
    Participants,
    Venue,
)
from macros.model.redirects import RedirectsFile
from macros.model.region import Disagreement, Province, ProvincesFile, Region, Unit
from macros.model.review import AchievementsFile, Area, Group, LessonsFile, PrioritiesFile, ReviewRecord
from macros.model.source import Seen, Source, SourceLanguage

__all__ = [
    "NOT_STATED",
    "SLUG",
    "About",
    "AchievementsFile",
    "Area",
    "Attendance",
    "Checked",
    "Completeness",
    "ConclusionRecord",
    "CorrectedPart",
    "CorrectionRecord",
    "Difference",
    "Disagreement",
    "DocumentRecord",
    "DocumentType",
    "ExampleRecord",
    "Figure",
    "Force",
    "Form",
    "GlossaryFile",
    "Group",
    "Happened",
    "LessonsFile",
    "Level",
    "Line",
    "MeetingRecord",
    "NotStated",
    "Participants",
    "PeopleFile",
    "Person",
    "PrioritiesFile",
    "Province",
    "ProvincesFile",
    "PublishedFile",
    "Reason",
    "Record",
    "RedirectsFile",
    "Region",
    "ReviewRecord",
    "Seen",
    "Slug",
    "Source",
    "SourceLanguage",
    "SourcedText",
    "StatementRecord",
    "Term",
    "Text",
    "Topic",
    "TopicsFile",
    "Unit",
    "Venue",
    "WebAddress",
    "Wording",
]
