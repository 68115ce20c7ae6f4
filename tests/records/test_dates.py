"""Dates are read as exactly as they are known, printed so in both languages, and sorted by their first day."""

from __future__ import annotations

from datetime import date

import pytest

from macros.text.date_slips import hint
from macros.text.dates import PartialDate, Precision
from macros.text.language import Language


@pytest.mark.parametrize(
    ("written", "start", "end", "precision"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31), Precision.YEAR),
        ("2023-05", date(2023, 5, 1), date(2023, 5, 31), Precision.MONTH),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), Precision.MONTH),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31), Precision.MONTH),
        ("2022-Q1", date(2022, 1, 1), date(2022, 3, 31), Precision.QUARTER),
        ("2022-Q2", date(2022, 4, 1), date(2022, 6, 30), Precision.QUARTER),
        ("2022-Q3", date(2022, 7, 1), date(2022, 9, 30), Precision.QUARTER),
        ("2022-Q4", date(2022, 10, 1), date(2022, 12, 31), Precision.QUARTER),
        ("2023-11-30", date(2023, 11, 30), date(2023, 11, 30), Precision.DAY),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), Precision.DAY),
        ("2020/2025", date(2020, 1, 1), date(2025, 12, 31), Precision.YEAR),
        ("2023-01/05", date(2023, 1, 1), date(2023, 5, 31), Precision.MONTH),
        ("2023-11/2024-02", date(2023, 11, 1), date(2024, 2, 29), Precision.MONTH),
        ("2022-Q4/2023-Q1", date(2022, 10, 1), date(2023, 3, 31), Precision.QUARTER),
        ("2020-05-30/31", date(2020, 5, 30), date(2020, 5, 31), Precision.DAY),
        ("2020-05-30/06-01", date(2020, 5, 30), date(2020, 6, 1), Precision.DAY),
        ("2020-12-31/2021-01-01", date(2020, 12, 31), date(2021, 1, 1), Precision.DAY),
    ],
)
def test_written_forms_are_read(written: str, start: date, end: date, precision: Precision) -> None:
    read = PartialDate.parse(written)
    assert (read.start, read.end, read.precision) == (start, end, precision)
    assert read.year == start.year
    assert str(read) == written


@pytest.mark.parametrize(
    "written",
    [
        "",
        "23",
        "20233",
        "2023-5",
        "2023-13",
        "2023-00",
        "2023-Q0",
        "2023-Q5",
        "2023-q3",
        "2023-35",
        "2023-02-29",
        "2023-02-30",
        "2023-13-45",
        "2023-11-00",
        "30/11/2023",
        "30-11-2023",
        "2023/11/30",
        "2023.11.30",
        "2023-11-30T00:00",
        " 2023",
        "2023 ",
        "2023\n",
        "-2023",
        "0000",
        "tháng 5-2023",
        "not-stated",
        "2023/",
        "/2023",
        "2025/2020",
        "2020/2020",
        "2020-05-31/30",
        "2020-05-30/30",
        "2020/2025-05",
        "2020-05/2021",
        "2020/2021/2022",
        "2020-05-30/32",
        "2020-05-30/2020-02-31",
        "٢٠٢٣",
    ],
)
def test_everything_else_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        PartialDate.parse(written)


@pytest.mark.parametrize(
    ("written", "vi", "en"),
    [
        ("2023", "2023", "2023"),
        ("2023-05", "tháng 5-2023", "May 2023"),
        ("2023-12", "tháng 12-2023", "December 2023"),
        ("2022-Q1", "quý I-2022", "first quarter of 2022"),
        ("2022-Q2", "quý II-2022", "second quarter of 2022"),
        ("2022-Q3", "quý III-2022", "third quarter of 2022"),
        ("2022-Q4", "quý IV-2022", "fourth quarter of 2022"),
        ("2023-11-30", "30-11-2023", "30 November 2023"),
        ("2023-06-05", "5-6-2023", "5 June 2023"),
        ("2020/2025", "2020–2025", "2020–2025"),
        ("2020-05-30/31", "30–31-5-2020", "30–31 May 2020"),
        ("2020-05-30/06-01", "30-5-2020–1-6-2020", "30 May 2020–1 June 2020"),
        ("2023-01/05", "tháng 1-2023–tháng 5-2023", "January 2023–May 2023"),
    ],
)
def test_dates_are_printed_as_exactly_as_known(written: str, vi: str, en: str) -> None:
    read = PartialDate.parse(written)
    assert read.shown(Language.VI) == vi
    assert read.shown(Language.EN) == en


