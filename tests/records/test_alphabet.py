"""Lists are in the order of the alphabet that their readers learnt."""

from __future__ import annotations

import random

import pytest

from macros.text.alphabet import initial, place
from macros.text.language import Language

VI = (
    "ăn ân ba bà bả bã bá bạ bạ_ba bạ_bà bác cán_bộ cấp_ủy chi_bộ chi_ủy chỉ_định dân Dũng đảng_bộ đảng_viên "
    "Điều_lệ_Đảng Đông Đức em sơ_kết suy_thoái “tự_diễn_biến” uy ư"
)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.VI, VI),
        (Language.EN, "agency Party_cell party_committee Region unit"),
    ],
)
def test_words_are_in_the_order_of_the_dictionary(language: Language, words: str) -> None:
    ordered = [word.replace("_", " ") for word in words.split()]
    shuffled = random.Random(1).sample(ordered, len(ordered))
    assert sorted(shuffled, key=lambda text: place(text, language)) == ordered


@pytest.mark.parametrize(
    ("text", "language", "letter"),
    [
        ("đảng viên", Language.VI, "Đ"),
        ("ấp", Language.VI, "Â"),
        ("ủy viên", Language.VI, "U"),
        ("ứng cử", Language.VI, "Ư"),
        ("“tự diễn biến”", Language.VI, "T"),
        ("party cell", Language.EN, "P"),
        ("“7 dám”", Language.VI, "0-9"),
    ],
)
def test_a_word_stands_under_its_letter(text: str, language: Language, letter: str) -> None:
    assert initial(text, language) == letter
