"""Measures a lane's folder in Chromium: what is sent, how long it takes, whether the right answer comes first."""

from __future__ import annotations

import functools
import gzip
import http.server
import statistics
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.queries import Query

FIRST, SECOND, TYPED = "ket nap dang vien", "bo nhiem can bo", "ket nap dang vien quang binh"
KEY, PAUSE = 150, 180  # milliseconds between keys; without a key before a search, as in typing.js
_RUN = """async (queries) => {
    const results = [];
    for (const query of queries) {
        const begin = performance.now();
        const ids = await window.search(query);
        results.push([ids, performance.now() - begin]);
    }
    return results;
}"""
_TYPE = """async ([text, key, pause]) => {
    const searches = [];
    let timer;
    for (let end = 1; end <= text.length; end++) {
        clearTimeout(timer);
        const search = () => window.search(text.slice(0, end), { live: true }).catch(() => []);
        timer = setTimeout(() => searches.push(search()), pause);
        await new Promise((resolve) => setTimeout(resolve, key));
    }
    await new Promise((resolve) => setTimeout(resolve, pause + 50));
    return Promise.all(searches);
}"""


@dataclass
class Sent:
    """Bodies sent since it was last cleared, as they went over the wire (gzip where the type is text)."""

    size: int = 0
    requests: int = 0
    skipped: tuple[str, ...] = ("index.html", "ids.json", "favicon.ico")

    def add(self, name: str, size: int) -> None:
        """Note one answer."""
        if not name.endswith(self.skipped) and name != "/":
            self.size += size
            self.requests += 1

    def take(self) -> dict[str, int]:
        """What was sent, and start again from nothing."""
        taken = {"bytes": self.size, "requests": self.requests}
        self.size = self.requests = 0
        return taken


@functools.cache
def _squeezed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[tuple[str, Sent]]:
    """Serve a folder on loopback, on any free port if none is given; gives its address and what it sends."""
    sent = Sent()

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                self.send_error(404)
                return
            text = path.suffix in (".js", ".json", ".txt", ".html", ".css", ".svg", ".xml")
            body = _squeezed(path) if text else path.read_bytes()
            sent.add(self.path.split("?")[0], len(body))
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(path)))
            if text:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "max-age=600")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

    handler = functools.partial(Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", sent
        server.shutdown()
    _squeezed.cache_clear()


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """A lane's page in a browser with empty caches."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("() => !!window.search")
    yield page
    context.close()


def transfer(browser: Browser, folder: Path) -> dict[str, dict[str, int]]:
    """Bytes and requests of a first search, a second one, and of a query typed key by key."""
    with served(folder) as (address, sent):
        with opened(browser, address) as page:
            first = (page.evaluate(_RUN, [FIRST]), sent.take())[1]
            second = (page.evaluate(_RUN, [SECOND]), sent.take())[1]
        with opened(browser, address) as page:
            sent.take()
            page.evaluate(_TYPE, [TYPED, KEY, PAUSE])
            page.wait_for_timeout(300)
            typed = sent.take()
    return {"first": first, "second": second, "typing": typed}


@dataclass
class Timing:
    """Milliseconds in the page: the first pass over all queries with empty caches, and the second."""

    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)

    def summary(self) -> dict[str, float]:
        """Medians and 95th percentiles."""
        return {
            f"{name}_{part}": round(value, 1)
            for name, times in (("cold", self.cold), ("warm", self.warm))
            for part, value in (("p50", statistics.median(times)), ("p95", statistics.quantiles(times, n=20)[-1]))
        }


def answers(browser: Browser, folder: Path, queries: Sequence[str]) -> tuple[list[list[str]], Timing]:
    """The ids each query finds, and how long cold and warm searches take."""
    with served(folder) as (address, _), opened(browser, address) as page:
        cold = page.evaluate(_RUN, list(queries))
        warm = page.evaluate(_RUN, list(queries))
    return [ids for ids, _ in cold], Timing([time for _, time in cold], [time for _, time in warm])


@dataclass
class Score:
    """How often the right answer came first or among three, its mean reciprocal rank; for nonsense, that none came."""

    count: int = 0
    first: int = 0
    three: int = 0
    reciprocal: float = 0.0
    nothing: int = 0

    def add(self, ids: Sequence[str], targets: frozenset[str]) -> None:
        """Judge one answer."""
        rank = next((i for i, id in enumerate(ids, 1) if id in targets), 0) if targets else int(not ids)
        self.count += 1
        self.first += rank == 1
        self.three += 0 < rank <= 3
        self.reciprocal += 1 / rank if rank else 0
        self.nothing += bool(targets) and not ids

    def summary(self) -> dict[str, float]:
        """As shares."""
        count = self.count or 1
        return {
            "queries": self.count,
            "at_1": round(self.first / count, 4),
            "at_3": round(self.three / count, 4),
            "mrr": round(self.reciprocal / count, 4),
            "nothing": self.nothing,
        }


def scores(queries: Sequence[Query], found: Sequence[Sequence[str]]) -> dict[str, dict[str, float]]:
    """A score a class, and over all."""
    by_class: dict[str, Score] = defaultdict(Score)
    for query, ids in zip(queries, found, strict=True):
        by_class[query.kind].add(ids, query.targets)
        by_class["all"].add(ids, query.targets)
    return {kind: score.summary() for kind, score in sorted(by_class.items())}
