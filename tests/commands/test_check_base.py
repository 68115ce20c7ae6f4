"""The check with a revision to compare with: what a change brought comes first, what was wrong before is one line."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.commands import check
from macros.commands.findings import (
    CODE_QUALITY,
    FORMATS,
    LONGEST_SUMMARY,
    MOST_ANNOTATIONS,
    Findings,
    as_summary,
    fingerprints,
)
from macros.data.problems import Place, Problem, Severity
from macros.text.language import Language
from tests.support.project import SMALL

MEETING = "data/meetings/2031-05-08.yml"
OTHER = "data/meetings/2032-02-10-national.yml"  # it has an old warning: outdated-translation
TOPICS = "data/topics.yml"


def git(tree: Path, *arguments: str) -> None:
    """Run git in a tree."""
    name = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", *name, *arguments], cwd=tree, check=True, capture_output=True)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data of the small archive as a repository with one commit, which is the working folder."""
    for part in ("data", "translations"):
        shutil.copytree(SMALL / part, tmp_path / part)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path


def edit(tree: Path, file: str, *replacements: tuple[str, str]) -> None:
    """Replace texts in a file."""
    text = (tree / file).read_text("utf-8")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new, 1)
    (tree / file).write_text(text, "utf-8")


def run(*arguments: str, base: str = "HEAD") -> tuple[int, str]:
    """Exit code and output of the check."""
    out = io.StringIO()
    code = check.main([*(["--base", base] if base else []), *arguments], out)
    return code, out.getvalue()


def commands(output: str) -> list[str]:
    """The workflow commands, without their texts."""
    return [line.split("::")[1] for line in output.splitlines() if line.startswith("::")]


def test_the_warning_of_an_editor_is_the_only_one_shown(tree: Path) -> None:
    """In a file after others: what others have left is one line."""
    edit(tree, MEETING, ("vi: Nguồn in hai ngày.", "vi: Nguồn in cả hai ngày."))
    code, output = run("--format", "github")
    assert code == 0
    assert commands(output) == [f"warning file={MEETING},line=9,col=7,title=outdated-translation"]
    *_, own, old = output.strip().split("\n")
    assert own.endswith("0 lỗi, 1 cảnh báo, 0 thông tin. / Of this change: 0 errors, 1 warnings, 0 notes.")
    assert old.startswith("Đã có từ trước, không do lần sửa này: 0 lỗi, ")


def test_errors_come_before_warnings(tree: Path) -> None:
    edit(tree, MEETING, ("vi: Nguồn in", "vi: Nguồn  in cả"), ("topics: [training]", "topics: [trainin]"))
    shown = commands(run("--format", "github")[1])
    assert [line.split(",")[-1] for line in shown] == [
        "title=unknown-id",
        "title=double-space",
        "title=outdated-translation",
    ]


def test_an_error_that_was_there_before_is_said_and_fails_nothing(tree: Path) -> None:
    edit(tree, OTHER, ("level: national", "level: nation"))
    git(tree, "commit", "-qam", "not checked")
    assert run(base="")[0] == 1
    edit(tree, MEETING, ("vi: Nguồn in hai ngày.", "vi: Nguồn in cả hai ngày."))
    for format in FORMATS:
        assert run("--format", format)[0] == 0
    code, output = run("--format", "github")
    assert len(commands(output)) == 1
    assert "Already there before this change: 1 errors" in output
    # In a file that was changed it is shown, as a warning.
    edit(tree, OTHER, ("form: launch", "form:  launch"))
    code, output = run("--format", "github")
    assert code == 0
    [shown] = [line for line in commands(output) if "title=enum" in line]
    assert shown.startswith(f"warning file={OTHER},line=4,")
    assert "Already there before this change" in shown


def test_a_record_that_became_wrong_through_another_counts_as_the_change_s(tree: Path) -> None:
    text = (tree / TOPICS).read_text("utf-8")
    start, end = text.index("training:"), text.index("documents:")
    (tree / TOPICS).write_text(text[:start] + text[end:], "utf-8")
    code, output = run("--format", "github")
    assert code == 1
    assert commands(output)[0].startswith("error file=data/")
    assert "topics.yml" not in commands(output)[0]


