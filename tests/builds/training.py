"""A record type that the code does not have: training courses, `data/trainings/<id>.yml`."""

from typing import Annotated

from pydantic import Field

from macros.records.base import About, Record, Text, When
from macros.records.record_type import RecordType, Searched
from macros.records.source import Source


class TrainingRecord(Record):
    """A training course: `data/trainings/<id>.yml`."""

    title: Annotated[Text, About("tên lớp", "title of the course", {"vi": "Lớp bồi dưỡng", "en": "A course"})]
    date: Annotated[When, About("ngày khai giảng", "first day", "2031-03-01")]
    place: Annotated[Text | None, About("nơi học", "place", {"vi": "TP Sông Hạ", "en": "Sông Hạ City"})] = None
    note: Annotated[Text | None, About("ghi chú", "note", {"vi": "Học một tuần.", "en": "One week."})] = None
    sources: Annotated[
        list[Source],
        Field(min_length=1),
        About("ít nhất một nguồn", "at least one source", [], label=("nguồn", "sources")),
    ]


TRAINING = RecordType(
    name="training",
    collection="trainings",
    noun=("lớp bồi dưỡng", "training course"),
    record=TrainingRecord,
    file="trainings/*.yml",
    address="trainings/{id}/",
    title="title",
    date="date",
    parts="trainings/pages/",
    asked=("title.vi", "title.en", "date", "sources.url"),
    is_announced=True,
    search=Searched(title=("title",), text=("place",), context=("note",)),
)
