"""i and y are one word where both are in use."""

from __future__ import annotations

import re

import pytest

from macros.text.folding import fold, form
from macros.text.i_or_y import either

ONE = "hi hy, kì kỳ, kỉ kỷ, lí lý, mĩ mỹ, sĩ sỹ, tỉ tỷ, quí quý, qui quy, Quỉ quỷ, KỊ kỵ"
TWO = "tai tay, túi tuý, hoi hoy, chỉ chỷ, thi thy, nghị nghỵ, tin tyn, đi đy, kí kỳ"


@pytest.mark.parametrize(("i", "y"), [pair.split() for pair in ONE.split(", ")])
def test_one_word(i: str, y: str) -> None:
    assert (fold(f"a {i}-b"), form(i)) == (fold(f"a {y}-b"), form(y))
    for word, other in ((i, y), (y, i)):
        assert re.fullmatch(either(word), other, re.IGNORECASE)


@pytest.mark.parametrize(("i", "y"), [pair.split() for pair in TWO.split(", ")])
def test_two_words(i: str, y: str) -> None:
    assert form(i) != form(y)
    assert not re.fullmatch(either(i), y, re.IGNORECASE)
