"""Logs corrections: `python -m macros.commands.log_corrections`, run by `make record` and by the forge after merges.

Before that it does all that `make fix` does, so that no one who edits on the web has to run anything: letters, order of
fields, lists of ids. Translations are recorded, and the English is confirmed that a ticked box in the merged pull
request declares right (`confirm.py`).

Every commit of the main line that changed a published fact becomes one file of `data/corrections/`, with the commit's
day and the first line of its message as the reason (a merge's title), or the reason given. Lines such as
`meetings/2022-06-29: the source says 29 June` below it are the reasons for single files. Where a commit, or the commits
of a day, corrected `MANY` pages or more, they become one entry with a reason for each page. What a commit added, such
as meetings, is in `data/additions.yml`: feeds announce it by that day, and what came together as one. It begins after
the newest commit in the log, or on the day the archive was published (`data/published.yml`), so that the next run makes
up for one that failed or was left out, and a second run writes nothing.

A correction is what reads differently at an address that was published, whatever part of it changed. What was added is
none, nor is the first English of a text: no one can have cited them. The order in which things are listed is no fact,
and of the log itself git keeps the history.
"""

import argparse
import os
import re
import subprocess
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile, groupby, takewhile
from pathlib import Path
from typing import Any

from macros.archive import Archive
from macros.archive.diff import Change, compare
from macros.archive.facts import joined
from macros.archive.redirects import page
from macros.checks.loading import load
from macros.commands.confirm import contents, save, still_right
from macros.commands.fix import fix
from macros.commands.revisions import Revision, main_line, read
from macros.commands.terminal import in_languages, reports_refusals, run
from macros.data import plain_files
from macros.data.problems import Refused
from macros.data.spelling import slug
from macros.data.writing import lines_of
from macros.records import CORRECTION, LONGEST_WORDING
from macros.text.language import Language, word
from macros.text.wording import same

DATA = Path("data")
ADDITIONS = DATA / "additions.yml"
MANY = 10  # pages: from this number on, what was corrected in one go is one entry
LONGEST_NAME = 60  # letters of a file's name after the day
LONGEST_REASON = 300
_OF_THE_LOG = "corrections/#"
_OF_FILE = re.compile(r"(?:[-*] *)?(?:data/)?([a-z0-9][a-z0-9/_-]*?)(?:[.]yml|/)?: +(.+)")
_MERGE = re.compile(r"Merge (pull request|branch|remote-tracking branch|tag|commit) ")
# What the log calls each change that it has.
_LOGGED = {"changed": "changed", "removed": "removed", "moved": "moved", "redirected": "moved"}
_RELATIONS = ("relation_lost", "relation_gained")


def corrections(changes: list[Change]) -> list[dict[str, Any]]:
    """The published facts that read differently after the changes, as the log has them."""
    facts = [change for change in changes if not change.address.startswith(_OF_THE_LOG)]
    found = [change for change in facts if change.what in _LOGGED and not _reads_as_before(change)]
    return [_difference(change) for change in (*found, *_relations(facts))]


def _reads_as_before(change: Change) -> bool:
    """Whether a text only got its first English, lost English that was the Vietnamese once more, or kept its words."""
    before, after = change.before, change.after
    return _equal(before.vi, after.vi) and (not before.en or _equal(before.en or before.vi, after.en or after.vi))


def _equal(before: str, after: str) -> bool:
    """Whether the words are the same, whatever marks and spaces are between them; of an address every mark counts."""
    return before == after or ("://" not in before and "://" not in after and same(before, after))


def _relations(changes: list[Change]) -> Iterator[Change]:
    """What a fact refers to, such as its topics: all that went and all that came in one change."""
    found = [change for change in changes if change.what in _RELATIONS]
    for address, part in dict.fromkeys((change.address, change.part) for change in found):
        own = [change for change in found if (change.address, change.part) == (address, part)]
        before, after = (joined((getattr(each, side) for each in own), "; ") for side in ("before", "after"))
        yield Change("changed", address, part, before, after)


