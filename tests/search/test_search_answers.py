"""What readers were seen to type, with the answer that they look for first, through the search as it is shipped."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.search.documents import documents
from macros.search.titled_pages import titled_pages
from macros.text.folding import fold
from macros.text.language import Language, word
from tests.search.search_page import Dialog, SearchPage
from tests.support.project import ROOT
from tests.support.tab import Open

_FIRST = """async ([base, language, queries]) => {
    const { Client } = await import(`${base}assets/javascripts/search/client.js`);
    const client = new Client(base, language);
    const first = {};
    for (const text of queries) {
        const { hits } = await client.ask("search", { text, options: {}, shown: 1 });
        first[text] = hits[0]?.id ?? "";
    }
    return first;
}"""


def _first(open_tab: Open, language: Language, queries: list[str]) -> dict[str, str]:
    tab = open_tab()
    tab.visit(f"{language.prefix}search/")
    found: dict[str, str] = tab.page.evaluate(_FIRST, [tab.address, language.value, queries])
    assert tab.errors == []
    return found


@pytest.mark.parametrize("language", Language)
def test_a_province_by_its_name_with_accents_or_without(open_tab: Open, archive: Archive, language: Language) -> None:
    """In both languages: English prints most names without accents, its readers may type them with."""
    wanted = {p.short[written]: id for id, p in archive.provinces.items() for written in Language}
    assert _first(open_tab, language, list(wanted)) == wanted


@pytest.mark.parametrize("language", Language)
def test_an_abbreviation_of_the_glossary_leads_to_its_term(
    open_tab: Open, archive: Archive, language: Language
) -> None:
    wanted = {term.abbreviation: id for id, term in archive.glossary.items() if term.abbreviation}
    assert _first(open_tab, language, list(wanted)) == wanted


@pytest.mark.parametrize("language", Language)
def test_a_person_by_name(open_tab: Open, archive: Archive, language: Language) -> None:
    """With accents, or without where no other record has the name so."""
    wanted = {person.name: id for id, person in archive.people.items()}
    wanted |= {fold(name): id for name, id in wanted.items() if id != "lam-dong"}
    assert _first(open_tab, language, list(wanted)) == wanted


@pytest.mark.parametrize("language", Language)
def test_a_topic_by_name(open_tab: Open, archive: Archive, language: Language) -> None:
    """Where the glossary has no term of that name."""
    terms = {fold(term.term[language]) for term in archive.glossary.values()}
    names = {topic.name[language]: id for id, topic in archive.topics.items()}
    wanted = {name: id for name, id in names.items() if fold(name) not in terms}
    assert _first(open_tab, language, list(wanted)) == wanted


@pytest.mark.parametrize(
    ("language", "words", "wanted"),
    [
        (Language.VI, "bai hoc kinh nghiem", "reviews/2023/lessons/"),
        (Language.VI, "nam bai hoc", "reviews/2023/lessons/"),
        (Language.VI, "5 bai hoc", "reviews/2023/lessons/"),
        (Language.VI, "nhiem vu 2024", "reviews/2023/priorities/"),
        (Language.VI, "ket qua 2023", "reviews/2023/achievements/"),
        (Language.VI, "thuat ngu", "glossary/"),
        (Language.VI, "tai du lieu", "downloads/"),
        (Language.EN, "five lessons", "reviews/2023/lessons/"),
        (Language.EN, "priorities 2024", "reviews/2023/priorities/"),
        (Language.EN, "results 2023", "reviews/2023/achievements/"),
        (Language.EN, "glossary", "glossary/"),
        (Language.EN, "download data", "downloads/"),
    ],
)
def test_a_page_by_what_it_is_called(open_tab: Open, language: Language, words: str, wanted: str) -> None:
    assert _first(open_tab, language, [words]) == {words: wanted}


def test_a_review_by_what_its_groups_are_called(archive: Archive) -> None:
    pages = titled_pages(ROOT / "docs", archive)
    found = {document.id: document for document in documents(archive, Language.VI, pages)}
    assert "Bám sát văn bản và sự chỉ đạo của cấp trên" in found["reviews/2023/lessons/"].context


@pytest.mark.parametrize("language", Language)
def test_a_hit_says_once_what_it_is(open_tab: Open, language: Language) -> None:
    """A record is its own page: its kind is not said again as the name of a list."""
    page = SearchPage(open_tab(), language).visit("96 qd tw")
    facts = page.tab.page.locator("[data-results] li[data-id='96-qd-tw'] .hit__facts")
    assert facts.inner_text() == word("kind_document", language)
    box = page.tab.page.locator("[data-results] li[data-id='96-qd-tw'] input")
    assert "96-QĐ/TW" in str(box.get_attribute("aria-label"))


@pytest.mark.parametrize(("language", "province"), [(Language.VI, "Thừa Thiên Huế"), (Language.EN, "Thua Thien Hue")])
def test_a_hit_from_a_provincial_meeting_names_the_province(open_tab: Open, language: Language, province: str) -> None:
    """The meeting itself, and what was said there."""
    page = SearchPage(open_tab(), language).visit(meeting="2025-12-09-hue")
    for hit in page.part("results").locator("li[data-id]").all():
        assert province in hit.inner_text()
    assert page.total > 1


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("ngay 29-6", "2022-06-29"),
        ("23-6", "2023-06-23"),
        ("29/6/22", "2022-06-29"),
        ("16-12", "2024-12-16-national"),
        ("KL21-KL/TW", "21-kl-tw"),
        ("chi thi 35 nam 2024", "35-ct-tw-2024"),
        ("chỉ thị 35 năm 2019", "35-ct-tw-2019"),
    ],
)
def test_a_day_and_a_document_as_readers_write_them(open_tab: Open, words: str, wanted: str) -> None:
    assert _first(open_tab, Language.VI, [words]) == {words: wanted}


def test_nam_of_quang_nam_is_no_year(open_tab: Open) -> None:
    """Before a year, nam may be năm; after Quảng it is the province."""
    page = SearchPage(open_tab()).visit("quang nam 2025")
    assert "quang-nam" in page.ids[0]


@pytest.mark.parametrize(
    ("language", "words", "wanted", "left"),
    [
        (Language.VI, "hoang dang quang phat bieu gi", "hoang-dang-quang", "phat bieu gi"),
        (Language.VI, "ket luan cua dong chi hoang dang quang", "hoang-dang-quang", "cua dong chi"),
        (Language.VI, "60-NQ/TW sap nhap", "60-nq-tw-2025", "sap nhap"),
        (
            Language.VI,
            "có bao nhiêu đảng viên",
            "meetings/2019-12-25-national/members-whole-party-about",
            "có bao nhiêu",
        ),
        (Language.VI, "Quảng Nam năm 2024", "quang-nam", "năm 2024"),
        (Language.EN, "number of party members 2013", "meetings/2013-06-21/party-members-region", "number of"),
        (Language.EN, "how many party members", "meetings/2013-06-21/party-members-region", "how many"),
    ],
)
def test_what_had_to_be_left_out_is_told(
    open_tab: Open, language: Language, words: str, wanted: str, left: str
) -> None:
    """Words that ask, or that nothing holds together with the others, do not hide what the others find."""
    page = SearchPage(open_tab(), language).visit(words)
    assert wanted in page.ids
    line = word("search_left_out", language).format(words=left)
    assert page.part("notices").locator("p").first.inner_text() == line
    page.tab.visit(f"{language.prefix}topics/")
    Dialog(page.tab).open().paste(words)
    assert line in page.tab.page.locator("[data-search-dialog] [role=status]").inner_text()


def test_nothing_is_left_out_where_all_is_found(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("kết nạp đảng viên năm 2023")
    assert page.total and page.part("notices").inner_text() == ""


@pytest.mark.parametrize("language", Language)
def test_another_name_of_a_province(open_tab: Open, archive: Archive, language: Language) -> None:
    """As the press spelt it before, or shortened; with accents or without."""
    wanted = {form: id for id, province in archive.provinces.items() for form in province.forms}
    wanted |= {fold(form): id for form, id in wanted.items()}
    assert {"Đắc Lắc", "dac lac", "Đắc Nông", "TTH", "tt hue"} <= wanted.keys()
    assert _first(open_tab, language, list(wanted)) == wanted


@pytest.mark.parametrize("words", ["BTCTU", "btctu"])
def test_a_form_in_capitals_is_not_taken_for_other_initials(open_tab: Open, words: str) -> None:
    """BTCTU is a province's organisation commission, though Ban Tổ chức Trung ương begins with the same letters."""
    assert _first(open_tab, Language.VI, [words]) == {words: "ban-to-chuc"}
