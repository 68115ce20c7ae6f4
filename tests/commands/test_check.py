"""The check as people and programs meet it: `python -m macros.commands.check`, in each format and language."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.edits import Edit
from tests.support.project import ROOT, SMALL, TODAY

MEETING = "data/meetings/2030-06-12.yml"
ERROR = Edit("data/meetings/2031-05-08.yml", "topics: [training]", "topics: [¦trainin]")
WARNING = Edit(MEETING, "vi: buổi chiều", "vi: buổi¦  chiều")
BOTH = [ERROR, WARNING]
SEPARATE = "tie\u0301p "


def check(tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder that holds `data/`."""
    return subprocess.run(
        [sys.executable, "-B", "-m", "macros.commands.check", *arguments],
        cwd=tree,
        env={"PYTHONPATH": str(ROOT), "LC_ALL": "C", **TODAY},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the small archive to spoil."""
    for part in ("data", "translations"):
        shutil.copytree(SMALL / part, tmp_path / part)
    return tmp_path


def test_the_data_of_the_project_passes() -> None:
    result = check(ROOT)
    assert result.returncode == 0
    assert re.search(
        r"^Số lỗi: 0; số cảnh báo: \d+; thông tin: \d+\. / Errors: 0; warnings: \d+; notes: \d+\.$",
        result.stdout,
        re.MULTILINE,
    )
    assert result.stderr == ""


def test_a_warning_does_not_fail_and_an_error_does(tree: Path) -> None:
    WARNING.apply(tree)
    assert check(tree).returncode == 0
    ERROR.apply(tree)
    assert check(tree).returncode == 1


def test_what_has_no_english_is_a_note_in_one_line_that_neither_fails_nor_warns(tree: Path) -> None:
    before = json.loads(check(tree, "--format", "json").stdout)
    path = tree / MEETING
    path.write_text(re.sub(r"(?m)^ +en: .*\n", "", path.read_text("utf-8")), "utf-8")
    result = check(tree, "--language", "en")
    assert result.returncode == 0
    [note] = [line for line in result.stdout.splitlines() if "[not-translated]" in line]
    assert re.fullmatch(
        rf"{MEETING}:2:7: note \[not-translated\] Texts without English in this file: \d+ \(line 2, 7, .*, …\)\. "
        r"The English page shows the Vietnamese\. Nothing needs to be done\.",
        note,
    )
    reported = json.loads(check(tree, "--format", "json").stdout)
    assert (reported["errors"], reported["warnings"], reported["notes"]) == (0, before["warnings"], before["notes"] + 1)
    annotated = check(tree, "--format", "github").stdout.splitlines()
    assert [line.split(",")[0] for line in annotated if "not-translated" in line] == [f"::notice file={MEETING}"]


def test_text_shows_the_line_with_a_caret_under_the_place(tree: Path) -> None:
    for edit in BOTH:
        edit.apply(tree)
    blocks = check(tree).stdout.split("\n\n")
    [block] = [block for block in blocks if "[double-space]" in block]
    assert block.split("\n") == [
        f"{MEETING}:11:11: cảnh báo / warning [double-space]",
        "    Có 2 dấu cách liền nhau. Hãy để một dấu cách.",
        "    There are 2 spaces in a row. Leave one space.",
        "  11 |   vi: buổi  chiều",
        "     |           ^",
    ]
    [block] = [block for block in blocks if "[unknown-id]" in block]
    lines = block.split("\n")
    assert lines[0].endswith(": lỗi / error [unknown-id]")
    assert lines[-2][lines[-1].index("^") :].startswith("trainin")


@pytest.mark.parametrize(("language", "said", "unsaid"), [("vi", "Hãy để", "Leave"), ("en", "Leave", "Hãy để")])
@pytest.mark.parametrize("format", ["text", "github", "json"])
def test_each_format_speaks_the_language_asked_for(
    tree: Path, format: str, language: str, said: str, unsaid: str
) -> None:
    WARNING.apply(tree)
    output = check(tree, "--format", format, "--language", language).stdout
    assert said in output
    assert unsaid not in output


def test_a_caret_stands_right_in_a_long_line_and_below_separate_accents(tree: Path) -> None:
    Edit(MEETING, "vi: s1 ghi", f"vi: {SEPARATE * 30}¦Ðảng").apply(tree)
    blocks = check(tree).stdout.split("\n\n")
    [block] = [block for block in blocks if "[look-alike-letter]" in block]
    line, caret = block.split("\n")[-2:]
    before = line[: line.index("Ð")]
    assert "…" in line
    assert len(before.replace("\u0301", "")) == caret.index("^")


def test_github_commands_are_escaped(tree: Path) -> None:
    Edit(MEETING, "en: afternoon", 'en: ¦"50%, TODO: later"').apply(tree)
    Edit(MEETING, "level: regional", "level: ¦100%").apply(tree)
    lines = check(tree, "--format", "github").stdout.splitlines()
    [command] = [line for line in lines if line.startswith("::error")]
    assert command.startswith(f"::error file={MEETING},line=4,col=8,title=enum::“100%25” ")
    assert "%0A“100%25” is not a known value" in command
    assert all(line.startswith(("::error ", "::warning ")) for line in lines[:-1])


def test_json_has_its_documented_shape(tree: Path) -> None:
    for edit in BOTH:
        edit.apply(tree)
    reported = json.loads(check(tree, "--format", "json").stdout)
    assert reported.keys() == {"errors", "warnings", "notes", "unchecked", "problems"}
    assert reported["errors"] == 1
    assert reported["errors"] + reported["warnings"] + reported["notes"] == len(reported["problems"])
    for problem in reported["problems"]:
        assert problem.keys() == {"file", "line", "column", "level", "rule", "message", "fix", "new"}
        assert problem["message"].keys() == {"vi", "en"}
    [double] = [problem for problem in reported["problems"] if problem["rule"] == "double-space"]
    assert (double["file"], double["line"], double["column"], double["level"]) == (MEETING, 11, 11, "warning")
    assert double["fix"] == {"line": 11, "column": 11, "length": 2, "text": " "}


def test_a_folder_without_data_is_said(tmp_path: Path) -> None:
    result = check(tmp_path)
    assert result.returncode == 1
    assert "data/topics.yml:1:1" in result.stdout
    assert "This file is missing" in result.stdout
    assert result.stderr == ""
