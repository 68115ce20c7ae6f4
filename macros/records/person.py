"""People: `data/people.yml`."""

from __future__ import annotations

from typing import Annotated

from macros.records.base import About, Line, Record, Text
from macros.records.record_type import RecordType


class Person(Record):
    """A person named in the records, in `data/people.yml`. Offices stand in the meetings that attest them."""

    name: Annotated[Line, About("họ và tên", "name", "Nguyễn Văn An")]
    note: Annotated[
        Text | None,
        About(
            "ghi chú, như cách viết tên",
            "a note, such as on the spelling",
            {"vi": "Nguồn in tên không dấu.", "en": "The source prints the name without diacritics."},
        ),
    ] = None


PERSON = RecordType(
    name="person",
    collection="people",
    record=Person,
    file="people.yml",
    address="people/{id}/",
    title="name",
    lists=("statement", "appearance"),
    parts="people/letters/",
    per_page=120,
)
