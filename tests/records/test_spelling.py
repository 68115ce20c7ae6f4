"""Which known word somebody meant: sure, or not said."""

from __future__ import annotations

import pytest

from macros.data.spelling import closest

KNOWN = (
    "quang-ngai",
    "quang-nam",
    "phu-yen",
    "hue",
    "kon-tum",
    "37-qd-tw",
    "96-qd-tw-2023",
    "phan-van-phung",
    "truong-thi-mai",
    "chi-bo-co-so",
    "cadres",
    "documents_note",
    "organiser",
    "s1",
    "meetings/2023-06-23/",
)
MEANT = {
    "Trương Thị Mai": "truong-thi-mai",
    "Quảng Ngãi": "quang-ngai",
    "CADRES": "cadres",
    "S1": "s1",
    "quangngai": "quang-ngai",
    "quang-ngay": "quang-ngai",
    "quang-nm": "quang-nam",
    "qaung-nam": "quang-nam",
    "chi-bo-co-xo": "chi-bo-co-so",
    "cadre": "cadres",
    "document_note": "documents_note",
    "organizer": "organiser",
    "96-qd-tw": "96-qd-tw-2023",
    "meetings/2023-06-23": "meetings/2023-06-23/",
    "hoang-dang-quang": None,
    "quang-binh": None,
    "thua-thien-hue": None,
    "36-qd-tw": None,
    "96-kl-tw": None,
    "s2": None,
    "meetings/2022-06-23/": None,
    "…": None,
}


@pytest.mark.parametrize(("word", "right"), MEANT.items(), ids=MEANT)
def test_a_word_that_is_known_otherwise_written_or_by_a_slip_is_named(word: str, right: str | None) -> None:
    assert closest(word, KNOWN) == right


def test_of_two_words_none_is_guessed() -> None:
    assert closest("le-van-hinh", ["le-van-hanh", "le-van-minh"]) is None
    assert closest("le-van-hinh", ["le-van-hanh", "le-van-binh"]) is None
