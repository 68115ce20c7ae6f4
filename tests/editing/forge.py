"""A small forge on loopback that speaks the calls the form uses, written from the forges' public descriptions.

GitHub, “REST API”: `GET /repos/{p}`, `GET /repos/{p}/git/ref/heads/{b}`, `GET` and `PUT /repos/{p}/contents/{path}`,
`POST /repos/{p}/git/refs`, `POST /repos/{p}/forks`, `POST` and `GET /repos/{p}/pulls`. GitLab, “REST API”:
`GET /projects/{id}`, `POST /projects/{id}/fork`, `GET /projects/{id}/repository/files/{path}/raw`,
`GET /projects/{id}/repository/branches/{b}`, `POST /projects/{id}/repository/commits`,
`POST` and `GET /projects/{id}/merge_requests`. Both answer browsers of other sites (CORS).
"""

from __future__ import annotations

import base64
import hashlib
import http.server
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

TOKEN = "token-of-the-visit"
PROJECT = "nhom/kho"
FORK = "nguoi-sua/kho"
_NUMBERS = {"1": PROJECT, "2": FORK, PROJECT: PROJECT}


class Forge:
    """What it holds: files by project and branch; what was asked; and how it misbehaves."""

    def __init__(self, files: dict[str, str], *, may_push: bool = True) -> None:
        self.branches: dict[tuple[str, str], dict[str, str]] = {(PROJECT, "main"): dict(files)}
        self.may_push = may_push
        self.proposals: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self.tokens: set[str] = set()
        self.cut = ""  # a call that begins so is not answered, once

    def answer(self, method: str, target: str, body: dict[str, Any]) -> tuple[int, Any]:
        """The code and the answer to a call, as GitHub or GitLab gives it."""
        url = urlsplit(target)
        asked = {name: values[0] for name, values in parse_qs(url.query).items()}
        github, _, path = url.path.partition("/repos/")
        if path:
            assert github == "/api/v3"
            return self._github(method, path, asked, body)
        return self._gitlab(method, url.path.removeprefix("/api/v4/projects/"), asked, body)

    def _github(self, method: str, path: str, asked: dict[str, str], body: dict[str, Any]) -> tuple[int, Any]:
        owner, name, *rest = path.split("/")
        project, what = f"{owner}/{name}", "/".join(rest)
        match method, rest[:1]:
            case "GET", []:
                return 200, {"full_name": project, "permissions": {"push": self.may_push or project == FORK}}
            case "POST", ["forks"]:
                self.branches[FORK, "main"] = dict(self.branches[PROJECT, "main"])
                return 202, {"full_name": FORK}
            case "GET", ["git"]:
                return 200, {"object": {"sha": "a" * 40}}
            case "POST", ["git"]:
                return self._branch(project, body["ref"].removeprefix("refs/heads/"))
            case "GET", ["contents"]:
                text = self.branches[project, asked["ref"]].get(unquote(what.removeprefix("contents/")))
                if text is None:
                    return 404, {}
                return 200, {"sha": _sha(text), "content": base64.encodebytes(text.encode()).decode()}
            case "PUT", ["contents"]:
                files, file = self.branches[project, body["branch"]], unquote(what.removeprefix("contents/"))
                if file in files and body.get("sha") != _sha(files[file]):
                    return 409, {"message": "does not match"}
                files[file] = base64.b64decode(body["content"]).decode()
                return 200, {}
            case "POST", ["pulls"]:
                return self._proposal(body, "html_url")
            case _:
                return 200, [{"html_url": f"https://forge.example.org/pulls/{len(self.proposals)}"}]

    def _gitlab(self, method: str, path: str, asked: dict[str, str], body: dict[str, Any]) -> tuple[int, Any]:
        number, *rest = path.split("/")
        project = _NUMBERS[unquote(number)]
        match method, rest[:2]:
            case "GET", []:
                level = 30 if self.may_push else 20
                id = 1 if project == PROJECT else 2
                return 200, {
                    "id": id,
                    "import_status": "finished",
                    "permissions": {"project_access": {"access_level": level}},
                }
            case "POST", ["fork"]:
                return 201, {"id": 2}
            case "GET", ["repository", "files"]:
                text = self.branches[project, asked["ref"]].get(unquote(rest[2]))
                return (404, {}) if text is None else (200, text)
            case "GET", ["repository", "branches"]:
                return (200, {}) if (project, unquote(rest[2])) in self.branches else (404, {})
            case "POST", ["repository", "commits"]:
                self._branch(project, body["branch"])
                for action in body["actions"]:
                    files = self.branches[project, body["branch"]]
                    assert (action["action"] == "update") is (action["file_path"] in files)
                    files[action["file_path"]] = action["content"]
                return 201, {}
            case "POST", ["merge_requests"]:
                return self._proposal(body, "web_url")
            case _:
                return 200, [{"web_url": f"https://forge.example.org/pulls/{len(self.proposals)}"}]

    def _branch(self, project: str, name: str) -> tuple[int, Any]:
        if (project, name) in self.branches:
            return 422, {"message": "Reference already exists"}
        self.branches[project, name] = dict(self.branches[PROJECT, "main"])
        return 201, {}

    def _proposal(self, body: dict[str, Any], address: str) -> tuple[int, Any]:
        self.proposals.append(body)
        return 201, {address: f"https://forge.example.org/pulls/{len(self.proposals)}"}

    @property
    def proposed(self) -> dict[str, str]:
        """The files of the one branch that was proposed, as far as they differ from the main one."""
        [branch] = [files for (_, name), files in self.branches.items() if name != "main"]
        return {name: text for name, text in branch.items() if self.branches[PROJECT, "main"].get(name) != text}


def _sha(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


@contextmanager
def serving(forge: Forge) -> Iterator[str]:
    """Serve it on loopback; gives its origin."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_OPTIONS(self) -> None:
            self._send(204, "")

        def do_GET(self) -> None:
            self._answer()

        do_POST = do_PUT = do_GET  # noqa: N815

        def _answer(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
            call = f"{self.command} {self.path}"
            forge.asked.append(call)
            token = self.headers.get("PRIVATE-TOKEN") or (self.headers.get("Authorization") or "").removeprefix(
                "Bearer "
            )
            forge.tokens.add(token)
            if forge.cut and re.match(forge.cut, call):
                forge.cut = ""
                self.connection.close()
            elif token != TOKEN:
                self._send(401, "{}")
            else:
                code, answer = forge.answer(self.command, self.path, body)
                self._send(code, answer if isinstance(answer, str) else json.dumps(answer))

        def _send(self, code: int, text: str) -> None:
            self.send_response(code)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT")
            self.send_header("Access-Control-Allow-Headers", "authorization, private-token, content-type, accept")
            content = text.encode()
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
