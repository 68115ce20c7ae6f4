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


@dataclass
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
    reader = _Reader(name)
    try:
        structure = list(_structure(text, name))
        if structure:
            return None, start, structure
        documents = list(yaml.compose_all(text, Loader=yaml.CSafeLoader))
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
    if len(documents) > 1:
        extra = documents[1].start_mark
        assert extra is not None
        return (
            None,
            start,
            [
                Problem(
                    Place(name, extra.line + 1, extra.column + 1),
                    "Mỗi tệp chỉ có một tài liệu YAML. Hãy bỏ dòng `---` thứ hai.",
                    "A file holds one YAML document. Remove the second `---`.",
                )
            ],
        )
    if not documents or documents[0] is None:
        return None, start, [Problem(start.at, "Tệp trống.", "The file is empty.")]
    value, places = reader.value(documents[0])
    return value, places, reader.problems


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []

    def value(self, node: yaml.Node) -> tuple[Value, Places]:
        place = Place(self.name, node.start_mark.line + 1, node.start_mark.column + 1)
        places = Places(place)
        if isinstance(node, yaml.ScalarNode):
            places.characters = _characters(node, place)
            return self._scalar(node, place), places
        if isinstance(node, yaml.SequenceNode):
            items: list[Value] = []
            for index, child in enumerate(node.value):
                item, places.parts[index] = self.value(child)
                items.append(item)
            return items, places
        assert isinstance(node, yaml.MappingNode)
        return self._mapping(node, places), places

    def _mapping(self, node: yaml.MappingNode, places: Places) -> dict[str, Value]:
        result: dict[str, Value] = {}
        for key_node, child in node.value:
            place = Place(self.name, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            key = self._scalar(key_node, place, key=True) if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str):
                self.problems.append(Problem(place, "Khóa phải là chữ.", "A key must be text."))
                continue
            if key in result:
                first = places.keys[key]
                self.problems.append(
                    Problem(
                        place,
                        f"Khóa “{key}” viết hai lần; lần đầu ở dòng {first.line}. Hãy bỏ một.",
                        f"The key “{key}” is written twice; first on line {first.line}. Remove one.",
                    )
                )
                continue
            places.keys[key] = place
            result[key], places.parts[key] = self.value(child)
        return result

    def _scalar(self, node: yaml.ScalarNode, place: Place, *, key: bool = False) -> Value:
        text: str = node.value
        if node.style in ("'", '"', "|", ">") and node.tag == "tag:yaml.org,2002:str":
            return text
        if not node.style and not key:
            if _INTEGER.fullmatch(text):
                return int(text)
            if _DECIMAL.fullmatch(text):
                return float(text)
            if text in ("true", "false"):
                return text == "true"
        if node.tag in ("tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"):
            return text
        if node.tag == "tag:yaml.org,2002:int" and key:
            return text
        if node.tag in _GUESSED:
            vi, en = _GUESSED[node.tag]
            shown = text or "~"
            self.problems.append(
                Problem(
                    place,
                    f'“{shown}” không có dấu ngoặc kép sẽ bị YAML hiểu là {vi}. Nếu là chữ, hãy viết "{text}".',
                    f'“{shown}” without quotes would be read by YAML as {en}. If it is text, write "{text}".',
                )
            )
            return text
        return text


def _characters(node: yaml.ScalarNode, place: Place) -> Place | None:
    quotes = 1 if node.style in ("'", '"') else 0
    start, end = node.start_mark, node.end_mark
    # An escape is longer than what it stands for, so equal lengths mean that there is none.
    if start.line != end.line or end.column - start.column - 2 * quotes != len(node.value):
        return None
    return Place(place.file, place.line, place.column + quotes)


def _structure(text: str, name: str) -> Iterator[Problem]:
    """Anchors, tags and deep nesting, found before anything is put together: a hostile file must cost nothing."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        mark = event.start_mark
        assert mark is not None
        place = Place(name, mark.line + 1, mark.column + 1)
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            yield Problem(
                place,
                f"Không dùng neo hay bí danh YAML (&{anchor}, *{anchor}). Hãy viết lại giá trị.",
                f"YAML anchors and aliases (&{anchor}, *{anchor}) are not used. Write the value out.",
            )
        if tag is not None:
            yield Problem(place, f"Không dùng thẻ YAML “{tag}”.", f"YAML tags are not used here: “{tag}”.")
        if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            depth += 1
            if depth > MAXIMUM_DEPTH:
                yield Problem(place, "Lồng quá sâu.", "Nested too deeply.")
                return
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            depth -= 1


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
