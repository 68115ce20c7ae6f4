"""A short part of `make torture`: hostile texts that come by addresses, typing, storage and messages do nothing."""

from __future__ import annotations

from playwright.sync_api import Browser

from benchmarks.torture.browser import RIGHT, WAYS, Browsing
from tests.support.built_site import Site


def test_hostile_texts_run_nothing_and_hide_nothing(browser: Browser, site: Site) -> None:
    browsing = Browsing(browser, site.folder, 21)
    browsing.bring(2)
    assert browsing.counts.beyond(RIGHT) == {}, "\n".join(browsing.told)
    assert browsing.counts.total() == 2 * 2 * len(WAYS)
