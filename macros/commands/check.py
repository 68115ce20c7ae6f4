"""The check: `python -m macros.commands.check` reads all data and tells every problem at once.

Exit code 1 with an error, 0 without. The build refuses the same errors (`loading.py`); it shows nothing else.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

from macros.archive.loading import examine
from macros.commands.showing import shown
from macros.text.language import Language, word
from macros.yaml_files.problems import Level, Problem

_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def as_text(problems: list[Problem], root: Path, languages: list[Language]) -> str:
    """For people: each problem with its line and a caret below, then the count."""
    return "\n\n".join([*(shown(problem, root, languages) for problem in problems), _count(problems, languages)])


def as_github(problems: list[Problem], root: Path, languages: list[Language]) -> str:
    """Workflow commands, which GitHub shows as annotations at the lines of a pull request."""
    lines = []
    for problem in problems:
        place = problem.place
        where = f"file={_property(place.file)},line={place.line},col={place.column},title={_property(problem.rule)}"
        said = "\n".join(getattr(problem, language.value) for language in languages)
        lines.append(f"::{_GITHUB[problem.level]} {where}::{_escape(said)}")
    return "\n".join([*lines, _count(problems, languages)])


def as_json(problems: list[Problem], root: Path, languages: list[Language]) -> str:
    """For programs: an object with `errors`, `warnings` and `notes` (their numbers) and `problems`, in file order.

    Each problem has `file`, `line`, `column` (from 1), `level` (`error`, `warning`, `info`), `rule`, `message` (a text
    for each language asked for) and `fix`: null, or `line`, `column`, `length` and the `text` that goes there instead.
    """
    return json.dumps(
        {
            "errors": _number(problems, Level.ERROR),
            "warnings": _number(problems, Level.WARNING),
            "notes": _number(problems, Level.INFO),
            "problems": [_object(problem, languages) for problem in problems],
        },
        ensure_ascii=False,
        indent=2,
    )


FORMATS: dict[str, Callable[[list[Problem], Path, list[Language]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}


def main(arguments: list[str] | None = None, out: TextIO = sys.stdout) -> int:
    """Run the check; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros.commands.check", description=_both("check_help"))
    parser.add_argument("data", nargs="?", type=Path, default=Path("data"), help="data/")
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--language", choices=[*(each.value for each in Language), "both"], default="both")
    options = parser.parse_args(arguments)
    languages = list(Language) if options.language == "both" else [Language(options.language)]
    _, problems = examine(options.data)
    try:
        print(FORMATS[options.format](problems, options.data.parent, languages), file=out, flush=True)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        sys.stderr.close()
    return 1 if _number(problems, Level.ERROR) else 0


def _both(key: str) -> str:
    return " / ".join(word(key, language) for language in Language)


def _object(problem: Problem, languages: list[Language]) -> dict[str, Any]:
    place, fix = problem.place, problem.fix
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "level": problem.level.value,
        "rule": problem.rule,
        "message": {language.value: getattr(problem, language.value) for language in languages},
        "fix": {"line": fix.at.line, "column": fix.at.column, "length": fix.length, "text": fix.text} if fix else None,
    }


def _count(problems: list[Problem], languages: list[Language]) -> str:
    numbers = [_number(problems, level) for level in Level]
    return " / ".join(word("check_count", language).format(*numbers) for language in languages)


def _number(problems: list[Problem], level: Level) -> int:
    return sum(problem.level is level for problem in problems)


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


if __name__ == "__main__":
    gc.disable()  # nothing is garbage before the end, and looking for it takes a third of the time
    # Vietnamese on a terminal that is not set to UTF-8 is better garbled than a traceback.
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main())
