"""Words with passages in Vietnamese: what holds them keeps them apart, and as strings they are like any others."""

from __future__ import annotations

import pickle

import pytest
from markupsafe import escape

from macros import records as model
from macros.archive import Archive
from macros.text.language import Language
from macros.text.passages import (
    alike,
    capital,
    english,
    is_vietnamese,
    joined,
    passage,
    phrase,
    unstopped,
    untranslated,
)
from macros.views.text_html import unbroken

VI = untranslated("hội nghị <1>")
MARKED = '<span class="untranslated" lang="vi">hội nghị &lt;1&gt;</span>'


@pytest.mark.parametrize(
    ("made", "text", "html"),
    [
        (VI, "hội nghị <1>", MARKED),
        (phrase("{}: {}", VI, "2 & 3"), "hội nghị <1>: 2 & 3", f"{MARKED}: 2 &amp; 3"),
        (phrase("on {what}.", what=VI), "on hội nghị <1>.", f"on {MARKED}."),
        (phrase("{} ({})", phrase("{}, {}", "a", VI), VI), "a, hội nghị <1> (hội nghị <1>)", f"a, {MARKED} ({MARKED})"),
        (joined(", ", ["<a>", VI]), "<a>, hội nghị <1>", f"&lt;a&gt;, {MARKED}"),
        (capital(phrase("{} a", VI)), "Hội nghị <1> a", f"{MARKED.replace('hội', 'Hội')} a"),
        (capital(phrase("of {}", VI)), "Of hội nghị <1>", f"Of {MARKED}"),
        (unstopped(untranslated("Một.")), "Một", '<span class="untranslated" lang="vi">Một</span>'),
        (phrase("{}-{}", "a<", "b"), "a<-b", "a&lt;-b"),
        (joined("; ", ["a", "b"]), "a; b", "a; b"),
        (capital("one"), "One", "One"),
        (unstopped("One. Two."), "One. Two", "One. Two"),
    ],
)  # fmt: skip
def test_passages_stay_passages(made: str, text: str, html: str) -> None:
    assert made == text
    assert type(str(made)) is str
    assert escape(made) == html
    assert escape(pickle.loads(pickle.dumps(made))) == html
    assert type(made) is str or html != text  # what has no passage is a plain string


def test_what_is_english_and_what_is_vietnamese_is_not_taken_for_the_other() -> None:
    """Names are kept by their words for speed, and the same words may be in either language."""
    assert unbroken("Trung - Nam") == '<span class="unbroken">Trung -</span> Nam'
    assert unbroken(untranslated("Trung - Nam")) == passage(unbroken("Trung - Nam"))
    assert unbroken("Trung - Nam") == '<span class="unbroken">Trung -</span> Nam'


@pytest.mark.parametrize(
    ("text", "vietnamese"),
    [(VI, True), (phrase("{} 2", VI), True), (phrase("a list of the {}", VI), False), ("hội", False)],
)
def test_what_can_bear_one_language_bears_that_of_most_letters(text: str, vietnamese: bool) -> None:
    assert is_vietnamese(text) is vietnamese
    assert is_vietnamese(alike(text, "x")) is vietnamese


def test_a_text_without_english_is_vietnamese_in_english() -> None:
    assert english(VI) is VI
    alone, both = model.Text(vi="Một"), model.Text(vi="Một", en="Một")
    assert (alone[Language.VI], alone[Language.EN]) == ("Một", "Một")
    assert [is_vietnamese(text[language]) for text in (alone, both) for language in Language] == [
        False,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("It says “hôm qua” (yesterday).", ["hôm qua"]),
        ("“Ngày 18/1” and “hơn 28.940”, not “January 18”.", ["Ngày 18/1", "hơn 28.940"]),
        ("It prints “khu vực miền Trung - Tây Nguyên”.", ["khu vực miền Trung - Tây Nguyên"]),
        ("It prints “from Lâm Đồng inward”.", []),
        ("“permanent” is left out", []),
        ("The Đà Nẵng City Party Committee", []),
        ("“hôm qua without an end", ["hôm"]),
        ("The level called đảng bộ bộ phận (between two)", ["đảng bộ bộ phận"]),
        (
            "A province (tỉnh ủy) and thành ủy; Ban Chấp hành Trung ương",
            ["tỉnh ủy", "thành ủy", "Ban Chấp hành Trung ương"],
        ),
        ("Regulation 45-QĐ/TW (quy định)", ["định"]),
        ("Tô Huy Rứa, of Quảng Bình and Huế, said", []),
    ],
)
def test_what_english_says_in_vietnamese_bears_its_language_and_needs_no_note(text: str, quoted: list[str]) -> None:
    made = model.Text(vi="x", en=text)[Language.EN]
    assert made == text
    html = str(escape(text))
    for words in quoted:
        html = html.replace(words, f'<span lang="vi">{words}</span>')
    assert escape(made) == html
    assert not is_vietnamese(english(text))


def test_the_title_of_a_machine_translation_is_in_the_language_that_its_letters_show(archive: Archive) -> None:
    found = [use.source for use in archive.sources() if use.source.language != "vi"]
    titled = [source for source in found if source.title != "not-stated"]
    assert [source.title_language for source in titled] == ["vi"] * len(titled) != []
    english = titled[0].model_copy(update={"title": "Briefing in Đà Nẵng on new rules"})
    assert english.title_language == english.language
