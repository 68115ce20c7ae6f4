"""What `make fix` would change, as suggestions for a pull request: `python -m macros.commands.suggestions [REVISION]`.

Prints JSON: an object with `suggestions`, in the order of the files. Each has `file`, the lines `start` to `end` that
it replaces, counted from 1, `before` and `after`, their texts without the last end (`after` is empty where they go),
and `why`, a message in both languages. It changes nothing: the fixes are made in a copy.
"""

from __future__ import annotations

import difflib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.archive.translations import FOLDER
from macros.commands.fix import OF_THE_TEXTS, order, plain_texts
from macros.commands.revisions import files
from macros.data.problems import Message


def suggestions(root: Path) -> Iterator[dict[str, Any]]:
    """What fixes would change in the data of a project that is a copy; its files are changed."""
    data = root / "data"
    before = dict(plain_texts(data))
    changes: dict[str, list[Message]] = {}
    moved: set[str] = set()
    for step in OF_THE_TEXTS:
        for change in step(data):
            changes.setdefault(change.place.file, []).append(change)
            moved |= {change.place.file} if step is order else set()
    for name, after in plain_texts(data):
        # Ends of lines are fixed at the merge: in a suggestion no one would see them.
        old = before[name].removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
        new = after.split("\n")
        for a, b, c, d in _differing(old, new, in_one=name in moved):
            own = changes.get(name, [])
            why = next((change for change in own if a < change.place.line <= b), own[0])
            yield {
                "file": name,
                "start": a + 1,
                "end": b,
                "before": "\n".join(old[a:b]),
                "after": "\n".join(new[c:d]),
                "why": {"vi": why.vi, "en": why.en},
            }


def _differing(old: list[str], new: list[str], *, in_one: bool) -> Iterator[tuple[int, int, int, int]]:
    """Which lines become which, as slices; `in_one` where half of them would be worse than none, as of moved fields."""
    opcodes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    found = [slices for tag, *slices in opcodes if tag != "equal"]
    if in_one and found:
        found = [[found[0][0], found[-1][1], found[0][2], found[-1][3]]]
    for a, b, c, d in found:
        if a < b:
            yield a, b, c, d
        elif (
            a
        ):  # what comes between lines takes the one before it along: forges take suggestions for lines that are there
            yield a - 1, b, c - 1, d
        else:
            yield a, b + 1, c, d + 1


def main(arguments: list[str]) -> int:
    """Print the suggestions; 1 for no such revision."""
    try:
        with files(arguments[0] if arguments else "HEAD", folders=("data", FOLDER)) as copy:
            found = list(suggestions(copy))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps({"suggestions": found}, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
