"""The glossary says where each meaning is from; English pages lead to it where they first use a term."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.records import NOT_STATED
from macros.text.language import Language, word
from tests.support.built_site import Site


@pytest.mark.parametrize("language", Language)
def test_a_term_says_where_its_meaning_is_from(site: Site, archive: Archive, language: Language) -> None:
    shown = {each.get("id"): each for each in site.page("glossary/", language).article.all("div", css="glossary__term")}
    assert shown.keys() == archive.glossary.keys()
    sources = {id: term.source for id, term in archive.glossary.items()}
    assert {source is None or source.document is None for source in sources.values()} == {True, False}
    for id, source in sources.items():
        links = [link.get("href") or "" for link in shown[id].all("a")]
        if source is None:
            assert word("term_own_words", language) in shown[id].text
        elif source.document:
            assert any(link.endswith(f"documents/{source.document}/") for link in links)
        else:
            assert (source.url in links) is (source.url != NOT_STATED)
            assert source.publisher and source.publisher in shown[id].text


def test_an_english_page_explains_a_term_at_its_first_use(site: Site, archive: Archive) -> None:
    fixed = {id: term for id, term in archive.glossary.items() if term.english}
    assert fixed
    met = set()
    for page in site.in_language(Language.EN):
        links = page.article.all("a", css="gloss")
        ids = [str(link.get("href")).partition("#")[2] for link in links]
        assert len(ids) == len(set(ids)), page.address
        for id, link in zip(ids, links, strict=True):
            assert fixed[id].term.vi in str(link.get("title"))
            assert link.text.lower().startswith(fixed[id].english.use.lower())  # type: ignore[union-attr]
        met.update(ids)
    assert met


def test_vietnamese_pages_need_no_such_link(site: Site) -> None:
    assert not any(page.article.all("a", css="gloss") for page in site.in_language(Language.VI))


@pytest.mark.parametrize("language", Language)
def test_a_letter_says_which_terms_it_has(site: Site, archive: Archive, language: Language) -> None:
    """On a phone letters are closed: what they have is read without opening them all."""
    letters = site.page("glossary/", language).article.all("details", css="letter")
    shown = [str(term.get("id")) for letter in letters for term in letter.all("div", css="glossary__term")]
    assert sorted(shown) == sorted(archive.glossary)
    for letter in letters:
        [summary] = letter.all("summary")
        for term in letter.all("div", css="glossary__term"):
            name = archive.glossary[str(term.get("id"))].term[language]
            assert name in summary.text
            assert language is Language.VI or term.all("dt")[0].text.strip().startswith(name)
