"""YAML read strictly, with the line and column of every value.

YAML guesses types: `no` becomes false, `1.10` becomes 1.1, `010` becomes 8. For people who do not program each guess is
a trap, so a guessed value is refused with a request to quote it. Anchors, aliases, tags and merge keys are refused too:
data files need none, and aliases can blow a small file up to gigabytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from sys import intern
from typing import Any

import yaml
from yaml import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, StreamEndEvent

from macros.data import mojibake, plain_files
from macros.data.comments import behind_texts
from macros.data.guesses import empty, is_guessed, said
from macros.data.numerals import MOST_DIGITS, TOO_LONG, too_long
from macros.data.other_formats import NOT_UTF_8, recognised
from macros.data.problems import Fix, Place, Problem
from macros.data.typing_mistakes import explained

Value = Any  # str, int, float, bool, None, or lists and string-keyed mappings of these
Key = str | int

_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]*[1-9]")
_CONTROL = re.compile("[\x80-\x84\x86-\x9f]")
# What YAML refuses anywhere in a file (YAML 1.1, section 5.1).
_UNUSABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
MAXIMUM_BYTES = 1_000_000
MAXIMUM_DEPTH = 20


_LINE = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|$)")


def lines(text: str) -> list[str]:
    """The lines of a file as YAML counts them, each with its end."""
    return _LINE.findall(text)


@dataclass(slots=True)
class Places:
    """Where a value is and, for lists and mappings, where each part is.

    `characters` is where a text's own first character is, for a text that the file holds character by character on
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
        here = self
        for step in path:
            if step not in here.parts:
                return here.keys.get(step, here.at)
            here = here.parts[step]
        return here.at

    def find_key(self, path: tuple[Key, ...]) -> Place:
        """The place of the key (not the value) at the end of `path`."""
        here = self
        for step in path[:-1]:
            if step not in here.parts:
                return here.at
            here = here.parts[step]
        return here.keys.get(path[-1], here.at) if path else here.at


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
        raw = plain_files.read(path, path.parent)
    except plain_files.NotPlain as refused:
        return None, Places(Place(name)), [Problem(Place(name), *refused.why)]
    except OSError as error:
        return None, Places(Place(name)), [unread(name, error)]
    return parse(raw, name)


def unread(name: str, error: OSError) -> Problem:
    """What to say of a file that the system does not give."""
    return Problem(Place(name), f"Không đọc được tệp: {error.strerror}.", f"Cannot read the file: {error.strerror}.")


def parse(raw: bytes, name: str) -> tuple[Value, Places, list[Problem]]:
    """Read the content of one file, as `read` does."""
    try:
        text = _decoded(raw, name)
        try:
            value, places, problems = _Reader(name, text).document()
        except yaml.MarkedYAMLError as error:
            raise _Broken([explained(name, lines(text), error)]) from error
        except yaml.YAMLError as error:
            raise _Broken([*_broken_lines(name, text)] or [_unusable(name, text)]) from error
        return value, places, [*problems, *behind_texts(name, text)]
    except _Broken as broken:
        return None, Places(Place(name)), [replace(problem, hides_rest=True) for problem in broken.problems]


def _decoded(raw: bytes, name: str) -> str:
    if len(raw) > MAXIMUM_BYTES:
        vi, en = "Tệp lớn hơn 1 MB. Hãy chia thành nhiều tệp.", "The file is larger than 1 MB. Split it."
        raise _Broken([Problem(Place(name), vi, en)])
    if other := recognised(raw):
        raise _Broken([Problem(Place(name), *other)])
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        raise _Broken([Problem(_end(name, before), *NOT_UTF_8)]) from error


