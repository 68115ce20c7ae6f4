"""What a reader notices of the design: the typeface, a page that stays in its place, cards that can be cited."""

from __future__ import annotations

import pytest
from PIL import Image
from playwright.sync_api import Route

from macros.text.language import Language
from tests.support.built_site import Site
from tests.support.page_kinds import MEETING, STATEMENT
from tests.support.project import SITE_URL
from tests.support.tab import Open


@pytest.mark.parametrize("language", Language)
def test_the_first_view_fetches_two_small_fonts_and_shows_them(open_tab: Open, site: Site, language: Language) -> None:
    tab = open_tab()
    tab.visit(language.prefix)
    tab.page.evaluate("document.fonts.ready")
    fonts = {url.rpartition("/")[2] for url in tab.requests if ".woff2" in url}
    assert fonts == {"be-vietnam-pro-regular.woff2", "be-vietnam-pro-semibold.woff2"}
    assert sum((site.folder / "assets/fonts" / name).stat().st_size for name in fonts) < 25_000
    assert tab.page.evaluate("""document.fonts.check('16px "Be Vietnam Pro"', "Ấộữ")""")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["", "en/", MEETING])
def test_hardly_anything_moves_when_the_fonts_come_late(open_tab: Open, path: str, width: int) -> None:
    tab = open_tab(width)
    tab.page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => { window.moved += e.value }))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    held: list[Route] = []
    tab.page.route("**/*.woff2", lambda route: held.append(route))
    tab.page.goto(tab.address + path, wait_until="domcontentloaded")
    tab.page.wait_for_timeout(300)
    for route in held:
        route.continue_()
    tab.page.evaluate("document.fonts.ready")
    tab.page.wait_for_timeout(200)
    # 0.1 counts as good; a line or two may still break elsewhere than in the font that stood in.
    assert tab.page.evaluate("window.moved") < 0.05


def test_every_page_has_a_picture_for_who_shares_it(site: Site) -> None:
    seen = set()
    for page in site.pages.values():
        [address] = [meta.get("content") for meta in page.head.all("meta") if meta.get("property") == "og:image"]
        assert f"/{page.language}/" in address
        seen.add(site.folder / address.removeprefix(SITE_URL))
    assert len(seen) > 30
    for file in seen:
        with Image.open(file) as picture:
            assert picture.size == (1200, 630), file
        assert file.stat().st_size < 60_000, file


def test_a_statement_is_cited_from_the_keyboard(open_tab: Open) -> None:
    tab = open_tab()
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.visit(MEETING)
    tab.page.locator(f"#{STATEMENT} .mark").press("Enter")
    card = tab.page.locator(f"#note-{STATEMENT}")
    card.locator("summary").focus()
    tab.page.keyboard.press("Enter")
    card.locator(".copy").first.wait_for()
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_function("document.activeElement.textContent === 'Đã sao chép'")
    cited = tab.page.evaluate("navigator.clipboard.readText()")
    assert cited.endswith(f"{SITE_URL}{MEETING}#{STATEMENT}")
    assert "Nguồn: " in cited


def test_a_statement_is_cited_without_script(open_tab: Open) -> None:
    tab = open_tab(javascript=False)
    tab.visit(MEETING)
    tab.page.locator(f"#{STATEMENT} .mark").click()
    card = tab.page.locator(f"#note-{STATEMENT}")
    card.locator("summary").click()
    assert card.locator("[data-cite]").count() == 4
    assert "@article{" in card.locator("pre").first.inner_text()


def test_the_menu_of_a_phone_is_no_stop_while_it_is_closed(open_tab: Open) -> None:
    tab = open_tab(390)
    tab.visit("")
    link = tab.page.locator(".menu__sheet a").first
    assert not link.is_visible()
    tab.page.locator(".menu summary").click()
    assert link.is_visible()
    tab.page.keyboard.press("Escape")
    assert not link.is_visible()
