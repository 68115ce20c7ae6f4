"""Sources are called by who published them: in facts, notes and search; pages list those that their facts rest on."""

from __future__ import annotations

import re

import pytest

from macros.archive import Archive
from macros.archive.items import ReviewPart
from macros.records import Text
from macros.search.documents import documents
from macros.text.language import Language, word
from macros.views.citing import citations, cited
from tests.support.built_site import Site
from tests.support.project import SITE_URL

_ID = re.compile(r"(?<![\w#/.-])s\d+(?![\w-])")


@pytest.mark.parametrize("language", Language)
def test_no_reader_sees_the_id_of_a_source(site: Site, archive: Archive, language: Language) -> None:
    ids = {source.id for source in archive.region_sources}
    for page in site.in_language(language):
        if page.path.startswith(("meetings/", "documents/", "reviews/", "units/", "provinces/")):
            assert not _ID.search(page.article.text), page.address
            assert not ids.intersection(each.text.strip() for each in page.article.all("b"))
    assert not [each for each in documents(archive, language) if _ID.search(" ".join((each.text, *each.context)))]


@pytest.mark.parametrize("language", Language)
def test_a_note_names_its_sources_and_leads_to_them(site: Site, archive: Archive, language: Language) -> None:
    for meeting in archive.meetings.values():
        basis = meeting.record.date_basis
        assert isinstance(basis, Text)
        named = [source for source in meeting.sources if source.id in _ID.findall(basis[language])]
        links = {each.get("href"): each.text for each in site.page(meeting.path, language).article.all("a")}
        for source in named:
            assert links[f"#source-{source.id}"] in source.publisher or links[f"#source-{source.id}"].endswith(")")


@pytest.mark.parametrize("language", Language)
def test_sources_of_outcomes_are_listed_with_the_outcomes(site: Site, archive: Archive, language: Language) -> None:
    """A reader of the lessons is not shown where it was read what came of the priorities."""

    def listed(path: str) -> list[str]:
        return [str(each.get("id")) for each in site.page(path, language).article.all("li", css="source")]

    apart = [f"source-{source.id}" for source in archive.outcome_sources(archive.review_years[0])]
    assert apart
    for home in archive.homes:
        if isinstance(home, ReviewPart):
            assert listed(home.path) == [
                f"source-{each.id}" for each in home.sources if f"source-{each.id}" not in apart
            ]
            assert listed(home.outcomes_path) == apart


def test_a_citation_is_in_one_language(archive: Archive) -> None:
    rebuilt = [each for each in archive.statements if each.source.title_from_address]
    assert rebuilt
    for item in rebuilt:
        texts = citations(cited(item, archive), archive, Language.VI, SITE_URL)
        for style, text in texts.items():
            other = Language(style).other if style in list(Language) else Language.EN
            assert word("rebuilt_title", other) not in text


@pytest.mark.parametrize("language", Language)
def test_a_citation_says_when_its_source_was_published_or_that_it_is_not_known(
    archive: Archive, language: Language
) -> None:
    for item in archive.statements:
        text = citations(cited(item, archive), archive, language, SITE_URL)[language.value]
        published = item.source.published
        assert (word("published_not_stated", language) if isinstance(published, str) else str(published.year)) in text
