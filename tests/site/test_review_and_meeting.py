"""The review of a year is never shown as what was concluded at a meeting of that year."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.archive.items import ReviewPart
from macros.text.language import Language, word
from tests.support.built_site import Site, SitePage

MEETING = "meetings/2031-06-18/"
FIGURES = {12480, 41.5, 96}


def _fact(page: SitePage, name: str) -> str:
    """What a page's list of facts gives under a name."""
    [facts] = page.article.all("dl", css="facts")
    named = list(zip(facts.all("dt"), facts.all("dd"), strict=True))
    [value] = [value for term, value in named if term.text == name]
    return value.text


@pytest.mark.parametrize("language", Language)
def test_nothing_the_review_says_is_on_the_page_of_the_meeting(
    site: Site, archive: Archive, language: Language
) -> None:
    said = [statement for statement in archive.statements if isinstance(statement.home, ReviewPart)]
    text = site.page(MEETING, language).article.text
    assert len(said) > 10
    assert [statement.id for statement in said if statement.text[language] in text] == []


@pytest.mark.parametrize("language", Language)
def test_no_figure_of_the_review_is_on_the_page_of_the_meeting(
    site: Site, archive: Archive, language: Language
) -> None:
    figures = [figure for figure in archive.figures if isinstance(figure.home, ReviewPart)]
    assert {figure.record.value for figure in figures} == FIGURES
    article = site.page(MEETING, language).article
    assert article.all(having="data-figure") == []
    assert article.all(having="data-statement") == []
    assert [figure.id for figure in figures if figure.record.what[language] in article.text] == []
    for printed in ("12.480", "12,480", "41,5", "41.5"):
        assert printed not in article.text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("fact", ["place", "organiser", "chairs"])
def test_what_is_not_known_of_the_meeting_is_said(site: Site, fact: str, language: Language) -> None:
    page = site.page(MEETING, language)
    assert _fact(page, word(fact, language)).startswith(word("not_stated", language))


@pytest.mark.parametrize("language", Language)
def test_the_meeting_records_no_conclusion(site: Site, language: Language) -> None:
    assert word("nothing_recorded", language) in site.page(MEETING, language).article.text


@pytest.mark.parametrize("part", ["achievements", "lessons", "priorities"])
@pytest.mark.parametrize("language", Language)
def test_the_review_says_that_it_is_not_the_meeting(site: Site, part: str, language: Language) -> None:
    page = site.page(f"reviews/2031/{part}/", language)
    assert {"vi": "không phải kết luận của", "en": "not give the conclusions of"}[language] in page.article.text
    assert any(link.get("href").endswith(MEETING) for link in page.article.all("a"))


@pytest.mark.parametrize("language", Language)
def test_a_card_of_the_review_never_names_the_meeting_as_its_home(site: Site, language: Language) -> None:
    cards = [
        card
        for page in site.in_language(language)
        for attribute in ("data-statement", "data-figure")
        for card in page.root.all(having=attribute)
        if card.get(attribute).startswith("reviews/")
    ]
    assert cards
    assert not any(MEETING in link.get("href") for card in cards for link in card.all("a"))
