"""Logs corrections: `python -m macros.commands.log_corrections`, run by `make record` and by the forge after merges.

Before that it does all that `make fix` does, so that no one who edits on the web has to run anything: letters, order of
fields, lists of ids. Translations are recorded, and the English is confirmed that a ticked box in the merged pull
request declares right (`still_right.py`).

Every commit of the main line that changed a published fact becomes one file of `data/corrections/`, with the commit's
day and the first line of its message as the reason (a merge's title), or the reason given. It begins after the newest
commit that the log holds, or on the day the archive was published (`data/published.yml`), so that a run that failed or
was left out is made up for by the next, and a second run writes nothing.

What reads differently at an address that was published is a correction, whatever part of it changed. Statements and
pages that were added are none, nor is the first English of a text: no one can have cited them. The order in which
things are listed is no fact, and of the log itself git keeps the history.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import Any

from macros import records as model
from macros.archive import Archive
from macros.archive.diff import Change, compare
from macros.archive.readable import Words, joined
from macros.checks.loading import load
from macros.commands.confirm import contents, save
from macros.commands.fix import fix
from macros.commands.revisions import Revision, main_line, read
from macros.commands.still_right import still_right
from macros.data import plain_files
from macros.data.problems import Refused
from macros.data.spelling import slug
from macros.data.writing import lines_of
from macros.text.language import Language, word
from macros.text.wording import same

FOLDER = Path("data/corrections")
LONGEST_NAME = 60  # letters of a file's name after the day
LONGEST_REASON = 300
_OF_THE_LOG = "corrections/#"
_MERGE = re.compile(r"Merge (pull request|branch|remote-tracking branch|tag|commit) ")


def corrections(changes: list[Change]) -> list[dict[str, Any]]:
    """The published facts that read differently after the changes, as the log has them."""
    changes = [change for change in changes if not change.address.startswith(_OF_THE_LOG)]
    found = []
    for change in changes:
        if change.what in ("moved", "redirected") and change.before:
            found.append(_difference("moved", change, to=change.to, before=change.before))
        elif change.what == "removed":
            found.append(_difference("removed", change, before=change.before))
        elif change.what == "changed" and not _reads_as_before(change):
            found.append(_difference("changed", change, before=change.before, after=change.after))
    return found + list(_relations(changes))


def _reads_as_before(change: Change) -> bool:
    """Whether a text only got its first English, lost English that was the Vietnamese once more, or kept its words."""
    before, after = change.before, change.after
    return _equal(before.vi, after.vi) and (not before.en or _equal(before.en or before.vi, after.en or after.vi))


def _equal(before: str, after: str) -> bool:
    """Whether the words are the same, whatever marks and spaces are between them; of an address every mark counts."""
    return before == after or ("://" not in before and "://" not in after and same(before, after))


def _relations(changes: list[Change]) -> Iterator[dict[str, Any]]:
    """What a fact refers to, such as its topics: all that went and all that came in one."""
    kinds = ("relation_lost", "relation_gained")
    found = [change for change in changes if change.what in kinds]
    for address, part in dict.fromkeys((change.address, change.part) for change in found):
        own = [change for change in found if (change.address, change.part) == (address, part)]
        before = joined((change.before for change in own), "; ")
        after = joined((change.after for change in own), "; ")
        yield _difference("changed", own[0], before=before, after=after)


def _difference(what: str, change: Change, **told: Words | str) -> dict[str, Any]:
    part = {"part": change.part} if change.part else {}
    words = {
        name: {language.value: _cut(each[language]) for language in Language if each[language]}
        if isinstance(each, Words)
        else each
        for name, each in told.items()
        if each
    }
    return {"what": what, "address": change.address, **part, **words}


def _cut(words: str) -> str:
    """As much of the words as the log holds."""
    longest = model.LONGEST_WORDING
    return words if len(words) <= longest else f"{words[: longest - 2]} …"


def reason_of(message: str) -> str:
    """Why, by a commit's message: its first line, or of a merge the title that the forge puts below."""
    lines = [" ".join(line.split()) for line in message.splitlines()]
    told = [line for line in lines if line]
    if len(told) > 1 and _MERGE.match(told[0]):
        del told[0]
    visible = "".join(each for each in (told or [""])[0] if unicodedata.category(each)[0] != "C")
    return unicodedata.normalize("NFC", visible)[:LONGEST_REASON].strip() or "…"


