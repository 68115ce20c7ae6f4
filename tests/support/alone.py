"""A small archive in which texts have no English, each with a word of its own to find it by on the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.support.project import copy_small

# Read as the project reads them: a date stays the text that it is.
_RESOLVERS = {
    first: [(tag, pattern) for tag, pattern in each if not tag.endswith(":timestamp")]
    for first, each in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


# A number in the Vietnamese of a summary must be one of its statements.
_LETTERS = str.maketrans("0123456789", "abcdefghij")


class _Loader(yaml.SafeLoader):
    yaml_implicit_resolvers = _RESOLVERS


class _Dumper(yaml.SafeDumper):
    yaml_implicit_resolvers = _RESOLVERS


@dataclass(frozen=True)
class Marked:
    """A text of the data that has no English, with the word put at its end."""

    file: str
    path: tuple[str | int, ...]
    word: str

    @property
    def in_log(self) -> bool:
        """Whether it is in the log of corrections, which the machine writes and no one translates."""
        return self.file.startswith("corrections/")


def alone(target: Path, every: int) -> list[Marked]:
    """Copy the small archive, and leave out the English of every `every`th text."""
    data = copy_small(target) / "data"
    found: list[Marked] = []
    number = 0
    for path in sorted(data.rglob("*.yml")):
        value = yaml.load(path.read_text("utf-8"), _Loader)
        for where, text in _texts(value):
            number += 1
            if number % every == 0:
                text.pop("en", None)
                marked = Marked(path.relative_to(data).as_posix(), where, f"mốc{str(number).translate(_LETTERS)}x")
                text["vi"] = f"{text['vi'].rstrip('.')} {marked.word}"
                found.append(marked)
        path.write_text(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    return found


def _texts(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], dict[str, str]]]:
    """Every text, with the way to it."""
    if isinstance(value, dict):
        if isinstance(value.get("vi"), str):
            yield path, value
        for key, part in value.items():
            yield from _texts(part, (*path, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _texts(part, (*path, number))
