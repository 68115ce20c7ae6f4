"""Numbers in words, as the headings of reviews count."""

from __future__ import annotations

import pytest

from macros.text.language import Language, counted, in_words

WORDS = {
    1: ("một", "one"),
    2: ("hai", "two"),
    3: ("ba", "three"),
    4: ("bốn", "four"),
    5: ("năm", "five"),
    6: ("sáu", "six"),
    7: ("bảy", "seven"),
    8: ("tám", "eight"),
    9: ("chín", "nine"),
    10: ("mười", "ten"),
    11: ("mười một", "eleven"),
    12: ("mười hai", "twelve"),
    13: ("mười ba", "thirteen"),
    14: ("mười bốn", "fourteen"),
    15: ("mười lăm", "fifteen"),
    16: ("mười sáu", "sixteen"),
    17: ("mười bảy", "seventeen"),
    18: ("mười tám", "eighteen"),
    19: ("mười chín", "nineteen"),
    20: ("hai mươi", "twenty"),
    0: ("0", "0"),
    21: ("21", "21"),
    1200: ("1.200", "1,200"),
}


@pytest.mark.parametrize("count", WORDS)
def test_a_number_in_words(count: int) -> None:
    assert (in_words(count, Language.VI), in_words(count, Language.EN)) == WORDS[count]


@pytest.mark.parametrize(
    ("count", "name", "vi", "en"),
    [
        (1, "lessons", "một bài học", "one lesson"),
        (3, "lessons", "ba bài học", "three lessons"),
        (5, "lessons", "năm bài học", "five lessons"),
        (1, "achievements", "một mảng kết quả", "one area of results"),
        (8, "achievements", "tám mảng kết quả", "eight areas of results"),
        (1, "priorities", "một nhiệm vụ trọng tâm", "one priority"),
        (21, "priorities", "21 nhiệm vụ trọng tâm", "21 priorities"),
    ],
)
def test_what_is_counted(count: int, name: str, vi: str, en: str) -> None:
    assert counted(count, name, Language.VI) == vi
    assert counted(count, name, Language.EN) == en