def unrecorded(line: list[Revision], held: set[str], since: date) -> list[Revision]:
    """The commits of the main line that the log does not hold yet, the oldest first.

    A commit may be older than what it is laid upon; so only the first is recognised by its day.
    """
    newer = list(takewhile(lambda revision: revision.commit not in held, line))
    return list(dropwhile(lambda revision: revision.day < since, reversed(newer)))


def record(reason: str) -> list[Path]:
    """Log what is not logged yet; gives the files written. Raises `Refused` where the data has mistakes."""
    records = load(Path("data"))
    if records.published is None:
        return []
    line = list(main_line())
    held = {entry.commit for entry in records.corrections.values()}
    revisions = unrecorded(line, held, records.published.since.start)
    lost = held - {revision.commit for revision in line}
    before = _readable(f"{revisions[0].commit}^") if revisions else None
    written = []
    for revision in revisions:
        after = _readable(revision.commit)
        if after is None:
            continue  # its changes are reported with those of the next that can be read
        differences = corrections(compare(before, after)) if before else []
        before = after
        if differences:
            written += _written(revision, reason or reason_of(revision.message), differences, lost)
    return written


def _fixed() -> Iterator[Path]:
    """Do what `make fix` does, and confirm what was declared right; gives the files that changed."""
    data = Path("data")
    for change in fix(data):
        yield Path(change.place.file)
    content = contents(data)
    right = still_right(content)
    for path, _ in save(data, content, [each for each in content.outdated if each not in right]):
        yield path


def _readable(revision: str) -> Archive | None:
    try:
        return read(revision)
    except (Refused, ValueError):
        return None


def _written(revision: Revision, reason: str, differences: list[dict[str, Any]], lost: set[str]) -> list[Path]:
    """Write an entry, unless it is there from a commit that was `lost` when the history was written again."""
    entry = {
        "date": revision.day.isoformat(),
        "commit": revision.commit,
        "reason": {"vi": reason},
        "changes": differences,
    }
    text = "".join(f"{line}\n" for name, value in entry.items() for line in lines_of(name, value))
    name = f"{revision.day}-{slug(differences[0]['address'])[:LONGEST_NAME].strip('-')}"
    file, number = FOLDER / f"{name}.yml", 1
    while file.exists():
        head, _, changes = plain_files.read(file, Path()).decode("utf-8").partition("\nchanges:")
        if changes == text.partition("\nchanges:")[2] and any(commit in head for commit in lost):
            return []
        number += 1
        file = FOLDER / f"{name}-{number}.yml"
    plain_files.write(file, Path(), text.encode("utf-8"))
    return [file]


def push(files: list[Path], branch: str) -> None:
    """Keep the files on a branch of the forge; raises `subprocess.CalledProcessError` where it refuses."""
    # The forges start nothing for such a commit; what it holds is on the site already.
    message = "Ghi đính chính, bản dịch, chữ máy sửa / Record corrections, translations and fixes [skip ci]"
    git = ["git", "-c", "user.name=make record", "-c", "user.email=make-record@localhost"]
    subprocess.run([*git, "add", "--", *map(str, files)], check=True)
    subprocess.run([*git, "commit", "--quiet", "--message", message], check=True)
    subprocess.run([*git, "push", "--quiet", "origin", f"HEAD:refs/heads/{branch}"], check=True)


def main() -> int:
    """Run the command; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros.commands.log_corrections", description=__doc__)
    parser.add_argument("--reason", default=os.environ.get("REASON", ""), help="why, in place of the commits' messages")
    parser.add_argument("--push", metavar="BRANCH", help="keep the log on this branch of the forge")
    chosen = parser.parse_args()
    try:
        fixed = sorted(set(_fixed()))
        log = record(chosen.reason)
    except Refused as refused:
        print(refused.report())
        return 1
    except plain_files.NotPlain as refused:
        print(refused, file=sys.stderr)
        return 1
    for file in [*log, *fixed]:
        print(file.as_posix())
    print(" / ".join(word("record_count", language).format(len(log)) for language in Language))
    if chosen.push and (log or fixed):
        push([*log, *fixed], chosen.push)
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main())
