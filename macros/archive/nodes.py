"""A value in a file of `data/`, with its place, whatever it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.data.problems import Fix, Place
from macros.data.strict_yaml import Key, Places
from macros.records.base import AsPrinted
from macros.records.files import field_at
from macros.records.walk import Field
from macros.text.dates import PartialDate


@dataclass(slots=True, eq=False)
class Node:
    """A value in a file, with its place. What a file lacks is an entry too: None, at the nearest place."""

    value: Any
    places: Places
    path: tuple[Key, ...] = ()
    key: str = ""
    """The key under which it is; empty for an item of a list."""

    def __getitem__(self, key: Key) -> Node:
        name = key if isinstance(key, str) else ""
        if key in self.places.parts:
            return Node(self.value[key], self.places.parts[key], (*self.path, key), name)
        return Node(None, Places(self.place), (*self.path, key), name)

    def __iter__(self) -> Iterator[Node]:
        """The items of a list, or the values of a mapping."""
        for key in self.places.parts:
            yield self[key]

    def within(self) -> list[Node]:
        """The entry and everything in it, in the order of the file."""
        found = [self]
        _gather(self, isinstance(self.value, dict), found)
        return found

    @property
    def is_list(self) -> bool:
        """True where the value is a list."""
        return isinstance(self.value, list)

    @property
    def place(self) -> Place:
        """Where the value begins."""
        return self.places.at

    @property
    def file(self) -> str:
        """The file's name inside the project."""
        return self.place.file

    @property
    def text(self) -> str:
        """The value where it is a text, else an empty text."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def date(self) -> PartialDate | None:
        """The value where it is a date."""
        return date_in(self.value)

    @property
    def number(self) -> float | None:
        """The value where it is a number."""
        return self.value if isinstance(self.value, (int, float)) and not isinstance(self.value, bool) else None

    @property
    def field(self) -> Field | None:
        """What the model says of it: the field that it is, or is an item of."""
        return field_at(self.places.at.file, self.path)

    @property
    def is_printed(self) -> bool:
        """True for a text kept exactly as a source prints it: its faults are the source's."""
        return self.field is not None and self.field.mark(AsPrinted) is not None

    @property
    def is_address(self) -> bool:
        """True for an address, of a page of the web or of the site."""
        return (field := self.field) is not None and field.is_address

    @property
    def refers_to(self) -> str:
        """The collection of which it is an id; empty for anything else."""
        field = self.field if self.text and " " not in self.text else None
        return field.collection if field else ""

    def at(self, offset: int) -> Place:
        """Where the character at `offset` of a text is; the text's beginning where it is written with escapes."""
        first = self.places.characters
        return Place(first.file, first.line, first.column + offset) if first else self.place

    def fix(self, offset: int, length: int, text: str) -> Fix | None:
        """The fix that puts `text` for `length` characters from `offset`; None where they are written with escapes."""
        return Fix(self.at(offset), length, text) if self.places.characters else None


def date_in(value: Any) -> PartialDate | None:
    """A value as a date; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    try:
        return PartialDate.parse(str(value))
    except ValueError:
        return None


def _gather(around: Node, named: bool, found: list[Node]) -> None:
    value, path = around.value, around.path
    for key, places in around.places.parts.items():
        entry = Node(value[key], places, (*path, key), key if named else "")  # type: ignore[arg-type]
        found.append(entry)
        if places.parts:
            _gather(entry, isinstance(entry.value, dict), found)
