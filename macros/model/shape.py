"""What a kind of file holds at a place: which fields, and which of them must be there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import reduce
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from macros.model.base import About, Record, Text, may_be_not_stated
from macros.yaml_files.missing import Wanted
from macros.yaml_files.strict_yaml import Key


class Shape:
    """The shape of a kind of file, by the type of all of it, such as `MeetingRecord` or `dict[Slug, Topic]`.

    A path leads from the file to a record in it: keys and indices, none for the file itself.
    """

    def __init__(self, kind: Any) -> None:
        self.kind = kind

    def names(self, path: tuple[Key, ...]) -> list[str]:
        """The fields that the record may have, as they are written; none where there is no record."""
        record = self._record(path)
        return list(record.fields()) if record else []

    def wanted(self, path: tuple[Key, ...], names: Collection[str]) -> list[Wanted]:
        """What the named fields of the record mean, in the order in which they are written."""
        record = self._record(path)
        return [_described(name, field) for name, field in record.fields().items() if name in names] if record else []

    def one_of(self, path: tuple[Key, ...]) -> list[str]:
        """The fields of which the record needs one; empty where there is no such choice."""
        record = self._record(path)
        extra: Any = record.model_config.get("json_schema_extra") if record else None
        return [name for choice in (extra or {}).get("anyOf", ()) for name in choice["required"]]

    def _record(self, path: tuple[Key, ...]) -> type[Record] | None:
        kinds = reduce(lambda kinds, step: [part for kind in kinds for part in _parts(kind, step)], path, [self.kind])
        return next((each for kind in kinds for each in _alternatives(kind) if _is_record(each)), None)


def inner_record(annotation: Any) -> type[Record] | None:
    """The record that a field holds, by itself, in a list or a mapping, or next to `not-stated`."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for each in get_args(annotation) if (found := inner_record(each))), None)


def _parts(kind: Any, step: Key) -> Iterator[Any]:
    """What may stand one step further in: the field of a record, the item of a list, the value of a mapping."""
    for each in _alternatives(kind):
        if _is_record(each):
            field = each.model_fields.get(step)
            yield from [field.annotation] if field else []
        elif get_origin(each) is (list if isinstance(step, int) else dict):
            yield get_args(each)[-1]


def _alternatives(kind: Any) -> Iterator[Any]:
    """The type itself, or those of which it is one: what is a class, a list or a mapping."""
    if _is_record(kind) or get_origin(kind) in (list, dict):
        yield kind
    else:
        for each in get_args(kind):
            yield from _alternatives(each)


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def _described(name: str, field: FieldInfo) -> Wanted:
    about = next(each for each in field.metadata if isinstance(each, About))
    inner = None if about.example else inner_record(field.annotation)
    within = inner.fields() if inner and inner is not Text else {}
    return Wanted(
        name,
        about.vi,
        about.en,
        about.written(),
        may_be_not_stated(field),
        tuple(_described(each, part) for each, part in within.items() if part.is_required()),
    )
