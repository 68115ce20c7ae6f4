"""The project's own data with hostile text in the place of every text that it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.archive.data_files import Content
from macros.archive.reader import Reading
from macros.checks.loading import examine
from macros.data.problems import Place, Problem, Severity
from macros.data.strict_yaml import Key

# Ends every kind of quotation a page, a feed or a file of data has, and then tries to run, load, hide or format.
HOSTILE = (
    """=1+1 "'> </p></title></script></textarea><script>ran=1</script><img src=//evil.example/i onerror="ran=2">"""
    """<svg onload=ran=3></svg><iframe src="https://evil.example/"></iframe><base href="https://evil.example/">"""
    """<style>*{display:none}</style><a href="javascript:ran=4">here</a> ]]> --> <!-- """
    """<link rel=stylesheet href=//evil.example/c>"""
    """ &lt;script&gt;ran=5&lt;/script&gt; &#60;b&#62; {{ 7*7 }} {% set x = 1 %} {# note #} ${7*7} %00"""
    """ \\u003cb\\u003e **bold** _it_ [link](javascript:ran=6) ![i](https://evil.example/i) `code` """
    """<https://evil.example/> :smile: a|b end"""
)


class _Quoted(str):
    """A text to be written between double quotes."""


class _Writer(yaml.CSafeDumper):
    """Writes YAML that is read strictly: no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Writer.add_representer(
    _Quoted, lambda writer, text: writer.represent_scalar("tag:yaml.org,2002:str", str(text), style='"')
)

Way = tuple[str, tuple[Key, ...]]  # a file's name in the project, and the way to a value in it


class HostileData:
    """A copy of the data whose texts are to be replaced.

    A text is a value in whose place `HOSTILE` is taken; ids, dates, kinds and addresses are refused by the model and
    stay as they are.
    """

    def __init__(self, tree: Path) -> None:
        self.tree = tree
        reading = Reading(tree / "data")
        self._raw = {name: file.value for name, file in reading.records.files.items()}
        content = Content(reading.records.files)
        self._entries = {(entry.file, entry.path): entry for entry in content.entries if isinstance(entry.value, str)}
        self.texts: set[Way] = set(self._entries)
        # Each begins with a word of its own: what looks the same is reported once, with the first place only.
        while refused := self.refused({way: f"{_word(number)} {HOSTILE}" for number, way in enumerate(self.texts)}):
            assert refused & self.texts, f"refused because of other texts: {refused}"
            self.texts -= refused

    @property
    def addresses(self) -> set[Way]:
        """Every web address."""
        return {way for way, entry in self._entries.items() if entry.text.startswith("http")}

    def problems(self, texts: dict[Way, str]) -> list[Problem]:
        """The errors found once these texts, each with a word of its own, stand in the data."""
        distinct = {way: f"{text} {_word(number)}" for number, (way, text) in enumerate(texts.items())}
        for name, value in self._raw.items():
            changed = _replaced(value, name, (), distinct)
            written = yaml.dump(changed, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=10**9)
            (self.tree / name).write_text(written, "utf-8")
        records, problems = examine(self.tree / "data")
        self._files = records.files
        return [problem for problem in problems if problem.severity is Severity.ERROR]

    def refused(self, texts: dict[Way, str]) -> set[Way]:
        """The ways to what is refused then."""
        return self._ways(problem.place for problem in self.problems(texts))

    def _ways(self, places: Iterable[Place]) -> set[Way]:
        """The ways to what stands at these places now."""
        known = {(place.file, place.line): path for path, place in self._now()}  # each text is written on one line
        return {known[place.file, place.line] for place in places if (place.file, place.line) in known}

    def _now(self) -> Iterator[tuple[Way, Place]]:
        for name, path in self._entries:
            places = self._files[name].places
            yield (name, path), places.find(path)


def _word(number: int) -> str:
    """A word in small letters: a number or a name would be looked for in what a summary rests on."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _replaced(value: Any, name: str, path: tuple[Key, ...], texts: dict[Way, str]) -> Any:
    if isinstance(value, dict):
        return {key: _replaced(each, name, (*path, key), texts) for key, each in value.items()}
    if isinstance(value, list):
        return [_replaced(each, name, (*path, index), texts) for index, each in enumerate(value)]
    if (name, path) in texts:
        return _Quoted(texts[name, path])
    return value
