"""What `make fix` would change, as suggestions for a pull request: `python -m macros.commands.suggestions [REVISION]`.

Prints JSON: an object with `suggestions`, in the order of the files. Each has `file`, the lines `start` to `end` that
it replaces, counted from 1, `before` and `after`, their texts without the last end (`after` is empty where they go),
and `why`, a message in both languages. It changes nothing: the fixes are made in a copy.
"""

import json
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from macros.archive import summaries, translations
from macros.commands.fix import TEXT_STEPS, order, plain_texts
from macros.commands.revisions import files
from macros.commands.terminal import reports_refusals, run


def suggestions(root: Path) -> Iterator[dict[str, Any]]:
    """What fixes would change in the data of a project that is a copy; its files are changed."""
    data = root / "data"
    before = dict(plain_texts(data))
    changes = [(step, change) for step in TEXT_STEPS for change in step(data)]
    for name, after in plain_texts(data):
        # Ends of lines are fixed at the merge: in a suggestion no one would see them.
        old = before[name].removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
        new = after.split("\n")
        own = [(step, change) for step, change in changes if change.place.file == name]
        for a, b, c, d in _differing(old, new, in_one=any(step is order for step, _ in own)):
            why = next((change for _, change in own if a < change.place.line <= b), own[0][1])
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
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    found = [slices for tag, *slices in opcodes if tag != "equal"]
    if in_one and found:
        found = [[found[0][0], found[-1][1], found[0][2], found[-1][3]]]
    for a, b, c, d in found:
        # Forges take suggestions for lines that are there: what is inserted takes the line before or after along.
        before, after = int(a == b and a > 0), int(a == b == 0)
        yield a - before, b + after, c - before, d + after


@reports_refusals
def main(arguments: list[str]) -> int:
    """Print the suggestions; 1 for no such revision."""
    folders = ("data", translations.FOLDER, summaries.FOLDER)
    try:
        with files(arguments[0] if arguments else "HEAD", folders=folders) as copy:
            found = list(suggestions(copy))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps({"suggestions": found}, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    run(main)
