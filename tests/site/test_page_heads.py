"""What browsers, search engines and screen readers are reported of each page."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from macros.text.language import Language
from macros.views.descriptions import cut
from tests.support.built_site import Site
from tests.support.project import SITE_URL

FORGOTTEN = re.compile(r"\b(TODO|FIXME|None|Undefined|undefined|NaN|not-stated|Lorem)\b|\{\{|\{%|\}\}")


@pytest.mark.parametrize("language", Language)
def test_titles_are_unique(site: Site, language: Language) -> None:
    titles = Counter(page.head.all("title")[0].text for page in site.in_language(language))
    assert "" not in titles
    assert [title for title, times in titles.items() if times > 1] == []


def test_every_page_has_one_heading(site: Site) -> None:
    for page in [*site.pages.values(), *site.not_found]:
        headings = page.root.all("h1")
        assert len(headings) == 1, page.address
        assert headings[0].text, page.address


def test_the_title_begins_with_what_the_page_is_about(site: Site) -> None:
    for page in site.pages.values():
        title = page.head.all("title")[0].text
        if page.path:
            subject = title.rpartition(" – ")[0]
            assert subject, page.address
            assert len(subject) > 3, page.address


def test_every_page_has_a_description_of_its_own(site: Site) -> None:
    for language in Language:
        descriptions = Counter(
            meta.get("content")
            for page in site.in_language(language)
            for meta in page.head.all("meta")
            if meta.get("name") == "description"
        )
        assert descriptions.total() == len(site.in_language(language))
        assert [text for text, times in descriptions.items() if times > 1] == []
        assert all(20 < len(text) <= 160 for text in descriptions)


def test_every_page_names_its_address(site: Site) -> None:
    for page in site.pages.values():
        [canonical] = [link for link in page.head.all("link") if link.get("rel") == "canonical"]
        assert canonical.get("href") == SITE_URL + page.address


def test_a_link_to_a_page_is_previewed_with_its_own_words(site: Site) -> None:
    for page in site.pages.values():
        reported = {meta.get("property"): meta.get("content") for meta in page.head.all("meta") if meta.get("property")}
        [description] = [meta.get("content") for meta in page.head.all("meta") if meta.get("name") == "description"]
        assert reported["og:description"] == description
        assert reported["og:url"] == SITE_URL + page.address
        assert page.head.all("title")[0].text.startswith(reported["og:title"]), page.address
        assert reported["og:type"] == ("article" if page.path else "website")
        assert reported["og:locale"] == {"vi": "vi_VN", "en": "en_GB"}[page.language]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ngắn", "Ngắn"),
        ("Hai  dòng\nmột câu", "Hai dòng một câu"),
        ("vừa đúng hai mươi ch", "vừa đúng hai mươi ch"),
        ("một câu dài hơn hai mươi chữ", "một câu dài hơn hai…"),
        ("không để lại dấu, phẩy", "không để lại dấu…"),
        ("https://example.org/khong-co-dau-cach", "https://example.org…"),
    ],
)
def test_a_description_is_cut_between_words(text: str, shown: str) -> None:
    assert cut(text, 20) == shown
    assert len(cut(text, 20)) <= 20


def test_headings_do_not_skip_a_level(site: Site) -> None:
    for page in site.pages.values():
        levels = [int(heading.tag[1]) for heading in page.article.all("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1, page.address
        assert all(after - before <= 1 for before, after in pairwise(levels)), page.address


def test_nothing_was_forgotten_on_a_page(site: Site) -> None:
    for page in [*site.pages.values(), *site.not_found]:
        # Code shown to contributors may hold what a sentence may not.
        assert FORGOTTEN.findall(page.body.text_without("code", "pre")) == [], page.address
        assert "data-slot" not in page.html, page.address


def test_the_build_has_no_warning(site: Site) -> None:
    assert "WARNING" not in site.output
    assert "ERROR" not in site.output
