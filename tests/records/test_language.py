"""Numbers, days, months and words are printed as each language prints them."""

from __future__ import annotations

from datetime import date

import pytest

from macros.data.problems import Refused
from macros.text.language import Language, format_day, format_month, number, word


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (0, "0", "0"),
        (20, "20", "20"),
        (757, "757", "757"),
        (1722, "1.722", "1,722"),
        (20739, "20.739", "20,739"),
        (1234567, "1.234.567", "1,234,567"),
        (98.5, "98,5", "98.5"),
        (1722.25, "1.722,25", "1,722.25"),
        (0.05, "0,05", "0.05"),
    ],
)
def test_numbers(value: float, vi: str, en: str) -> None:
    assert number(value, Language.VI) == vi
    assert number(value, Language.EN) == en


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        (date(2023, 11, 30), "30-11-2023", "30 November 2023"),
        (date(2023, 6, 5), "5-6-2023", "5 June 2023"),
        (date(2024, 2, 29), "29-2-2024", "29 February 2024"),
    ],
)
def test_days(day: date, vi: str, en: str) -> None:
    assert format_day(day, Language.VI) == vi
    assert format_day(day, Language.EN) == en


def test_months() -> None:
    assert format_month(date(2023, 5, 1), Language.VI) == "tháng 5-2023"
    assert format_month(date(2023, 5, 1), Language.EN) == "May 2023"


def test_vietnamese_stands_at_the_root_and_english_below_en() -> None:
    assert [language.prefix for language in (Language.VI, Language.EN)] == ["", "en/"]
    assert Language.VI.other is Language.EN
    assert Language.EN.other is Language.VI


def test_words_are_those_of_the_language_asked_for() -> None:
    assert word("not_stated", Language.VI) == "nguồn không nêu"
    assert word("not_stated", Language.EN) == "not stated in the sources"


def test_an_unknown_word_is_an_error() -> None:
    with pytest.raises(Refused) as caught:
        word("no-such-word", Language.VI)
    [problem] = caught.value.problems
    assert problem.place.file == "macros/words.yml"
    assert "no-such-word" in problem.vi
    assert "no-such-word" in problem.en
