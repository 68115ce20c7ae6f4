"""Hostile text in every field is refused at its place, or shown as text: nothing runs, nothing is loaded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from itertools import cycle
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from markupsafe import escape
from playwright.sync_api import Browser

from macros.records.base import LONGEST_TEXT
from macros.text.language import Language
from tests.reading.hostile import HOSTILE, HostileData, Way
from tests.support import project
from tests.support.built_site import Site
from tests.support.page_kinds import MEETING, PAGES
from tests.support.server import serve
from tests.support.tab import Tab

NOT_TEXT = (
    "control\x07 character",
    "right-to-left\u202e override",
    "isolated\u2067 text",
    "invisible\U000e0041 tag",
    "separate accent e\u0301",
    "line\nbreak",
    "  space before it",
    "x" * (LONGEST_TEXT + 1),
)
NOT_ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://",
    "data:text/html,<script>alert(1)</script>",
    "//evil.example/",
    "https:evil.example",
    'https://evil.example/" onclick="ran=1',
    "https://evil.example/<script>",
    "https://evil.example/\u202e",
    "https:// evil.example",
    "file:///etc/passwd",
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> HostileData:
    """The project with hostile text wherever it is taken."""
    return HostileData(project.copy_small(tmp_path_factory.mktemp("hostile") / "project"))


def test_every_kind_of_text_takes_it(data: HostileData) -> None:
    assert len(data.texts) > 500


def _spread(ways: set[Way], texts: Iterable[str], one_in: int) -> dict[Way, str]:
    """Every so many of the ways, with the texts in turn."""
    return dict(zip(sorted(ways, key=str)[::one_in], cycle(texts), strict=False))


def test_what_is_no_text_is_refused_in_every_field(data: HostileData) -> None:
    texts = _spread(data.texts, NOT_TEXT, 5)
    assert data.refused(texts) == set(texts)


def test_what_is_no_address_is_refused(data: HostileData) -> None:
    texts = _spread(data.addresses, NOT_ADDRESSES, 1)
    assert len(texts) > len(NOT_ADDRESSES)
    assert data.refused(texts) == set(texts)


def test_a_megabyte_is_refused(data: HostileData) -> None:
    texts = _spread(data.texts, ["a" * 900_000], 200)
    assert data.refused(texts) == set(texts)
    way = min(data.texts, key=str)
    [problem, *_] = data.problems({way: "a" * 1_000_000})
    assert str(problem).startswith(f"{way[0]}:1:1: Tệp lớn hơn 1 MB")


@pytest.fixture(scope="module")
def hostile_site(data: HostileData) -> Site:
    """The site built from it."""
    assert data.problems(dict.fromkeys(data.texts, HOSTILE)) == []
    result = project.build(data.tree, SITE_URL=project.SITE_URL, CONTACT_EMAIL=project.CONTACT)
    assert result.returncode == 0, result.stdout + result.stderr
    return Site(data.tree / "site", result.stdout)


class _Dangers(HTMLParser):
    """What would run, load, or lead elsewhere in the HTML of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        runs = tag == "script" and "src" not in attributes and "json" not in attributes.get("type", "")
        handler = any(name.startswith("on") or name == "style" for name in attributes)
        elsewhere = any(
            urlsplit(attributes.get(name, "")).netloc == "evil.example" for name in ("src", "href", "action")
        )
        javascript = attributes.get("href", "").strip().lower().startswith("javascript:")
        if runs or handler or elsewhere or javascript or tag in ("iframe", "base", "style"):
            self.found.append(self.get_starttag_text() or tag)


def test_no_page_holds_it_as_anything_but_text(hostile_site: Site) -> None:
    shown = 0
    for page in hostile_site.pages.values():
        reader = _Dangers()
        reader.feed(page.html)
        reader.close()
        assert reader.found == [], page.address
        shown += page.html.count(str(escape(HOSTILE)))
    assert shown > 4000


def test_every_file_for_programs_can_be_read(hostile_site: Site) -> None:
    files = [file for file in hostile_site.folder.rglob("*") if file.suffix in (".xml", ".atom", ".svg")]
    for file in files:
        ElementTree.parse(file)
    for file in hostile_site.folder.rglob("*.json"):
        json.loads(file.read_text("utf-8"))
    for page in hostile_site.pages.values():
        for block in page.root.all("script"):
            if block.get("type") == "application/ld+json":
                json.loads("".join(str(child) for child in block.children))


@pytest.fixture
def tab(browser: Browser, hostile_site: Site) -> Iterator[Tab]:
    """A tab without any policy: what is not escaped would run."""
    with serve(hostile_site.folder) as address:
        context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 800})
        yield Tab(context, address)
        context.close()


def test_in_a_browser_it_is_text(tab: Tab) -> None:
    kinds = [path for path in PAGES if path.split("/")[0] not in ("contribute", "method")]
    for language in Language:
        for path in kinds:
            tab.visit(language.prefix + path)
            assert _harmless(tab), tab.path
        for opened in ("search/?q=link", "search/?q=bold&style=table"):
            tab.visit(language.prefix + opened)
            tab.page.wait_for_selector("ol[data-results] > li")
            assert _harmless(tab), tab.path
    tab.page.keyboard.press("Escape")
    tab.visit("")
    tab.page.keyboard.press("/")
    tab.page.locator("dialog input").fill("bold link")
    tab.page.wait_for_selector("dialog [data-hits] > li")
    assert "<script>" in tab.page.locator("dialog [data-hits]").inner_text()
    assert _harmless(tab)
    tab.visit(MEETING)
    assert HOSTILE in " ".join(tab.page.locator("article").first.inner_text().split())
    assert tab.errors == []
    assert tab.strangers == []


def _harmless(tab: Tab) -> bool:
    """Nothing has run, and nothing but the page's own elements is there."""
    return bool(
        tab.page.evaluate(
            """() => window.ran === undefined && !document.querySelector(
                "iframe, base, style, [onerror], [onload], [href^=javascript], [src*='//evil'], [href*='//evil']")"""
        )
    )
