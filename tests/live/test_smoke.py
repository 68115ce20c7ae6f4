"""The site as it will be published, opened in a real browser: nothing fails, and what was last recorded is found."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.text.language import Language
from tests.search.search_page import SearchPage
from tests.support.built_site import Site
from tests.support.tab import Open


def _pages(site: Site, archive: Archive) -> list[str]:
    """A page of each section, and the last recorded meeting."""
    first_of_each = {address.split("/")[0]: address for address in sorted(site.pages, reverse=True)}
    return ["", *first_of_each.values(), list(archive.meetings.values())[-1].path]


@pytest.mark.parametrize("width", [360, 1280], ids=["phone", "desktop"])
def test_pages_open_without_a_fault(open_tab: Open, site: Site, archive: Archive, width: int) -> None:
    tab = open_tab(width)
    for path in _pages(site, archive):
        for language in Language:
            address = path if path.startswith("en/") else language.prefix + path
            if address in site.pages:
                assert tab.visit(address) == 200, address
                assert tab.page.locator("h1").first.inner_text().strip(), address
                wide = tab.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                assert wide <= 0, f"{address} is wider than the window"
    assert tab.errors == [] and tab.strangers == []


@pytest.mark.parametrize("language", Language)
def test_the_last_recorded_meeting_is_found_and_opens(open_tab: Open, archive: Archive, language: Language) -> None:
    meeting = list(archive.meetings.values())[-1]
    tab = open_tab()
    found = SearchPage(tab, language).visit(f"“{meeting.title[language]}”")
    assert found.total > 0
    tab.page.goto(found.links[0])
    assert tab.page.locator("h1").count() == 1
    assert tab.errors == []
