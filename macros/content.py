"""All of `data/` as it is written, faulty or not, for rules that look at texts and facts across files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from macros.dates import PartialDate
from macros.problems import Fix, Place
from macros.strict_yaml import Key, Places
from macros.translations import Fields, Outdated, Pair, Translation, field_of, outdated

_LOG = "data/corrections/"
_ADDRESSES = ("url",)
_LOG = "data/corrections/"
_PRINTED = ("as_printed", "cut_at")


@dataclass(frozen=True)
class Entry:
    """A value in a file, with its place. What a file lacks is an entry too: None, at the nearest place."""

    value: Any
    places: Places
    path: tuple[Key, ...] = ()

    def __getitem__(self, key: Key) -> Entry:
        if key in self.places.parts:
            return Entry(self.value[key], self.places.parts[key], (*self.path, key))
        return Entry(None, Places(self.place), (*self.path, key))

    def __iter__(self) -> Iterator[Entry]:
        """The items of a list, or the values of a mapping."""
        for key, places in self.places.parts.items():
            yield Entry(self.value[key], places, (*self.path, key))

    def within(self) -> Iterator[Entry]:
        """The entry and everything in it, in the order of the file."""
        yield self
        for part in self:
            yield from part.within()

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
    def key(self) -> str:
        """The key under which it stands; empty for an item of a list."""
        return self.path[-1] if self.path and isinstance(self.path[-1], str) else ""

    @property
    def text(self) -> str:
        """The value where it is a text, else an empty text."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def date(self) -> PartialDate | None:
        """The value where it is a date."""
        if isinstance(self.value, bool) or not isinstance(self.value, (str, int)):
            return None
        try:
            return PartialDate.parse(str(self.value))
        except ValueError:
            return None

    @property
    def is_printed(self) -> bool:
        """True for a text kept exactly as a source prints it: its faults are the source's."""
        return self.key in _PRINTED or (self.key == "title" and "sources" in self.path)

    def at(self, offset: int) -> Place:
        """Where the character at `offset` of a text stands; the text's beginning where it is written with escapes."""
        first = self.places.characters
        return Place(first.file, first.line, first.column + offset) if first else self.place

    def fix(self, offset: int, length: int, text: str) -> Fix | None:
        """The fix that puts `text` for `length` characters from `offset`; None where they are written with escapes."""
        return Fix(self.at(offset), length, text) if self.places.characters else None


@dataclass(frozen=True)
class Content:
    """Every file that could be read, by its name; `complete` unless some file could not.

    `recorded` is what `translations/` holds.
    """

    raw: Mapping[str, Any]
    places: Mapping[str, Places]
    complete: bool = True
    recorded: Mapping[str, Fields] = field(default_factory=dict)

    def file(self, name: str) -> Entry:
        """One file, such as `data/topics.yml`."""
        return Entry(self.raw.get(name), self.places.get(name, Places(Place(name))))

    def folder(self, name: str) -> list[tuple[str, Entry]]:
        """The records of `data/<name>/`, each with its id."""
        return [(PurePosixPath(each).stem, self.file(each)) for each in self.raw if each.split("/")[1:-1] == [name]]

    @cached_property
    def entries(self) -> list[Entry]:
        """Every value of every file, files and values in order.

        Not those of the log of corrections: it keeps words as they were, faults included.
        """
        names = (name for name in self.raw if not name.startswith(_LOG))
        return [entry for name in names for entry in self.file(name).within()]

    @cached_property
    def texts(self) -> list[Entry]:
        """Every text but web addresses."""
        return [entry for entry in self.entries if entry.text and entry.key not in _ADDRESSES]

    @cached_property
    def pairs(self) -> list[tuple[Entry, Entry]]:
        """Every text in both languages: Vietnamese, English."""
        pairs = [(entry["vi"], entry["en"]) for entry in self._mappings if "vi" in entry.value]
        return [(vi, en) for vi, en in pairs if vi.text and en.text]

    @cached_property
    def translations(self) -> list[Translation]:
        """Every text that is translated, with the name under which that is recorded; the log tells of its own."""
        return [
            Translation(
                vi.file.split("/", 1)[-1].removesuffix(".yml"),
                field_of(vi.path[:-1], self.raw[vi.file]),
                Pair(vi.text, en.text),
                vi,
                en,
            )
            for vi, en in self.pairs
            if not vi.file.startswith(_LOG)
        ]

    @cached_property
    def outdated(self) -> list[Outdated]:
        """Every text whose English was left behind when its Vietnamese changed."""
        return outdated(self.translations, self.recorded)

    @cached_property
    def statements(self) -> list[Entry]:
        """Every statement."""
        return [entry for entry in self._mappings if "id" in entry.value and isinstance(entry.value.get("text"), dict)]

    @cached_property
    def figures(self) -> list[Entry]:
        """Every figure."""
        return [entry for entry in self._mappings if "id" in entry.value and "value" in entry.value]

    @cached_property
    def _mappings(self) -> list[Entry]:
        return [entry for entry in self.entries if isinstance(entry.value, dict)]

    def home(self, entry: Entry) -> Entry:
        """What a statement or figure belongs to: its meeting, or its group in a review."""
        file = self.file(entry.file)
        inside_group = "/reviews/" in entry.file and len(entry.path) > 2
        return file[entry.path[0]][entry.path[1]] if inside_group else file

    def sources(self, file: str) -> Entry:
        """The sources that a file may name: its own, or those of its review."""
        own = self.file(file)["sources"]
        return own if own.is_list else self.file(f"{file.rsplit('/', 1)[0]}/review.yml")["sources"]
