"""Serves a built site on loopback below a path, as a forge's pages service would."""

from __future__ import annotations

import http.server
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from tests.support.built_site import NOT_FOUND
from tests.support.project import BASE


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, policy: str = "", **named: Any) -> None:
        self.policy = policy
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        if not path.startswith(BASE) or "%00" in path.partition("?")[0]:
            return str(Path(self.directory) / "outside")
        return super().translate_path(path.removeprefix(BASE.rstrip("/")))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / NOT_FOUND).read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        """A range that is asked for from the first byte on is all that is sent."""
        path, asked = Path(self.translate_path(self.path)), re.fullmatch(r"bytes=0-(\d+)", self.headers["Range"] or "")
        if not asked or not path.is_file():
            super().do_GET()
            return
        whole = path.read_bytes()
        part = whole[: int(asked[1]) + 1]
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(part)))
        self.send_header("Content-Range", f"bytes 0-{len(part) - 1}/{len(whole)}")
        self.end_headers()
        self.wfile.write(part)

    def list_directory(self, path: Any) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are watched from the browser's side."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):  # a browser that moves on hangs up
            super().handle_error(request, client_address)


@contextmanager
def serve(folder: Path, policy: str = "") -> Iterator[str]:
    """Serve a folder, under a Content-Security-Policy; gives the address of the site, which ends with a slash."""
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder), policy=policy)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
        thread.join()
