"""What readers were seen to type, with the answer that they look for first, through the search as it is shipped."""

from __future__ import annotations

from typing import Any

import pytest

from macros.archive import Archive
from macros.search.documents import documents
from macros.search.titled_pages import titled_pages
from macros.text.folding import fold
from macros.text.language import Language, word
from tests.search.search_page import SearchPage
from tests.support.project import SMALL
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
    wanted |= {fold(name): id for name, id in wanted.items() if id}
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
        (Language.VI, "bai hoc kinh nghiem", "reviews/2031/lessons/"),
        (Language.VI, "ba bai hoc", "reviews/2031/lessons/"),
        (Language.VI, "3 bai hoc", "reviews/2031/lessons/"),
        (Language.VI, "nhiem vu 2032", "reviews/2031/priorities/"),
        (Language.VI, "ket qua 2031", "reviews/2031/achievements/"),
        (Language.VI, "thuat ngu", "glossary/"),
        (Language.VI, "tai du lieu", "downloads/"),
        (Language.EN, "three lessons", "reviews/2031/lessons/"),
        (Language.EN, "priorities 2032", "reviews/2031/priorities/"),
        (Language.EN, "results 2031", "reviews/2031/achievements/"),
        (Language.EN, "glossary", "glossary/"),
        (Language.EN, "download data", "downloads/"),
    ],
)
def test_a_page_by_what_it_is_called(open_tab: Open, language: Language, words: str, wanted: str) -> None:
    assert _first(open_tab, language, [words]) == {words: wanted}


def test_a_review_by_what_its_groups_are_called(archive: Archive) -> None:
    pages = titled_pages(SMALL / "docs", archive)
    found = {document.id: document for document in documents(archive, Language.VI, pages)}
    assert "Bắt đầu từ chi bộ" in found["reviews/2031/lessons/"].context


@pytest.mark.parametrize("language", Language)
def test_a_hit_says_once_what_it_is(open_tab: Open, language: Language) -> None:
    """A record is its own page: its kind is not said again as the name of a list."""
    page = SearchPage(open_tab(), language).visit("45 qd tw")
    facts = page.tab.page.locator("[data-results] li[data-id='45-qd-tw'] .hit__line")
    assert facts.inner_text() == word("kind_document", language)
    box = page.tab.page.locator("[data-results] li[data-id='45-qd-tw'] input")
    assert "45-QĐ/TW" in str(box.get_attribute("aria-label"))


@pytest.mark.parametrize(("language", "province"), [(Language.VI, "Mộc Lĩnh"), (Language.EN, "Mộc Lĩnh")])
def test_a_hit_from_a_provincial_meeting_names_the_province(open_tab: Open, language: Language, province: str) -> None:
    """The meeting itself, and what was said there."""
    page = SearchPage(open_tab(), language).visit(meeting="2031-01-15-moc-linh")
    for hit in page.part("results").locator("li[data-id]").all():
        assert province in hit.inner_text()
    assert page.total > 1


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("ngay 12-6", "2030-06-12"),
        ("3-9", "2031-09-03-bach-sa-hoang-trach"),
        ("12/6/30", "2030-06-12"),
        ("QĐ45-QĐ/TW", "45-qd-tw"),
        ("chi thi 12 nam 2031", "12-ct-tw-2031"),
        ("chỉ thị 12 năm 2030", "12-ct-tw-2030"),
    ],
)
def test_a_day_and_a_document_as_readers_write_them(open_tab: Open, words: str, wanted: str) -> None:
    assert _first(open_tab, Language.VI, [words]) == {words: wanted}


def test_nam_of_a_name_is_no_year(open_tab: Open) -> None:
    """Before a year, nam may be năm; where it ends a name it is part of it: his meeting of that year."""
    page = SearchPage(open_tab()).visit("hoai nam 2031")
    assert "2031-11-19" in page.ids[:2]


@pytest.mark.parametrize(
    ("language", "words", "wanted"),
    [
        (Language.VI, "vu ha ngan phat bieu gi", "vu-ha-ngan"),
        (Language.VI, "ket luan cua dong chi vu ha ngan", "meetings/2032-03-04-national/rotation-goes-on"),
        (Language.VI, "cho em hỏi có bao nhiêu đảng viên ạ", "meetings/2031-01-15-moc-linh/members-in-moc-linh"),
        (Language.EN, "number of party members 2031", "meetings/2031-01-15-moc-linh/members-in-moc-linh"),
        (Language.EN, "how many party members are there", "meetings/2031-01-15-moc-linh/members-in-moc-linh"),
    ],
)
def test_words_that_ask_need_not_be_there(open_tab: Open, language: Language, words: str, wanted: str) -> None:
    page = SearchPage(open_tab(), language).visit(words)
    assert wanted in page.ids
    assert page.part("results").locator(f"li[data-id='{wanted}'][data-missing]").count() == 0


