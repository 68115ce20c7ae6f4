"""What others send is taken as text, into data files of known kinds, all of it or nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.commands.receive import LONGEST, MOST_FILES, Received, receive
from tests.support.project import ROOT, copy_small_data

MEETING = "data/meetings/2031-09-03-bach-sa-hoang-trach.yml"
PEOPLE = "data/people.yml"
NEW = "data/documents/12-qd-tw-2032.yml"
DOCUMENT = """\
number: 12-QĐ/TW
type: regulation
title:
  vi: Quy định về công tác cán bộ
sources: []
"""
BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
FENCE = "```"


def committed(folder: Path) -> str:
    """Commit everything in a folder; gives the commit."""
    git = ["git", "-C", str(folder), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"]):
        subprocess.run([*git, *command], check=True)
    return subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, encoding="utf-8").stdout.strip()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small archive in a repository of its own."""
    folder = tmp_path_factory.mktemp("project")
    copy_small_data(folder / "data")
    committed(folder)
    return folder


def block(file: str, text: str, kind: str = "yaml", fence: str = FENCE) -> str:
    """A file as a message holds it."""
    return f"{file}\n{fence}{kind}\n{text}{fence}\n"


Message = Callable[[str], str]  # of the text of the meeting's file, a message

GOOD: dict[str, tuple[Message, dict[str, str]]] = {
    "a new file": (lambda _: block(NEW, DOCUMENT), {NEW: DOCUMENT}),
    "below GitHub’s heading": (lambda _: f"### Thay đổi / Change\n\n{block(f'`{NEW}`', DOCUMENT)}", {NEW: DOCUMENT}),
    "ends of lines of Windows": (lambda _: block(NEW, DOCUMENT).replace("\n", "\r\n"), {NEW: DOCUMENT}),
    "hidden letters, apart accents and hard spaces": (
        lambda _: block(NEW, DOCUMENT.replace("cán bộ", "ca\u0301n\u200b bộ\u202e").replace("  vi", "\u00a0 vi")),
        {NEW: DOCUMENT},
    ),
    "fences within the text": (
        lambda _: block(NEW, DOCUMENT.replace("sources: []\n", "# ```\n# data/x.yml\nsources: []\n"), fence="````"),
        {NEW: DOCUMENT.replace("sources: []\n", "# ```\n# data/x.yml\nsources: []\n")},
    ),
    "several files": (
        lambda text: block(NEW, DOCUMENT) + "\nvà\n\n" + block(MEETING, text.replace("level: ", "# hai\nlevel: ")),
        {NEW: DOCUMENT},
    ),
    "some lines": (
        lambda text: block(MEETING, diff(text, "level: ", "# hai\nlevel: "), "diff"),
        {},
    ),
}  # fmt: skip
BAD: dict[str, tuple[Message, str]] = {
    "nothing": (lambda _: "Xin chào.", "No change found"),
    "too long": (lambda _: "x" * (LONGEST + 4500), "Longer than"),
    "a way out of the folder": (lambda _: block("data/../README.yml", DOCUMENT), "no data file"),
    "a way out of a kind": (lambda _: block("data/meetings/../../x.yml", DOCUMENT), "no data file"),
    "from the root": (lambda _: block("/etc/data/people.yml", DOCUMENT), "no data file"),
    "outside the data": (lambda _: block("macros/words.yml", "a: b\n"), "no data file"),
    "what runs": (lambda _: block(".github/workflows/x.yml", "on: push\n"), "no data file"),
    "of no kind": (lambda _: block("data/secrets.yml", "a: b\n"), "no data file"),
    "in a folder of no kind": (lambda _: block("data/x/y.yml", "a: b\n"), "no data file"),
    "what only a machine writes": (lambda _: block("data/published.yml", "a: b\n"), "no data file"),
    "another spelling of a folder": (lambda _: block("data/Meetings/2032-01-01.yml", DOCUMENT), "no data file"),
    "a name with a command": (lambda _: block("data/meetings/$(id).yml", DOCUMENT), "no data file"),
    "no name": (lambda _: f"{FENCE}yaml\na: b\n{FENCE}\n", "no name of a file"),
    "no end": (lambda _: f"{NEW}\n{FENCE}yaml\n{DOCUMENT}", "is missing"),
    "twice": (lambda _: block(NEW, DOCUMENT) * 2, "there twice"),
    "too many": (
        lambda _: "".join(block(f"data/documents/{each}.yml", DOCUMENT) for each in range(MOST_FILES + 1)),
        "At most",
    ),
    "a bomb": (lambda _: block(NEW, BOMB), "anchors and aliases"),
    "a tag": (lambda _: block(NEW, "a: !!python/object/apply:os.system [id]\n"), "tags are not used"),
    "two documents": (lambda _: block(NEW, f"{DOCUMENT}---\n{DOCUMENT}"), "one YAML document"),
    "no YAML": (lambda _: block(NEW, "title: [\n"), ""),
    "one good and one bad": (lambda _: block(NEW, DOCUMENT) + block("data/x.yml", DOCUMENT), "no data file"),
    "lines that are not there": (lambda _: block(MEETING, "@@ -1,1 +1,1 @@\n-x: y\n+x: z\n", "diff"), "not those"),
    "lines behind the end": (lambda _: block(MEETING, "@@ -99999,1 +1,1 @@\n-x\n", "diff"), "not those"),
    "another file in a diff": (
        lambda text: block(MEETING, diff(text, "level: ", "a: b\nlevel: ") + "--- a/x\n+++ b/x\n", "diff"),
        "not those",
    ),
    "an unknown commit": (lambda _: f"commit: {'0' * 40}\n{block(NEW, DOCUMENT)}", "has no commit"),
}  # fmt: skip


