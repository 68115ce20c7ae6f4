"""On a phone, pages are what is said: reviews read as text, lists are not furniture, meetings begin with the answer."""

from __future__ import annotations

from statistics import median

import pytest
from playwright.sync_api import Browser

from macros.archive import Archive
from macros.text.language import Language
from tests.support.built_site import Site
from tests.support.ground import Ground, concluded, lists, measured


def _readable(pages: list[Ground]) -> bool:
    return median(page.words for page in pages) >= 0.6 and min(page.font for page in pages) >= 16


@pytest.mark.parametrize("language", Language)
def test_reviews_and_lists_are_mostly_statements(
    browser: Browser, site: Site, address: str, archive: Archive, language: Language
) -> None:
    parts = [language.prefix + part.path for part in archive.review_parts]
    reviews = list(measured(browser, address, parts))
    assert min(page.text for page in reviews) >= 0.7 and _readable(reviews), reviews
    longest = list(measured(browser, address, lists(site.folder, language)))
    assert median(page.text for page in longest) >= 0.5 and _readable(longest), longest


@pytest.mark.parametrize("language", Language)
def test_the_first_conclusion_of_a_meeting_is_in_sight(
    browser: Browser, site: Site, address: str, language: Language
) -> None:
    ends = [page.conclusion for page in measured(browser, address, concluded(site.folder, language))]
    found = [end for end in ends if end is not None]
    assert len(found) == len(ends)
    assert median(found) <= 1 and max(found) <= 1.5, sorted(found)
