"""What a change means for readers: real edits in a real repository, told as a reviewer reads them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import ROOT, copy

MEETING = "data/meetings/2022-06-29.yml"
CAREFUL = "meetings/2022-06-29/#careful-and-rigorous"
FIGURES = "data/reviews/2023/achievements.yml"


def _git(tree: Path, *arguments: str) -> None:
    name = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", *name, *arguments], cwd=tree, check=True, capture_output=True)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The project as a repository with one commit."""
    tree = copy(tmp_path / "kho")
    _git(tree, "init", "-q")
    _git(tree, "add", "-A")
    _git(tree, "commit", "-qm", "one")
    return tree


def _changes(tree: Path, *options: str, base: str = "HEAD^") -> tuple[int, str]:
    run = subprocess.run(
        [sys.executable, "-m", "macros.changes", base, "HEAD", *options],
        cwd=tree,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in run.stderr
    return run.returncode, run.stdout


def _edit(tree: Path, file: str, old: str, new: str) -> None:
    path = tree / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    _git(tree, "commit", "-qam", "two")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("phải thận trọng, chặt chẽ", "phải rất thận trọng, chặt chẽ", ("Sửa", CAREFUL, "{+rất+}")),
        ("phải thận trọng, chặt chẽ", "phải chặt chẽ", ("Sửa", CAREFUL, "[-thận trọng,-]")),
        ("topics: [training, methods]", "topics: [training]", ("Mất liên hệ", CAREFUL, "methods")),
        ("topics: [training, methods]", "topics: [training, methods, cadres]", ("Thêm liên hệ", CAREFUL, "cadres")),
    ],
)
def test_what_is_said(tree: Path, old: str, new: str, says: tuple[str, ...]) -> None:
    _edit(tree, MEETING, old, new)
    code, text = _changes(tree)
    assert code == 0
    assert all(piece in text for piece in says), text
    assert text.splitlines()[0].endswith(": 1")


def test_nothing_to_say(tree: Path) -> None:
    _git(tree, "commit", "-q", "--allow-empty", "-m", "two")
    assert _changes(tree) == (0, "Không có gì thay đổi đối với người đọc.\n")


def test_a_figure_old_and_new(tree: Path) -> None:
    _edit(tree, FIGURES, "value: 20739", "value: 20740")
    code, text = _changes(tree, "--language", "en")
    assert code == 0 and "[-20,739-] {+20,740+}" in text


def test_a_lost_address_is_an_error(tree: Path) -> None:
    _edit(tree, MEETING, "id: careful-and-rigorous", "id: careful")
    code, text = _changes(tree)
    assert code == 1
    assert f"LỖI: địa chỉ cố định mất đi; mã không được đổi: {CAREFUL}" in text
    assert "Chuyển chỗ" in text
    _git(tree, "mv", MEETING, "data/meetings/2022-06-30.yml")
    _edit(tree, "data/meetings/2022-06-30.yml", "date: 2022-06-29", "date: 2022-06-30")
    code, text = _changes(tree, "--language", "en")
    assert code == 1 and "ERROR: a permanent address is lost; an id never changes: meetings/2022-06-29/\n" in text
    assert "New page: meetings/2022-06-30/" in text


def test_markdown_shows_hostile_text_as_text(tree: Path) -> None:
    hostile = "<img src=x> @everybody [link](https://example.org) **đậm** | `x`"
    _edit(tree, MEETING, "Người làm công tác tổ chức xây dựng Đảng phải", f"{hostile} phải")
    code, text = _changes(tree, "--format", "markdown")
    assert code == 0 and text.startswith("### Thay đổi đối với người đọc: 1\n")
    for raw in ("<img", "@everybody", "[link]", "](https", "| `"):
        assert raw not in text
    assert "&lt;img src=x&gt; &commat;everybody \\[link\\]" in text


def test_a_long_report_is_cut(tree: Path) -> None:
    for path in sorted((tree / "data/meetings").glob("*.yml")):
        path.write_text(path.read_text("utf-8").replace("      vi: ", "      vi: Sửa "), "utf-8")
    _git(tree, "commit", "-qam", "two")
    _, text = _changes(tree, "--format", "markdown")
    assert len(text) < 65_536


def test_an_unknown_revision_is_told(tree: Path) -> None:
    code, text = _changes(tree, base="no-such-revision")
    assert code == 1
    assert "Không có bản “no-such-revision”" in text and "no revision “no-such-revision”" in text


def test_unreadable_data_is_told_at_its_place(tree: Path) -> None:
    _edit(tree, MEETING, "level: regional", "level: regionl")
    code, text = _changes(tree)
    assert code == 1
    assert "Không đọc được dữ liệu của bản “HEAD”" in text and f"{MEETING}:4:8" in text
