"""Items found by what they refer to or belong to."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from typing import Generic, TypeVar

from macros.records.base import SOURCES, Record, Text
from macros.records.choice import Choice
from macros.records.walk import Field, fields_of

Item = TypeVar("Item")
Key = tuple[str, ...]


class Index(Generic[Item]):
    """Lists of items, each in the order of all; they are made when one is first asked for.

    Args:
        items: all of them.
        keys: the keys of an item, such as `("topics", "cadres")`.
    """

    def __init__(self, items: Iterable[Item], keys: Callable[[Item], Iterable[Key]]) -> None:
        self._items = items
        self._keys = keys

    def __call__(self, *key: str) -> list[Item]:
        """The items that have the key; it is empty where none has."""
        return self._lists.get(key, [])

    @cached_property
    def _lists(self) -> dict[Key, list[Item]]:
        lists: dict[Key, list[Item]] = {}
        for item in self._items:
            for key in dict.fromkeys(self._keys(item)):
                lists.setdefault(key, []).append(item)
        return lists


def keys(record: Record) -> Iterator[Key]:
    """What a record says in codes: `("topics", id)` for each record that it names, `("level", "regional")` for a word.

    Sources are known to their file alone. What records inside it say that have addresses of their own is left to them,
    and what a text adds, such as the province of a place, is not what the record is about.
    """
    for field in _with_codes(type(record)):
        value = getattr(record, field.name)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Record):
                yield from keys(each)
            elif isinstance(each, Choice):
                yield field.name, each
            elif each is not None and field.collection:
                yield field.collection, each


@cache
def _with_codes(record: type[Record]) -> list[Field]:
    """The fields of a record in which there may be codes."""

    def may_have(field: Field) -> bool:
        if field.record:
            return not issubclass(field.record, Text) and "id" not in fields_of(field.record)
        return field.choice is not None or field.collection not in ("", SOURCES)

    return list(filter(may_have, fields_of(record).values()))
