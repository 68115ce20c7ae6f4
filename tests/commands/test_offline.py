"""The preview of a pull request opens from a folder: every link names a file, and a browser follows them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from macros.commands.offline import make_offline
from macros.text.language import Language, word
from tests.support.built_site import NOT_FOUND, Site
from tests.support.html_reader import read


@pytest.fixture(scope="module")
def folder(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site as files."""
    folder = tmp_path_factory.mktemp("preview") / "preview"
    assert make_offline(site.folder, folder) == len([*site.pages, *site.moved, *site.not_found])
    return folder


def test_every_link_names_a_file(folder: Path) -> None:
    for page in folder.rglob("*.html"):
        if page.name == NOT_FOUND:  # shown by servers only
            continue
        for link in read(page.read_text("utf-8")).all("a", having="href"):
            address = urlsplit(link.get("href"))
            if address.path and not address.scheme:
                assert (page.parent / unquote(address.path)).is_file(), f"{page.relative_to(folder)}: {address.path}"


def test_making_it_again_replaces_it(site: Site, folder: Path) -> None:
    left = folder / "removed.html"
    left.write_text("", "utf-8")
    make_offline(site.folder, folder)
    assert not left.exists()


def test_a_browser_goes_from_page_to_page(browser: Browser, folder: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    for link in ("meetings/index.html", "2032-03-04-national/index.html"):
        page.locator(f"article a[href$='{link}']").first.click()
        assert page.url.endswith(f"meetings/{link.removeprefix('meetings/')}")
        expect(page.locator("h1").first).to_be_visible()
    page.get_by_role("banner").get_by_text(word("language_name", Language.EN), exact=True).click()
    assert page.url.endswith("/en/meetings/2032-03-04-national/index.html")
    assert page.locator("html").get_attribute("lang") == "en"
    context.close()
