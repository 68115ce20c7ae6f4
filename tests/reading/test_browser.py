"""Every kind of page in a real browser, from narrow to wide: nothing fails, is fetched elsewhere or sticks out."""

from __future__ import annotations

import pytest

from macros.text.language import Language
from tests.support.built_site import NOT_FOUND, Site
from tests.support.page_kinds import MISSING, PAGES
from tests.support.tab import Open, Tab

WIDTHS = (1280, 390, 320)  # a desk, a phone, and a desk at 400 % (WCAG 1.4.10)


def _looks(tab: Tab, path: str, status: int) -> list[str]:
    """What a reader would notice about one page."""
    faults = []
    if tab.visit(path) != status:
        faults.append(f"{path}: does not answer {status}")
    for width in WIDTHS:
        tab.page.set_viewport_size({"width": width, "height": 800})
        wide = tab.page.evaluate("() => document.scrollingElement.scrollWidth")
        if wide > width:
            faults.append(f"{path}: is {wide} pixels wide in a window of {width}")
        heading = tab.page.locator("h1").first.bounding_box()
        if heading is None or heading["height"] < 16:  # hidden, or there for screen readers alone
            faults.append(f"{path}: shows no heading in a window of {width}")
    return faults


@pytest.mark.parametrize("language", Language)
def test_every_kind_of_page(open_tab: Open, language: Language) -> None:
    tab = open_tab()
    faults = _looks(tab, language.prefix + MISSING, 404)
    faults += [fault for path in PAGES for fault in _looks(tab, language.prefix + path, 200)]
    faults += tab.errors
    faults += [f"fetched {url}" for url in tab.strangers]
    # A sitemap is for search engines: no page fetches it.
    faults += [f"fetched {url}" for url in tab.requests if "sitemap" in url]
    assert faults == []


def test_every_section_of_the_site_is_among_them(site: Site) -> None:
    """A new kind of page must come to the list above."""
    sections = {path.split("/")[0] for path in PAGES}
    assert {page.path.split("/")[0] for page in site.pages.values()} == sections
    assert all(path in site.pages and f"en/{path}" in site.pages for path in PAGES)
    assert NOT_FOUND not in site.pages


@pytest.mark.parametrize("width", [390, 320])
def test_long_names_and_units_do_not_widen_a_page(open_tab: Open, width: int) -> None:
    tab = open_tab()
    tab.page.set_viewport_size({"width": width, "height": 800})
    for path, part in (("meetings/2030-06-12/", ".numbers__value"), ("kinds/result/", ".breadcrumb a")):
        tab.visit(path)
        tab.page.locator(part).first.evaluate("(part) => part.append(' sắp xếp đơn vị hành chính'.repeat(4))")
        assert tab.page.evaluate("document.scrollingElement.scrollWidth") == width


def test_a_list_begins_with_what_it_lists(open_tab: Open) -> None:
    """Pictures of it, whose marks say their names to a pointer only, come after."""
    tab = open_tab()
    tab.visit("meetings/")
    first = tab.page.locator(".meetings__item, .picture").first
    assert "meetings__item" in str(first.get_attribute("class"))


def test_what_stands_open_where_there_is_room_has_no_closed_triangle(open_tab: Open) -> None:
    tab = open_tab(1280)
    tab.visit("reviews/2031/achievements/")
    part = tab.page.locator("details.wide-open")
    assert part.locator(".picture").is_visible()
    assert part.locator("> summary").evaluate("summary => getComputedStyle(summary).listStyleType") == "none"


def test_a_link_to_a_term_opens_its_letter(open_tab: Open) -> None:
    tab = open_tab()
    tab.page.set_viewport_size({"width": 390, "height": 800})
    tab.visit("glossary/")
    term = tab.page.locator(".glossary__term").last
    assert not term.is_visible()
    id = term.get_attribute("id")
    tab.visit("")
    tab.visit(f"glossary/#{id}")
    assert term.is_visible()
