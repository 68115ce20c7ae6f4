"""YAML read strictly, with the line and column of every value.

YAML guesses types: `no` becomes false, `1.10` becomes 1.1, `010` becomes 8. For people who do not program each guess is
a trap, so a guessed value is refused with a request to quote it. Anchors, aliases, tags and merge keys are refused too:
data files need none, and aliases can blow a small file up to gigabytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from macros.problems import Place, Problem

Value = Any  # str, int, float, bool, None, or lists and string-keyed mappings of these
Key = str | int

_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]*[1-9]")
_GUESSED = {
    "tag:yaml.org,2002:bool": ("đúng/sai (true/false)", "true or false"),
    "tag:yaml.org,2002:int": ("một số ở dạng khác", "a number in another form"),
    "tag:yaml.org,2002:float": ("một số ở dạng khác", "a number in another form"),
    "tag:yaml.org,2002:null": ("trống", "nothing"),
    "tag:yaml.org,2002:merge": ("lệnh gộp", "a merge command"),
    "tag:yaml.org,2002:value": ("giá trị mặc định", "a default value"),
}
MAXIMUM_BYTES = 1_000_000
MAXIMUM_DEPTH = 20


_LINE = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|$)")


def lines(text: str) -> list[str]:
    """The lines of a file as YAML counts them, each with its end."""
    return _LINE.findall(text)


@dataclass(slots=True)
class Places:
    """Where a value stands and, for lists and mappings, where each part stands.

    `characters` is where a text's own first character stands, for a text that the file holds character by character on
    one line; None for a text written with escapes or over several lines.
    """

    at: Place
    characters: Place | None = None
    parts: dict[Key, Places] = field(default_factory=dict)
    keys: dict[Key, Place] = field(default_factory=dict)

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
_RESOLVER: Any = yaml.resolver.Resolver()


def read(path: Path, name: str) -> tuple[Value, Places, list[Problem]]:
    """Read one file.

    Args:
        path: the file on disk.
        name: how messages name the file (its path inside the project).

    Returns:
        The value, its places, and the problems found; with problems the value is not to be used.
    """
    start = Places(Place(name))
    try:
        raw = path.read_bytes()
    except OSError as error:
        return (
            None,
            start,
            [Problem(start.at, f"Không đọc được tệp: {error.strerror}.", f"Cannot read the file: {error.strerror}.")],
        )
    return parse(raw, name)


@lru_cache(maxsize=2048)  # the files of `make serve`, of which one changes at a time
def parse(raw: bytes, name: str) -> tuple[Value, Places, list[Problem]]:
    """Read the content of one file, as `read` does.

    What is given back is kept for the next time and is not to be altered.
    """
    start = Places(Place(name))
    if len(raw) > MAXIMUM_BYTES:
        return (
            None,
            start,
            [
                Problem(
                    start.at, "Tệp lớn hơn 1 MB. Hãy chia thành nhiều tệp.", "The file is larger than 1 MB. Split it."
                )
            ],
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return (
            None,
            start,
            [
                Problem(
                    Place(name, line),
                    "Tệp không phải UTF-8. Hãy lưu lại với mã hóa UTF-8.",
                    "The file is not UTF-8. Save it again with UTF-8 encoding.",
                )
            ],
        )
    try:
        return _Reader(name, yaml.parse(text, Loader=yaml.CSafeLoader)).document()
    except _Broken as broken:
        return None, start, broken.problems
    except yaml.MarkedYAMLError as error:
        return None, start, [_syntax(name, error)]
    except yaml.YAMLError as error:
        line, column = _reader_position(text, error)
        return (
            None,
            start,
            [
                Problem(
                    Place(name, line, column),
                    "Tệp có ký tự không dùng được.",
                    "The file holds an unusable character.",
                )
            ],
        )


class _Broken(Exception):
    """The file is not to be read on; carries why."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems


