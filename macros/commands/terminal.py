"""A problem as a terminal shows it: its place, the messages, the line itself with a caret below; a note in one line."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from textwrap import indent

from macros.data.problems import Level, Problem
from macros.data.quoting import line_at
from macros.text.language import Language, word

_WIDTH = 100
_BEFORE = 60


def shown(problem: Problem, root: Path, languages: list[Language]) -> str:
    """The problem in words; `root` is the project's folder, below which the file lies."""
    place = problem.place
    level = " / ".join(word(f"problem_{problem.level}", language) for language in languages)
    if problem.level is Level.INFO:
        return f"{place}: {level} [{problem.rule}] {' / '.join(problem[each] for each in languages)}"
    said = [indent(problem[language], "    ") for language in languages]
    line = line_at(place, root)
    quoted = _with_caret(line, place.line, place.column) if line else []
    return "\n".join([f"{place}: {level} [{problem.rule}]", *said, *quoted])


def _with_caret(line: str, number: int, column: int) -> list[str]:
    """The line, cut around the column where it is long, and below it a caret under that column."""
    start = max(0, column - 1 - _BEFORE) if len(line) > _WIDTH else 0
    part = line[start : start + _WIDTH]
    before = "".join("\t" if each == "\t" else " " * _columns(each) for each in line[start : column - 1])
    cut, rest = "…" if start else "", "…" if start + _WIDTH < len(line) else ""
    margin = f"  {number} | "
    return [f"{margin}{cut}{part}{rest}", f"{' ' * (len(margin) - 2)}| {' ' * len(cut)}{before}^"]


def _columns(character: str) -> int:
    """How many columns of a terminal a character takes: an accent of its own takes none."""
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
