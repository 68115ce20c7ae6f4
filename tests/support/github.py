"""A stand-in for GitHub's interface, and the workflow that runs a script of `.github/scripts/` against it."""

from __future__ import annotations

import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.support.project import ROOT

REPOSITORY = "nhom/kho"
RUN = {
    "event": "pull_request",
    "head_sha": "a" * 40,
    "head_branch": "sua-1; rm -rf / &state=closed",
    "head_repository": {"full_name": "nguoi-la/kho", "owner": {"login": "nguoi-la"}},
    "html_url": "https://github.com/nhom/kho/actions/runs/7",
}


def pull(number: int, sha: str = "a" * 40, base: str = REPOSITORY) -> dict[str, Any]:
    """A pull request as GitHub lists it."""
    return {"number": number, "head": {"sha": sha}, "base": {"repo": {"full_name": base}}}


@dataclass
class GitHub:
    """What GitHub knows of the pull request 12, and what it was asked to write."""

    address: str = ""
    pulls: list[dict[str, Any]] = field(default_factory=lambda: [pull(12)])
    comments: list[dict[str, Any]] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)
    review_comments: list[dict[str, Any]] = field(default_factory=list)
    written: list[tuple[str, str, Any]] = field(default_factory=list)
    asked_for: dict[str, list[str]] = field(default_factory=dict)
    # What is answered to other calls, by method and address within the repository: the code and the value.
    answers: dict[tuple[str, str], tuple[int, Any]] = field(default_factory=dict)

    def run(
        self, script: str, made: Path, run: dict[str, Any] | None = None, event: dict[str, Any] | None = None
    ) -> str:
        """Run a script as a workflow does, on what the other one made or on an event; gives what it said."""
        told = made.with_name("event.json")
        told.write_text(json.dumps(event or {"workflow_run": run or RUN}), "utf-8")
        settings = {
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_SHA": "b" * 40,
            "GITHUB_API_URL": self.address,
            "GITHUB_EVENT_PATH": str(told),
            "GH_TOKEN": "token",
        }
        command = [sys.executable, "-B", str(ROOT / ".github/scripts" / script), str(made)]
        result = subprocess.run(
            command, env={**os.environ, **settings}, capture_output=True, encoding="utf-8", check=False
        )
        assert result.returncode == 0, result.stderr
        return result.stdout

    def listed(self, path: str) -> list[dict[str, Any]]:
        """What GitHub lists at an address."""
        return {
            f"/repos/{REPOSITORY}/pulls": self.pulls,
            f"/repos/{REPOSITORY}/issues/12/comments": self.comments,
            f"/repos/{REPOSITORY}/pulls/12/files": self.files,
            f"/repos/{REPOSITORY}/pulls/12/comments": self.review_comments,
        }[path]


@contextmanager
def stand_in() -> Iterator[GitHub]:
    """GitHub, on this machine."""
    state = GitHub()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = parse_qs(parts.query)
            if self._is_answered(parts.path):
                return
            if parts.path.endswith("/pulls"):
                state.asked_for = query
            size, page = int(query["per_page"][0]), int(query.get("page", ["1"])[0])
            self._answer(state.listed(parts.path)[(page - 1) * size : page * size])

        def do_POST(self) -> None:
            content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state.written.append((self.command, self.path, content))
            if not self._is_answered(self.path):
                self._answer({})

        do_PATCH = do_POST  # noqa: N815

        def _is_answered(self, path: str) -> bool:
            known = state.answers.get((self.command, path.removeprefix(f"/repos/{REPOSITORY}/")))
            if known:
                self._answer(known[1], known[0])
            return known is not None

        def _answer(self, value: Any, code: int = 200) -> None:
            assert self.headers["Authorization"] == "Bearer token"
            body = json.dumps(value).encode()
            self.send_response(code)
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