def test_what_only_moves_is_not_the_change_s(tree: Path) -> None:
    """The lines of an old warning, and those that messages name."""
    twice = "  - id: {}\n    text:\n      vi: Như trên.\n      en: As above.\n    topics: [training]\n    source: s1\n"
    edit(tree, MEETING, ("results:\n", f"results:\n{twice.format('a')}{twice.format('b')}"))
    git(tree, "commit", "-qam", "two statements alike")
    comment = ("date_basis:", "# two\n# lines more\ndate_basis:")
    edit(tree, MEETING, comment)
    edit(tree, OTHER, comment)
    code, output = run("--format", "json")
    assert code == 0
    found = json.loads(output)["problems"]
    assert {problem["new"] for problem in found} == {False}
    assert "text-twice-in-a-file" in {problem["rule"] for problem in found}


@pytest.mark.parametrize("new", [0, 1])
def test_of_two_alike_the_one_on_the_changed_line_is_the_change_s(tree: Path, new: int) -> None:
    lines = [("vi: Nguồn in hai ngày.", "vi: Nguồn  in hai ngày."), ("vi: Bạch Sa", "vi: Bạch  Sa")]
    edit(tree, MEETING, lines[1 - new])
    git(tree, "commit", "-qam", "one double space")
    edit(tree, MEETING, lines[new])
    output = run("--format", "github")[1]
    [shown] = [line for line in commands(output) if line.endswith("title=double-space")]
    assert f"line={(8, 14)[new]}," in shown


