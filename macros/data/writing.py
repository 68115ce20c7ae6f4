"""Values as YAML that reads back as the same, written as the files of `data/` are."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from macros.data.strict_yaml import parse

STEP = "  "
_OF_LISTS = ",[]{}"  # what ends an item of a list in brackets


class _Dumper(yaml.SafeDumper):
    """Writes dates without quotes, as they are written in `data/`."""


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def scalar(text: str) -> str:
    """What was typed, a number for a number, as YAML: in quotes where YAML would read it as something else."""
    return text if str(_read(text)) == text else _quoted(text)


def item(text: str) -> str:
    """What was typed as an item of a list in brackets."""
    return _quoted(text) if any(letter in text for letter in _OF_LISTS) else scalar(text)


def lines_of(name: str, value: Any) -> Iterator[str]:
    """A key with its value: a text that reads back as a text, such as the Vietnamese number 20.739, in quotes."""
    if isinstance(value, dict):
        yield f"{name}:"
        yield from (f"{STEP}{line}" for key, part in value.items() for line in lines_of(key, part))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield f"{name}:"
        for each in value:
            yield from items(line for key, part in each.items() for line in lines_of(key, part))
    elif isinstance(value, list):
        yield f"{name}: [{', '.join(map(str, value))}]"
    elif isinstance(value, str):
        yield f"{name}: {value if _read(value) == value else _quoted(value)}"
    else:
        yield f"{name}: {json.dumps(value)}"


def items(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a mapping as one item of a list."""
    first, *rest = lines
    yield f"{STEP}- {first}"
    yield from (f"{STEP * 2}{line}" for line in rest)


def inline(value: Any) -> str:
    """A value as YAML on one line."""
    written: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, default_flow_style=True, sort_keys=False, width=1000
    )
    return written.removesuffix("\n").removesuffix("\n...")


def _read(text: str) -> Any:
    """What YAML reads where the text is without quotes; None where that is a mistake."""
    value, _, problems = parse(f"a: {text}".encode(), "")
    return value.get("a") if not problems and isinstance(value, dict) else None


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
