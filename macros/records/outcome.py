"""What came of a priority, a task or a plan: a relation to what is recorded later, or a fact with its sources."""

from typing import Annotated

from pydantic import ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from macros.records.base import About, ItemId, Record, SourceId, Text, When

_OF_FACT = ("fact", "date", "sources")


class Outcome(Record):
    """One thing that came later; that it came of the priority is what the sources say, or leave to the reader."""

    # In strict mode ajv wants each required property defined in the same schema.
    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"properties": dict.fromkeys(names, True), "required": [*names]} for names in (("to",), _OF_FACT)]
        }
    )

    to: Annotated[
        ItemId | None,
        About(
            "mã đủ của điều đến sau: một ý, số liệu, hội nghị, văn bản, hoặc một đơn vị (đại hội của đơn vị)",
            "whole id of what came later: a statement, a figure, a meeting, a document, or a unit (its congress)",
            "meetings/2025-08-25-gia-lai",
            label=("điều đến sau", "what came later"),
        ),
    ] = None
    fact: Annotated[
        Text | None,
        About(
            "điều đến sau mà chưa bản ghi nào có; cần `date` và `sources`",
            "what came later, where no record holds it; needs `date` and `sources`",
            {"vi": "Trao giải ngày 20-1-2032.", "en": "Awarded on 20 January 2032."},
            label=("điều đến sau chưa có bản ghi", "what came later, not recorded"),
        ),
    ] = None
    date: Annotated[When | None, About("ngày của `fact`", "date of `fact`", "2032-01-20", label=("ngày", "date"))] = (
        None
    )
    note: Annotated[
        Text | None,
        About(
            "ghi chú cho người đọc, nhất là khi các nguồn nói khác nhau",
            "a note for the reader, above all where sources differ",
            {"vi": "Hai nguồn ghi khác nhau.", "en": "The sources differ."},
            label=("ghi chú", "note"),
        ),
    ] = None
    sources: Annotated[
        list[SourceId],
        About("mã các nguồn của `fact`", "ids of the sources of `fact`", ["s1"], label=("nguồn", "sources")),
    ] = []

    @model_validator(mode="after")
    def _is_one(self) -> "Outcome":
        stated = [self.fact is not None, self.date is not None, bool(self.sources)]
        if stated != [self.to is None] * len(stated):
            raise PydanticCustomError("one_outcome", "not exactly one of `to` and `fact` with its date and sources")
        return self
