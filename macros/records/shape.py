"""What may be written at a place of a file, by the model: the fields of a record, the codes of a field."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from macros.data.codes import Code, Codes
from macros.records.base import Record
from macros.records.walk import Field, Known, Loc, fields_at, fields_of, records_at
from macros.text.language import Language, all_words

_FIRST = 2  # fields that show what a record is
_CLAUSE = re.compile(r"[,;]")


class Shape:
    """What a file may hold.

    Args:
        form: what the whole file is: a record, or a mapping of ids to records.
        known: the ids of a collection that may be named.
    """

    def __init__(self, form: Any, known: Known) -> None:
        self._form = form
        self.known = known

    def fields(self, loc: Loc) -> Codes:
        """The fields of the record at `loc`, each with what it means; empty where there is none."""
        return Codes(field for record in self._records(loc) for field in field_codes(record))

    def wanted(self, loc: Loc, names: Collection[str]) -> list[Field]:
        """The fields with these names of the record at `loc`, in the order in which they are written."""
        fields = (field for record in self._records(loc) for field in fields_of(record).values())
        return [field for field in fields if field.name in names]

    def needed(self, loc: Loc) -> list[str]:
        """The fields with which the record at `loc` begins: those that it must have, or the first ones; else none."""
        record = next(iter(self._records(loc)), None)
        fields = fields_of(record) if record else {}
        return [name for name, field in fields.items() if field.required] or list(fields)[:_FIRST]

    def one_of(self, loc: Loc) -> list[str]:
        """The fields of which the record at `loc` needs one; empty where there is no such choice."""
        return [name for record in self._records(loc) for name in one_of(record)]

    def codes(self, loc: Loc) -> Codes | None:
        """The codes that may be written at `loc`; None for free text, numbers and dates."""
        found = (field.codes(self.known) for field in fields_at(self._form, loc, lenient=True))
        return next((codes for codes in found if codes is not None), None)

    def _records(self, loc: Loc) -> list[type[Record]]:
        return records_at(self._form, loc, lenient=True)


def one_of(record: type[Record]) -> list[str]:
    """The fields of which a record needs one; empty where there is no such choice."""
    extra: Any = record.model_config.get("json_schema_extra") or {}
    return [name for choice in extra.get("anyOf", ()) for name in choice["required"]]


def field_codes(record: type[Record]) -> Iterator[Code]:
    """The fields of a record as codes: what each is called, in the model and on the site."""
    for name, field in fields_of(record).items():
        about = field.about
        said = all_words().get(name, {})
        on_site = (*(said[each] for each in ("vi", "en") if each in said), *said.get("also", "").split(", "))
        meant = (_CLAUSE.split(each, maxsplit=1)[0] for each in (about.vi, about.en))
        yield Code(name, about.name(Language.VI), about.name(Language.EN), (*about.also, *on_site, *meant))
