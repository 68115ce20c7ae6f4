"""What a record is made of, read off its type: its fields, and the parts of it that a path of names leads to.

`sources.s1.url` is the address of the source `s1`: the name of a field, the key of an item where the field is a list,
and so on inwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from macros.records.base import About, CalendarYear, IdOf, Record, Text
from macros.records.correction import CorrectionRecord, PublishedFile
from macros.records.document import DocumentRecord
from macros.records.meeting import MeetingRecord
from macros.records.named_things import Person, Term, Topic
from macros.records.region import Province, ProvincesFile, Unit
from macros.records.review import AchievementsFile, Area, LessonsFile, PrioritiesFile, ReviewRecord
from macros.records.statement import ConclusionRecord, ExampleRecord, Figure

_KEYS = ("id", "person")
# The records that stand at a permanent address: of a page, and of an entry on it, by the address's first part.
_PAGES: dict[str, tuple[type[Record], ...]] = {
    "corrections": (PublishedFile,),
    "documents": (DocumentRecord,),
    "meetings": (MeetingRecord,),
    "people": (Person,),
    "provinces": (Province, ProvincesFile),
    "reviews": (ReviewRecord, AchievementsFile, LessonsFile, PrioritiesFile),
    "topics": (Topic,),
}
_ENTRIES: dict[str, tuple[type[Record], ...]] = {
    "corrections": (CorrectionRecord,),
    "glossary": (Term,),
    "meetings": (ConclusionRecord, Figure),
    "provinces": (Unit,),
    "reviews": (ExampleRecord, Figure, Area),
}
# The part of a statement or a figure that no field holds: the list and the group in which it is.
UNDER = "under"
_UNDER = About("mục", "heading")
# Parts by the name they had in the log before.
_FORMERLY = {"formed_into": "successor"}


@dataclass(frozen=True)
class Described:
    """A field of a record.

    `refers` is the collection whose ids it holds, `holds` the record or records in it, `many` whether they are many,
    `year` whether it holds a year.
    """

    name: str
    about: About
    refers: str = ""
    holds: type[Record] | None = None
    many: bool = False
    year: bool = False


@cache
def described(record: type[Record]) -> dict[str, Described]:
    """The fields of a record by their names, in the order in which they are written."""
    found = {}
    for name, field in record.fields().items():
        parts = [*field.metadata, *_parts(field.annotation)]
        found[name] = Described(
            name,
            about=next(each for each in field.metadata if isinstance(each, About)),
            refers=next((each.kind for each in parts if isinstance(each, IdOf)), ""),
            holds=next((each for each in parts if isinstance(each, type) and issubclass(each, Record)), None),
            many=any(get_origin(each) in (list, dict) for each in parts),
            year=any(isinstance(each, CalendarYear) for each in parts),
        )
    return found


def key(item: Record) -> str:
    """What tells an item from the others of its list; empty where nothing does."""
    return next((str(getattr(item, name)) for name in _KEYS if name in type(item).model_fields), "")


def path(part: str, address: str) -> list[Described | str]:
    """The fields and keys that a part of what is at an address leads through; empty where there is no such part."""
    if part == UNDER:
        return [Described(UNDER, _UNDER)]
    entry = address.partition("#")[2]
    kinds = (_ENTRIES if entry else _PAGES).get(address.split("/")[0], ())
    return next((found for kind in kinds if (found := _path(_FORMERLY.get(part, part), kind))), [])


def _path(part: str, record: type[Record]) -> list[Described | str]:
    found: list[Described | str] = []
    inside: type[Record] | None = record
    steps = iter(part.split("."))
    for name in steps:
        field = described(inside).get(name) if inside else None
        if field is None:
            return []
        found.append(field)
        inside = field.holds
        if inside and field.many and inside is not Text and (item := next(steps, "")):
            found.append(item)
    return found


def _parts(annotation: Any) -> Iterator[Any]:
    """An annotation and everything in it."""
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for each in get_args(annotation):
        yield from _parts(each)
