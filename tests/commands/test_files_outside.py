"""No command opens, prints or writes what is outside the project, wherever a link stands in its place.

Each runs in a process of its own with little memory and little time: an endless file would take all of either.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.data.problems import Place
from macros.data.quoting import line_at
from tests.support.project import ROOT, SMALL_DATA

SECRET = "root:hunter2:20228"
SECONDS = 60  # many times what they take
MEMORY = 1_500_000_000  # bytes
RECORD = "data/meetings/2030-01-01.yml"
FORMATS = ("text", "github", "json")
WRITERS = {
    "fix": [],
    "confirm": [],
    "schemas": [],
    "recording": [],
    "new": ["meeting", "--date", "2030-01-01"],
}


def _link(to: str) -> Callable[[Path], None]:
    def put(path: Path) -> None:
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        path.symlink_to(to)

    return put


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A project without meetings; next to it a file and a folder that are no part of it."""
    (tmp_path / "secret.txt").write_text(f"{SECRET}\n", "utf-8")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "topics.yml").write_text(f"{SECRET}\n", "utf-8")
    (outside / "zz.json").write_text(f"{SECRET}\n", "utf-8")
    tree = tmp_path / "project"
    tree.mkdir()
    shutil.copytree(SMALL_DATA, tree / "data", ignore=shutil.ignore_patterns("meetings"))
    (tree / "data/meetings").mkdir()
    (tree / "translations").mkdir()
    shutil.copytree(ROOT / "schemas", tree / "schemas")
    git = ["git", "-C", str(tree), "-c", "user.name=a", "-c", "user.email=a@localhost"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--allow-empty", "--message", "first"], check=True)
    return tree


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _run(tree: Path, *command: str) -> subprocess.CompletedProcess[str]:
    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    return subprocess.run(
        [sys.executable, "-B", "-m", f"macros.commands.{command[0]}", *command[1:]],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        preexec_fn=bounded,
        check=False,
    )


PLACES = {
    "a record": (RECORD, _link("../../../secret.txt")),
    "the environment": (RECORD, _link("/proc/self/environ")),
    "an endless device": (RECORD, _link("/dev/zero")),
    "a pipe": (RECORD, os.mkfifo),
    "what is recorded": ("translations/zz.json", _link("../../secret.txt")),
    "a pipe among what is recorded": ("translations/zz.json", os.mkfifo),
    "the folder of what is recorded": ("translations", _link("../outside")),
    "the folder of the data": ("data", _link("../outside")),
    "a folder of records": ("data/meetings", _link("../../outside")),
    "the list of ids": ("schemas/ids.json", _link("../../secret.txt")),
    "the folder of the schemas": ("schemas", _link("../outside")),
}


SHOWN = [
    *((place, "text") for place in PLACES),
    *((place, each) for place in ("a record", "an endless device", "a pipe") for each in FORMATS[1:]),
]
OVERWRITTEN = ("a record", "what is recorded", "the folder of what is recorded", "the folder of the data")
OVERWRITTEN_BY_SOME = ("the list of ids", "the folder of the schemas")


@pytest.mark.parametrize(("place", "format"), SHOWN)
def test_the_check_says_where_it_is_and_nothing_of_what_it_leads_to(tree: Path, place: str, format: str) -> None:
    name, put = PLACES[place]
    put(tree / name)
    result = _run(tree, "check", "--format", format)
    assert "Traceback" not in result.stderr
    assert SECRET not in result.stdout and "PYTHONPATH" not in result.stdout
    if place not in OVERWRITTEN_BY_SOME:  # the check does not look at the schemas
        assert result.returncode == 1
        assert name in result.stdout
        assert "Links (symlinks) are not used" in result.stdout or "Expected a plain file here" in result.stdout


@pytest.mark.parametrize("place", [*OVERWRITTEN, *OVERWRITTEN_BY_SOME])
@pytest.mark.parametrize("command", WRITERS)
def test_nothing_outside_is_written(tree: Path, place: str, command: str) -> None:
    name, put = PLACES[place]
    put(tree / name)
    outside = tree.parent / "outside"
    before = _contents(outside), (tree.parent / "secret.txt").read_bytes()
    result = _run(tree, command, *WRITERS[command])
    said = result.stdout + result.stderr
    assert "Traceback" not in said
    assert SECRET not in said
    assert (_contents(outside), (tree.parent / "secret.txt").read_bytes()) == before


def test_the_preview_quotes_plain_files_of_the_project_only(tree: Path) -> None:
    (tree / "secret.yml").symlink_to(tree.parent / "secret.txt")
    (tree / "plain.yml").write_text(f"a: 1\r\n{SECRET}\x1b]0;x\x07\n", "utf-8")
    assert line_at(Place("secret.yml"), tree) == ""
    assert line_at(Place("nothing.yml"), tree) == ""
    assert line_at(Place("plain.yml", 1), tree) == "a: 1"
    assert line_at(Place("plain.yml", 2), tree) == f"{SECRET}\x1b]0;x\x07"  # who shows it names what acts
    assert line_at(Place("plain.yml", 9), tree) == ""


def test_a_line_is_quoted_as_the_file_is_now(tree: Path) -> None:
    file = tree / "plain.yml"
    file.write_text("a: 1\n", "utf-8")
    assert line_at(Place("plain.yml"), tree) == "a: 1"
    file.write_text("a: 2\n", "utf-8")
    os.utime(file, ns=(0, 1))
    assert line_at(Place("plain.yml"), tree) == "a: 2"
