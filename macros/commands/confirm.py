"""Records translations: `python -m macros.commands.confirm [NAME …]` declares outdated English right as it is.

A name is that of a text as the check and the status page give it, such as `meetings/2022-06-29/place`, or the beginning
of one, such as `meetings/2022-06-29`; without names, all are confirmed. `make fix` records in the same way and confirms
nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from macros.archive.data_files import Content
from macros.archive.reader import Reading
from macros.archive.translations import Outdated, Translation, path_of, read, record, written
from macros.commands.terminal import in_languages, reports_refusals, run
from macros.data import plain_files
from macros.data.problems import Level, Refused
from macros.text.language import Language


def contents(data: Path) -> Content:
    """The data with what is recorded of its translations; raises `Refused` where either cannot be read."""
    reading = Reading(data)
    recorded, garbled = read(data)
    errors = [problem for problem in (*reading.problems, *garbled) if problem.level is Level.ERROR]
    if errors:
        raise Refused(errors)
    return Content(reading.records.files, recorded=recorded)


def save(data: Path, content: Content, outdated: Collection[Outdated]) -> Iterator[tuple[Path, int]]:
    """Write what differs below `translations/`; gives each file with the number of texts recorded again in it."""
    wanted = record(content.translations, outdated)
    for file in sorted(content.recorded.keys() - wanted.keys()):
        path_of(file, data).unlink()
        yield path_of(file, data), 0
    for file, fields in wanted.items():
        old = content.recorded.get(file, {})
        path, text = path_of(file, data), written(fields)
        if not path.is_file() or path.read_bytes() != text.encode():
            plain_files.write(path, data.parent, text.encode())
            yield path, sum(pairs != old.get(field) for field, pairs in fields.items())


@reports_refusals
def main(names: list[str]) -> int:
    """Run the command; gives the exit code."""
    data = Path("data")
    content = contents(data)
    unknown = [name for name in names if not any(_is_named(text, name) for text in content.translations)]
    for name in unknown:
        print(in_languages("confirm_unknown", Language, name, separator="\n"), file=sys.stderr)
    if unknown:
        return 1
    chosen = [each for each in content.outdated if not names or any(_is_named(each.text, name) for name in names)]
    list(save(data, content, [each for each in content.outdated if each not in chosen]))
    for each in chosen:
        print(each.text.name)
    print(in_languages("confirm_count", Language, len(chosen)))
    return 0


def _is_named(text: Translation, name: str) -> bool:
    return re.match(rf"{re.escape(name)}(?:$|[/.])", text.name) is not None


if __name__ == "__main__":
    run(main)
