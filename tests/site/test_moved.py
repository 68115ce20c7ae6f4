"""Addresses that changed: whoever follows an old one finds what stood there, with and without script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros.archive.reader import Reading
from macros.archive.redirects import Redirects
from macros.assets.policy import HEADERS, PAGE_POLICY
from macros.text.language import Language
from tests.support.built_site import Site
from tests.support.project import SITE_URL, build, copy_small
from tests.support.server import serve

OLD, NEW = "meetings/2030-06-14/", "meetings/2030-06-12/"
LESSON = "reviews/2031/lessons/#training-comes-first"
REDIRECTS = {
    OLD: NEW,
    f"{OLD}#apart": LESSON,
    f"{NEW}#careful": f"{NEW}#careful-planning",
    f"{NEW}#elsewhere": LESSON,
    f"{NEW}#withdrawn": NEW,
    "glossary/#old-term": "glossary/#chi-bo",
    "reviews/2031/lessons/#old-lesson": LESSON,
    "reviews/2031/lessons/#old-heading": "reviews/2031/lessons/#train-before-appointing",
    "reviews/2031/achievements/#old-figure": "reviews/2031/achievements/#members-admitted",
}


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("a/b/", "a/b/"),
        ("a/b/#x", "a/b/#x"),
        ("a/old/", "a/b/"),
        ("a/old/#x", "a/b/#x"),
        ("a/old/#apart", "a/c/#z"),
        ("a/old/#never", None),
        ("a/b/#former", "a/b/#x"),
        ("a/to-entry/", "a/b/#x"),
        ("a/to-entry/#y", None),
        ("a/unknown/", None),
    ],
)
def test_where_an_address_leads(address: str, leads: str | None) -> None:
    targets = {
        "a/old/": "a/b/",
        "a/old/#apart": "a/c/#z",
        "a/b/#former": "a/b/#x",
        "a/to-entry/": "a/b/#x",
    }
    assert Redirects(targets, {"a/b/", "a/b/#x", "a/c/", "a/c/#z"}).leads(address) == leads


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("/meetings/2030-06-14/: meetings/2030-06-12/", 1),
        ("meetings/2030-06-14: meetings/2030-06-12/", 1),
        ("meetings/2030-06-12#x: meetings/2030-06-12/", 1),
        ("en/meetings/2030-06-14/: meetings/2030-06-12/", 1),
        ("meetings/2030-06-14/: en/meetings/2030-06-12/", 23),
        ("meetings/2030-06-14/: https://example.org/", 23),
        ("meetings/2030-06-14/: meetings/2030-06-12/#Đ", 23),
    ],
)
def test_an_address_in_another_form_is_reported_at_its_place(tmp_path: Path, line: str, column: int) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/redirects.yml").write_text(f"{line}\n", "utf-8")
    reported = [each for each in Reading(tmp_path / "data").problems if each.place.file == "data/redirects.yml"]
    assert [(each.place.line, each.place.column, each.rule) for each in reported] == [(1, column, "not-permanent")]
    assert "Cần dạng `meetings/2022-06-29/`" in reported[0].vi and "Expected the form" in reported[0].en


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site with some addresses that have changed."""
    tree = copy_small(tmp_path_factory.mktemp("moved") / "kho")
    lines = "".join(f"{old}: {new}\n" for old, new in REDIRECTS.items())
    (tree / "data/redirects.yml").write_text(lines, "utf-8")
    result = build(tree, SITE_URL=SITE_URL)
    assert result.returncode == 0, result.stdout + result.stderr
    return Site(tree / "site", result.stdout)


@pytest.fixture(scope="module")
def address(moved: Site) -> Iterator[str]:
    """Where that site is served, under the strict policy."""
    with serve(moved.folder, HEADERS["Content-Security-Policy"]) as url:
        yield url


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a browser with and without script."""
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def _in_view(page: Page, anchor: str) -> bool:
    box = page.locator(f"[id='{anchor}']").bounding_box()
    return box is not None and 0 <= box["y"] < 720


@pytest.mark.parametrize("language", Language)
def test_an_old_page_leads_to_the_new_one(page: Page, address: str, language: Language) -> None:
    page.goto(f"{address}{language.prefix}{OLD}")
    page.wait_for_url(f"{address}{language.prefix}{NEW}")
    assert page.locator("h1").count() == 1


def test_with_script_an_entry_is_found_under_its_anchor_on_the_new_page(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}en/{OLD}#careful-planning")
    page.wait_for_url(f"{address}en/{NEW}#careful-planning")
    assert _in_view(page, "careful-planning")
    page.goto(f"{address}en/{OLD}#apart")
    page.wait_for_url(f"{address}en/{LESSON}")
    assert _in_view(page, "training-comes-first")
    page.close()


def test_an_entry_is_found_at_its_old_anchor(page: Page, address: str) -> None:
    page.goto(f"{address}{NEW}#careful")
    assert _in_view(page, "careful-planning")
    outlined = page.locator("#careful-planning").evaluate("each => getComputedStyle(each).outlineStyle")
    assert outlined == "solid"


@pytest.mark.parametrize("old", [each for each in REDIRECTS if "#old-" in each])
@pytest.mark.parametrize("language", Language)
def test_headings_terms_and_figures_keep_their_old_anchors(moved: Site, old: str, language: Language) -> None:
    path, _, anchor = old.partition("#")
    ids = moved.page(path, language).ids
    assert ids.index(REDIRECTS[old].partition("#")[2]) - ids.index(anchor) in (-1, 1)


def test_an_entry_that_left_the_page_says_where_it_is(page: Page, address: str) -> None:
    page.goto(f"{address}{NEW}#elsewhere")
    assert _in_view(page, "elsewhere")
    said = page.locator("#elsewhere")
    assert said.inner_text() == "Nội dung trước đây ở địa chỉ này nay nằm tại trang: Bài học năm 2031."
    said.locator("a").click()
    page.wait_for_url(f"{address}{LESSON}")
    page.goto(f"{address}en/{NEW}#withdrawn")
    assert page.locator("#withdrawn").inner_text() == (
        "What stood at this address is no entry of its own any more; see the page: Briefing, 12 June 2030."
    )


def test_search_engines_are_sent_to_the_new_page_and_keep_the_old_one_out(moved: Site) -> None:
    for language in Language:
        old = moved.moved[language.prefix + OLD]
        assert old.root.all("html")[0].get("lang") == language.value
        metas = {meta.get("name") or meta.get("http-equiv"): meta.get("content") for meta in old.head.all("meta")}
        assert metas["robots"] == "noindex"
        assert metas["Content-Security-Policy"] == PAGE_POLICY
        [canonical] = [link for link in old.head.all("link") if link.get("rel") == "canonical"]
        assert canonical.get("href") == f"{SITE_URL}{language.prefix}{NEW}"
        assert OLD not in (moved.folder / "sitemap.xml").read_text("utf-8")
