"""Numbers as people write them: what is advised, for what counts and for what may have decimals."""

from __future__ import annotations

import pytest

from macros.data.numerals import advice, in_digits

ADVICE = {
    "1,234": "hãy viết 1234.",
    "1 234": "hãy viết 1234.",
    "1\u00a0234": "hãy viết 1234.",
    "1.234.567": "hãy viết 1234567.",
    "1234,5": "hãy viết 1234.5.",
    "1.234,5": "hãy viết 1234.5.",
    "1,234.5": "hãy viết 1234.5.",
    "12.345.678,25": "hãy viết 12345678.25.",
    "12,5%": 'hãy viết 12.5. Đơn vị ghi ở `unit:` ("%").',
    "95 phần trăm": "hãy viết 95. Đơn vị ghi ở `unit:` (phần trăm).",
    "1234": "Hãy bỏ dấu ngoặc kép: 1234.",
    "１２３４": "hãy viết 1234.",
    "１.２３４": "hãy viết 1234.",
    "1.5 triệu": "hãy viết 1500000.",
    "1,5 triệu đồng": "hãy viết 1500000. Đơn vị ghi ở `unit:` (đồng).",
    "2 nghìn": "hãy viết 2000.",
    "3,25 tỷ đồng": "hãy viết 3250000000. Đơn vị ghi ở `unit:` (đồng).",
    "1.5 million people": "hãy viết 1500000. Đơn vị ghi ở `unit:` (people).",
    "2 triệuđồng": "hãy viết 2. Đơn vị",
    "1.2345,6": "",
    "1.234,567": "",
    "1/3": "",
    "một nghìn": "",
    "": "",
}


@pytest.mark.parametrize(("written", "said"), ADVICE.items(), ids=ADVICE)
def test_a_number_in_another_form_is_advised_in_the_right_one(written: str, said: str) -> None:
    vi, en = advice(written)
    assert bool(vi) == bool(en) == bool(said)
    assert vi.endswith(said) or said in vi


@pytest.mark.parametrize(("written", "said"), [("12,5", ""), ("1.250", "hãy viết 1250."), ("1.234,5", "")])
def test_what_is_counted_has_no_decimals(written: str, said: str) -> None:
    assert advice(written, whole=True)[0].endswith(said)
    assert bool(advice(written, whole=True)[0]) == bool(said)


@pytest.mark.parametrize(
    ("written", "words", "meant"),
    [
        ("1,5", "triệu", ("1500000", "")),
        ("0,5", "tỉ đồng", ("500000000", "đồng")),
        ("12", "nghìn", ("12000", "")),
        # A group of three may be thousands or decimals.
        ("1.234", "tỷ", ("", "")),
        ("12", "đảng viên", ("", "")),
        ("12", "", ("", "")),
    ],
)
def test_words_for_powers_of_ten_become_digits(written: str, words: str, meant: tuple[str, str]) -> None:
    assert in_digits(written, words) == meant
