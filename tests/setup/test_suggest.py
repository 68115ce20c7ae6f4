"""Suggestions on a pull request: for lines of its own diff only, whatever the list says, each once, and inert."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.github import REPOSITORY, RUN, GitHub, stand_in

FILE = "data/meetings/2031-01-01.yml"
PATCH = (
    '@@ -1,3 +1,4 @@ title:\n title:\n-  vi: Họp\n+  vi: "Họp"\n+  en: Meeting...\n level: x\n'
    "@@ -10,0 +20,2 @@\n+results:\n+  - id: a\n\\ No newline at end of file"
)
GOOD = {
    "file": FILE,
    "start": 3,
    "end": 3,
    "before": "  en: Meeting...",
    "after": "  en: Meeting…",
    "why": {"vi": "Cần “…”.", "en": "Expected “…”."},
}


@pytest.fixture
def github() -> Iterator[GitHub]:
    """GitHub, with a pull request that changes a file."""
    with stand_in() as state:
        state.files = [{"filename": FILE, "status": "modified", "patch": PATCH}]
        yield state


def _suggest(github: GitHub, folder: Path, *suggestions: Any, raw: bytes | None = None) -> list[dict[str, Any]]:
    """Run the script as the workflow does; gives the comments that were written."""
    made = folder / "suggestions.json"
    made.write_bytes(json.dumps({"suggestions": suggestions}).encode() if raw is None else raw)
    github.run("suggest.py", made)
    return [comment for _, _, review in github.written for comment in review["comments"]]


def test_a_fix_is_offered_at_its_line(github: GitHub, tmp_path: Path) -> None:
    [comment] = _suggest(github, tmp_path, GOOD)
    [(method, path, review)] = github.written
    assert (method, path) == ("POST", f"/repos/{REPOSITORY}/pulls/12/reviews")
    assert (review["commit_id"], review["event"]) == (RUN["head_sha"], "COMMENT")
    assert {name: comment.get(name) for name in ("path", "line", "side", "start_line")} == {
        "path": FILE,
        "line": 3,
        "side": "RIGHT",
        "start_line": None,
    }
    assert "\n```suggestion\n  en: Meeting…\n```\n" in comment["body"]
    assert "Cần “…”. / Expected “…”." in comment["body"]
    assert "Commit suggestion" in comment["body"]


def test_several_lines_become_one_suggestion(github: GitHub, tmp_path: Path) -> None:
    [comment] = _suggest(
        github, tmp_path, {**GOOD, "start": 2, "before": '  vi: "Họp"\n  en: Meeting...', "after": "  vi: “Họp”"}
    )
    assert (comment["start_line"], comment["start_side"], comment["line"]) == (2, "RIGHT", 3)


def test_lines_that_go_are_suggested_as_nothing(github: GitHub, tmp_path: Path) -> None:
    [comment] = _suggest(github, tmp_path, {**GOOD, "after": ""})
    assert "\n```suggestion\n```\n" in comment["body"]


def test_what_was_offered_is_not_offered_again(github: GitHub, tmp_path: Path) -> None:
    [comment] = _suggest(github, tmp_path, GOOD)
    other = {"user": {"type": "User"}, "body": "…"}
    github.review_comments = [*([other] * 150), {"user": {"type": "Bot"}, "body": comment["body"]}]
    github.written.clear()
    assert _suggest(github, tmp_path, GOOD) == []
    assert github.written == []
    github.review_comments[-1]["user"]["type"] = "User"  # anyone can copy it
    assert len(_suggest(github, tmp_path, GOOD)) == 1


FOREIGN: dict[str, dict[str, Any]] = {
    "a workflow": {"file": ".github/workflows/publish.yml"},
    "out of the folder": {"file": "data/../.github/x.yml"},
    "twice the separator": {"file": "data//meetings/2031-01-01.yml"},
    "no data file": {"file": "data/meetings/2031-01-01.md"},
    "a file that the diff lacks": {"file": "data/topics.yml"},
    "a line that the diff lacks": {"start": 9, "end": 9},
    "a line that was removed": {"before": "  vi: Họp"},
    "other words than the line's": {"before": "  en: Meeting"},
    "no change": {"after": "  en: Meeting..."},
    "line zero": {"start": 0, "end": 0},
    "backwards": {"start": 3, "end": 2},
    "two hunks": {"start": 3, "end": 20},
    "very many lines": {"start": 1, "end": 10**9},
    "a line that is no number": {"start": "3", "end": "3"},
    "a line that is true": {"start": True, "end": True},
    "huge": {"after": "x" * 5_000},
    "control characters": {"after": "a\x1b[31m"},
    "hidden letters": {"after": "a\u202eb"},
    "no text": {"after": None},
    "no reason": {"why": None},
}


@pytest.mark.parametrize("wrong", FOREIGN.values(), ids=FOREIGN)
def test_what_does_not_fit_the_diff_is_not_offered(github: GitHub, tmp_path: Path, wrong: dict[str, Any]) -> None:
    assert len(_suggest(github, tmp_path, {**GOOD, **wrong}, GOOD)) == 1


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b'{"suggestions": 5}', b"\xff", b"[" * 100_000, b"null"])
def test_a_list_of_no_form_offers_nothing(github: GitHub, tmp_path: Path, raw: bytes) -> None:
    assert _suggest(github, tmp_path, raw=raw) == []


def test_no_text_leaves_its_fence(github: GitHub, tmp_path: Path) -> None:
    after = "a: |\n```\n@nhom/duyet ````\n<img src=x>"
    [comment] = _suggest(github, tmp_path, {**GOOD, "after": after})
    assert f"\n`````suggestion\n{after}\n`````\n" in comment["body"]


def test_a_reason_acts_on_nothing(github: GitHub, tmp_path: Path) -> None:
    why = {"vi": "@nhom &commat;nhom\n```\n# to", "en": "[x](https://evil.example) <b>" + "y" * 5_000}
    [comment] = _suggest(github, tmp_path, {**GOOD, "why": why})
    shown = comment["body"].split("\n")[1]
    assert shown.startswith("@\u200bnhom @\u200bnhom ")
    assert "```" not in shown and "](" not in shown and "://" not in shown and "<b>" not in shown
    assert len(shown) < 1_000


def test_no_more_than_people_can_read(github: GitHub, tmp_path: Path) -> None:
    lines = "".join(f"+l{n}: x...\n" for n in range(1, 101))
    github.files = [{"filename": FILE, "status": "added", "patch": f"@@ -0,0 +1,100 @@\n{lines}"}]
    many = [{**GOOD, "start": n, "end": n, "before": f"l{n}: x...", "after": f"l{n}: x…"} for n in range(1, 101)]
    assert len(_suggest(github, tmp_path, *many)) == 30


def test_without_a_list_nothing_is_written(github: GitHub, tmp_path: Path) -> None:
    assert "nothing to suggest" in github.run("suggest.py", tmp_path / "absent.json")
    assert github.written == []


def test_a_closed_request_gets_nothing(github: GitHub, tmp_path: Path) -> None:
    github.pulls = []
    assert _suggest(github, tmp_path, GOOD) == []
