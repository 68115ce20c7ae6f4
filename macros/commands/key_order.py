"""Puts the keys of a record into the order of its fields, moving whole lines and changing none.

Only mappings with a key a line are reordered; comments above a key move with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from macros.data.decoding import lines
from macros.data.strict_yaml import Key, Places, Value, parse
from macros.records.files import record_at


def in_order(text: str, name: str) -> tuple[str, list[tuple[int, list[str]]]]:
    """The text of a data file with its keys in order, and for each reordered record its line and its keys.

    Args:
        text: what is in the file, without mistakes.
        name: its name inside the project, such as `data/topics.yml`.
    """
    done: list[tuple[int, list[str]]] = []
    value, places, _ = parse(text.encode(), name)
    while found := next(_disordered(name, value, places), None):
        record, right = found
        moved = _moved(lines(text), record, right)
        value_then, places_then, problems = parse(moved.encode(), name)
        if problems or value_then != value:
            break  # written in a way that lines cannot be moved
        done.append((_line_of(record), right))
        text, value, places = moved, value_then, places_then
    return text, done


def _disordered(
    name: str, value: Value, places: Places, path: tuple[Key, ...] = ()
) -> Iterator[tuple[Places, list[str]]]:
    """Mappings with a key a line in another order than the fields of their record, each with the right order."""
    if isinstance(value, dict) and (record := record_at(name, path, value)):
        right = sorted(value, key=list(record.fields()).index)
        at = list(places.keys.values())
        if right != list(value) and len({key.line for key in at}) == len(at) and len({key.column for key in at}) == 1:
            yield places, right
    for key, part in places.parts.items():
        yield from _disordered(name, value[key], part, (*path, key))


def _line_of(record: Places) -> int:
    return next(iter(record.keys.values())).line


def _moved(all_lines: list[str], record: Places, right: list[str]) -> str:
    """The lines of a file with those of a record in the order of these keys."""
    first = _line_of(record) - 1
    indent = " " * (next(iter(record.keys.values())).column - 1)
    starts = [place.line - 1 for place in record.keys.values()]
    for index in range(1, len(starts)):
        while all_lines[starts[index] - 1].startswith(f"{indent}#"):
            starts[index] -= 1
    deeper = re.compile(rf"{indent}( |- )|\s*$")
    last = "".join(takewhile(deeper.match, all_lines[starts[-1] + 1 :])).rstrip()
    ends = [*starts[1:], starts[-1] + 1 + (last.count("\n") + 1 if last else 0)]
    blocks = dict(zip(record.keys, ("".join(all_lines[a:b]) for a, b in zip(starts, ends, strict=True)), strict=True))
    # The first line of an item of a list begins with a dash.
    dash = all_lines[first][: len(indent)]
    blocks[next(iter(record.keys))] = indent + blocks[next(iter(record.keys))][len(indent) :]
    moved = re.sub(rf"^{indent}(?![ #])", dash, "".join(blocks[key] for key in right), count=1, flags=re.MULTILINE)
    return "".join([*all_lines[:first], moved, *all_lines[ends[-1] :]])
