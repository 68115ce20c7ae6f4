"""Offers what `make fix` would change as suggestions at the lines of a pull request, for one click each.

Run by comment.yml with the right to write comments. The list was made by the pull request's own code, so anyone may
have written it: only what fits the pull request's own diff, as GitHub gives it, is offered. A suggestion replaces lines
of `data/` that the diff shows, by lines of bounded size within a fence that they cannot close; it changes nothing until
someone with the right to push accepts it. What was offered before is not offered again.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from comment import INVISIBLE, GitHub, inert, number_of

MARK = "<!-- suggestion {} -->"
MOST = 30  # suggestions in a push; GitHub asks not to notify people of more
LONGEST = 4_000  # letters of the lines of one
MOST_LINES = 40
LONGEST_WHY = 300
BODY = """{mark}
{why}

{fence}suggestion
{after}
{fence}
<sub>Máy sửa được; bấm “Commit suggestion” để nhận. Không bấm thì khi gộp, máy vẫn sửa như vậy.
A machine can fix this; press “Commit suggestion” to take it. If no one does, the same is done at the merge.</sub>"""
_HUNK = re.compile(r"@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@")


class Suggestion(NamedTuple):
    """Lines `start` to `end` of a file, counted from 1: what they hold and what is suggested, without the last end."""

    file: str
    start: int
    end: int
    before: str
    after: str
    why: str

    @property
    def mark(self) -> str:
        """What a comment that offers it begins with, the same for the same lines wherever they are."""
        offered = "\0".join([self.file, self.before, self.after])
        return MARK.format(hashlib.sha256(offered.encode("utf-8", "replace")).hexdigest()[:16])


def read(content: bytes) -> Iterator[Suggestion]:
    """The suggestions of a list that have the right form; the others are passed over."""
    try:
        found = json.loads(content.decode("utf-8"))["suggestions"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return
    for each in found if isinstance(found, list) else ():
        try:
            texts = [each["file"], each["before"], each["after"], each["why"]["vi"], each["why"]["en"]]
            lines = [each["start"], each["end"]]
        except (TypeError, KeyError):
            continue
        if all(type(text) is str for text in texts) and all(type(line) is int for line in lines):
            why = " / ".join(" ".join(inert(text).split())[:LONGEST_WHY] for text in texts[3:])
            yield Suggestion(texts[0], lines[0], lines[1], texts[1], texts[2], why)


def lines_of_diff(patch: str) -> dict[int, str]:
    """The lines of a file's new version that its diff shows, by number."""
    shown: dict[int, str] = {}
    number = 0
    for line in patch.split("\n"):
        if hunk := _HUNK.match(line):
            number = int(hunk[1])
        elif line[:1] in ("+", " "):
            shown[number] = line[1:].removesuffix("\r")
            number += 1
    return shown


def fits(suggestion: Suggestion, shown: dict[str, dict[int, str]]) -> bool:
    """Whether a suggestion is one for lines of data that the diff shows, and of bounded size."""
    path = PurePosixPath(suggestion.file)
    if path.parts[:1] != ("data",) or path.suffix != ".yml" or ".." in path.parts or path.as_posix() != suggestion.file:
        return False
    if not 0 < suggestion.start <= suggestion.end < suggestion.start + MOST_LINES:
        return False
    if max(len(suggestion.before), len(suggestion.after)) > LONGEST or suggestion.before == suggestion.after:
        return False
    if INVISIBLE.search(suggestion.after):
        return False
    there = shown.get(suggestion.file, {})
    own = [there.get(number) for number in range(suggestion.start, suggestion.end + 1)]
    return own == suggestion.before.split("\n")


def comment_of(suggestion: Suggestion) -> dict[str, Any]:
    """The comment that offers it, as GitHub takes it."""
    longest = max(map(len, re.findall("`+", suggestion.after)), default=0)
    fence = "`" * max(3, longest + 1)
    body = BODY.format(mark=suggestion.mark, why=suggestion.why, fence=fence, after=suggestion.after)
    if not suggestion.after:  # without a line between the fences, the lines go
        body = body.replace(f"suggestion\n\n{fence}", f"suggestion\n{fence}")
    lines = {"line": suggestion.end, "side": "RIGHT"}
    if suggestion.end > suggestion.start:
        lines |= {"start_line": suggestion.start, "start_side": "RIGHT"}
    return {"path": suggestion.file, "body": body, **lines}


def main(file: Path) -> int:
    """Offer what is new; the exit code."""
    repository = os.environ["GITHUB_REPOSITORY"]
    github = GitHub(os.environ["GITHUB_API_URL"], repository, os.environ["GH_TOKEN"])
    run = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))["workflow_run"]
    number = number_of(run, repository, github)
    if number is None or not file.is_file():
        print("Không có gì để gợi ý. / There is nothing to suggest.")
        return 0
    with file.open("rb") as stream:
        found = list(read(stream.read(2_000_000)))
    shown = {
        each["filename"]: lines_of_diff(each["patch"])
        for each in github.every(f"pulls/{number}/files")
        if each.get("patch") and each["status"] != "removed"
    }
    own = (each for each in github.every(f"pulls/{number}/comments") if each["user"]["type"] == "Bot")
    offered = {each["body"].split("\n", 1)[0] for each in own}
    new = {each.mark: each for each in found if fits(each, shown) and each.mark not in offered}
    comments = [comment_of(each) for each in list(new.values())[:MOST]]
    if comments:
        review = {"commit_id": run["head_sha"], "event": "COMMENT", "comments": comments}
        github.call("POST", f"pulls/{number}/reviews", review)
    print(f"Gợi ý mới: {len(comments)}. / New suggestions: {len(comments)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
