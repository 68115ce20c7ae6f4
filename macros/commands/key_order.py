"""Puts the keys of a record into the order of the model, moving whole lines and changing none.

Only mappings with a key a line are put in order; comments above a key move with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.data.strict_yaml import Places, Value, lines, parse
from macros.derived.schemas import schema_of, schemas
from macros.records.files import kind_of


class KeyOrder:
    """The order of keys in every kind of file."""

    def __init__(self) -> None:
        self.schemas = schemas()

    def put(self, text: str, name: str) -> tuple[str, list[tuple[int, list[str]]]]:
        """The text of a file with its keys in order, and for each record put in order its line and its keys."""
        kind = kind_of(name)
        done: list[tuple[int, list[str]]] = []
        while kind:
            value, places, problems = parse(text.encode(), name)
            schema = self.schemas[schema_of(kind)]
            found = None if problems else next(_disordered(value, places, schema, schema["definitions"]), None)
            if not found:
                break
            moved = _reordered(lines(text), *found)
            if parse(moved.encode(), name)[0] != value:
                break  # written in a way that lines cannot be moved
            text = moved
            done.append((next(iter(found[0].keys.values())).line, found[1]))
        return text, done


def _disordered(value: Value, places: Places, schema: Any, definitions: Any) -> Iterator[tuple[Places, list[str]]]:
    """Mappings whose keys stand in another order than the schema's, each with the right order."""
    for each in _alternatives(schema, definitions):
        if isinstance(value, dict):
            order = list(each.get("properties", ()))
            present = list(value)
            if order and set(present) <= set(order):
                right = sorted(present, key=order.index)
                if right != present and _a_line_each(places):
                    yield places, right
            others = list(each.get("patternProperties", {}).values())
            for key, part in value.items():
                for inner in [each["properties"][key]] if key in each.get("properties", ()) else others:
                    yield from _disordered(part, places.parts[key], inner, definitions)
        elif isinstance(value, list) and "items" in each:
            for index, part in enumerate(value):
                yield from _disordered(part, places.parts[index], each["items"], definitions)


def _alternatives(schema: Any, definitions: Any) -> Iterator[Any]:
    """A schema with every `$ref` followed and every alternative spread out."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/definitions/")
        if name in definitions:
            yield from _alternatives(definitions[name], definitions)
    elif "properties" in schema or not ("anyOf" in schema or "allOf" in schema):
        yield schema
    else:
        for each in (*schema.get("anyOf", ()), *schema.get("allOf", ())):
            yield from _alternatives(each, definitions)


def _a_line_each(places: Places) -> bool:
    keys = list(places.keys.values())
    return len({key.line for key in keys}) == len(keys) and len({key.column for key in keys}) == 1


def _reordered(all_lines: list[str], places: Places, right: list[str]) -> str:
    keys = list(places.keys)
    indent = next(iter(places.keys.values())).column - 1
    starts = [places.keys[key].line - 1 for key in keys]
    for index in range(1, len(starts)):
        while _is_comment(all_lines[starts[index] - 1], indent):
            starts[index] -= 1
    ends = [*starts[1:], _end(all_lines, starts[-1], indent)]
    prefix = all_lines[starts[0]][:indent]  # the dash of a list's item, or spaces
    blocks = {key: all_lines[start:end] for key, start, end in zip(keys, starts, ends, strict=True)}
    for block in blocks.values():
        if not block[-1].endswith("\n"):
            block[-1] += "\n"
    blocks[keys[0]][0] = " " * indent + blocks[keys[0]][0][indent:]
    first = blocks[right[0]]
    head = next(index for index, line in enumerate(first) if not _is_comment(line, indent))
    first[head] = prefix + first[head][indent:]
    moved = [line for key in right for line in blocks[key]]
    return "".join([*all_lines[: starts[0]], *moved, *all_lines[ends[-1] :]])


def _end(all_lines: list[str], start: int, indent: int) -> int:
    """The line after the last one that belongs to the key at `start`."""
    end = start + 1
    for index in range(start + 1, len(all_lines)):
        line = all_lines[index]
        bare = line.strip()
        own = len(line) - len(line.lstrip(" "))
        if bare and not (own > indent or (own == indent and bare.startswith("- "))):
            break
        if bare:
            end = index + 1
    return end


def _is_comment(line: str, indent: int) -> bool:
    return line.strip().startswith("#") and len(line) - len(line.lstrip(" ")) == indent
