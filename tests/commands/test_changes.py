"""What a change means for readers: real edits in a real repository, told as a reviewer reads them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.project import ROOT, copy_some_data

MEETING = "data/meetings/2022-06-29.yml"
PAGE = "meetings/2022-06-29/"
CAREFUL = f"{PAGE}#careful-and-rigorous"
FIGURES = "data/reviews/2023/achievements.yml"


def _git(tree: Path, *arguments: str) -> None:
    name = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", *name, *arguments], cwd=tree, check=True, capture_output=True)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The data, with one of the meetings, as a repository with one commit."""
    tree = tmp_path / "kho"
    copy_some_data(tree / "data", ["2022-06-29.yml"])
    _git(tree, "init", "-q")
    _git(tree, "add", "-A")
    _git(tree, "commit", "-qm", "one")
    return tree


def _changes(tree: Path, *options: str, base: str = "HEAD^") -> tuple[int, str]:
    run = subprocess.run(
        [sys.executable, "-m", "macros.commands.changes", base, "HEAD", *options],
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
        ("topics: [training, methods]", "topics: [training]", ("Mất liên hệ (chủ đề)", CAREFUL, "Lề lối làm việc")),
        (
            "topics: [training, methods]",
            "topics: [training, methods, cadres]",
            ("Thêm liên hệ (chủ đề)", CAREFUL, "Công tác cán bộ"),
        ),
        ("form: briefing", "form: training", ("Sửa (hình thức)", f"{PAGE}\n", "{+Tập huấn+}")),
        (
            "time_of_day:\n  vi: buổi chiều",
            "time_of_day:\n  vi: buổi sáng",
            ("Sửa (buổi trong ngày)", "[-chiều-] {+sáng+}"),
        ),
        ("  province: quang-ngai", "  province: kon-tum", ("Sửa (nơi tổ chức › tỉnh)", "{+Kon Tum+}")),
        ("completeness: full", "completeness: partial", ("Sửa (mức đầy đủ)", "{+một+} phần")),
        ("en: Planning of young", "en: The planning of young", ("Sửa", "#planning-young-cadres", "{+The planning+}")),
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


def _redirect(tree: Path, line: str) -> None:
    (tree / "data/redirects.yml").write_text(f"{line}\n", "utf-8")
    _git(tree, "add", "-A")
    _git(tree, "commit", "-qm", "redirect")


def _line_to_write(text: str) -> str:
    """The line that the message tells to write, below the one that says so."""
    lines = text.splitlines()
    return lines[next(n for n, line in enumerate(lines) if "data/redirects.yml" in line) + 1].strip()


@pytest.mark.parametrize(
    ("old", "new", "leads"),
    [
        ("id: careful-and-rigorous", "id: careful", f"{PAGE}#careful"),
        # Other words as well: the nearest new id is offered.
        (
            "- id: careful-and-rigorous\n    text:\n      vi: ",
            "- id: careful\n    text:\n      vi: Nay ",
            f"{PAGE}#careful",
        ),
        ("id: planning-young-cadres", "id: xyz-0", f"{PAGE}#xyz-0"),
    ],
)
def test_a_lost_address_is_an_error_until_the_line_offered_is_written(
    tree: Path, old: str, new: str, leads: str
) -> None:
    _edit(tree, MEETING, old, new)
    code, text = _changes(tree)
    assert code == 1
    assert "LỖI: địa chỉ cố định mất đi: meetings/2022-06-29/#" in text
    line = _line_to_write(text)
    assert line.endswith(f": {leads}")
    _redirect(tree, line)
    code, text = _changes(tree, base="HEAD~2")
    assert code == 0, text
    assert f"Chuyển địa chỉ, địa chỉ cũ vẫn dẫn đến nơi: {line.split(': ')[0]}" in text
    assert "Bỏ: " not in text


def test_a_lost_page_is_an_error_until_it_leads_on_with_all_that_stood_on_it(tree: Path) -> None:
    _git(tree, "mv", MEETING, "data/meetings/2022-06-30.yml")
    _edit(tree, "data/meetings/2022-06-30.yml", "date: 2022-06-29", "date: 2022-06-30")
    code, text = _changes(tree, "--language", "en")
    assert code == 1 and text.count("ERROR: a permanent address is lost") == 1
    assert "New page: meetings/2022-06-30/" in text
    line = _line_to_write(text)
    assert line == "meetings/2022-06-29/: meetings/2022-06-30/"
    _redirect(tree, line)
    code, text = _changes(tree, "--language", "en", base="HEAD~2")
    assert code == 0
    assert text.splitlines() == [
        "What changes for readers: 2",
        "Address changed, the old one leads on: meetings/2022-06-29/",
        "    meetings/2022-06-29/ → meetings/2022-06-30/",
        "Changed (date): meetings/2022-06-30/",
        "    [-29-] {+30+} June 2022",
    ]


def test_a_redirect_that_is_taken_back_loses_its_address(tree: Path) -> None:
    _redirect(tree, f"{PAGE}#old: {CAREFUL}")
    (tree / "data/redirects.yml").unlink()
    _git(tree, "commit", "-qam", "two")
    code, text = _changes(tree)
    assert code == 1 and f"{PAGE}#old: " in text


def test_markdown_shows_hostile_text_as_text(tree: Path) -> None:
    hostile = "<img src=x> @everybody [link](https://example.org) **đậm** | `x`"
    _edit(tree, MEETING, "Người làm công tác tổ chức xây dựng Đảng phải", f"{hostile} phải")
    code, text = _changes(tree, "--format", "markdown")
    assert code == 0 and text.startswith("### Thay đổi đối với người đọc: 1\n")
    for raw in ("<img", "@everybody", "[link]", "](https", "| `"):
        assert raw not in text
    assert "&lt;img src=x&gt; &commat;everybody \\[link\\]" in text


def test_a_long_report_is_cut(tree: Path) -> None:
    for path in (tree / "data").glob("*/**/*.yml"):
        path.write_text(re.sub(r'( vi: "?)(?=\w)', r"\1" + "Sửa " * 30, path.read_text("utf-8")), "utf-8")
    _git(tree, "commit", "-qam", "two")
    _, text = _changes(tree, "--format", "markdown")
    assert 55_000 < len(text) < 65_536


def test_an_unknown_revision_is_told(tree: Path) -> None:
    code, text = _changes(tree, base="no-such-revision")
    assert code == 1
    assert "Không có bản “no-such-revision”" in text and "no revision “no-such-revision”" in text


def test_unreadable_data_is_told_at_its_place(tree: Path) -> None:
    _edit(tree, MEETING, "level: regional", "level: regionl")
    code, text = _changes(tree)
    assert code == 1
    assert "Không đọc được dữ liệu của bản “HEAD”" in text and f"{MEETING}:4:8" in text
