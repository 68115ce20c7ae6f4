"""Blank records for editors to fill: every field with what it means in both languages, taken from the model.

What must be written holds a mark that the check refuses until it is; what may be left out is a comment.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, get_args

from pydantic.fields import FieldInfo

from macros import model
from macros.rules.languages import TO_FILL
from macros.yaml_files.strict_yaml import parse

# Given values by the path of their field: `title.vi`, `date`, `sources.url`.
Given = Mapping[str, str]
_STEP = "  "


def blank(record: type[model.Record], given: Given) -> str:
    """A record of the kind as YAML, with the given values in their places."""
    return "\n".join(_record(record, given, "")) + "\n"


def scalar(text: str) -> str:
    """The text as YAML, in quotes where YAML would read it as something else."""
    value, _, problems = parse(f"a: {text}".encode(), "")
    plain = not problems and isinstance(value, dict) and str(value.get("a")) == text
    return text if plain else json.dumps(text, ensure_ascii=False)


def _record(record: type[model.Record], given: Given, path: str) -> Iterator[str]:
    for name, field in record.fields().items():
        about = next(each for each in field.metadata if isinstance(each, model.About))
        here = f"{path}{name}"
        wanted = field.is_required() or any(each == here or each.startswith(f"{here}.") for each in given)
        if not (path and record is model.Text):
            values = " | ".join(_values(field.annotation))
            yield f"# {about.vi}{f': {values}' if values else ''}"
            yield f"# {about.en}"
        if wanted:
            yield from _required(name, field, about, given, here)
        else:
            yield from (f"# {line}" for line in _example(name, field.annotation, about))


def _required(name: str, field: FieldInfo, about: model.About, given: Given, path: str) -> Iterator[str]:
    inner = inner_record(field.annotation)
    below = any(each.startswith(f"{path}.") for each in given)
    if path in given:
        yield f"{name}: [{given[path]}]" if _is_list(field.annotation) else f"{name}: {scalar(given[path])}"
    elif may_be_not_stated(field.annotation, path) and not below:
        yield f"{name}: {model.NOT_STATED}"
    elif inner and _is_list(field.annotation):
        lines = list(_record(inner, given, f"{path}."))
        yield f"{name}:"
        first = next(index for index, line in enumerate(lines) if not line.startswith("#"))
        yield from (f"{_STEP}{line}" for line in lines[:first])
        yield f"{_STEP}- {lines[first]}"
        yield from (f"{_STEP * 2}{line}" for line in lines[first + 1 :])
    elif inner:
        yield f"{name}:"
        yield from (f"{_STEP}{line}" for line in _record(inner, given, f"{path}."))
    else:
        mark = TO_FILL[1] if name == "en" else TO_FILL[0]
        yield f"{name}: [{mark}]" if _is_list(field.annotation) else f"{name}: {mark}"


def _example(name: str, annotation: Any, about: model.About) -> Iterator[str]:
    inner = inner_record(annotation)
    example = [_sample(inner)] if inner and _is_list(annotation) and inner is not model.Text else about.example
    return lines_of(name, example)


def lines_of(name: str, value: Any) -> Iterator[str]:
    """A key with its value, written as in the data."""
    if isinstance(value, dict):
        yield f"{name}:"
        yield from (f"{_STEP}{line}" for key, part in value.items() for line in lines_of(key, part))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield f"{name}:"
        for item in value:
            first, *rest = [line for key, part in item.items() for line in lines_of(key, part)]
            yield f"{_STEP}- {first}"
            yield from (f"{_STEP * 2}{line}" for line in rest)
    elif isinstance(value, list):
        yield f"{name}: [{', '.join(map(str, value))}]"
    elif isinstance(value, bool):
        yield f"{name}: {str(value).lower()}"
    else:
        yield f"{name}: {scalar(str(value))}"


def _sample(record: type[model.Record]) -> dict[str, Any]:
    """An example of a record with what it must have; of alternatives, the first."""
    alternatives: Any = record.model_config.get("json_schema_extra") or {}
    needed = {name for each in alternatives.get("anyOf", [])[:1] for name in each["required"]}
    return {
        name: next(each.example for each in field.metadata if isinstance(each, model.About))
        for name, field in record.fields().items()
        if field.is_required() or name in needed
    }


def inner_record(annotation: Any) -> type[model.Record] | None:
    """The record that a field holds, by itself, in a list, or beside `not-stated`."""
    if isinstance(annotation, type) and issubclass(annotation, model.Record):
        return annotation
    return next((found for each in get_args(annotation) if (found := inner_record(each))), None)


def _is_list(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", None) is list or any(_is_list(each) for each in get_args(annotation))


def may_be_not_stated(annotation: Any, path: str) -> bool:
    """True for a field that may hold `not-stated`."""
    return annotation == model.NotStated or path.endswith("url") or model.NOT_STATED in _literals(annotation)


def _literals(annotation: Any) -> Iterator[Any]:
    for each in get_args(annotation):
        yield each
        yield from _literals(each)


def _values(annotation: Any) -> Iterator[str]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from (member.value for member in annotation)
    for each in get_args(annotation):
        yield from _values(each)
