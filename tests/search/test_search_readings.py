"""How a query is read, through the worker: what comes first, which field is named, what is not answered."""

from __future__ import annotations

from typing import Any

import pytest

from macros.text.folding import fold
from macros.text.language import Language
from tests.search.search_page import SearchPage
from tests.support.tab import Open

_ASK = """async ([base, language, queries]) => {
    const { Client } = await import(`${base}assets/javascripts/search/client.js`);
    const client = new Client(base, language);
    const answers = [];
    for (const text of queries) {
        const { hits, chips, question } = await client.ask("search", { text, options: {}, shown: 2 });
        const ids = hits.map(({ id }) => id);
        answers.push({ ids, chips: chips.map(({ field, value }) => `${field}:${value}`), question });
    }
    return answers;
}"""

# Each query with its first hits.
FIRST = [
    (Language.VI, "Bí thư Minh", ["dang-khai-minh"]),  # an office that was held, and the given name
    (Language.VI, "đồng chí Thịnh", ["quach-duc-thinh"]),
    (Language.VI, "dc thinh", ["quach-duc-thinh"]),
    (Language.VI, "bà Ngân nói gì", ["vu-ha-ngan"]),
    (Language.VI, "quý 2/31", ["2031-q2-national"]),  # years of two digits
    (Language.VI, "q2-31", ["2031-q2-national"]),
    (Language.VI, "hội nghị quý 2/31", ["2031-q2-national"]),
    (Language.VI, "htrach", ["hoang-trach"]),  # as messages shorten a province
    (Language.VI, "khác nhau giữa luân chuyển cán bộ và chi bộ", ["luan-chuyen", "chi-bo"]),
    (Language.VI, "chi bộ hay luân chuyển cán bộ", ["chi-bo", "luan-chuyen"]),
    # Who holds an office, where a province went, which document, how many: what answers comes before what mentions it.
    (Language.VI, "ai là Trưởng Ban Tổ chức Trung ương", ["vu-ha-ngan"]),
    (Language.VI, "Bí thư Tỉnh ủy Bạch Sa là ai", ["to-quynh-lam"]),
    (Language.VI, "Hoàng Trạch bây giờ nhập vào đâu", ["hoang-trach", "units/bach-sa"]),
    (Language.VI, "văn bản nào nói về luân chuyển cán bộ", ["45-qd-tw", "09-hd-btctw"]),
    (Language.VI, "Mộc Lĩnh có mấy đảng viên", ["meetings/2031-01-15-moc-linh/members-in-moc-linh"]),
    (Language.VI, "hội nghị giao ban 2031 họp ở đâu", ["2031-06-18"]),
    (Language.VI, "biệt phái là những gì", ["luan-chuyen"]),
    (Language.VI, "chi bộ khác luân chuyển cán bộ chỗ nào", ["chi-bo", "luan-chuyen"]),
    (Language.VI, "dc Lam", ["to-quynh-lam"]),
    (Language.EN, "who became secretary of Bạch Sa", ["to-quynh-lam"]),
    (Language.EN, "which province is Hoàng Trạch part of", ["hoang-trach", "units/bach-sa"]),
    (Language.EN, "inspectors", ["2032-01-05-bach-sa"]),  # a word of the family of inspection
]
CHIPS = [
    ("bà Ngân nói gì", "person:vu-ha-ngan"),
    ("kn dv htrach", "province:hoang-trach"),
    ("luân chuyển năm 31", "year:2031"),
]
# dc làm is được làm, and no person of that name.
NO_CHIPS = ["kn dv dc lam"]
# Of another world: no name of a place and no single word of many is an answer.
NOTHING = [
    "giá vé tàu đi Hoàng Trạch",
    "luân chuyển cán bộ bún chả cá",
    "cách nấu bún Hoàng Trạch",
    "luân chuyển bóng chuyền bãi biển",
    "sắp xếp tủ lạnh",
]
# Words of duty and degree are no part of what is asked for: each query finds first what the other does.
SAME = [
    ("phải luân chuyển cán bộ", "luân chuyển cán bộ"),
    ("nên luân chuyển cán bộ hơn nữa", "luân chuyển cán bộ"),
    ("đổi các chỗ làm", "đổi chỗ làm"),  # a small word within a name of the thesaurus
]
# A whole word with its accents that no text holds is asked about, not read as another.
QUESTIONS = [("luân chuyểm cán bộ", "luân chuyển cán bộ")]


def _answers(open_tab: Open, language: Language, queries: list[str]) -> list[dict[str, Any]]:
    tab = open_tab()
    tab.visit(f"{language.prefix}search/")
    found: list[dict[str, Any]] = tab.page.evaluate(_ASK, [tab.address, language.value, queries])
    assert tab.errors == []
    return found


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["To Quynh Lam", "le thuy an", "Vu Ha Ngan"])
def test_no_word_of_a_full_name_counts_alone(open_tab: Open, name: str, language: Language) -> None:
    """“To” and “an” are English words, and hà and lam are syllables of others."""
    page = SearchPage(open_tab(), language).visit(name)
    assert page.ids[0] == "-".join(name.lower().split())
    marked = page.part("results").locator("mark").all_inner_texts()
    assert marked and {fold(word) for text in marked for word in text.split()} <= set(name.lower().split())
    assert all(text[0].isupper() for text in marked)


def test_where_a_meeting_and_a_place_are_named_meetings_come_first(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("hoi nghi o bach sa")
    kinds = page.part("results").locator("li").evaluate_all("items => items.map((item) => item.dataset.kind)")
    meetings = [kind.endswith("meeting") for kind in kinds]
    assert sum(meetings) > 1 and all(meetings[:2])


def test_a_part_of_the_name_of_a_term_is_no_name(open_tab: Open) -> None:
    page = SearchPage(open_tab()).visit("can bo")
    first = page.part("results").locator("li").first
    assert first.get_attribute("data-kind") != "term"


@pytest.mark.parametrize("language", Language)
def test_what_comes_first(open_tab: Open, language: Language) -> None:
    asked = [(text, ids) for of, text, ids in FIRST if of is language]
    answers = _answers(open_tab, language, [text for text, _ in asked])
    found = {text: answer["ids"][: len(ids)] for (text, ids), answer in zip(asked, answers, strict=True)}
    assert found == dict(asked)


def test_which_field_is_named(open_tab: Open) -> None:
    answers = _answers(open_tab, Language.VI, [text for text, _ in CHIPS])
    for (text, chip), answer in zip(CHIPS, answers, strict=True):
        assert chip in answer["chips"], text


def test_which_field_is_not_named(open_tab: Open) -> None:
    assert [answer["chips"] for answer in _answers(open_tab, Language.VI, NO_CHIPS)] == [[] for _ in NO_CHIPS]


def test_what_is_of_another_world_finds_nothing(open_tab: Open) -> None:
    answers = _answers(open_tab, Language.VI, NOTHING)
    assert {text: answer["ids"] for text, answer in zip(NOTHING, answers, strict=True) if answer["ids"]} == {}


def test_what_need_not_be_there(open_tab: Open) -> None:
    answers = _answers(open_tab, Language.VI, [text for pair in SAME for text in pair])
    for pair, asked, meant in zip(SAME, answers[::2], answers[1::2], strict=True):
        # What is a term and nothing else is defined before what else is found.
        assert asked["ids"][0] in meant["ids"][:2], pair


def test_a_whole_word_is_not_read_as_another(open_tab: Open) -> None:
    answers = _answers(open_tab, Language.VI, [text for text, _ in QUESTIONS])
    assert [answer["question"] for answer in answers] == [meant for _, meant in QUESTIONS]
