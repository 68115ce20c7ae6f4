"""YAML read strictly, with the line and column of every value.

YAML guesses types: `no` becomes false, `1.10` becomes 1.1, `010` becomes 8. For people who do not program each guess is
a trap, so a guessed value is refused with a request to quote it. Anchors, aliases, tags and merge keys are refused too:
data files need none, and aliases can blow a small file up to gigabytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from sys import intern
from typing import Any

import yaml
from yaml import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, StreamEndEvent

from macros.data import guesses, plain_files
from macros.data.decoding import Unreadable, decoded, lines, unusable
from macros.data.numerals import TOO_LONG, too_long
from macros.data.problems import Bilingual, Place, Problem
from macros.data.typing_mistakes import explained

Value = Any  # str, int, float, bool, None, or lists and string-keyed mappings of these
Key = str | int

MAXIMUM_DEPTH = 20
_BOOLEANS = ("true", "false")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?")
# A line that is no comment itself and contains what may begin one: few files have any, and only these are searched.
_MAY_HOLD_COMMENT = re.compile(r"^[ \t]*[^\s#][^\n]*[ \t]#", re.MULTILINE)
_COMMENT = re.compile(r"[ \t]+(?=#)")
_NO_ACCESS = Bilingual("Không đọc được tệp: {error}.", "Cannot read the file: {error}.")
_EMPTY_FILE = Bilingual(
    "Tệp trống hoặc chỉ có ghi chú. Hãy viết nội dung, hoặc xóa tệp nếu không cần nữa.",
    "The file is empty or holds comments only. Write its content, or delete it where it is not needed.",
)
_SECOND_DOCUMENT = Bilingual(
    "Mỗi tệp chỉ có một tài liệu YAML. Hãy bỏ dòng `---` thứ hai.",
    "A file holds one YAML document. Remove the second `---`.",
)
_TOO_DEEP = Bilingual("Lồng quá sâu.", "Nested too deeply.")
_KEY_NOT_TEXT = Bilingual("Khóa phải là chữ.", "A key must be text.")
_KEY_TWICE = Bilingual(
    "Khóa “{key}” viết hai lần; lần đầu ở dòng {line}. Hãy bỏ một.",
    "The key “{key}” is written twice; first on line {line}. Remove one.",
)
_ANCHOR = Bilingual(
    "Không dùng neo hay bí danh YAML ({anchor}). Nếu là chữ, hãy đặt cả câu trong dấu ngoặc kép.",
    "YAML anchors and aliases ({anchor}) are not used. If it is text, put all of it in quotes.",
)
_TAG = Bilingual(
    "Không dùng thẻ YAML “{tag}”. Nếu là chữ, hãy đặt cả câu trong dấu ngoặc kép.",
    "YAML tags are not used here: “{tag}”. If it is text, put all of it in quotes.",
)
_BEHIND_TEXT = Bilingual(
    'Từ dấu # trở đi bị bỏ qua. Nếu là chữ, hãy đặt cả câu trong dấu ngoặc kép "…"; '
    "nếu là ghi chú, hãy viết ở một dòng riêng.",
    'Everything from the # on is ignored. If it is text, put all of it in quotes "…"; '
    "if it is a comment, give it a line of its own.",
)


@dataclass(slots=True)
class Places:
    """Where a value is and, for lists and mappings, where each part is.

    `characters` is where a text's own first character is, for a text that is in the file character by character on
    one line; None for a text written with escapes or over several lines.
    """

    at: Place
    characters: Place | None = None
    parts: dict[Key, Places] = field(default_factory=dict)
    keys: dict[Key, Place] = field(default_factory=dict)

    def part(self, path: tuple[Key, ...]) -> Places:
        """The places of the value at `path`, or of the nearest thing around it that exists."""
        here = self
        for step in path:
            if step not in here.parts:
                break
            here = here.parts[step]
        return here

    def path_to(self, place: Place) -> tuple[Key, ...]:
        """The path to the innermost value that begins, with its key, at a place or last before it."""
        path: tuple[Key, ...] = ()
        here = self
        while begun := [key for key, part in here.parts.items() if here.keys.get(key, part.at) <= place]:
            path, here = (*path, begun[-1]), here.parts[begun[-1]]
        return path

    def find(self, path: tuple[Key, ...]) -> Place:
        """The place of the value at `path`, or of the nearest thing around it that exists."""
        return self.part(path).at

    def find_key(self, path: tuple[Key, ...]) -> Place:
        """The place of the key (not the value) at the end of `path`."""
        around = self.part(path[:-1])
        return around.keys.get(path[-1], around.at) if path else self.at


_NOTHING: dict[Key, Any] = {}  # what a text has within it; one for all, for there are many
# What YAML would guess of a text without quotes, by its first letter: tags with the form of each.
_GUESSES: dict[str, list[tuple[str, re.Pattern[str]]]] = yaml.resolver.Resolver.yaml_implicit_resolvers
_QUOTES = ("'", '"')
_SHORT = 30  # ids and the like, of which most are written many times over: each is kept once


def read(path: Path, name: str) -> tuple[Value, Places, list[Problem]]:
    """Read one file.

    Args:
        path: the file on disk.
        name: how messages name the file (its path inside the project).

    Returns:
        The value, its places, and the problems found; with problems the value is not to be used.
    """
    try:
        return parse(plain_files.read(path, path.parent), name)
    except OSError as error:
        return None, Places(Place(name)), [unread(name, error)]


def unread(name: str, error: OSError) -> Problem:
    """What to say of a file that is no plain one, or that the system does not give."""
    return Problem(
        Place(name),
        *(error.why if isinstance(error, plain_files.NotPlain) else _NO_ACCESS.format(error=error.strerror)),
    )


def parse(raw: bytes, name: str) -> tuple[Value, Places, list[Problem]]:
    """Read the content of one file, as `read` does."""
    try:
        text = decoded(raw, name)
        try:
            return _Reader(name, text).document()
        except yaml.MarkedYAMLError as error:
            raise Unreadable(explained(name, lines(text), error)) from error
        except yaml.YAMLError as error:
            raise Unreadable(*unusable(name, text)) from error
    except Unreadable as error:
        return None, Places(Place(name)), [replace(problem, hides_rest=True) for problem in error.problems]


class _Reader:
    """Reads a file's events one by one, so that aliases and deep nesting are found before they cost anything."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.event: Callable[[], Any] = yaml.CSafeLoader(text).get_event
        self.depth = 0
        self.problems: list[Problem] = []
        self.forbidden: list[Problem] = []  # anchors and tags: with one of them nothing of the file is used
        self.may_hold_comments = (" #" in text or "\t#" in text) and _MAY_HOLD_COMMENT.search(text) is not None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, which only mistakes ask for."""
        return lines(self.text)

    def document(self) -> tuple[Value, Places, list[Problem]]:
        """The value of the file, its places and the problems found.

        Raises:
            Unreadable: the file is not one document of plain values.
            yaml.YAMLError: it is no YAML.
        """
        self.event()  # the stream begins
        if isinstance(self.event(), StreamEndEvent):
            raise Unreadable(Problem(Place(self.name), *_EMPTY_FILE))
        value, places = self._value(self.event())
        self.event()  # the document ends
        more = self.event()
        if self.forbidden:
            raise Unreadable(*self.forbidden)
        if not isinstance(more, StreamEndEvent):
            raise Unreadable(Problem(self._place(self.event().start_mark), *_SECOND_DOCUMENT))
        return value, places, self.problems

    def _value(self, event: Any) -> tuple[Value, Places]:
        place = self._place(event.start_mark)
        kind = event.__class__
        if kind is ScalarEvent:
            return self._scalar(event, place), Places(place, self._characters(event, place), _NOTHING, _NOTHING)
        if event.anchor is not None or (kind is not AliasEvent and event.tag is not None):
            self._forbid(event, place)
        places = Places(place)
        if kind is AliasEvent:
            return None, places
        self.depth += 1
        if self.depth > MAXIMUM_DEPTH:
            raise Unreadable(*self.forbidden, Problem(place, *_TOO_DEEP))
        value = self._mapping(places) if kind is MappingStartEvent else self._sequence(places)
        self.depth -= 1
        return value, places

    def _sequence(self, places: Places) -> list[Value]:
        items: list[Value] = []
        while (event := self.event()).__class__ is not SequenceEndEvent:
            item, places.parts[len(items)] = self._value(event)
            items.append(item)
        return items

    def _mapping(self, places: Places) -> dict[str, Value]:
        result: dict[str, Value] = {}
        while (event := self.event()).__class__ is not MappingEndEvent:
            place = self._place(event.start_mark)
            is_scalar = event.__class__ is ScalarEvent
            key = self._scalar(event, place, is_key=True) if is_scalar else self._value(event)[0]
            known = len(self.problems)
            value, value_places = self._value(self.event())
            if key.__class__ is str and key not in result:
                # Of a key in quotes its first letter: what is put right in its place stays in quotes.
                places.keys[key] = self._behind_quote(event, place)
                result[key], places.parts[key] = value, value_places
                continue
            del self.problems[known:]  # of a value that is not used nothing is reported
            message = _KEY_NOT_TEXT
            if is_scalar:
                message = _KEY_TWICE.format(key=key, line=places.keys[key].line)
            self.problems.append(Problem(place, *message))
        return result

    def _scalar(self, event: Any, place: Place, *, is_key: bool = False) -> Value:
        if event.anchor is not None or event.tag is not None:
            self._forbid(event, place)
        text: str = event.value
        end = event.end_mark
        is_written = end.index > event.start_mark.index  # an empty value may have a comment in its place
        if self.may_hold_comments and is_written and (space := _COMMENT.match(self.text, end.index)):
            comment = Place(self.name, end.line + 1, end.column + len(space[0]) + 1)
            self.problems.append(Problem(comment, *_BEHIND_TEXT))
        if not event.style and (guessed := _GUESSES.get(text[:1])):
            if not is_key and (text in _BOOLEANS or _NUMBER.fullmatch(text)):
                return self._boolean_or_number(text, place)
            tag = next((tag for tag, pattern in guessed if pattern.match(text)), "")
            if guesses.is_guessed(tag, is_key=is_key):
                line = self.lines[place.line - 1]
                self.problems.append(Problem(place, *guesses.message_for(text, tag, line, place.column - 1)))
        return intern(text) if len(text) <= _SHORT else text

    def _boolean_or_number(self, text: str, place: Place) -> Value:
        if text in _BOOLEANS:
            return text == "true"
        if too_long(text):
            self.problems.append(Problem(place, *TOO_LONG))
            return text
        return float(text) if "." in text else int(text)

    def _characters(self, event: Any, place: Place) -> Place | None:
        """Where the first character of a text is; None where an escape or a line's end makes it longer than it is."""
        start, end = event.start_mark, event.end_mark
        quotes = 2 if event.style in _QUOTES else 0
        if start.line != end.line or end.column - start.column - quotes != len(event.value):
            return None
        return self._behind_quote(event, place)

    def _behind_quote(self, event: Any, place: Place) -> Place:
        return Place(self.name, place.line, place.column + 1) if event.style in _QUOTES else place

    def _place(self, mark: Any) -> Place:
        return tuple.__new__(Place, (self.name, mark.line + 1, mark.column + 1))

    def _forbid(self, event: Any, place: Place) -> None:
        tag = getattr(event, "tag", None)
        if event.anchor is not None:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            self.forbidden.append(Problem(place, *_ANCHOR.format(anchor=f"{sign}{event.anchor}")))
        if tag is not None:
            self.forbidden.append(Problem(place, *_TAG.format(tag=tag)))
