"""The check: `python -m macros.commands.check` reads all data and reports every problem at once.

With `--base` it reports what a change introduced first, and older problems in a line. Exit code 1 with an error,
with `--base` an error of the change; else 0. The build refuses the same errors (`loading.py`); it shows nothing else.
"""

import argparse
import gc
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from macros.archive import summaries, translations
from macros.archive.data_files import Content
from macros.checks.loading import examine
from macros.checks.pages import english_pages
from macros.commands.findings import FORMATS, Findings, OnLine
from macros.commands.revisions import branched_off, changed, files
from macros.commands.terminal import in_languages, reports_refusals
from macros.data.problems import Problem, Severity
from macros.data.quoting import line_at
from macros.data.showing import speak_utf_8
from macros.text.language import Language, word

_PAGES = "docs"


@reports_refusals
def main(arguments: list[str] | None = None, out: TextIO = sys.stdout) -> int:
    """Run the check; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros.commands.check", description=in_languages("check_help"))
    parser.add_argument("data", nargs="?", type=Path, default=Path("data"), help="data/")
    parser.add_argument("--base", help=in_languages("check_base"))
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--language", choices=[*(each.value for each in Language), "both"], default="both")
    options = parser.parse_args(arguments)
    languages = list(Language) if options.language == "both" else [Language(options.language)]
    try:
        findings = found(options.data, options.base)
    except ValueError:
        print("\n".join(word("check_no_base", each).format(revision=options.base) for each in languages), file=out)
        return 1
    try:
        print(FORMATS[options.format](findings, options.data.parent, languages), file=out, flush=True)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        sys.stderr.close()
    return int(any(problem.severity is Severity.ERROR for problem in findings.own))


def found(data: Path, base: str | None = None) -> Findings:
    """Every problem of the data, apart from those that it had at the revision `base` where one is given.

    Raises:
        ValueError: there is no such revision, or no data in it.
    """
    root = data.parent
    if not base:
        return Findings.all(_examined(data))
    base = branched_off(base, root)
    with files(base, root, (data.name, translations.FOLDER, summaries.FOLDER, _PAGES)) as folder:
        before = _on_lines(_examined(folder / data.name), folder)
    return Findings.since(_on_lines(_examined(data), root), before, changed(base, root=root))


def _examined(data: Path) -> list[Problem]:
    """Every problem of the data, and of the English of the hand-written pages."""
    records, problems = examine(data)
    return sorted([*problems, *english_pages(data.parent / _PAGES, Content(records.files))])


def _on_lines(problems: Iterable[Problem], root: Path) -> list[OnLine]:
    return [(problem, line_at(problem.place, root)) for problem in problems]


if __name__ == "__main__":
    gc.disable()  # nothing is garbage before the end, and looking for it takes a third of the time
    speak_utf_8()
    sys.exit(main())
