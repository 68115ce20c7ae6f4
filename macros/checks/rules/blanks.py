"""Optional fields without a value, as form editors and copied frames leave them: `''`, `{}`, `[]`, nothing.

Such a field says no more than one that is left out. What is left out of the frame of a field that is needed, or written
in a way that may hide a value, such as behind a `#`, is not looked at here.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from macros.archive.data_files import Content, DataFile
from macros.archive.nodes import Node
from macros.checks.rule import Found, error, warning
from macros.data.decoding import lines
from macros.data.problems import Fix, Place

_BLANK_LINE = re.compile(r"\s*(?:- +)?[\w-]+:\s*(?:''|\"\"|\{\s*\}|\[\s*\]|~|null)?\s*")


@error(
    "Trường này không bắt buộc: hãy bỏ dòng, hoặc điền giá trị.",
    "The field is not required: remove the line, or write a value.",
)
def empty_value(content: Content) -> Iterator[Found]:
    """A field that is not required is left out rather than left empty."""
    yield from _found(content, of_lists=False)


@warning(
    "Không có gì để liệt kê thì hãy bỏ dòng.",
    "Where there is nothing to list, remove the line.",
)
def empty_list(content: Content) -> Iterator[Found]:
    """A list with nothing in it is left out."""
    yield from _found(content, of_lists=True)


def _found(content: Content, *, of_lists: bool) -> Iterator[Found]:
    for blank in (each for file in content.files.values() for each in file.cached(blanks)):
        if blank.entry.is_list is of_lists:
            key = blank.entry.key
            yield Found(blank.entry.place, f"“{key}” để trống.", f"“{key}” is empty.", blank.fix)


class Blank(NamedTuple):
    """A field without a value: the field, its lines, counted from 1, and the fix that removes it, if there is one."""

    entry: Node
    lines: range
    fix: Fix | None


def blanks(file: DataFile) -> list[Blank]:
    """The optional fields of a file that were left without a value, none within another."""
    found: list[Blank] = []
    for mapping in file.mappings if file.readable else ():
        for key, value in mapping.value.items():
            within = found and mapping.path[: len(found[-1].entry.path)] == found[-1].entry.path
            part = mapping[key] if _is_blank(value) and not within else None
            if part and part.field and not part.field.required and _is_whole(mapping):
                found.extend(_blank(mapping, part, file))
    return found


def _is_whole(mapping: Node) -> bool:
    """True where every key is a field of the record: one that is not may be the missing value at the wrong indent."""
    return all(mapping[key].field for key in mapping.value)


def _is_blank(value: Any) -> bool:
    """True for what holds no value at all, however many keys lead to it."""
    if isinstance(value, dict):
        return all(map(_is_blank, value.values()))
    return value == [] or (isinstance(value, str) and value.strip() in ("", "~", "null"))


def _blank(around: Node, part: Node, file: DataFile) -> Iterator[Blank]:
    all_lines = lines(file.raw.decode("utf-8").removeprefix("\ufeff"))
    key = around.places.keys[part.key]
    last = max(each.place.line for each in part.within())
    own = all_lines[key.line - 1 : last]
    if not all(_BLANK_LINE.fullmatch(line) for line in own):
        return
    before = own[0][: key.column - 1]
    if not before.strip():
        start, end = Place(key.file, key.line), Place(key.file, last + 1)
    else:  # behind the dash of a list's item: the next field takes its place
        start, end = key, next((each for each in around.places.keys.values() if each > key), key)
    alone = all(map(_is_blank, around.value.values()))
    removable = not alone and end.line == last + 1
    length = len("".join(all_lines[start.line - 1 : end.line - 1])) - (start.column - 1) + (end.column - 1)
    yield Blank(part, range(key.line, last + 1), Fix(start, length, "") if removable else None)