def test_no_more_than_the_forge_shows_and_all_in_the_summary(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tree / "summary.md"
    summary.write_text("before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    wrong = ", ".join(f"no-topic-{number}" for number in range(12))
    edit(tree, MEETING, ("topics: [training]", f"topics: [{wrong}]"))
    code, output = run("--format", "github")
    assert code == 1
    assert [line.split()[0] for line in commands(output)] == ["error"] * MOST_ANNOTATIONS
    assert "In changed files there are 2 more errors, 0 warnings, 0 notes; the summary of this run lists all." in output
    written = summary.read_text("utf-8")
    assert written.startswith("before\n### Của lần sửa này")
    assert written.count("unknown\\-id") == 12
    assert "document\\-not\\-identified" in written
    assert written.index("no\\-topic\\-11") < written.index("<details>") < written.index("document\\-not\\-identified")


def test_what_comes_from_the_data_is_inert_in_the_summary() -> None:
    place = Place("data/meetings/<b>@x.yml", 3, 1)
    hostile = Problem(place, "“<img src=x>” @someone `#1` [a](http://b) **c**\n- `d:` |", "x", "rule")
    text = as_summary(Findings.all([hostile]), [Language.VI])
    item = text.split("\n- ")[1]
    assert text.count("\n- ") == 1
    assert "<" not in item.replace("<br>", "")
    assert not re.search("@(?!\u200b)", item)  # a mention is cut
    for mark in ("`", "*c", "[a", "#1", "| "):
        assert mark not in item.replace(f"\\{mark}", "")


def test_a_summary_is_cut_where_github_would_refuse_it() -> None:
    many = [Problem(Place("data/x.yml", line), "ơ" * 2000, "o", "rule") for line in range(1, 1000)]
    text = as_summary(Findings.all(many), list(Language))
    assert LONGEST_SUMMARY - 10_000 < len(text.encode()) < LONGEST_SUMMARY + 1_000
    assert text.endswith("prints everything)\n")


def test_gitlab_gets_a_report_and_a_folded_section(tree: Path) -> None:
    edit(tree, MEETING, ("vi: Bạch Sa", "vi: Bạch  Sa"), ("topics: [training]", "topics: [trainin]"))
    code, output = run("--format", "gitlab")
    assert code == 1
    folded, shown = output.split("section_end:")
    assert "[collapsed=true]\r" in folded
    assert "[document-not-identified]" in folded
    assert "[unknown-id]" in shown
    assert "[document-not-identified]" not in shown
    report = json.loads((tree / CODE_QUALITY).read_text("utf-8"))
    for entry in report:
        assert entry.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("critical", "minor", "info")
    assert len({entry["fingerprint"] for entry in report}) == len(report)
    [error] = [entry for entry in report if entry["severity"] == "critical"]
    assert error["location"] == {"path": MEETING, "lines": {"begin": 27}}
    assert {"unknown-id", "double-space", "document-not-identified"} <= {entry["check_name"] for entry in report}


def test_a_fingerprint_stays_when_the_line_moves() -> None:
    def problem(line: int, other: int) -> Problem:
        return Problem(Place("data/x.yml", line), f"Nội dung này đã có ở dòng {other}.", f"On line {other}.", "rule")

    [before], [after] = (list(fingerprints([problem(*lines)])) for lines in ((9, 3), (12, 6)))
    assert before[0] == after[0]
    assert len({each for each, _ in fingerprints([problem(9, 3), problem(12, 6)])}) == 2


def test_text_for_a_terminal_shows_changed_files_and_counts_the_rest(tree: Path) -> None:
    edit(tree, OTHER, ("form: launch", "form:  launch"))
    code, output = run(base="main")
    assert code == 0
    [shown] = [line for line in output.splitlines() if line.endswith("[outdated-translation]")]
    assert shown.startswith(f"{OTHER}:")
    assert "document-not-identified" not in output
    assert "Đã có từ trước, trong tệp đã sửa / Already there, in changed files:" in output
    assert output.rstrip().endswith("(`make check` without BASE prints them).")


def test_a_branch_is_compared_with_where_it_left_the_other(tree: Path) -> None:
    """What happened on the main line meanwhile is none of its own."""
    git(tree, "checkout", "-qb", "mine")
    git(tree, "checkout", "-q", "main")
    edit(tree, OTHER, ("level: national", "level: nation"))
    git(tree, "commit", "-qam", "on the main line")
    git(tree, "checkout", "-q", "mine")
    edit(tree, OTHER, ("level: national", "level: nationa"))
    assert run(base="main")[0] == 1
    git(tree, "checkout", "-q", ".")
    assert run(base="main")[0] == 0


@pytest.mark.parametrize("base", ["no-such-branch", "--output=x", "HEAD~9"])
def test_a_revision_that_cannot_be_read_is_said(tree: Path, base: str) -> None:
    code, output = run(f"--base={base}", base="")
    assert code == 1
    assert f"Không đọc được bản “{base}”" in output
    assert f"Cannot read the revision “{base}”" in output
    assert not (tree / "x").exists()


def test_data_that_were_unreadable_before_can_be_compared_with(tree: Path) -> None:
    edit(tree, TOPICS, ("cadres:", "cadres"))
    git(tree, "commit", "-qam", "broken")
    assert run()[0] == 0
    edit(tree, TOPICS, ("cadres", "cadres:"))
    assert run()[0] == 0


def test_the_count_says_what_was_not_checked_after_a_slip(tree: Path) -> None:
    edit(tree, MEETING, ("  vi: Bạch Sa", "   vi: Bạch Sa"), ("topics: [training]", "topics: [trainin]"))
    code, output = run(base="")
    assert code == 1
    assert "trainin]" not in output
    assert f"Chưa kiểm tra được phần còn lại của tệp: {MEETING}." in output
    assert f"The rest of these files was not checked: {MEETING}." in output
    assert json.loads(run("--format", "json", base="")[1])["unchecked"] == [MEETING]
    edit(tree, MEETING, ("   vi: Bạch Sa", "  vi: Bạch Sa"))
    assert "not checked" not in run(base="")[1]


def test_without_a_base_all_are_new(tree: Path) -> None:
    found = json.loads(run("--format", "json", base="")[1])
    assert found["warnings"] == len(found["problems"]) > 0
    assert {problem["new"] for problem in found["problems"]} == {True}
    levels = [Severity(problem["level"]) for problem in found["problems"]]
    assert set(levels) == {Severity.WARNING}
