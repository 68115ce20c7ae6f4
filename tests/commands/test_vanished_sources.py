"""Sources that vanish: what the web answers is understood, reported at its line, and the archived copy is shown."""

from __future__ import annotations

import http.server
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from macros.checks.loading import read_archive
from macros.commands.links import ask_all
from macros.commands.web import State, ask
from macros.text.language import Language
from macros.views.rendering import View
from macros.views.repository import Repository
from tests.support import html_reader, project
from tests.support.edits import Edit
from tests.support.project import SMALL_DATA

HOST = "bao.example.org"
DOCUMENT = "data/documents/18-ttr-tu.yml"  # of one source, with nothing about when it was seen
AGENT = "a test (+https://kho.vn/)"


# Pages that lead into a network of the machine that asks.
INWARDS = {
    "/to-itself": "http://127.0.0.1:22/",
    "/to-its-cloud": "http://169.254.169.254/latest/meta-data/",
    "/to-its-name": "http://localhost/",
    "/to-its-number": "http://2130706433/",
    "/to-its-network": "https://10.0.0.1/",
    "/to-ipv6": "http://[::1]/",
}


@dataclass
class Elsewhere:
    """A web server that is not ours: what it was asked, and how many at once by each name it goes by.

    It is reached as a network's proxy is, so that it can go by public names.
    """

    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    now: Counter[str] = field(default_factory=Counter)
    most: Counter[str] = field(default_factory=Counter)

    def __getitem__(self, path: str) -> str:
        return f"http://{HOST}{path}"


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[Elsewhere]:
    """Such a server on this machine; what it answers follows from the path."""
    state = Elsewhere()
    lock = threading.Lock()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            name = self.headers["Host"]
            self.path = self.path.removeprefix(f"http://{name}")
            with lock:
                state.asked.append((self.command, self.path))
                state.agents.add(self.headers["User-Agent"])
                state.now[name] += 1
                state.most[name] = max(state.most[name], state.now[name])
            time.sleep(0.005)  # so that who asks two things at once is seen
            with lock:
                state.now[name] -= 1
            self._answer(state.asked.count((self.command, self.path)))

        do_GET = do_HEAD  # noqa: N815

        def _answer(self, times: int) -> None:
            if self.path == "/hangs-up":
                self.close_connection = True
                return
            if self.path == "/no-head":
                code = 200 if self.command == "GET" else 405
            elif self.path == "/busy-at-first":
                code = 200 if times == 3 else 503
            elif found := re.match(r"/(\d{3})", self.path):
                code = int(found[1])
            else:
                code = {"/to-the-front-page": 302, "/moved": 301}.get(self.path, 200)
                code = 301 if self.path in INWARDS else code
            self.send_response(code)
            if code == 429:
                self.send_header("Retry-After", "3600")
            if code in (301, 302):
                self.send_header("Location", INWARDS.get(self.path, "/" if code == 302 else "/new"))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """The test looks at what was asked."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.server_port}")
        monkeypatch.setenv("no_proxy", "")
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield state
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "state", "said", "requests"),
    [
        ("/", State.ALIVE, "HTTP 200", ["HEAD"]),
        ("/bai-viet", State.ALIVE, "HTTP 200", ["HEAD"]),
        ("/bài viết?từ=đảng", State.ALIVE, "HTTP 200", ["HEAD"]),
        ("/da%20ma-hoa?a=%C4%91", State.ALIVE, "HTTP 200", ["HEAD"]),
        ("/no-head", State.ALIVE, "HTTP 200", ["HEAD", "GET"]),
        ("/moved", State.ALIVE, "HTTP 200", ["HEAD"]),
        ("/busy-at-first", State.ALIVE, "HTTP 200", ["HEAD", "GET", "GET", "GET"]),
        ("/404", State.GONE, "HTTP 404", ["HEAD", "GET"]),
        ("/410", State.GONE, "HTTP 410", ["HEAD", "GET"]),
        ("/to-the-front-page", State.GONE, f"→ http://{HOST}/", ["HEAD", "GET"]),
        ("/403", State.UNCLEAR, "HTTP 403", ["HEAD", "GET"]),
        ("/429", State.UNCLEAR, "HTTP 429", ["HEAD", "GET"]),
        ("/500", State.UNCLEAR, "HTTP 500", ["HEAD", "GET", "GET", "GET"]),
        ("/hangs-up", State.UNCLEAR, "", ["HEAD", "GET", "GET", "GET"]),
    ],
)
def test_an_answer_is_understood(elsewhere: Elsewhere, path: str, state: State, said: str, requests: list[str]) -> None:
    answer = ask(elsewhere[path], AGENT, pause=0)
    assert answer.state is state
    assert said in answer.status
    first = elsewhere.asked[0][1]
    assert [method for method, asked in elsewhere.asked if asked == first] == requests
    assert elsewhere.agents == {AGENT}


@pytest.mark.parametrize("path", INWARDS)
def test_no_redirect_is_followed_into_a_private_network(elsewhere: Elsewhere, path: str) -> None:
    answer = ask(elsewhere[path], AGENT, pause=0)
    assert answer.state is State.UNCLEAR
    assert answer.status.startswith("not public: ")
    assert {asked for _, asked in elsewhere.asked} == {path}


@pytest.mark.parametrize("address", INWARDS.values())
def test_a_private_server_is_not_asked(elsewhere: Elsewhere, address: str) -> None:
    answer = ask(address, AGENT, pause=0)
    assert (answer.state, answer.answered) == (State.UNCLEAR, False)
    assert answer.status.startswith("not public: ")
    assert elsewhere.asked == []


@pytest.mark.parametrize(
    "private",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "ff02::1",
    ],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_public_name_that_stands_for_a_private_server_is_not_asked(
    monkeypatch: pytest.MonkeyPatch, private: str, scheme: str
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (private, 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *arguments, **named: found)
    monkeypatch.setattr(socket, "create_connection", lambda *arguments, **named: pytest.fail("it was asked"))
    answer = ask(f"{scheme}://{HOST}/", AGENT, pause=0)
    assert (answer.state, answer.status) == (State.UNCLEAR, f"not public: {HOST}")


def test_where_nobody_answers_nothing_was_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as closed:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{closed.server_port}")
    answer = ask(f"http://{HOST}/", AGENT, pause=0)
    assert answer.state is State.UNCLEAR
    assert not answer.answered


def test_a_host_is_asked_one_thing_at_a_time(elsewhere: Elsewhere) -> None:
    hosts = (HOST, "tin.example.org")
    addresses = {f"http://{host}/{page}" for host in hosts for page in range(20)}
    answers = ask_all(addresses, AGENT)
    assert answers.keys() == addresses
    assert {answer.state for answer in answers.values()} == {State.ALIVE}
    assert elsewhere.most == dict.fromkeys(hosts, 1)


@pytest.fixture
def tree(tmp_path: Path, elsewhere: Elsewhere) -> Path:
    """A copy of the project all of whose sources are on that server, each at a page of its own."""

    def _page(address: str) -> str:
        return f"{elsewhere['/page']}/{abs(hash(address))}"

    tree = project.copy_small(tmp_path / "project")
    for path in (tree / "data").rglob("*.yml"):
        text = path.read_text("utf-8")
        moved = re.sub(r"(url|archived): (https?://\S+)", lambda found: f"{found[1]}: {_page(found[2])}", text)
        path.write_text(moved, "utf-8")
    return tree


def _links(tree: Path, form: str = "text") -> subprocess.CompletedProcess[str]:
    """Run what `make links` runs."""
    environment = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "REPO_URL")}
    return subprocess.run(
        [sys.executable, "-m", "macros.commands.links", "--format", form],
        cwd=tree,
        env={**environment, "REPO_URL": "https://github.com/nhom/kho", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _change(tree: Path, old: str, new: str) -> str:
    """Edit the first such line of a document; gives the place of the mark."""
    text = (tree / DOCUMENT).read_text("utf-8")
    found = re.search(old, text)
    assert found, old
    return Edit(DOCUMENT, found[0], new).apply(tree)


def test_where_all_is_well_it_says_so(tree: Path, elsewhere: Elsewhere) -> None:
    result = _links(tree)
    assert result.returncode == 0, result.stdout + result.stderr
    [said] = result.stdout.splitlines()
    assert "Số lỗi: 0; số cảnh báo: 0" in said and "Errors: 0; warnings: 0" in said
    assert re.search(r"Đã kiểm tra \d\d+ địa chỉ\. / \d\d+ addresses checked\.", result.stderr)
    assert len(set(elsewhere.asked)) > 20
    assert elsewhere.agents == {"party-building-knowledge-links/1.0 (+https://github.com/nhom/kho)"}


def test_what_is_gone_is_reported_at_its_line(tree: Path, elsewhere: Elsewhere) -> None:
    place = _change(tree, r"url: http\S+", f"url: ¦{elsewhere['/404']}")
    result = _links(tree)
    assert result.returncode == 1
    assert f"{place}: lỗi / error [gone-address]\n    Địa chỉ không còn (HTTP 404)" in result.stdout
    assert "The address is gone (HTTP 404). Keep it, and add `archived:`" in result.stdout
    annotated = _links(tree, "github").stdout
    file, line, column = place.split(":")
    assert f"::error file={file},line={line},col={column},title=gone-address::Địa chỉ không còn (HTTP 404)" in annotated
    assert "%0AThe address is gone" in annotated


def test_an_archived_copy_softens_it(tree: Path, elsewhere: Elsewhere) -> None:
    copy = elsewhere["/copy"]
    place = _change(tree, r"( *)url: http\S+", f"    url: ¦{elsewhere['/410']}\n    archived: {copy}")
    result = _links(tree)
    assert result.returncode == 0, result.stdout
    assert f"{place}: cảnh báo / warning [gone-address]\n    Địa chỉ không còn (HTTP 410)" in result.stdout


def test_a_lost_copy_is_reported(tree: Path, elsewhere: Elsewhere) -> None:
    place = _change(tree, r"( *)url: http\S+", f"    url: {elsewhere['/x']}\n    archived: ¦{elsewhere['/404']}")
    result = _links(tree)
    assert result.returncode == 1
    assert f"{place}: lỗi / error [gone-address]\n    Bản lưu không còn (HTTP 404)" in result.stdout


def test_an_exception_is_not_asked_and_a_needless_one_is_reported(tree: Path, elsewhere: Elsewhere) -> None:
    _change(tree, r"url: http\S+", f"url: ¦{elsewhere['/403/bai']}")
    assert "cảnh báo / warning [unclear-address]\n    Chưa rõ địa chỉ còn không (HTTP 403)" in _links(tree).stdout
    reason = "    reason: {vi: Chặn máy., en: Refuses machines.}\n"
    (tree / "macros/links.yml").write_text(
        f"exceptions:\n  - address: {elsewhere['/403']}\n{reason}  - address: https://nobody.example/\n{reason}",
        "utf-8",
    )
    elsewhere.asked.clear()
    result = _links(tree)
    assert result.returncode == 0
    assert not any(path.startswith("/403") for _, path in elsewhere.asked)
    assert "macros/links.yml:4:14: cảnh báo / warning [unneeded-exception]\n    Không còn địa chỉ nào" in result.stdout
    assert result.stdout.count("cảnh báo / warning") == 1


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("exceptions:\n  - address: https://a.vn/\n", "“reason” is missing"),
        ("exceptions:\n  - address: a.vn\n    reason: {vi: a, en: b}\n", "is not a web address"),
        ("exceptions: [\n", "is not closed by ]"),
    ],
)
def test_a_wrong_list_of_exceptions_is_refused(tree: Path, written: str, said: str) -> None:
    (tree / "macros/links.yml").write_text(written, "utf-8")
    result = _links(tree)
    assert result.returncode == 2
    assert said in result.stderr and "macros/links.yml:" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("language", Language)
def test_the_archived_copy_and_the_day_last_seen_are_shown(tmp_path: Path, language: Language) -> None:
    shutil.copytree(SMALL_DATA, tmp_path / "data")
    text = (tmp_path / DOCUMENT).read_text("utf-8")
    url = re.search(r"( +)url: (\S+)\n", text)
    assert url
    kept = "https://web.archive.org/web/2025/x"
    Edit(DOCUMENT, url[0], f"{url[0]}{url[1]}archived: ¦{kept}\n{url[1]}last_seen: 2025-11-20\n").apply(tmp_path)
    archive = read_archive(tmp_path / "data")
    document = archive.documents[Path(DOCUMENT).stem]
    view = View(archive, language, f"{language.prefix}documents/{Path(DOCUMENT).stem}/", Repository())
    listed = html_reader.read(view.render("source_list.html", sources=document.sources))
    table = html_reader.read(view.render("sources.html", sources=list(archive.sources())))
    day = {
        Language.VI: "địa chỉ còn mở được ngày 20-11-2025",
        Language.EN: "address last seen working 20 November 2025",
    }
    for shown in (listed, table):
        [link] = [link for link in shown.all("a") if link.get("href") == kept]
        assert link.text == {Language.VI: "Bản lưu", Language.EN: "Archived copy"}[language]
        assert day[language] in shown.text
    if document.sources[0].address:
        assert any(link.get("href") == document.sources[0].address for link in listed.all("a"))
