"""The fields of a record as contributors read about them, taken from the record types."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.data.codes import BOOLEANS, Codes
from macros.records import (
    CORRECTION,
    PROVINCE,
    TOPIC,
    TYPES,
    UNIT,
    About,
    ProvincesFile,
    Reach,
    Record,
    SourcedText,
    Text,
    ThesaurusFile,
)
from macros.records.walk import fields_of, leaves_of_model
from macros.text.language import Language


def _records() -> Iterator[type[Record]]:
    """Every class of records that editors write: of the types, and of what is inside their records."""
    types = [each.record for each in TYPES if each is not CORRECTION]
    forms: list[type[Record]] = [*types, ProvincesFile, ThesaurusFile, Reach]
    for form in forms:
        yield form
        yield from (field.record for leaf in leaves_of_model(form) for field in leaf.fields if field.record)


# By the names that pages have for them: `meeting` is the class `MeetingRecord`. Texts in two languages need no table,
# nor do files that only list records.
RECORDS = {
    each.__name__.removesuffix("Record").lower(): each
    for each in _records()
    if each not in (Text, SourcedText) and not each.__name__.endswith("File")
}

# The types whose ids are few and stay so; of people and documents there are lists of their own.
COLLECTIONS = {type.collection: type for type in (TOPIC, PROVINCE, UNIT)}


@dataclass(frozen=True)
class FieldReference:
    """One field: its name, whether it must be there, what it means, and its codes where those are fixed."""

    name: str
    required: bool
    about: About
    codes: Codes

    def example(self, language: Language) -> str:
        """An example as it is written in YAML."""
        return self.about.written(language)


def fields(record: type[Record]) -> Iterator[FieldReference]:
    """The record's own fields; those of the record that it extends have their own table."""
    for name, field in fields_of(record).items():
        if name in record.__annotations__:
            codes = field.codes(lambda collection: Codes())
            yield FieldReference(name, field.required, field.about, Codes() if codes in (None, BOOLEANS) else codes)
