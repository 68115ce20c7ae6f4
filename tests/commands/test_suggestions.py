"""What make fix would change is reported line by line, and the files stay as they are."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from macros.commands.suggestions import suggestions
from tests.support.project import ROOT, SMALL

RECORD = "data/documents/spoiled.yml"
WHOLE = """\
number: not-stated
type: plan
title:
  vi: Kế hoạch “xây dựng” Đảng
  en: A plan
sources: []
"""


def _reported(folder: Path, text: str) -> list[dict[str, Any]]:
    """What is suggested for a file."""
    file = folder / RECORD
    file.parent.mkdir(parents=True)
    file.write_bytes(text.encode())
    return list(suggestions(folder))


@pytest.mark.parametrize(
    ("right", "wrong", "start", "end"),
    [
        ("  vi: Kế hoạch “xây dựng” Đảng", "  vi: Kế hoạch “xây  dựng” Đảng", 4, 4),
        ("  vi: Kế hoạch “xây dựng” Đảng", '  vi: Kế hoạch "xây dựng" Đảng', 4, 4),
        ("  vi: Kế hoạch “xây dựng” Đảng", "  vi: Kế hoạch “xây dựng” Đ\u200bảng  ", 4, 4),
        ("type: plan\ntitle:", "type: plan\nknown_as: ''\ntitle:", 3, 3),
        ("  en: A plan", "  en: A plan...", 5, 5),
    ],
)
def test_a_slip_is_reported_with_its_lines(tmp_path: Path, right: str, wrong: str, start: int, end: int) -> None:
    expected = right if "..." not in wrong else "  en: A plan…"
    [reported] = _reported(tmp_path, WHOLE.replace(right, wrong))
    assert (reported["file"], reported["start"], reported["end"]) == (RECORD, start, end)
    lines = WHOLE.replace(right, wrong).split("\n")
    assert reported["before"] == "\n".join(lines[start - 1 : end])
    lines[start - 1 : end] = reported["after"].split("\n") if reported["after"] else []
    assert "\n".join(lines) == WHOLE.replace(right, expected)
    assert reported["why"]["vi"] and reported["why"]["en"]


def test_fields_out_of_order_are_suggested_in_order(tmp_path: Path) -> None:
    wrong = WHOLE.replace("number: not-stated\ntype: plan\n", "type: plan\nnumber: not-stated\n")
    lines = wrong.split("\n")
    for reported in sorted(_reported(tmp_path, wrong), key=lambda reported: -reported["start"]):
        lines[reported["start"] - 1 : reported["end"]] = reported["after"].split("\n") if reported["after"] else []
    assert "\n".join(lines) == WHOLE


@pytest.mark.parametrize("text", [WHOLE, WHOLE.replace("\n", "\r\n"), "\ufeff" + WHOLE, "a: [\n", "type: no\n"])
def test_what_is_right_or_seen_by_no_one_is_not_reported(tmp_path: Path, text: str) -> None:
    assert _reported(tmp_path, text) == []


def test_the_command_reads_a_revision_and_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / RECORD
    file.parent.mkdir(parents=True)
    spoiled = WHOLE.replace("A plan", "A  plan")
    file.write_text(spoiled, "utf-8")
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@localhost"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *command], check=True)
    file.write_text(WHOLE, "utf-8")
    made = subprocess.run(
        [sys.executable, "-m", "macros.commands.suggestions", "HEAD"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    [reported] = json.loads(made.stdout)["suggestions"]
    assert (reported["before"], reported["after"]) == ("  en: A  plan", "  en: A plan")
    assert file.read_text("utf-8") == WHOLE


def test_the_small_archive_needs_none(tmp_path: Path) -> None:
    shutil.copytree(SMALL / "data", tmp_path / "data")
    assert list(suggestions(tmp_path)) == []