@pytest.mark.parametrize(
    ("words", "wanted", "missing"),
    [("45-QĐ/TW sap nhap", "45-qd-tw", "sap nhap"), ("Hoàng Trạch năm 2030", "hoang-trach", "2030")],
)
def test_the_nearest_say_what_they_lack(open_tab: Open, words: str, wanted: str, missing: str) -> None:
    """Where nothing holds all that was typed, the reader sees what holds the most of it, and is told so above it."""
    page = SearchPage(open_tab()).visit(words)
    assert page.part("results").locator(f"li[data-id='{wanted}']").get_attribute("data-missing") == missing
    assert page.part("results").locator("[data-closest]").inner_text() == word("search_closest", Language.VI)


def test_a_number_that_no_document_has_is_said_to_be_missing(open_tab: Open) -> None:
    """No other document is shown for it."""
    page = SearchPage(open_tab()).visit("quy định 999")
    assert page.ids == []
    line = word("search_absent", Language.VI).format(number="quy định 999")
    assert page.part("notices").locator("p").first.inner_text() == line


@pytest.mark.parametrize(
    ("words", "wanted", "found"),
    [
        ("biệt phái", "reviews/2031/achievements/rotation-between-provinces", True),
        ("biet phai", "reviews/2031/achievements/rotation-between-provinces", True),
        ("amalgamation", "reviews/2031/priorities/prepare-the-merger", True),
        ('"biệt phái"', "reviews/2031/achievements/rotation-between-provinces", False),
        ("cẩm nang", "09-hd-btctw", True),
    ],
)
def test_another_word_for_it(open_tab: Open, words: str, wanted: str, found: bool) -> None:
    """A ring of the thesaurus, from either language, and what is wider; never for what is quoted."""
    assert (wanted in SearchPage(open_tab()).visit(words).ids) is found


_UNDERSTOOD = """async ([base, text, options]) => {
    const { Client } = await import(`${base}assets/javascripts/search/client.js`);
    const { chips, intent } = await new Client(base, "vi").ask("search", { text, options, shown: 10 });
    return [chips.map(({ field, value, off }) => [field, value, off]), intent && { ...intent, hit: intent.hit?.id }];
}"""


@pytest.mark.parametrize(
    ("words", "off", "chips"),
    [
        ("Hoàng Trạch 2031", [], [["province", "hoang-trach", False], ["year", "2031", False]]),
        ("hoang trach 2031", ["year:2031"], [["province", "hoang-trach", False], ["year", "2031", True]]),
        ("hội nghị toàn quốc 2032", [], [["level", "national", False], ["year", "2032", False]]),
        ("quy định 45 cấp tỉnh", [], [["document", "45-qd-tw", False], ["level", "provincial", False]]),
        ("bạch sa mới", [], [["unit", "bach-sa", False]]),
        ("bài học hai nghìn không trăm ba mươi mốt", [], [["kind", "lesson", False], ["year", "2031", False]]),
        (
            "Trần Hoài Nam kết luận 2030",
            [],
            [["person", "tran-hoai-nam", False], ["kind", "conclusion", False], ["year", "2030", False]],
        ),
    ],
)
def test_fields_in_words(open_tab: Open, words: str, off: list[str], chips: list[list[Any]]) -> None:
    tab = open_tab()
    tab.visit("search/")
    assert tab.page.evaluate(_UNDERSTOOD, [tab.address, words, {"off": off}])[0] == chips


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("chi bộ là gì", {"kind": "definition", "hit": "chi-bo", "alone": True}),
        ("bao nhiêu đảng viên", {"kind": "figure", "hit": "meetings/2031-01-15-moc-linh/members-in-moc-linh"}),
        ("ai chủ trì hội nghị giao ban 2030", {"kind": "meeting", "asks": "who", "event": True, "hit": "2030-06-12"}),
        ("bài học thứ hai", {"kind": "lesson", "hit": "reviews/2031/lessons/train-before-appointing"}),
        ("tỉnh nào luân chuyển", {"kind": "example", "hit": "reviews/2031/achievements/rotation-between-provinces"}),
        ("kết luận Mộc Lĩnh 2030", {"kind": "conclusions", "hit": None, "unrecorded": False}),
        ("đảng viên", None),
    ],
)
def test_what_is_asked(open_tab: Open, words: str, intent: dict[str, Any] | None) -> None:
    tab = open_tab()
    tab.visit("search/")
    assert tab.page.evaluate(_UNDERSTOOD, [tab.address, words, {}])[1] == intent


def test_nothing_is_said_where_all_is_found(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("kết nạp đảng viên năm 2031")
    assert page.total and page.part("notices").inner_text() == ""


@pytest.mark.parametrize("language", Language)
def test_another_name_of_a_province(open_tab: Open, archive: Archive, language: Language) -> None:
    """As the press spelt it before, or shortened; with accents or without."""
    wanted = {form: id for id, province in archive.provinces.items() for form in province.forms}
    wanted |= {fold(form): id for form, id in wanted.items()}
    assert {"Mộc Lỉnh", "moc linh", "ML", "Hoàn Trạch"} <= wanted.keys()
    assert _first(open_tab, language, list(wanted)) == wanted


@pytest.mark.parametrize("words", ["BTCTU", "btctu"])
def test_a_form_in_capitals_is_not_taken_for_other_initials(open_tab: Open, words: str) -> None:
    """BTCTU is a province's organisation commission, though Ban Tổ chức Trung ương begins with the same letters."""
    assert _first(open_tab, Language.VI, [words]) == {words: "ban-to-chuc"}