class _Reader:
    """Reads a file's events one by one, so that aliases and deep nesting are found before they cost anything."""

    def __init__(self, name: str, events: Iterator[yaml.Event]) -> None:
        self.name = name
        self.events = events
        self.depth = 0
        self.problems: list[Problem] = []
        self.forbidden: list[Problem] = []  # anchors and tags: with one of them nothing of the file is used

    def document(self) -> tuple[Value, Places, list[Problem]]:
        start = Places(Place(self.name))
        next(self.events)  # the stream begins
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None, start, [Problem(start.at, "Tệp trống.", "The file is empty.")]
        value, places = self.value(next(self.events))
        next(self.events)  # the document ends
        more = next(self.events)
        if self.forbidden:
            raise _Broken(self.forbidden)
        if not isinstance(more, yaml.StreamEndEvent):
            place = self._place(next(self.events))
            vi, en = (
                "Mỗi tệp chỉ có một tài liệu YAML. Hãy bỏ dòng `---` thứ hai.",
                "A file holds one YAML document. Remove the second `---`.",
            )
            raise _Broken([Problem(place, vi, en)])
        return value, places, self.problems

    def value(self, event: yaml.Event) -> tuple[Value, Places]:
        place = self._place(event)
        self._forbid(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place), Places(place, _characters(event, place), _NOTHING, _NOTHING)
        places = Places(place)
        if isinstance(event, yaml.AliasEvent):
            return None, places
        self.depth += 1
        if self.depth > MAXIMUM_DEPTH:
            raise _Broken([*self.forbidden, Problem(place, "Lồng quá sâu.", "Nested too deeply.")])
        value = self._mapping(places) if isinstance(event, yaml.MappingStartEvent) else self._sequence(places)
        self.depth -= 1
        return value, places

    def _sequence(self, places: Places) -> list[Value]:
        items: list[Value] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            item, places.parts[len(items)] = self.value(event)
            items.append(item)
        return items

    def _mapping(self, places: Places) -> dict[str, Value]:
        result: dict[str, Value] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            place = self._place(event)
            if isinstance(event, yaml.ScalarEvent):
                self._forbid(event, place)
                key = self._scalar(event, place, key=True)
            else:
                key, _ = self.value(event)
            known = len(self.problems)
            value, value_places = self.value(next(self.events))
            if isinstance(key, str) and key not in result:
                places.keys[key] = place
                result[key], places.parts[key] = value, value_places
                continue
            del self.problems[known:]  # of a value that is not used nothing is told
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

    def _scalar(self, event: yaml.ScalarEvent, place: Place, *, key: bool = False) -> Value:
        text: str = event.value
        if event.style:
            return text
        if not key:
            if _INTEGER.fullmatch(text):
                return int(text)
            if _DECIMAL.fullmatch(text):
                return float(text)
            if text in ("true", "false"):
                return text == "true"
        tag = _RESOLVER.resolve(yaml.ScalarNode, text, event.implicit)
        if tag in _GUESSED and not (key and tag == "tag:yaml.org,2002:int"):
            vi, en = _GUESSED[tag]
            shown = text or "~"
            self.problems.append(
                Problem(
                    place,
                    f'“{shown}” không có dấu ngoặc kép sẽ bị YAML hiểu là {vi}. Nếu là chữ, hãy viết "{text}".',
                    f'“{shown}” without quotes would be read by YAML as {en}. If it is text, write "{text}".',
                )
            )
        return text

    def _place(self, event: yaml.Event) -> Place:
        mark: Any = event.start_mark  # always there in what libyaml reads
        return Place(self.name, mark.line + 1, mark.column + 1)

    def _forbid(self, event: yaml.Event, place: Place) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            self.forbidden.append(
                Problem(
                    place,
                    f"Không dùng neo hay bí danh YAML (&{anchor}, *{anchor}). Hãy viết lại giá trị.",
                    f"YAML anchors and aliases (&{anchor}, *{anchor}) are not used. Write the value out.",
                )
            )
        if tag is not None:
            self.forbidden.append(
                Problem(place, f"Không dùng thẻ YAML “{tag}”.", f"YAML tags are not used here: “{tag}”.")
            )


def _characters(event: yaml.ScalarEvent, place: Place) -> Place | None:
    quotes = 1 if event.style in ("'", '"') else 0
    start: Any = event.start_mark
    end: Any = event.end_mark
    # An escape is longer than what it stands for, so equal lengths mean that there is none.
    if start.line != end.line or end.column - start.column - 2 * quotes != len(event.value):
        return None
    return Place(place.file, place.line, place.column + quotes) if quotes else place


def _syntax(name: str, error: yaml.MarkedYAMLError) -> Problem:
    # What is left open is best shown where it begins, not where the file ends.
    scanning = (error.context or "").startswith("while scanning")
    mark = error.context_mark if scanning and error.context_mark else error.problem_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = (error.problem or "").strip()
    vi = "Cú pháp YAML sai. Hãy xem thụt lề, dấu hai chấm và dấu ngoặc kép quanh dòng này."
    if "\\t" in said or "tab" in said or "cannot start any token" in said:
        vi = "Cú pháp YAML sai: ký tự không đứng được ở đây (dấu tab phải thay bằng dấu cách)."
    elif "mapping values are not allowed" in said:
        vi = 'Cú pháp YAML sai: có dấu hai chấm trong chữ. Hãy đặt cả câu trong dấu ngoặc kép "…".'
    return Problem(
        Place(name, line, column), vi, f"YAML syntax: {said}. Check indentation, colons and quotes around this line."
    )


def _reader_position(text: str, error: Exception) -> tuple[int, int]:
    before = text.encode()[: getattr(error, "position", 0) or 0]  # libyaml counts bytes
    return before.count(b"\n") + 1, 1
