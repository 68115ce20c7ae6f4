"""A copy of the repository with a remote of its own, in which a sentence of the data is edited, proposed and merged."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from macros.archive import Archive
from macros.archive.items import Meeting, Statement
from macros.checks.loading import read_archive
from tests.support.project import ROOT

BRANCH = "sua-mot-cau"
TITLE = "Sửa một câu theo nguồn"
MARK = "(thử nghiệm)"
# What make and git say of themselves to the processes below them, which must not reach the pipelines.
_NOT_PASSED_ON = re.compile(r"MAKE|MFLAGS|GNUMAKEFLAGS|GIT_|VIRTUAL_ENV|FORMAT$|BASE$")


def environment(**more: str) -> dict[str, str]:
    """This process's environment as a pipeline on a machine of its own would have it."""
    return {name: value for name, value in os.environ.items() if not _NOT_PASSED_ON.match(name)} | more


class Scratch:
    """A bare remote and a clone of it.

    Attributes:
        remote: the folder of the bare repository, which is the forge's.
        clone: the folder in which the change is made.
        base: the commit of main before the change.
        statement: the statement that is changed.
    """

    def __init__(self, folder: Path) -> None:
        self.remote, self.clone = folder / "remote.git", folder / "clone"
        folder.mkdir(parents=True)
        _git(folder, "clone", "--quiet", "--bare", str(ROOT), str(self.remote))
        _git(self.remote, "branch", "--force", "main", _git(ROOT, "rev-parse", "HEAD"))
        _git(folder, "clone", "--quiet", "--branch", "main", str(self.remote), str(self.clone))
        # The runners read the project's name off an address on the web; what is pushed goes to the remote all the same.
        web = "https://forge.example.org/nhom/kho.git"
        _git(self.clone, "remote", "set-url", "origin", web)
        _git(self.clone, "config", "remote.origin.pushurl", str(self.remote))
        self.base = _git(self.clone, "rev-parse", "HEAD")
        self.statement = _of_a_meeting(read_archive(self.clone / "data"))

    def propose(self) -> None:
        """Change the Vietnamese sentence on a branch and push it, as an editor's proposal; the merge is ref pull/1."""
        _git(self.clone, "checkout", "--quiet", "-b", BRANCH)
        file, text = self.clone / self.statement.place.file, self.statement.text.vi
        written = file.read_text("utf-8")
        file.write_text(written.replace(text, self.sentence), "utf-8")
        _git(self.clone, "commit", "--quiet", "--all", "--message", TITLE)
        _git(self.clone, "push", "--quiet", "origin", BRANCH)
        _git(self.clone, "checkout", "--quiet", "main")
        _git(self.clone, "merge", "--quiet", "--no-ff", "--message", f"Merge pull request #1\n\n{TITLE}", BRANCH)
        _git(self.clone, "push", "--quiet", "origin", "HEAD:refs/pull/1/merge")

    def merge(self) -> None:
        """Approve it: the remote's main is the merge."""
        _git(self.clone, "push", "--quiet", "origin", "main")

    @property
    def sentence(self) -> str:
        """The sentence as it reads after the change."""
        return f"{self.statement.text.vi.rstrip('.')} {MARK}."

    def published(self, site: Path) -> list[str]:
        """What is missing of what must be published and kept once all is done."""
        page = site / self.statement.home.path / "index.html"
        log = site / "corrections/index.html"
        kept = _git(self.remote, "log", "-1", "--format=%s", "main")
        wanted = {
            "the page with the sentence": page.is_file() and MARK in page.read_text("utf-8"),
            "its English page": (site / "en" / self.statement.home.path / "index.html").is_file(),
            "the correction on the site": log.is_file()
            and MARK in log.read_text("utf-8")
            and TITLE in log.read_text("utf-8"),
            "the correction on the branch": kept.startswith("Ghi đính chính"),
        }
        return [what for what, there in wanted.items() if not there]

    def checkout(self, revision: str) -> None:
        """Have the clone at a revision."""
        _git(self.clone, "checkout", "--quiet", revision)


def _of_a_meeting(archive: Archive) -> Statement:
    """A statement whose sentence is written once and on one line."""
    for statement in reversed(archive.statements):
        text = statement.text.vi
        if isinstance(statement.home, Meeting) and text.endswith(".") and "“" not in text:
            return statement
    raise LookupError("no statement of a meeting to change")


def _git(folder: Path, *arguments: str) -> str:
    name = ["-c", "user.name=Lan", "-c", "user.email=lan@example.org"]
    done = subprocess.run(
        ["git", *name, *arguments], cwd=folder, env=environment(), check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.strip()


def fresh(folder: Path) -> Path:
    """The folder, emptied."""
    shutil.rmtree(folder, ignore_errors=True)
    return folder