def diff(text: str, before: str, after: str) -> str:
    """The change of one line as the form writes it."""
    lines = text.split("\n")
    [at] = [number for number, line in enumerate(lines) if line.startswith(before)]
    new = lines[at].replace(before, after, 1).split("\n")
    changed = [f"-{lines[at]}", *(f"+{line}" for line in new)]
    return "\n".join([f"@@ -{at},2 +{at},{1 + len(new)} @@", f" {lines[at - 1]}", *changed, ""])


@pytest.mark.parametrize("name", GOOD)
def test_changes_are_taken(project: Path, name: str) -> None:
    text = (project / MEETING).read_text("utf-8")
    message, expected = GOOD[name]
    received = receive(message(text), project)
    assert received.problems == []
    changed = {MEETING: text.replace("level: ", "# hai\nlevel: ", 1)} if MEETING in message(text) else {}
    assert received.texts == expected | changed


@pytest.mark.parametrize("name", BAD)
def test_anything_else_is_refused_as_a_whole(project: Path, name: str) -> None:
    message, said = BAD[name]
    received = receive(message((project / MEETING).read_text("utf-8")), project)
    assert received.texts == {}
    assert any(said in problem.en for problem in received.problems), received.problems


def test_what_others_changed_meanwhile_stays(tmp_path: Path) -> None:
    copy_small_data(tmp_path / "data")
    built = committed(tmp_path)
    people = (tmp_path / PEOPLE).read_text("utf-8")
    first, last = [line for line in people.splitlines() if line.startswith("  name: ")][:: people.count("  name: ") - 1]
    (tmp_path / PEOPLE).write_text(people.replace(first, f"{first} Khác"), "utf-8")
    committed(tmp_path)

    def sent(line: str) -> Received:
        return receive(f"commit: {built}\n{block(PEOPLE, diff(people, line, f'{line} Sửa'), 'diff')}", tmp_path)

    assert sent(last).texts == {PEOPLE: people.replace(first, f"{first} Khác").replace(last, f"{last} Sửa")}
    [problem] = sent(first).problems
    assert "Somebody else changed the same lines" in problem.en


def test_the_command_writes_the_files_and_reports_what_the_check_finds(tmp_path: Path) -> None:
    copy_small_data(tmp_path / "data")
    committed(tmp_path)
    event = tmp_path.with_name("event.json")

    def run(body: str | None) -> subprocess.CompletedProcess[str]:
        event.write_text(json.dumps({"issue": {"body": body}}), "utf-8")
        command = [sys.executable, "-m", "macros.commands.receive", "--made", "made", str(event)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    assert run(None).returncode == 0
    assert "No change found" in (tmp_path / "made/report.md").read_text("utf-8")
    assert not (tmp_path / "made/data").exists()
    wrong = DOCUMENT.replace("type: regulation", "type: '@everyone <b>'")
    done = run(block(NEW, wrong))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / NEW).read_text("utf-8") == (tmp_path / "made" / NEW).read_text("utf-8") == wrong
    report = (tmp_path / "made/report.md").read_text("utf-8")
    assert "documents/12\\-qd\\-tw\\-2032" in report and "@everyone" not in report and "<b>" not in report