class _Broken(Exception):
    """The file is not to be read on; carries why."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems


class _Reader:
    """Reads a file's events one by one, so that aliases and deep nesting are found before they cost anything."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.event: Callable[[], Any] = yaml.CSafeLoader(text).get_event
        self.depth = 0
        self.problems: list[Problem] = []
        self.forbidden: list[Problem] = []  # anchors and tags: with one of them nothing of the file is used

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, for those who tell of a mistake."""
        return lines(self.text)

    def document(self) -> tuple[Value, Places, list[Problem]]:
        self.event()  # the stream begins
        if isinstance(self.event(), StreamEndEvent):
            vi = "Tệp trống hoặc chỉ có ghi chú. Hãy viết nội dung, hoặc xóa tệp nếu không cần nữa."
            en = "The file is empty or holds comments only. Write its content, or delete it where it is not needed."
            raise _Broken([Problem(Place(self.name), vi, en)])
        value, places = self.value(self.event())
        self.event()  # the document ends
        more = self.event()
        if self.forbidden:
            raise _Broken(self.forbidden)
        if not isinstance(more, StreamEndEvent):
            place = self._place(self.event().start_mark)
            vi, en = (
                "Mỗi tệp chỉ có một tài liệu YAML. Hãy bỏ dòng `---` thứ hai.",
                "A file holds one YAML document. Remove the second `---`.",
            )
            raise _Broken([Problem(place, vi, en)])
        return value, places, self.problems

    def value(self, event: Any) -> tuple[Value, Places]:
        start = event.start_mark
        place = self._place(start)
        kind = event.__class__
        if kind is ScalarEvent:
            value, end, quotes = self._scalar(event, place), event.end_mark, 1 if event.style in _QUOTES else 0
            # An escape is longer than what it stands for, so equal lengths mean that there is none.
            if start.line != end.line or end.column - start.column - 2 * quotes != len(event.value):
                return value, Places(place, None, _NOTHING, _NOTHING)
            first = Place(self.name, place.line, place.column + 1) if quotes else place
            return value, Places(place, first, _NOTHING, _NOTHING)
        if event.anchor is not None or (kind is not AliasEvent and event.tag is not None):
            self._forbid(event, place)
        places = Places(place)
        if kind is AliasEvent:
            return None, places
        self.depth += 1
        if self.depth > MAXIMUM_DEPTH:
            raise _Broken([*self.forbidden, Problem(place, "Lồng quá sâu.", "Nested too deeply.")])
        value = self._mapping(places) if kind is MappingStartEvent else self._sequence(places)
        self.depth -= 1
        return value, places

    def _sequence(self, places: Places) -> list[Value]:
        items: list[Value] = []
        while (event := self.event()).__class__ is not SequenceEndEvent:
            item, places.parts[len(items)] = self.value(event)
            items.append(item)
        return items

    def _mapping(self, places: Places) -> dict[str, Value]:
        result: dict[str, Value] = {}
        while (event := self.event()).__class__ is not MappingEndEvent:
            place = self._place(event.start_mark)
            if event.__class__ is ScalarEvent:
                key = self._scalar(event, place, key=True)
            else:
                key, _ = self.value(event)
            known = len(self.problems)
            value, value_places = self.value(self.event())
            if key.__class__ is str and key not in result:
                quoted = event.style in _QUOTES
                # Of a key in quotes without escapes, its first letter: what is put right in its place stays in quotes.
                places.keys[key] = Place(self.name, place.line, place.column + 1) if quoted else place
                result[key], places.parts[key] = value, value_places
                continue
            del self.problems[known:]  # of a value that is not used nothing is reported
            if not isinstance(key, str):
                self.problems.append(Problem(place, "Khóa phải là chữ.", "A key must be text."))
                continue
            first = places.keys[key]
            self.problems.append(
                Problem(
                    place,
                    f"Khóa “{key}” viết hai lần; lần đầu ở dòng {first.line}. Hãy bỏ một.",
                    f"The key “{key}” is written twice; first on line {first.line}. Remove one.",
                )
            )
        return result

    def _scalar(self, event: Any, place: Place, *, key: bool = False) -> Value:
        if event.anchor is not None or event.tag is not None:
            self._forbid(event, place)
        text: str = event.value
        if event.style:
            return text
        guesses = _GUESSES.get(text[:1])
        if not guesses:
            return intern(text) if len(text) <= _SHORT else text
        if not key:
            if len(text) > MOST_DIGITS and too_long(text) and (_INTEGER.fullmatch(text) or _DECIMAL.fullmatch(text)):
                self.problems.append(Problem(place, *TOO_LONG))
                return text
            if _INTEGER.fullmatch(text):
                return int(text)
            if _DECIMAL.fullmatch(text):
                return float(text)
            if text in ("true", "false"):
                return text == "true"
        tag = next((tag for tag, pattern in guesses if pattern.match(text)), "")
        if is_guessed(tag, key=key):
            self.problems.append(Problem(place, *(said(text, tag) if text else empty(*self._around(place)))))
        return intern(text) if len(text) <= _SHORT else text

    def _around(self, place: Place) -> tuple[str, str]:
        """What is on the line before and after a place."""
        line, at = self.lines[place.line - 1], place.column - 1
        return line[:at], line[at:]

    def _place(self, mark: Any) -> Place:
        return tuple.__new__(Place, (self.name, mark.line + 1, mark.column + 1))

    def _forbid(self, event: Any, place: Place) -> None:
        anchor, tag = event.anchor, getattr(event, "tag", None)
        if anchor is not None:
            shown = f"{'*' if isinstance(event, AliasEvent) else '&'}{anchor}"
            self.forbidden.append(
                Problem(
                    place,
                    f"Không dùng neo hay bí danh YAML ({shown}). Nếu là chữ, hãy đặt cả câu trong dấu ngoặc kép.",
                    f"YAML anchors and aliases ({shown}) are not used. If it is text, put all of it in quotes.",
                )
            )
        if tag is not None:
            self.forbidden.append(
                Problem(
                    place,
                    f"Không dùng thẻ YAML “{tag}”. Nếu là chữ, hãy đặt cả câu trong dấu ngoặc kép.",
                    f"YAML tags are not used here: “{tag}”. If it is text, put all of it in quotes.",
                )
            )


def _broken_lines(name: str, text: str) -> Iterator[Problem]:
    """The lines that hold what YAML takes for control characters and are the rest of mistaken UTF-8."""
    vi, en = (f"{said}." for said in mojibake.SAID)
    for number, line in enumerate(lines(text), start=1):
        bare = line.rstrip("\r\n")
        if _CONTROL.search(bare) and (right := mojibake.decoded(bare)) != bare:
            place = Place(name, number)
            yield Problem(place, vi, en, "not-unicode", fix=Fix(place, len(bare), right))


def _unusable(name: str, text: str) -> Problem:
    at = _UNUSABLE.search(text)
    place = _end(name, text[: at.start()]) if at else Place(name)
    code = f" U+{ord(at[0]):04X}" if at else ""
    return Problem(
        place,
        f"Tệp có ký tự điều khiển{code} không dùng được. Hãy xóa nó, hoặc xóa và gõ lại cả dòng.",
        f"The file holds a control character{code} that cannot be used. Remove it, or type the whole line again.",
    )


def _end(name: str, text: str) -> Place:
    """The place behind a text with which the file begins."""
    *before, last = lines(f"{text}·")[:-1]
    return Place(name, len(before) + 1, len(last))