def _difference(change: Change) -> dict[str, Any]:
    """A change as the log has it, without the fields that say nothing."""
    before, after = (
        {language.value: _cut(words[language]) for language in Language if words[language]}
        for words in (change.before, change.after)
    )
    fields = {"address": change.address, "part": change.part, "to": change.to, "before": before, "after": after}
    return {"what": _LOGGED[change.what], **{name: value for name, value in fields.items() if value}}


def _cut(words: str) -> str:
    """As much of the words as fits into the log."""
    return words if len(words) <= LONGEST_WORDING else f"{words[: LONGEST_WORDING - 2]} …"


def reason_of(message: str) -> str:
    """Why, by a commit's message: its first line, or of a merge the title that the forge puts below."""
    lines = [" ".join(line.split()) for line in message.splitlines() if line.strip()] or [""]
    first = lines[1] if len(lines) > 1 and _MERGE.match(lines[0]) else lines[0]
    visible = "".join(each for each in first if unicodedata.category(each)[0] != "C")
    return unicodedata.normalize("NFC", visible)[:LONGEST_REASON].strip() or "…"


def reasons_of(message: str, pages: Collection[str]) -> dict[str, str]:
    """Why the facts of each page were corrected, as far as lines of a commit's message say so for single files."""
    lines = [found.groups() for line in message.splitlines()[1:] if (found := _OF_FILE.fullmatch(line.strip()))]
    reported = {each: [reason for file, reason in lines if each.startswith(f"{file}/")] for each in pages}
    return {each: reason_of("; ".join(reasons)) for each, reasons in reported.items() if reasons}


@dataclass(frozen=True)
class _Corrected:
    """What a commit corrected, as the log has it."""

    revision: Revision
    differences: list[dict[str, Any]]

    @property
    def pages(self) -> list[str]:
        """The pages whose facts it corrected."""
        return list(dict.fromkeys(page(each["address"]) for each in self.differences))


def record(reason: str) -> list[Path]:
    """Log what is not logged yet; returns the files written. Raises `Refused` where the data has mistakes."""
    records = load(DATA)
    if records.published is None:
        return []
    line = list(main_line())
    additions = records.additions.additions if records.additions else []
    logged = {entry.commit for entry in records[CORRECTION].values()} | {each.commit for each in additions}
    lost = logged - {revision.commit for revision in line}
    revisions = _not_logged(line, logged, records.published.since.start)
    before = _readable(f"{revisions[0].commit}^") if revisions else None
    corrected: list[_Corrected] = []
    files = []
    known = {frozenset(each.pages) for each in additions}
    for revision in revisions:
        after = _readable(revision.commit)
        if after is None:
            continue  # its changes are reported with those of the next that can be read
        changes = compare(before, after) if before else []
        before = after
        if differences := corrections(changes):
            corrected.append(_Corrected(revision, differences))
        added = [each.address for each in changes if each.what == "page_new" and each.address in after.home_at]
        if added and frozenset(added) not in known:
            files.append(_add(revision, added))
    for _, day in groupby(corrected, key=lambda each: each.revision.day):
        of_day = list(day)
        is_much = len({path for each in of_day for path in each.pages}) >= MANY
        for entry in [of_day] if is_much else [[each] for each in of_day]:
            files += _write(entry, reason, lost, is_much=is_much)
    return files


def _add(revision: Revision, pages: Sequence[str]) -> Path:
    """Write what a commit added behind what was added before."""
    written = ADDITIONS.read_text("utf-8") if ADDITIONS.exists() else ""
    entry = {"date": revision.day.isoformat(), "commit": revision.commit}
    head, *rest = lines_of("additions", [entry])
    lines = [*([] if written else [head]), *rest, "    pages:", *(f"      - {each}" for each in pages)]
    plain_files.write(ADDITIONS, Path(), "".join([written, *(f"{line}\n" for line in lines)]).encode("utf-8"))
    return ADDITIONS


def _not_logged(line: list[Revision], logged: set[str], since: date) -> list[Revision]:
    """The commits of the main line that are not in the log yet, the oldest first.

    A commit may be older than the one before it; so only the first is recognised by its day.
    """
    newer = list(takewhile(lambda revision: revision.commit not in logged, line))
    return list(dropwhile(lambda revision: revision.day < since, reversed(newer)))


