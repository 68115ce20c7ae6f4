"""A change of data and pages alone needs the tests of the data, whatever state the code's tests are in."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.commands.needed_tests import needed


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository with one commit, as the folder that commands run in."""
    monkeypatch.chdir(tmp_path)
    _git("init", "-q")
    _git("commit", "-q", "--allow-empty", "-m", "one")
    return tmp_path


def _git(*arguments: str) -> None:
    name = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", *name, *arguments], check=True, capture_output=True)


@pytest.mark.parametrize(
    ("files", "target"),
    [
        (["data/meetings/2031-06-18.yml"], "test-data"),
        (["data/people.yml", "translations/people.json", "schemas/ids.json"], "test-data"),
        (["docs/vi/method.md", "docs/en/method.md", "CONTRIBUTING.md"], "test-data"),
        (["data/people.yml", "macros/words.yml"], "test"),
        (["mkdocs.yml"], "test"),
        (["schemas/meeting.json"], "test"),
        (["tests/archive/data/people.yml"], "test"),
        ([".github/workflows/publish.yml"], "test"),
        (["database.yml"], "test"),
    ],
)
def test_what_changed_decides(repository: Path, files: list[str], target: str) -> None:
    for file in files:
        (repository / file).parent.mkdir(parents=True, exist_ok=True)
        (repository / file).write_text("a\n", "utf-8")
    _git("add", "-A")
    _git("commit", "-q", "-m", "two")
    assert needed("HEAD^") == target


@pytest.mark.parametrize("base", ["", "0" * 40, "--version", "no-such-branch"])
def test_where_no_one_knows_what_changed_all_tests_run(repository: Path, base: str) -> None:
    assert needed(base) == "test"
