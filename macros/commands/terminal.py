"""What commands print: words in both languages, a problem with its line and a caret below, why they end."""

import sys
import unicodedata
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from textwrap import indent
from typing import NoReturn, ParamSpec

from macros.data.plain_files import NotPlain
from macros.data.problems import Problem, Refused, Severity
from macros.data.quoting import line_at
from macros.data.showing import shown, speak_utf_8
from macros.text.language import Language, word

_WIDTH = 100
_BEFORE = 60
_Arguments = ParamSpec("_Arguments")


class Impossible(Exception):
    """What a command is asked to do cannot be done; the message in both languages."""


def in_languages(
    key: str, languages: Iterable[Language] = Language, *values: object, separator: str = " / ", **named: object
) -> str:
    """Words of `words.yml` in each of the languages, with values in place of their braces."""
    return separator.join(word(key, language).format(*values, **named) for language in languages)


def reports_refusals(main: Callable[_Arguments, int]) -> Callable[_Arguments, int]:
    """The command, which says why and gives 1 where something cannot be used or done."""

    @wraps(main)
    def command(*arguments: _Arguments.args, **named: _Arguments.kwargs) -> int:
        try:
            return main(*arguments, **named)
        except Refused as refused:
            print(refused.report(), file=sys.stderr)
        except (NotPlain, Impossible) as why:
            print(why, file=sys.stderr)
        return 1

    return command


def run(main: Callable[[list[str]], int]) -> NoReturn:
    """Run a command with the arguments that were typed and end with its exit code, as shells do where it is stopped."""
    speak_utf_8()
    try:
        sys.exit(main(sys.argv[1:]))
    except (KeyboardInterrupt, EOFError):
        sys.exit(130)


def problem_text(problem: Problem, root: Path, languages: Iterable[Language]) -> str:
    """The problem in words, a note in one line; `root` is the project's folder, below which the file is."""
    place = problem.place
    head = f"{place}: {in_languages(f'problem_{problem.severity}', languages)} [{problem.rule}]"
    messages = [problem[language] for language in languages]
    if problem.severity is Severity.INFO:
        return f"{head} {' / '.join(messages)}"
    line = line_at(place, root)
    quoted = _with_caret(line, place.line, place.column) if line else []
    return "\n".join([head, *(indent(message, "    ") for message in messages), *quoted])


def _with_caret(line: str, number: int, column: int) -> list[str]:
    """The line, cut around the column where it is long, and below it a caret under that column."""
    start = max(0, column - 1 - _BEFORE) if len(line) > _WIDTH else 0
    before, behind = (_with_tabs(part) for part in (line[start : column - 1], line[column - 1 : start + _WIDTH]))
    below = "".join("\t" if each == "\t" else " " * _columns(each) for each in before)
    cut, rest = "…" if start else "", "…" if start + _WIDTH < len(line) else ""
    margin = f"  {number} | "
    return [f"{margin}{cut}{before}{behind}{rest}", f"{' ' * (len(margin) - 2)}| {' ' * len(cut)}{below}^"]


def _with_tabs(part: str) -> str:
    """Part of a line as a terminal can show it."""
    return "\t".join(map(shown, part.split("\t")))


def _columns(character: str) -> int:
    """How many columns of a terminal a character takes: an accent of its own takes none."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
