"""Every statement and figure stands at its anchor in both languages with its text, its source and a way to fix it."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.archive.items import Figure, Statement
from macros.records import Level
from macros.text.language import Language, number, word
from tests.support.built_site import Site
from tests.support.html_reader import Element
from tests.support.project import REPO_URL, SMALL


def _at_home(site: Site, record: Statement | Figure, language: Language) -> Element:
    return site.page(record.home.path, language).item(record.record.id)


@pytest.mark.parametrize("language", Language)
def test_a_statement_shows_its_text_and_its_source(site: Site, archive: Archive, language: Language) -> None:
    for statement in archive.statements:
        card = _at_home(site, statement, language)
        assert " ".join(statement.text[language].split()) in card.text
        source = [link for link in card.all("a") if link.get("href").endswith(f"#source-{statement.record.source}")]
        assert any(statement.source.publisher in link.text for link in source), statement.id
        if statement.source.address:
            assert statement.source.address in [link.get("href") for link in card.all("a")], statement.id


@pytest.mark.parametrize("language", Language)
def test_a_statement_names_its_speaker(site: Site, archive: Archive, language: Language) -> None:
    said = [statement for statement in archive.statements if statement.record.by]
    assert said
    for statement in said:
        assert statement.record.by
        card = _at_home(site, statement, language)
        assert archive.people[statement.record.by].name in card.text
        if statement.attendance:
            assert statement.attendance.office[language] in card.text


@pytest.mark.parametrize("language", Language)
def test_a_statement_links_its_topics_documents_and_provinces(site: Site, archive: Archive, language: Language) -> None:
    for statement in archive.statements:
        card = _at_home(site, statement, language)
        links = {link.get("href") for link in card.all("a")}
        record = statement.record
        wanted = [
            *[f"topics/{id}/" for id in record.topics],
            *[f"documents/{id}/" for id in record.documents],
            *[f"{collection}/{id}/" for collection, id in (statement.places if record.provinces else [])],
        ]
        assert all(any(href.endswith(path) for href in links) for path in wanted), statement.id


@pytest.mark.parametrize("language", Language)
def test_a_machine_translation_is_called_one_wherever_it_is_the_source(
    site: Site, archive: Archive, language: Language
) -> None:
    called, in_a_table = word("from_machine", language), word("machine_translation", language)
    translated = {s.id: s.source.machine_translation for s in archive.statements}
    assert set(translated.values()) == {True, False}
    seen = 0
    for page in site.in_language(language):
        # What statements have in common is said above them.
        above = {id(card): run for run in page.article.all(css="run") for card in run.all(having="data-statement")}
        for card in page.article.all(having="data-statement"):
            seen += 1
            shown = page.item(card.get("id")) if card.get("id") else above.get(id(card), card)
            is_called = called in shown.text.lower() or f"({in_a_table})" in shown.text
            assert is_called is translated[card.get("data-statement")], shown.text
    assert seen > len(translated)


@pytest.mark.parametrize("language", Language)
def test_what_the_archive_sums_up_is_not_cited_as_literally_said(
    site: Site, archive: Archive, language: Language
) -> None:
    for statement in archive.statements:
        card = _at_home(site, statement, language)
        styles = card.all(having="data-cite")
        assert [each.get("data-cite") for each in styles] == ["Tiếng Việt", "English", "BibTeX", "RIS"]
        for style in styles:
            own = Language.EN if style.get("lang") == "en" else Language.VI
            words = " ".join(statement.text[own].split()).removesuffix(".")
            said = {Language.VI: "kho tư liệu tóm lược", Language.EN: "summarised by the archive"}[own]
            assert f"“{words}" not in style.text
            if style.get("data-cite") != "BibTeX":  # which has signs of its own for some letters
                assert f"{words} [{said}" in style.text


@pytest.mark.parametrize("language", Language)
def test_words_of_the_source_are_wherever_the_record_is(site: Site, archive: Archive, language: Language) -> None:
    items: list[Statement | Figure] = [*archive.statements, *archive.figures]
    kept = {each.id: each for each in items if each.record.evidence}
    shown = {
        (card.get(attribute), "table" if card.tag == "tr" else "card", bool(card.get("id"))): (
            page.item(card.get("id")) if card.get("id") else card
        )
        for page in site.in_language(language)
        for attribute in ("data-statement", "data-figure")
        for card in page.root.all(having=attribute)
        if card.get(attribute) in kept
    }
    assert {(form, home) for _, form, home in shown} == {("card", True), ("card", False), ("table", False)}
    for (id, _, _), card in shown.items():
        evidence, source = kept[id].record.evidence, kept[id].source.language
        assert evidence
        quoted = card.all("q")
        assert [each.text for each in quoted] == evidence.wording
        assert all(each.get("lang") == source.value for each in quoted)
        named = f"({word(f'language_{source}', language)})"
        assert (named in card.text) is (bool(quoted) and source.value != language.value)


@pytest.mark.parametrize("language", Language)
def test_lists_say_which_province_a_meeting_and_a_figure_are_of(
    site: Site, archive: Archive, language: Language
) -> None:
    provinces = archive.provinces
    listed = {item.get("data-meeting"): item for item in site.page("meetings/", language).root.all("li")}
    own = [m for m in archive.meetings.values() if m.record.level is Level.PROVINCIAL and m.record.provinces]
    own = [meeting for meeting in own if meeting.id in listed]  # personnel meetings have a list of their own
    assert own
    for meeting in own:
        assert all(provinces[id].short[language] in listed[meeting.id].text for id in meeting.record.provinces)
    rows = [row for row in site.page("figures/", language).root.all("tr") if row.get("data-figure")]
    of = {figure.id: figure.provinces for figure in archive.figures}
    reported = [(row, of[row.get("data-figure")]) for row in rows if len(of[row.get("data-figure")]) == 1]
    assert reported
    for row, [id] in reported:
        assert provinces[id].short[language] in row.text


@pytest.mark.parametrize("language", Language)
def test_a_figure_shows_its_number_day_and_source(site: Site, archive: Archive, language: Language) -> None:
    for figure in archive.figures:
        card = _at_home(site, figure, language)
        record = figure.record
        assert number(record.value, language) in card.text
        assert record.unit[language] in card.text
        assert record.what[language] in card.text
        assert record.as_of.shown(language) in card.text
        assert any(link.get("href").endswith(f"#source-{record.source}") for link in card.all("a")), figure.id


def test_an_english_statement_leads_to_its_vietnamese_original(site: Site, archive: Archive) -> None:
    for statement in archive.statements:
        card = _at_home(site, statement, Language.EN)
        [original] = card.all("a", css="statement__original")
        depth = "../" * f"en/{statement.home.path}".count("/")
        assert original.get("href") == f"{depth}{statement.home.path}#{statement.record.id}"


@pytest.mark.parametrize("language", Language)
def test_the_edit_link_leads_to_the_line_of_the_record(site: Site, archive: Archive, language: Language) -> None:
    records = [
        *[(_at_home(site, statement, language), statement.record.id) for statement in archive.statements],
        *[(_at_home(site, figure, language), figure.record.id) for figure in archive.figures],
    ]
    for card, id in records:
        [address] = [link.get("href") for link in card.all("a") if link.get("href").startswith(f"{REPO_URL}/blob/")]
        path, _, line = address.removeprefix(f"{REPO_URL}/blob/main/").partition("#L")
        assert (SMALL / path).read_text("utf-8").splitlines()[int(line) - 1].strip() in (f"- id: {id}", f"id: {id}")


@pytest.mark.parametrize("language", Language)
def test_away_from_home_a_card_leads_to_its_anchor(site: Site, language: Language) -> None:
    away = 0
    for page in site.in_language(language):
        for attribute in ("data-statement", "data-figure"):
            for card in page.root.all(having=attribute):
                home, _, anchor = card.get(attribute).rpartition("/")
                if f"{home}/" == page.path:
                    continue
                away += 1
                assert card.get("id") == "", page.address
                assert any(link.get("href").endswith(f"{home}/#{anchor}") for link in card.all("a")), page.address
    assert away
