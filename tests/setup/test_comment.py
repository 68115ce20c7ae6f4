"""The comment on a pull request: put where GitHub's event says, whatever the text says, and inert."""

from __future__ import annotations

import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.support.project import ROOT

SCRIPT = ROOT / ".github/scripts/comment.py"
REPOSITORY = "nhom/kho"
MARK = "<!-- what this changes for readers -->"
RUN = {
    "event": "pull_request",
    "head_sha": "a" * 40,
    "head_branch": "sua-1; rm -rf / &state=closed",
    "head_repository": {"full_name": "nguoi-la/kho", "owner": {"login": "nguoi-la"}},
    "html_url": "https://github.com/nhom/kho/actions/runs/7",
}


def _pull(number: int, sha: str = "a" * 40, base: str = REPOSITORY) -> dict[str, Any]:
    return {"number": number, "head": {"sha": sha}, "base": {"repo": {"full_name": base}}}


@dataclass
class GitHub:
    """A stand-in for GitHub's interface: what it knows, and what it was asked to write."""

    address: str = ""
    pulls: list[dict[str, Any]] = field(default_factory=lambda: [_pull(12)])
    comments: list[dict[str, Any]] = field(default_factory=list)
    written: list[tuple[str, str, str]] = field(default_factory=list)
    asked_for: dict[str, list[str]] = field(default_factory=dict)


@pytest.fixture
def github() -> Iterator[GitHub]:
    """GitHub, on this machine."""
    state = GitHub()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            if parts.path.endswith("/pulls"):
                state.asked_for = parse_qs(parts.query)
            self._answer(state.pulls if parts.path.endswith("/pulls") else state.comments)

        def do_POST(self) -> None:
            content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state.written.append((self.command, self.path, content["body"]))
            self._answer({})

        do_PATCH = do_POST  # noqa: N815

        def _answer(self, value: Any) -> None:
            assert self.headers["Authorization"] == "Bearer token"
            body = json.dumps(value).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """The test looks at what was written."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        state.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield state
        server.shutdown()
        thread.join()


def _comment(github: GitHub, folder: Path, text: str | bytes, run: dict[str, Any] = RUN) -> str:
    """Run the script as the workflow does; gives what it said."""
    (folder / "changes.md").write_bytes(text if isinstance(text, bytes) else text.encode())
    (folder / "event.json").write_text(json.dumps({"workflow_run": run}), "utf-8")
    settings = {
        "GITHUB_REPOSITORY": REPOSITORY,
        "GITHUB_API_URL": github.address,
        "GITHUB_EVENT_PATH": str(folder / "event.json"),
        "GH_TOKEN": "token",
    }
    command = [sys.executable, str(SCRIPT), str(folder / "changes.md")]
    result = subprocess.run(command, env={**os.environ, **settings}, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_the_first_comment_says_what_it_is(github: GitHub, tmp_path: Path) -> None:
    _comment(github, tmp_path, "**Sửa** 1 số liệu: ~~20.738~~ → 20.739\n")
    [(method, path, body)] = github.written
    assert (method, path) == ("POST", f"/repos/{REPOSITORY}/issues/12/comments")
    assert body.startswith(MARK)
    assert "**Sửa** 1 số liệu: ~~20.738~~ → 20.739" in body
    assert "chưa có ai duyệt" in body and "nobody has reviewed it" in body
    assert "aaaaaaaaaa" in body and str(RUN["html_url"]) in body


def test_the_next_push_renews_it(github: GitHub, tmp_path: Path) -> None:
    github.comments = [
        {"id": 1, "user": {"type": "User"}, "body": f"{MARK} not by this program"},
        {"id": 2, "user": {"type": "Bot"}, "body": "another program's"},
        {"id": 3, "user": {"type": "Bot"}, "body": f"{MARK}\nbefore"},
    ]
    _comment(github, tmp_path, "sau")
    assert [(method, path) for method, path, _ in github.written] == [
        ("PATCH", f"/repos/{REPOSITORY}/issues/comments/3")
    ]


def test_the_event_says_which_pull_request(github: GitHub, tmp_path: Path) -> None:
    github.pulls = [_pull(9, sha="b" * 40), _pull(10, base="khac/kho"), _pull(12)]
    _comment(github, tmp_path, "PR_NUMBER=9\nnumber: 9\n")
    assert [path for _, path, _ in github.written] == [f"/repos/{REPOSITORY}/issues/12/comments"]
    assert github.asked_for == {"state": ["open"], "head": [f"nguoi-la:{RUN['head_branch']}"], "per_page": ["100"]}


@pytest.mark.parametrize(
    ("pulls", "run"),
    [
        ([], RUN),
        ([_pull(12, sha="b" * 40)], RUN),
        ([_pull(12), _pull(13)], RUN),
        ([_pull(12)], {**RUN, "head_repository": None}),
    ],
    ids=["closed", "pushed again", "two of one commit", "fork deleted"],
)
def test_where_it_is_unclear_nothing_is_written(
    github: GitHub, tmp_path: Path, pulls: list[dict[str, Any]], run: dict[str, Any]
) -> None:
    github.pulls = pulls
    assert "The pull request has changed or is closed" in _comment(github, tmp_path, "gì đó", run)
    assert github.written == []


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("@nhom/bien-tap xem giúp", "@\u200bnhom/bien-tap"),
        ("closes #12", "closes #\u200b12"),
        ("![x](https://ngoai.example/x.png)", "!\u200b[x]"),
        ("<img src=x onerror=alert(1)>", "&lt;img src=x"),
        ("<!-- giấu -->", "&lt;!-- giấu"),
        ("<del onclick=x>a</del>", "&lt;del onclick=x>a</del>"),
        ("<del>a</del> <ins>b</ins>", "<del>a</del> <ins>b</ins>"),
        ("a\u202eb\u200bc\x1b[31md", "abc[31md"),
        (b"\xff\xfe h\xe1", "h\ufffd"),
    ],
    ids=["mention", "reference", "picture", "tag", "hidden text", "attribute", "own tags", "invisible", "not UTF-8"],
)
def test_text_by_anybody_acts_on_nothing(github: GitHub, tmp_path: Path, hostile: str | bytes, shown: str) -> None:
    _comment(github, tmp_path, hostile)
    [(_, _, body)] = github.written
    assert shown in body


def test_a_huge_text_is_cut(github: GitHub, tmp_path: Path) -> None:
    _comment(github, tmp_path, "ở " * 5_000_000)
    [(_, _, body)] = github.written
    assert len(body) < 65_536
    assert "đã cắt bớt / cut here" in body
