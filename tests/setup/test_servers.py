"""The samples for web servers are tried in the servers themselves, as they are shipped, with real requests by HTTPS."""

from __future__ import annotations

import gzip
import http.client
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest

from macros.assets.policy import HEADERS
from tests import servers
from tests.servers import Connect, Server

VERSION = "0123456789ab"
KEPT = f"/assets/search/vi/{VERSION}/a.json"
FILES = (
    "index.html",
    "meetings/index.html",
    "404.html",
    "en/404.html",
    "figures.csv",
    "feed.xml",
    "en/feed.xml",
    "a.js",
    "emblem.svg",
    "meetings/index.md",
)
HIDDEN = ("_headers", ".made-by-a-build", ".git/config", "meetings/.htaccess")


@pytest.fixture(scope="module", params=servers.SERVERS, ids=lambda server: server.program.name)
def server(request: pytest.FixtureRequest) -> Server:
    """Each of the servers."""
    chosen: Server = request.param
    chosen.program.needed()
    return chosen


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A link that leads to a site of a few files with their compressed copies, as deploy/README.md has it."""
    folder = tmp_path_factory.mktemp("published")
    site = folder / "first"
    for name in (*FILES, *HIDDEN, ".well-known/token", KEPT.removeprefix("/")):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(f"chữ của {name}", "utf-8")
    for name in ("index.html", "figures.csv", "a.js", "meetings/index.md"):
        (site / f"{name}.gz").write_bytes(gzip.compress((site / name).read_bytes()))
    (folder / "site").symlink_to("first")
    return folder / "site"


@pytest.fixture(scope="module")
def connect(server: Server, published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connect]:
    """The server at work."""
    folder = tmp_path_factory.mktemp(server.program.name)
    for path in (folder, *published.resolve().parents[:3]):
        path.chmod(0o755)  # servers read as users of their own
    with server.serving(folder, published) as connect:
        yield connect


def _ask(connect: Connect, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = connect()
    connection.request("GET", path, headers={"Accept-Encoding": "identity", **headers})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_the_sample_is_taken_as_it_is_shipped(server: Server, tmp_path: Path) -> None:
    said = server.tested(server.configured(tmp_path, tmp_path))
    assert said.returncode == 0, said.stderr


def test_a_spoiled_sample_is_found_out(server: Server, tmp_path: Path) -> None:
    configuration = server.configured(tmp_path, tmp_path)
    sample = tmp_path / "sample.conf"
    sample.write_text(sample.read_text("utf-8") + "\n}} nonsense", "utf-8")
    assert server.tested(configuration).returncode != 0


TYPES = {
    "/": "text/html; charset=utf-8",
    "/nowhere/": "text/html; charset=utf-8",
    "/figures.csv": "text/csv; charset=utf-8",
    "/feed.xml": "application/atom+xml; charset=utf-8",
    "/en/feed.xml": "application/atom+xml; charset=utf-8",
    "/emblem.svg": "image/svg+xml",
    "/meetings/index.md": "text/markdown; charset=utf-8",
    KEPT: "application/json",
}


@pytest.mark.parametrize("path", TYPES)
def test_an_answer_has_its_type_and_every_header(connect: Connect, path: str) -> None:
    answer, _ = _ask(connect, path)
    assert answer.status == (404 if path == "/nowhere/" else 200)
    assert answer.headers["Content-Type"].startswith(TYPES[path])
    assert {name: answer.headers.get_all(name) for name in HEADERS} == {name: [text] for name, text in HEADERS.items()}
    kept = "public, max-age=31536000, immutable"
    assert answer.headers.get_all("Cache-Control") == [kept if path == KEPT else "no-cache"]


@pytest.mark.parametrize("path", ["/", "/figures.csv", "/a.js", "/meetings/index.md"])
def test_the_compressed_copy_is_sent_to_those_who_can_read_it(connect: Connect, path: str) -> None:
    plain, text = _ask(connect, path)
    packed, body = _ask(connect, path, **{"Accept-Encoding": "gzip"})
    assert (plain.headers["Content-Encoding"], packed.headers["Content-Encoding"]) == (None, "gzip")
    assert gzip.decompress(body) == text
    assert plain.headers["Content-Type"] == packed.headers["Content-Type"]
    for answer in (plain, packed):
        assert "Accept-Encoding" in answer.headers["Vary"]


def test_a_folder_leads_to_its_page_on_any_host_and_port(connect: Connect) -> None:
    answer, _ = _ask(connect, "/meetings")
    asked = f"https://127.0.0.1:{connect().port}/meetings"
    assert answer.status in (301, 308)
    assert urljoin(asked, answer.headers["Location"]) == f"{asked}/"


def test_a_missing_page_speaks_the_language_of_its_address(connect: Connect) -> None:
    for path in ("/nowhere", "/nowhere/", "/nowhere.csv", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd"):
        answer, body = _ask(connect, path)
        assert answer.status in (400, 404) and answer.headers["Content-Type"].startswith("text/html")
        assert answer.status == 400 or body == "chữ của 404.html".encode()
    for path in ("/en/nowhere", "/en/nowhere/", "/en/nowhere.md", "/en/nowhere/feed.xml"):
        answer, body = _ask(connect, path)
        assert answer.headers["Content-Type"].startswith("text/html")
        assert (answer.status, body) == (404, "chữ của en/404.html".encode())


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_hidden_is_given_to_no_one(connect: Connect, name: str) -> None:
    assert _ask(connect, f"/{name}")[0].status == 404


def test_a_token_for_a_certificate_is_given(connect: Connect) -> None:
    assert _ask(connect, "/.well-known/token")[0].status == 200


def test_a_release_twice_at_one_commit_and_the_way_back(connect: Connect, published: Path) -> None:
    """The lines of deploy/README.md: what did not change is not sent again, what changed is seen at once."""
    tag = _ask(connect, "/")[0].headers["ETag"]
    for _ in range(2):
        _release(published, "second")
        assert _ask(connect, "/", **{"If-None-Match": tag})[0].status == 304
    assert not (published.parent / "second/first").exists()
    (published.parent / "second/index.html").unlink()
    (published.parent / "second/index.html").write_text("một bản khác, dài hơn", "utf-8")
    assert _ask(connect, "/", **{"If-None-Match": tag})[0].status == 200
    published.with_name("next").symlink_to("first")
    published.with_name("next").replace(published)
    assert _ask(connect, "/")[1] == "chữ của index.html".encode()
    shutil.rmtree(published.parent / "second")


def _release(published: Path, name: str) -> None:
    folder = published.parent
    release = folder / name
    subprocess.run(["cp", "-a", "--no-target-directory", folder / "first", release], check=True)
    subprocess.run(["ln", "-sfn", name, folder / "next"], check=True)
    subprocess.run(["mv", "-T", folder / "next", published], check=True)
