"""The fields of a record as contributors read about them, taken from the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros import records as model
from macros.data.codes import BOOLEANS, Codes
from macros.records.walk import fields_of
from macros.text.language import Language

RECORDS: dict[str, type[model.Record]] = {
    "meeting": model.MeetingRecord,
    "venue": model.Venue,
    "attendance": model.Attendance,
    "participants": model.Participants,
    "statement": model.StatementRecord,
    "conclusion": model.ConclusionRecord,
    "example": model.ExampleRecord,
    "figure": model.Figure,
    "source": model.Source,
    "document": model.DocumentRecord,
    "review": model.ReviewRecord,
    "group": model.Group,
    "area": model.Area,
    "topic": model.Topic,
    "person": model.Person,
    "term": model.Term,
    "region": model.Region,
    "disagreement": model.Disagreement,
    "province": model.Province,
    "tile": model.Tile,
    "unit": model.Unit,
}


# The collections whose ids are few and stay so; of people and documents there are lists of their own.
COLLECTIONS = ("topics", "provinces", "units")


@dataclass(frozen=True)
class FieldReference:
    """One field: its name, whether it must be there, what it means, and its codes where those are fixed."""

    name: str
    required: bool
    about: model.About
    codes: Codes

    def example(self, language: Language) -> str:
        """An example as it is written in YAML."""
        return self.about.written(language)


def fields(record: type[model.Record]) -> Iterator[FieldReference]:
    """The record's own fields; those of the record that it extends have their own table."""
    for name, field in fields_of(record).items():
        if name in record.__annotations__:
            codes = field.codes(lambda collection: Codes())
            yield FieldReference(name, field.required, field.about, Codes() if codes in (None, BOOLEANS) else codes)
