"""The data, the pages and the words as revisions of this repository have them."""

import io
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from macros.archive import Archive
from macros.checks.loading import read_archive
from macros.commands.terminal import Impossible, in_languages

_VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class Revision:
    """A commit of the main line, with its day in Vietnam and its message."""

    commit: str
    day: date
    message: str


@contextmanager
def files(revision: str, root: Path = Path(), folders: Sequence[str] = ("data",)) -> Iterator[Path]:
    """A temporary folder with some of the project's folders as a revision has them.

    Args:
        revision: a commit, a branch or the like.
        root: the project's folder.
        folders: those that are needed; one that the revision lacks is left out.

    Raises:
        ValueError: there is no such revision, or none of the folders in it.
    """
    # A revision that begins like an option must not be taken for one.
    there = _git(root, "ls-tree", "-d", "--name-only", "-z", "--end-of-options", revision, *folders).split(b"\0")
    names = (os.fsdecode(each) for each in there if each)
    packed = _git(root, "archive", "--format=tar", "--end-of-options", revision, *names)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
            tar.extractall(folder, filter="tar")  # with links, which reading refuses where they are
        yield Path(folder)


def read(revision: str) -> Archive:
    """The archive of a revision; raises `Refused`, or ValueError for no such revision or one without data."""
    with files(revision, folders=("data", "translations")) as folder:
        if not (folder / "data").is_dir():
            raise ValueError(revision)
        return read_archive(folder / "data")


def branched_off(revision: str, root: Path) -> str:
    """The commit at which what is checked out left a revision; the revision itself where that is not known."""
    try:
        return _git(root, "merge-base", "--end-of-options", revision, "HEAD").decode().strip()
    except ValueError:
        return revision


def changed(base: str, head: str = "", *places: str, root: Path = Path()) -> list[str]:
    """The tracked files that differ between two revisions, by their names below the project's folder `root`.

    Args:
        base: the revision before.
        head: the revision after; what is checked out where empty.
        places: files and folders to look at; all where there are none.
        root: the project's folder.

    Raises:
        ValueError: there is no such revision.
    """
    revisions = [commit_of(base, root), *([commit_of(head, root)] if head else [])]
    names = _git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", *revisions, "--", *places)
    return [name.decode("utf-8", "replace") for name in names.split(b"\0") if name]


def text_of(revision: str, file: str, root: Path = Path()) -> str | None:
    """The text of a file in a revision, of a link where it leads; None where the revision has no such file."""
    commit = commit_of(revision, root)
    if not _git(root, "ls-tree", "--name-only", commit, file):
        return None
    return _git(root, "cat-file", "blob", f"{commit}:{file}").decode("utf-8-sig", "replace")


def commit_of(revision: str, root: Path = Path()) -> str:
    """The commit that a revision is; raises ValueError for no such revision."""
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return found.decode().strip()


def main_line(*places: str, at_most: int = 0) -> Iterator[Revision]:
    """The commits that brought other facts onto the branch that is checked out, newest first; of a merge only itself.

    Args:
        places: files that they changed; by default any of the data but what `make record` writes.
        at_most: how many commits; by default all.

    Raises:
        Impossible: there is no git, or this is no repository with a commit, such as a ZIP that was downloaded.
    """
    command = ["log", "--first-parent", "-z", "--format=%H%n%cI%n%B", *([f"-{at_most}"] if at_most else [])]
    command += ["HEAD", "--", *(places or ("data", ":(exclude)data/corrections", ":(exclude)data/additions.yml"))]
    try:
        log = _git(Path(), *command).decode()
    except ValueError as outside:
        raise Impossible(in_languages("needs_git", separator="\n")) from outside
    for entry in filter(None, log.split("\0")):
        commit, time, message = entry.split("\n", 2)
        yield Revision(commit, datetime.fromisoformat(time).astimezone(_VIETNAM).date(), message)


def _git(root: Path, *arguments: str) -> bytes:
    """The output of git; raises ValueError where it fails, `Impossible` where there is none."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except FileNotFoundError as missing:
        raise Impossible(in_languages("needs_git", separator="\n")) from missing
    if done.returncode:
        raise ValueError(done.stderr.decode(errors="replace").strip())
    return done.stdout
