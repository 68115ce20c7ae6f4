"""Words for one thing, of `tests/archive/data/thesaurus.yml`, typed into the search page."""

from __future__ import annotations

import pytest

from macros.text.language import Language
from tests.search.search_page import SearchPage
from tests.support.tab import Open

# What readers type, and words of the archive that mean the same, by the language of the page.
SAME = [
    (Language.VI, "biệt phái", "luân chuyển cán bộ"),
    (Language.VI, "biet phai", "luân chuyển cán bộ"),
    (Language.VI, "secondment", "luân chuyển cán bộ"),
    (Language.VI, "gộp tỉnh", "hợp nhất"),
    (Language.EN, "amalgamation", "merger"),
    (Language.EN, "amalgamations", "merger"),
    (Language.EN, "gộp tỉnh", "merger"),
]


@pytest.fixture
def pages(open_tab: Open) -> dict[Language, SearchPage]:
    return {language: SearchPage(open_tab(), language) for language in Language}


def test_a_word_finds_what_is_written_with_another_of_its_ring(pages: dict[Language, SearchPage]) -> None:
    for language, typed, written in SAME:
        page = pages[language]
        found = page.visit(written).ids
        first, *_ = page.visit(typed).ids
        assert first in found, typed


def test_broader_words_are_found_one_way(pages: dict[Language, SearchPage]) -> None:
    page = pages[Language.VI]
    assert {"09-hd-btctw", "tccsd"} <= set(page.visit("cẩm nang").ids)
    assert "09-hd-btctw" not in page.visit("tổ chức cơ sở đảng").ids


def test_no_ring_works_in_quotation_marks(pages: dict[Language, SearchPage]) -> None:
    assert pages[Language.VI].visit('"biệt phái"').ids == []
    assert pages[Language.EN].visit('"amalgamation"').ids == []


def test_no_ring_works_after_a_minus_sign(pages: dict[Language, SearchPage]) -> None:
    page = pages[Language.EN]
    merger = page.visit("merger").ids
    assert page.visit("merger -amalgamation").ids == merger