def _readable(revision: str) -> Archive | None:
    try:
        return read(revision)
    except (Refused, ValueError):
        return None


def _write(corrected: Sequence[_Corrected], reason: str, lost: set[str], *, is_much: bool) -> list[Path]:
    """Write an entry, unless it is there from a commit that was `lost` when the history was rewritten.

    Args:
        corrected: what it tells of: of one commit, or of all those of a day.
        reason: the reason given for all; empty where the commits say why.
        lost: the commits in the log that are not in the history any more.
        is_much: whether it has a reason for each page, also where no line is about that page alone.
    """
    revision = corrected[-1].revision
    differences = [difference for each in corrected for difference in each.differences]
    own = {"vi": reason or reason_of(revision.message)}
    if len(corrected) > 1 and not reason:
        own = {language.value: word("record_many", language) for language in Language}
    reasons: dict[str, list[str]] = {}
    for each in corrected:
        reported = reasons_of(each.revision.message, each.pages)
        for path in each.pages if is_much else reported:
            reasons.setdefault(path, []).append(reported.get(path) or reason or reason_of(each.revision.message))
    entry = {
        "date": revision.day.isoformat(),
        "commit": revision.commit,
        "reason": own,
        **({"reasons": [_of_page(path, each) for path, each in reasons.items()]} if reasons else {}),
        "changes": differences,
    }
    text = "".join(f"{line}\n" for name, value in entry.items() for line in lines_of(name, value))
    name = f"{revision.day}-{slug(differences[0]['address'])[:LONGEST_NAME].strip('-')}"
    file, number = DATA / f"corrections/{name}.yml", 1
    while file.exists():
        head, _, changes = plain_files.read(file, Path()).decode("utf-8").partition("\nchanges:")
        if changes == text.partition("\nchanges:")[2] and any(commit in head for commit in lost):
            return []
        number += 1
        file = file.with_name(f"{name}-{number}.yml")
    plain_files.write(file, Path(), text.encode("utf-8"))
    return [file]


def _of_page(path: str, reasons: Sequence[str]) -> dict[str, Any]:
    return {"page": path, "reason": {"vi": reason_of("; ".join(dict.fromkeys(reasons)))}}


def _fix() -> Iterator[Path]:
    """Do what `make fix` does, and confirm what was declared right; yields the files that changed."""
    for change in fix(DATA):
        yield Path(change.place.file)
    content = contents(DATA)
    right = still_right(content)
    for path, _ in save(DATA, content, [each for each in content.outdated if each not in right]):
        yield path


def push(files: list[Path], branch: str) -> None:
    """Commit the files and push them to a branch; raises `subprocess.CalledProcessError` where the forge refuses."""
    # The forges start nothing for such a commit: the site has been built with it.
    message = "Ghi đính chính, bản dịch, chữ máy sửa / Record corrections, translations and fixes [skip ci]"
    git = ["git", "-c", "user.name=make record", "-c", "user.email=make-record@localhost"]
    for command in (
        ["add", "--", *map(str, files)],
        ["commit", "--quiet", "--message", message],
        ["push", "--quiet", "origin", f"HEAD:refs/heads/{branch}"],
    ):
        subprocess.run([*git, *command], check=True)


@reports_refusals
@reports_refusals
def main(arguments: list[str]) -> int:
    """Run the command; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros.commands.log_corrections", description=__doc__)
    parser.add_argument("--reason", default=os.environ.get("REASON", ""), help="why, in place of the commits' messages")
    parser.add_argument("--push", metavar="BRANCH", help="push the log to this branch of the forge")
    chosen = parser.parse_args(arguments)
    fixed = sorted(set(_fix()))
    log = record(chosen.reason)
    for file in [*log, *fixed]:
        print(file.as_posix())
    print(in_languages("record_count", Language, len(set(log) - {ADDITIONS})))
    if chosen.push and (log or fixed):
        push([*log, *fixed], chosen.push)
    return 0


if __name__ == "__main__":
    run(main)
