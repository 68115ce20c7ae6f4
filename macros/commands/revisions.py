"""The data as revisions of this repository hold it."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from macros.archive import Archive

_VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class Revision:
    """A commit of the main line, with its day in Vietnam and its message."""

    commit: str
    day: date
    message: str


def read(revision: str) -> Archive:
    """The archive as a revision holds it; raises `Refused`, or ValueError for no such revision."""
    # A revision that begins like an option must not be taken for one.
    command = ["git", "archive", "--format=tar", "--end-of-options", revision, "data"]
    packed = subprocess.run(command, capture_output=True, check=False)
    if packed.returncode:
        raise ValueError(revision)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as tar:
            tar.extractall(folder, filter="tar")  # with links, which reading refuses at their place
        return Archive.read(Path(folder) / "data")


def main_line() -> Iterator[Revision]:
    """The commits that brought other facts onto the line that is checked out, the newest first; none of a branch's own.

    Raises `subprocess.CalledProcessError` outside a repository.
    """
    command = ["git", "log", "--first-parent", "-z", "--format=%H%n%cI%n%B", "HEAD", "--", "data"]
    told = subprocess.run([*command, ":(exclude)data/corrections"], capture_output=True, check=True, encoding="utf-8")
    for entry in filter(None, told.stdout.split("\0")):
        commit, time, message = entry.split("\n", 2)
        yield Revision(commit, datetime.fromisoformat(time).astimezone(_VIETNAM).date(), message)
