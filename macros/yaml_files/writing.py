"""Values as YAML that reads back as the same, written as the files of `data/` are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from macros.yaml_files.strict_yaml import parse

STEP = "  "
_OF_LISTS = ",[]{}"  # what ends an item of a list in brackets


def scalar(text: str) -> str:
    """The text as YAML, in quotes where YAML would read it as something else."""
    value, _, problems = parse(f"a: {text}".encode(), "")
    plain = not problems and isinstance(value, dict) and str(value.get("a")) == text
    return text if plain else json.dumps(text, ensure_ascii=False)


def item(text: str) -> str:
    """The text as an item of a list in brackets."""
    return json.dumps(text, ensure_ascii=False) if any(letter in text for letter in _OF_LISTS) else scalar(text)


def lines_of(name: str, value: Any) -> Iterator[str]:
    """A key with its value."""
    if isinstance(value, dict):
        yield f"{name}:"
        yield from (f"{STEP}{line}" for key, part in value.items() for line in lines_of(key, part))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield f"{name}:"
        for each in value:
            yield from items(line for key, part in each.items() for line in lines_of(key, part))
    elif isinstance(value, list):
        yield f"{name}: [{', '.join(map(str, value))}]"
    elif isinstance(value, bool):
        yield f"{name}: {str(value).lower()}"
    else:
        yield f"{name}: {scalar(str(value))}"


def items(lines: Iterator[str]) -> Iterator[str]:
    """The lines of a mapping as one item of a list."""
    first, *rest = lines
    yield f"{STEP}- {first}"
    yield from (f"{STEP * 2}{line}" for line in rest)
