"""A short part of `make torture`: hostile texts that come by addresses, typing, storage and messages do nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from benchmarks.torture.browser import RIGHT, WAYS, Browsing
from tests.support.built_site import Site
from tests.support.page_kinds import MEETING
from tests.support.tab import Open


def test_hostile_texts_run_nothing_and_hide_nothing(browser: Browser, site: Site) -> None:
    browsing = Browsing(browser, site.folder, 21)
    browsing.bring(2)
    assert browsing.counts.beyond(RIGHT) == {}, "\n".join(browsing.reported)
    assert browsing.counts.total() == 2 * 2 * len(WAYS)


@pytest.mark.parametrize("asked", ["offline/?page=http://[", "edit/?record=people#%E0%A4%A", f"{MEETING}#%"])
def test_an_address_that_is_none_stops_no_script(open_tab: Open, asked: str) -> None:
    tab = open_tab()
    tab.visit(asked)
    tab.page.wait_for_load_state("networkidle")
    assert tab.errors == []
    if asked.startswith("edit/"):
        assert tab.page.locator("[data-failed]").inner_text() == ""


def test_a_browser_that_keeps_nothing_shows_every_page(open_tab: Open) -> None:
    tab = open_tab()
    tab.page.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"])
            Object.defineProperty(window, name, { get() { throw new DOMException("none", "SecurityError"); } });"""
    )
    for path in ("", MEETING, "search/?q=c", "offline/"):
        tab.visit(path)
        tab.page.wait_for_load_state("networkidle")
    assert tab.errors == []
