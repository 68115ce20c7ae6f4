"""`make serve` in a real browser: an edit shows, a mistake is reported over the last good site until it is fixed."""

from __future__ import annotations

import ipaddress
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, expect

from tests.support import project
from tests.support.built_site import Site, SitePage
from tests.support.edits import Edit
from tests.support.files import MEETING

PAGE = "en/meetings/2030-06-12/"
REBUILT = 60_000  # milliseconds: how long a rebuild may take on a busy machine
CHANGE = Edit(MEETING, "en: afternoon", "en: ¦late afternoon")
MISTAKE = Edit(MEETING, "province: thanh-loan", "province: ¦thanh-<b>loan")
FIXED = Edit(MEETING, "province: thanh-<b>loan", "province: ¦thanh-loan")
WORD = Edit("macros/words.yml", 'en: "Facts"', 'en: "Plain facts"¦')
WRONG_CALL = Edit("docs/vi/method.md", '{{ count("sources") }}', '¦{{ count("sourcez") }}')
BROKEN_LINK = Edit("docs/vi/method.md", "\n## ", "\n[đi đâu](nowhere.md)¦\n\n## ")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str, Path]]:
    """A copied project, the address it is previewed at, and what the terminal shows."""
    folder = tmp_path_factory.mktemp("preview")
    tree = project.copy_small(folder / "project")
    settings = {"REPO_URL": project.REPO_URL, "CONTACT_EMAIL": project.CONTACT}
    with project.preview(tree, folder / "terminal", **settings) as address:
        yield tree, address, folder / "terminal"


@pytest.fixture
def page(preview: tuple[Path, str, Path], browser: Browser) -> Iterator[Page]:
    """A tab that shows a meeting, left to itself."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(preview[1] + PAGE)
    yield page
    context.close()


def test_pages_made_when_asked_for_are_those_of_a_build(preview: tuple[Path, str, Path], site: Site) -> None:
    tree, address, _ = preview
    by_hand = [path.relative_to(tree / "docs").with_suffix("") for path in (tree / "docs").glob("??/**/*.md")]
    addresses = {path.as_posix().removeprefix("vi/").removesuffix("index").rstrip("/") for path in by_hand}
    for path in sorted(addresses - {"search", "en/search"} | {"meetings/2030-06-12", "en/people"}):
        page = f"{path}/" if path else ""
        with urllib.request.urlopen(address + page) as answer:
            shown = SitePage(page, answer.read().decode())
        built = site.pages[page]
        assert shown.ids == built.ids, page
        assert _ways(shown) == _ways(built), page


def _ways(page: SitePage) -> list[str]:
    """The texts of a page's links within the site: navigation, contents, and what its macros show."""
    links = page.body.all("a", having="href")
    return [link.text for link in links if ":" not in link.get("href")]


def test_a_wrong_call_of_a_macro_is_reported_on_every_page(preview: tuple[Path, str, Path], page: Page) -> None:
    tree, _, _ = preview
    before = (tree / WRONG_CALL.file).read_bytes()
    WRONG_CALL.apply(tree)
    mistakes = page.get_by_role("alert")
    expect(mistakes).to_contain_text("sourcez", timeout=REBUILT)
    (tree / WRONG_CALL.file).write_bytes(before)
    expect(mistakes).to_have_count(0, timeout=REBUILT)


def test_an_edit_shows_and_a_mistake_is_reported_until_it_is_fixed(preview: tuple[Path, str, Path], page: Page) -> None:
    tree, address, terminal = preview
    mistakes = page.get_by_role("alert")
    expect(page.locator(".facts")).to_contain_text("afternoon")
    expect(mistakes).to_have_count(0)

    CHANGE.apply(tree)
    expect(page.locator(".facts")).to_contain_text("late afternoon", timeout=REBUILT)

    place = MISTAKE.apply(tree)
    expect(mistakes).to_be_visible(timeout=REBUILT)
    expect(mistakes.locator("code")).to_have_text(place)
    expect(mistakes.locator("pre")).to_have_text("  province: thanh-<b>loan")
    expect(mistakes.locator("mark")).to_have_text("thanh-<b>loan")
    expect(mistakes).to_contain_text("Có phải bạn muốn viết “thanh-loan”?")
    expect(mistakes).to_contain_text("Did you mean “thanh-loan”?")
    expect(page.locator(".facts")).to_contain_text("late afternoon")
    assert place in terminal.read_text("utf-8")
    page.goto(f"{address}meetings/")
    expect(mistakes.locator("code")).to_have_text(place)

    page.goto(address + PAGE)
    WORD.apply(tree)
    FIXED.apply(tree)
    expect(mistakes).to_have_count(0, timeout=REBUILT)
    expect(page.locator("#part-facts")).to_contain_text("Plain facts", timeout=REBUILT)
    assert "Traceback" not in terminal.read_text("utf-8")


def test_a_broken_link_is_reported_too(preview: tuple[Path, str, Path], page: Page) -> None:
    tree, _, _ = preview
    before = (tree / BROKEN_LINK.file).read_bytes()
    BROKEN_LINK.apply(tree)
    expect(page.get_by_role("alert")).to_contain_text("nowhere.md", timeout=REBUILT)
    (tree / BROKEN_LINK.file).write_bytes(before)


def test_a_broken_link_is_reported_until_it_is_fixed_whatever_else_is_edited(
    preview: tuple[Path, str, Path], page: Page
) -> None:
    tree, _, _ = preview
    before = (tree / BROKEN_LINK.file).read_bytes()
    BROKEN_LINK.apply(tree)
    mistakes = page.get_by_role("alert")
    expect(mistakes).to_contain_text("nowhere.md", timeout=REBUILT)
    MISTAKE.apply(tree)
    expect(mistakes).to_contain_text("thanh-loan", timeout=REBUILT)
    FIXED.apply(tree)
    expect(mistakes).to_contain_text("nowhere.md", timeout=REBUILT)
    (tree / BROKEN_LINK.file).write_bytes(before)
    expect(mistakes).to_have_count(0, timeout=REBUILT)


def test_it_listens_on_this_machine_only() -> None:
    config = load_config(str(project.ROOT / "mkdocs.yml"))
    assert ipaddress.ip_address(config.dev_addr.host).is_loopback
