"""The files of `data/`: what each kind holds, and what the model says of a value at a place in one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, TypeVar

from macros.records.accepted import AcceptedFile
from macros.records.base import Record
from macros.records.correction import CorrectionRecord, PublishedFile
from macros.records.document import DocumentRecord
from macros.records.meeting import MeetingRecord
from macros.records.named_things import GlossaryFile, PeopleFile, TopicsFile
from macros.records.redirects import RedirectsFile
from macros.records.region import ProvincesFile
from macros.records.review import AchievementsFile, LessonsFile, PrioritiesFile, ReviewRecord
from macros.records.shape import Loc, marks_at, records_at

Mark = TypeVar("Mark", bound=Hashable)

# What every kind of file holds, by the pattern of its name below `data/`.
FORMS: dict[str, Any] = {
    "meetings/*.yml": MeetingRecord,
    "documents/*.yml": DocumentRecord,
    "corrections/*.yml": CorrectionRecord,
    "reviews/*/review.yml": ReviewRecord,
    "reviews/*/achievements.yml": AchievementsFile,
    "reviews/*/lessons.yml": LessonsFile,
    "reviews/*/priorities.yml": PrioritiesFile,
    "topics.yml": TopicsFile,
    "people.yml": PeopleFile,
    "glossary.yml": GlossaryFile,
    "provinces.yml": ProvincesFile,
    "redirects.yml": RedirectsFile,
    "accepted.yml": AcceptedFile,
    "published.yml": PublishedFile,
}


@lru_cache(maxsize=1024)
def kind_of(name: str) -> str | None:
    """The kind of a data file, by its name such as `data/meetings/2022-06-29.yml`; None for what is no record."""
    path = PurePosixPath(*PurePosixPath(name).parts[1:])
    return next((each for each in FORMS if path.match(each) and len(path.parts) == each.count("/") + 1), None)


def record_at(name: str, path: Loc, keys: Iterable[str]) -> type[Record] | None:
    """The record that is at a place of a file, by the keys that are written there; None where some fit none.

    Args:
        name: the file's name, such as `data/meetings/2022-06-29.yml`.
        path: where in the file.
        keys: the keys.
    """
    kind, written = kind_of(name), set(keys)
    found = records_at(FORMS[kind], path) if kind else []
    return next((each for each in found if written <= each.model_fields.keys()), None)


def marked(name: str, path: Loc, mark: type[Mark]) -> Mark | None:
    """The mark of this class that the model gives to the field at a place of a file; None where it gives none.

    Args:
        name: the file's name, such as `data/meetings/2022-06-29.yml`.
        path: where in the file.
        mark: a class of marks, such as `Address`.
    """
    kind = kind_of(name)
    return _marked(kind, path, mark) if kind else None


@lru_cache(maxsize=4096)
def _marked(kind: str, path: Loc, mark: type[Mark]) -> Mark | None:
    return next((each for each in marks_at(FORMS[kind], path) if isinstance(each, mark)), None)
