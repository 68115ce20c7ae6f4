"""The sample for nginx is tried in nginx itself, as it is shipped."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import nginx

VERSION = "0123456789ab"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[http.client.HTTPConnection]:
    """nginx with a site of a few files."""
    folder = tmp_path_factory.mktemp("nginx")
    site = folder / "site"
    for name in ("index.html", "meetings/index.html", "404.html", "figures.csv", "_headers"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(f"chữ của {name}", "utf-8")
    kept = site / "assets/search/vi" / VERSION / "a.json"
    kept.parent.mkdir(parents=True)
    kept.write_text("{}", "utf-8")
    (site / "index.html.gz").write_bytes(b"\x1f\x8b compressed")
    with nginx.serving(folder, site) as port:
        yield http.client.HTTPConnection("127.0.0.1", port, timeout=10)


def _ask(server: http.client.HTTPConnection, path: str, **headers: str) -> http.client.HTTPResponse:
    server.request("GET", path, headers={"Accept-Encoding": "identity", **headers})
    answer = server.getresponse()
    answer.read()
    return answer


def test_nginx_takes_the_sample_as_it_is_shipped(tmp_path: Path) -> None:
    said = nginx.tested(tmp_path, nginx.configured(tmp_path, tmp_path))
    assert said.returncode == 0, said.stderr
    assert "test is successful" in said.stderr


def test_a_spoiled_sample_is_found_out(tmp_path: Path) -> None:
    configuration = nginx.configured(tmp_path, tmp_path)
    sample = tmp_path / "sample.conf"
    sample.write_text(sample.read_text("utf-8").replace('"/assets/search/[a-z]+/[0-9a-f]{12}/"', "/[0-9a-f]{12}/"))
    assert nginx.tested(tmp_path, configuration).returncode != 0


@pytest.mark.parametrize(
    ("path", "status", "header", "value"),
    [
        ("/", 200, "Content-Type", "text/html; charset=utf-8"),
        ("/", 200, "Cache-Control", "no-cache"),
        ("/", 200, "Vary", "Accept-Encoding"),
        ("/", 200, "X-Content-Type-Options", "nosniff"),
        ("/figures.csv", 200, "Content-Type", "text/csv; charset=utf-8"),
        ("/figures.csv", 200, "X-Content-Type-Options", "nosniff"),
        (f"/assets/search/vi/{VERSION}/a.json", 200, "Cache-Control", "public, max-age=31536000, immutable"),
        (f"/assets/search/vi/{VERSION}/a.json", 200, "X-Content-Type-Options", "nosniff"),
        ("/meetings", 301, "Location", "/meetings/"),
        ("/nowhere/", 404, "Content-Type", "text/html; charset=utf-8"),
        ("/nowhere/", 404, "X-Content-Type-Options", "nosniff"),
        ("/_headers", 404, "X-Content-Type-Options", "nosniff"),
    ],
)
def test_answers(server: http.client.HTTPConnection, path: str, status: int, header: str, value: str) -> None:
    answer = _ask(server, path)
    assert (answer.status, answer.headers[header]) == (status, value)


def test_the_compressed_copy_is_sent_to_those_who_can_read_it(server: http.client.HTTPConnection) -> None:
    assert _ask(server, "/", **{"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"