@pytest.mark.parametrize(
    ("written", "machine"),
    [
        ("2023", "2023"),
        ("2023-05", "2023-05"),
        ("2023-11-30", "2023-11-30"),
        ("2022-Q3", ""),
        ("2020/2025", ""),
        ("2020-05-30/31", ""),
    ],
)
def test_only_dates_that_html_knows_are_given_to_machines(written: str, machine: str) -> None:
    assert PartialDate.parse(written).iso == machine


def test_dates_sort_by_first_day_then_the_more_exact_first() -> None:
    ordered = [
        "2019",
        "2022-12-31",
        "2023-01-01",
        "2023-01-01/02",
        "2023-01",
        "2023-Q1",
        "2023",
        "2023/2024",
        "2023-02",
        "2023-05-31",
        "2023-Q4",
    ]
    shuffled = sorted(ordered, key=lambda written: written[::-1])
    assert shuffled != ordered
    assert sorted(shuffled, key=lambda written: PartialDate.parse(written).sort_key) == ordered


MEANT = {
    "29/6/2022": "2022-06-29",
    "29-6-2022": "2022-06-29",
    "29.06.2022": "2022-06-29",
    "ngày 29 tháng 6 năm 2022": "2022-06-29",
    "29 tháng 6, 2022": "2022-06-29",
    "2022/06/29": "2022-06-29",
    "2022-6-29": "2022-06-29",
    "tháng 6-2022": "2022-06",
    "tháng 6 năm 2022": "2022-06",
    "11/2023": "2023-11",
    "2022/06": "2022-06",
    "quý III/2022": "2022-Q3",
    "Q3-2022": "2022-Q3",
    "2022-q3": "2022-Q3",
    "năm 2022": "2022",
    "2020-2025": "2020/2025",
    # As copied: another keyboard, other dashes, a letter for a digit, a time, a weekday, English.
    "２０２２-06-29": "2022-06-29",
    "2022\u201106\u201129": "2022-06-29",
    "2022–06–29": "2022-06-29",
    "20220629": "2022-06-29",
    "2022-06-2O": "2022-06-20",
    "2O22-06-29": "2022-06-29",
    "2022-06-l9": "2022-06-19",
    "2022-06-29T08:00": "2022-06-29? Không ghi giờ",
    "29/6/2022 15:50": "2022-06-29? Không ghi giờ",
    "08:00 29/6/2022": "2022-06-29? Không ghi giờ",
    "29/6/2022 lúc 8 giờ 30": "2022-06-29? Không ghi giờ",
    "thứ Tư, 29-6-2022": "2022-06-29",
    "Sáng 29/6/2022": "2022-06-29",
    "khoảng 29-6-2022": "2022-06-29",
    "cuối năm 2023": "2023",
    "June 29, 2022": "2022-06-29",
    "Jun 29 2022": "2022-06-29",
    "29th June, 2022": "2022-06-29",
    "Wednesday, 29 June 2022": "2022-06-29",
    "May 2022": "2022-05",
    # Spans, with what both ends share written once.
    "28-29/6/2022": "2022-06-28/29",
    "28 và 29/6/2022": "2022-06-28/29",
    "từ 28 đến 29-6-2022": "2022-06-28/29",
    "ngày 28, 29 tháng 6 năm 2022": "2022-06-28/29",
    "29/6-1/7/2022": "2022-06-29/07-01",
    "30/12/2021 - 2/1/2022": "2021-12-30/2022-01-02",
    "2022-06-28 - 2022-06-29": "2022-06-28/29",
    "2022-06-28 to 2022-06-29": "2022-06-28/29",
    # What cannot be.
    "2022-02-30": "Tháng 2 năm 2022 không có ngày 30.",
    "2022-13-01": "Không có tháng 13.",
    "31/2/2022": "Tháng 2 năm 2022 không có ngày 31.",
    "29/6": "Thiếu năm",
    "Sáng 29/6": "Thiếu năm",
    "29/6/22": "năm không đủ bốn chữ số",
    "hôm qua": "Nếu chỉ biết tháng hoặc năm",
    "2025/2020": "",
    "29-28/6/2022": "",
    "số 12345": "",
}


@pytest.mark.parametrize(("written", "said"), MEANT.items(), ids=MEANT)
def test_a_date_in_another_form_is_offered_in_the_right_one(written: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        PartialDate.parse(written)
    vi, en = hint(written)
    assert bool(vi) == bool(en) == bool(said)
    assert said in vi
