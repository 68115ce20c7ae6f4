"""What the machine does at a merge: it fixes what needs no judgement, and confirms English that was declared right."""

from __future__ import annotations

import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.checks.loading import examine
from macros.commands.confirm import contents, english_is_right, save
from tests.commands.test_corrections import MEETING, Repository
from tests.support.project import ROOT, copy_small_data

LATER = "2032-05-02T08:00:00+07:00"
BOX = next(
    line
    for line in (ROOT / ".github/pull_request_template.md").read_text("utf-8").splitlines()
    if "English is still right" in line
)
TICKED = BOX.replace("[ ]", "[x]", 1)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The data of the small archive, before anything was corrected, with all English confirmed."""
    data = copy_small_data(tmp_path / "data")
    shutil.rmtree(data / "corrections")
    list(save(data, contents(data), []))
    return Repository(tmp_path)


def outdated(repository: Repository) -> set[str]:
    """The texts whose English was left behind."""
    return {each.text.name for each in contents(repository.tree / "data").outdated}


def test_letters_are_fixed_and_pushed_and_are_no_correction(repository: Repository, tmp_path: Path) -> None:
    forge = tmp_path / "forge.git"
    repository.git("init", "-q", "--bare", str(forge))
    repository.git("remote", "add", "origin", str(forge))
    (repository.tree / ".git/info/exclude").write_text("forge.git\n", "utf-8")
    before = (repository.tree / MEETING).read_text("utf-8")
    repository.edit("vi: buổi chiều", "vi: buổi  chiều\u200b", "Sửa chữ", LATER)
    repository.record("--push", "main", GH_TOKEN="")
    assert (repository.tree / MEETING).read_text("utf-8") == before
    pushed = repository.git("--git-dir", str(forge), "show", "--name-only", "--format=%s", "main").splitlines()
    assert pushed[0].endswith("Record corrections, translations and fixes [skip ci]")
    assert MEETING in pushed
    assert repository.log == {}
    head = repository.git("rev-parse", "HEAD")
    repository.record("--push", "main", GH_TOKEN="")
    assert repository.git("rev-parse", "HEAD") == head


def test_marks_between_equal_words_are_no_correction_and_words_are(repository: Repository) -> None:
    repository.edit("vi: buổi chiều", "vi: “buổi chiều”.", "Ngoặc kép", LATER)
    repository.record(GH_TOKEN="")
    assert repository.log == {}
    repository.edit("vi: “buổi chiều”.", "vi: “buổi sáng”.", "Sửa buổi", LATER)
    repository.record(GH_TOKEN="")
    [entry] = repository.log.values()
    assert entry["reason"] == {"vi": "Sửa buổi"}


def test_every_mark_of_an_address_counts(repository: Repository) -> None:
    text = (repository.tree / MEETING).read_text("utf-8")
    address = next(line.split("url: ")[1] for line in text.splitlines() if "url: https" in line)
    repository.edit(address, f"{address}?", "Địa chỉ", LATER)
    repository.record(GH_TOKEN="")
    assert len(repository.log) == 1


@pytest.mark.parametrize(
    ("description", "confirmed"),
    [
        (TICKED, True),
        (TICKED.replace("[x]", "[X]"), True),
        (BOX, False),
        ("", False),
        (f"> {TICKED}", False),
        (TICKED.replace("[x]", "x"), False),
    ],
    ids=["ticked", "ticked in capitals", "not ticked", "without", "quoted", "not a box"],
)
def test_a_ticked_box_of_the_merge_confirms_its_texts(
    repository: Repository, description: str, confirmed: bool
) -> None:
    repository.edit("vi: buổi chiều", "vi: buổi chiều tối", f"Sửa buổi\n\n- [x] Khác\n{description}\n", LATER)
    assert len(outdated(repository)) == 1
    repository.record(GH_TOKEN="")
    assert outdated(repository) == (set() if confirmed else {"meetings/2030-06-12/time_of_day"})


def test_a_box_confirms_nothing_that_another_merge_left_behind(repository: Repository) -> None:
    repository.edit("vi: buổi chiều", "vi: buổi chiều tối", "Không đánh dấu", LATER)
    repository.record(GH_TOKEN="")
    repository.edit("form: briefing", "form: training", f"Đánh dấu\n\n{TICKED}", LATER)
    repository.record(GH_TOKEN="")
    assert outdated(repository) == {"meetings/2030-06-12/time_of_day"}


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """A stand-in for GitHub's interface: what it answers, by address."""
    answers: dict[str, Any] = {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            assert self.headers["Authorization"] == "Bearer token"
            found = answers.get(self.path)
            body = json.dumps(found).encode()
            self.send_response(404 if found is None else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        monkeypatch.setenv("GITHUB_API_URL", f"http://127.0.0.1:{server.server_port}")
        monkeypatch.setenv("GITHUB_REPOSITORY", "nhom/kho")
        monkeypatch.setenv("GH_TOKEN", "token")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield answers
        server.shutdown()
        thread.join()


COMMIT = "a" * 40
MERGED = {"merge_commit_sha": COMMIT, "merged_at": "2026-12-01T01:00:00Z", "body": TICKED}


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ([MERGED], True),
        ([{**MERGED, "body": BOX}], False),
        ([{**MERGED, "body": None}], False),
        ([{**MERGED, "merge_commit_sha": "b" * 40}], False),
        ([{**MERGED, "merged_at": None}], False),
        ([], False),
        (None, False),
    ],
    ids=["merged", "not ticked", "no description", "another merge", "not merged", "no request", "refused"],
)
def test_github_is_asked_for_the_description(github: dict[str, Any], answer: Any, right: bool) -> None:
    github[f"/repos/nhom/kho/commits/{COMMIT}/pulls"] = answer
    assert english_is_right(COMMIT, "Merge pull request #12") is right


def test_both_forges_have_the_box() -> None:
    assert BOX in (ROOT / ".gitlab/merge_request_templates/Default.md").read_text("utf-8")


def test_what_is_merged_has_no_error_left(repository: Repository) -> None:
    repository.edit("level: regional\n", "level: regional\nchairs_note: ''\n", "Biểu mẫu để trống", LATER)
    assert [each.rule for each in examine(repository.tree / "data")[1] if each.severity == "error"] == ["empty-value"]
    repository.record(GH_TOKEN="")
    assert [each.rule for each in examine(repository.tree / "data")[1] if each.severity == "error"] == []
