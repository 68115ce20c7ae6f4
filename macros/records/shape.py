"""What may be written at a place of a file, by the model: the fields of a record, the codes of a field."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from macros.data.codes import BOOLEANS, Code, Codes
from macros.data.missing import Wanted
from macros.records.base import About, IdOf, Record, may_be_not_stated
from macros.records.choice import Choice
from macros.text.language import Language, all_words

_FIRST = 2  # fields that show what a record is
_CLAUSE = re.compile(r"[,;]")
Loc = tuple[str | int, ...]
Known = Callable[[str], Codes]


class Shape:
    """What a kind of file may hold.

    Args:
        form: what the whole file is: a record, or a mapping of ids to records.
        known: the ids of a collection that may be named.
    """

    def __init__(self, form: Any, known: Known) -> None:
        self._form = form
        self._known = known

    def fields(self, loc: Loc) -> Codes:
        """The fields of the record at `loc`, each with what it means; empty where there is none."""
        records = [each for each in self._at(loc) if _is_record(each)]
        return Codes(field for record in records for field in field_codes(record))

    def wanted(self, loc: Loc, names: Collection[str]) -> list[Wanted]:
        """What the named fields of the record at `loc` mean, in the order in which they are written."""
        fields = (field for each in self._at(loc) if _is_record(each) for field in self._described(each))
        return [field for field in fields if field.name in names]

    def needed(self, loc: Loc) -> list[str]:
        """The fields with which the record at `loc` begins: those that it must have, or the first ones; else none."""
        record = next((each for each in self._at(loc) if _is_record(each)), None)
        names = list(record.fields()) if record else []
        needed = [name for name in names if record and record.model_fields[name].is_required()]
        return needed or names[:_FIRST]

    def one_of(self, loc: Loc) -> list[str]:
        """The fields of which the record at `loc` needs one; empty where there is no such choice."""
        records = [each for each in self._at(loc) if _is_record(each)]
        extras = [record.model_config.get("json_schema_extra") or {} for record in records]
        return [name for extra in extras for choice in extra.get("anyOf", ()) for name in choice["required"]]

    def codes(self, loc: Loc) -> Codes | None:
        """The codes that may be written at `loc`; None for free text, numbers and dates."""
        found = (codes_of(each, self._known) for each in self._at(loc))
        return next((codes for codes in found if codes is not None), None)

    def _described(self, record: type[Record]) -> Iterator[Wanted]:
        for name, field in record.fields().items():
            about = next(each for each in field.metadata if isinstance(each, About))
            inner = None if about.example else inner_record(field.annotation)
            yield Wanted(
                name,
                about.vi,
                about.en,
                about.written(),
                codes_of(annotation_of(record, name), self._known) or Codes(),
                may_be_not_stated(field),
                tuple(self._required(inner)) if inner else (),
            )

    def _required(self, record: type[Record]) -> Iterator[Wanted]:
        return (each for each in self._described(record) if record.model_fields[each.name].is_required())

    def _at(self, loc: Loc) -> list[Any]:
        """Everything that may stand at a place, as types, by the way that pydantic's errors tell of it."""
        here = list(_alternatives(self._form))
        for step in loc:
            inner = list(_within(here, step))
            # Pydantic also names the alternative that it tried, which is no step into the file.
            here = inner or here
        return here


def codes_of(annotation: Any, known: Known) -> Codes | None:
    """The codes that a field of this type may hold, by itself or in a list; None where it holds none."""
    for each in _alternatives(annotation):
        if isinstance(each, IdOf):
            return known(each.kind)
        if each is bool:
            return BOOLEANS
        if isinstance(each, type) and issubclass(each, Choice):
            return each.codes()
        if get_origin(each) is list and (codes := codes_of(get_args(each)[0], known)) is not None:
            return codes
    return None


def field_codes(record: type[Record]) -> Iterator[Code]:
    """The fields of a record as codes: what each is called, in the model and on the site."""
    for name, field in record.fields().items():
        about = next(each for each in field.metadata if isinstance(each, About))
        said = all_words().get(name, {})
        on_site = (*(said[each] for each in ("vi", "en") if each in said), *said.get("also", "").split(", "))
        meant = (_CLAUSE.split(each, maxsplit=1)[0] for each in (about.vi, about.en))
        yield Code(name, about.name(Language.VI), about.name(Language.EN), (*about.also, *on_site, *meant))


def inner_record(annotation: Any) -> type[Record] | None:
    """The record that a field holds, by itself, in a list or a mapping, or where it is not `not-stated`."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for each in get_args(annotation) if (found := inner_record(each))), None)


def annotation_of(record: type[Record], name: str) -> Any:
    """The whole type of a field, with what pydantic keeps aside of it."""
    field = record.model_fields[name]
    metadata = tuple(each for each in field.metadata if isinstance(each, IdOf))
    return Annotated[field.annotation, *metadata] if metadata else field.annotation


def records_at(form: Any, loc: Loc) -> list[type[Record]]:
    """The records of which one may stand at a place of a file that holds this form."""
    here = list(_alternatives(form))
    for step in loc:
        here = list(_within(here, step))
    return [each for each in here if _is_record(each)]


def marks_at(form: Any, loc: Loc) -> Iterator[Any]:
    """What the model says, besides its type, of a value at a place of a file that holds this form."""
    if not loc:
        return  # a file that holds a text alone
    here = list(_alternatives(form))
    for step in loc[:-1]:
        here = list(_within(here, step))
    for each in here:
        if _is_record(each) and loc[-1] in each.model_fields:
            field = each.model_fields[loc[-1]]
            yield from (*field.metadata, *_metadata(field.annotation))
        elif get_origin(each) in (list, dict):
            yield from _metadata(get_args(each)[-1])


def _metadata(annotation: Any) -> Iterator[Any]:
    """What is said of a type, and of each of those of which it is one."""
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
        yield from _metadata(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for each in get_args(annotation):
            yield from _metadata(each)


def _within(types: Iterable[Any], step: str | int) -> Iterator[Any]:
    for each in types:
        if isinstance(step, int):
            if get_origin(each) is list:
                yield from _alternatives(get_args(each)[0])
        elif _is_record(each):
            if step in each.model_fields:
                yield from _alternatives(annotation_of(each, step))
        elif get_origin(each) is dict:
            yield from _alternatives(get_args(each)[1])


def _alternatives(annotation: Any) -> Iterator[Any]:
    """The types that an annotation allows; of an id, the mark that says whose it is."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        marks = [each for each in metadata if isinstance(each, IdOf)]
        yield from marks or _alternatives(inner)
    elif origin in (Union, UnionType):
        for each in get_args(annotation):
            yield from _alternatives(each)
    elif annotation is not NoneType:
        yield annotation


def _is_record(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, Record)
