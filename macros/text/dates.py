"""Dates as exactly as they are known: a day, a month, a quarter, a year, or a span of these.

The written forms are a small part of EDTF (ISO 8601-2): `2023`, `2023-05`, `2023-11-30`, `2020/2025`,
`2020-05-30/31`. A quarter is written `2022-Q3`, which people can read, in place of EDTF's `2022-35`.
"""

from __future__ import annotations

import calendar
import os
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache

from macros.text.language import Language, format_day, format_month

TODAY_VARIABLE = "SOURCE_DATE_EPOCH"
_FORM = re.compile(r"(?P<year>[0-9]{4})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?")
_SHORT_END = re.compile(r"[0-9]{2}(-[0-9]{2})?")
_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
_ORDINAL = {1: "first", 2: "second", 3: "third", 4: "fourth"}
_YEAR, _MONTH = "(?!0000)[0-9]{4}", "(0[1-9]|1[0-2])"
# Day and month together, so that the 31st of April is none; only a 29 February in the wrong year still passes.
_DAY = "((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-9])|(0[13-9]|1[0-2])-30|(0[13578]|1[02])-31)"
# The written forms for JSON Schema. It cannot tell that a span runs forward.
PATTERN = (
    f"{_YEAR}(/([0-9]{{2}}|{_YEAR}))?|{_YEAR}-{_MONTH}(/({_YEAR}-)?{_MONTH})?|{_YEAR}-Q[1-4](/{_YEAR}-Q[1-4])?"
    f"|{_YEAR}-{_DAY}(/(({_YEAR}-)?{_DAY}|(0[1-9]|[12][0-9]|3[01])))?"
)
FORMS = "2021, 2021-05, 2021-Q2, 2021-05-31, 2020/2025, 2020-05-30/31"


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True)
class _Point:
    start: date
    end: date
    precision: Precision


@dataclass(frozen=True)
class PartialDate:
    """A date known to the day, month, quarter or year, or a span from one such date to another.

    `start` and `end` are the first and the last day it covers. Dates sort by their first day; of two that begin
    together the more exact comes first.
    """

    text: str
    # Both follow from the text; of a date that is no span they are one.
    first: _Point = field(compare=False)
    last: _Point = field(compare=False)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read one of the written forms above; raises ValueError for anything else."""
        begin, slash, end = text.partition("/")
        first = _point(begin)
        if not slash:
            return cls(text, first, first)
        if _SHORT_END.fullmatch(end):
            end = begin[: len(begin) - len(end)] + end
        last = _point(end)
        if last.precision != first.precision or last.start <= first.start:
            raise ValueError(f"the span {text!r} does not run forward")
        return cls(text, first, last)

    @property
    def start(self) -> date:
        """The first day covered."""
        return self.first.start

    @property
    def end(self) -> date:
        """The last day covered."""
        return self.last.end

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return self.start.year

    @property
    def precision(self) -> Precision:
        """How exactly the date, or each end of the span, is known."""
        return self.first.precision

    @property
    def sort_key(self) -> tuple[date, date]:
        """Orders dates by first day, then the shorter span first."""
        return self.start, self.end

    @property
    def iso(self) -> str:
        """The value for HTML's `datetime` attribute; empty for what HTML has no form for."""
        if self.first is not self.last or self.precision is Precision.QUARTER:
            return ""
        return self.text

    def shown(self, language: Language) -> str:
        """The date in words, exactly as known: `30-11-2023`, `tháng 5-2023`, `third quarter of 2022`, `2020–2025`."""
        if self.first is self.last:
            return _shown(self.first, language)
        if self.precision is Precision.DAY and self.start.replace(day=1) == self.last.start.replace(day=1):
            tail = _shown(self.last, language)
            return f"{self.start.day}–{tail}"
        return f"{_shown(self.first, language)}–{_shown(self.last, language)}"

    def __str__(self) -> str:
        return self.text


def _point(text: str) -> _Point:
    match = _FORM.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not a date")
    year = int(match["year"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return _Point(day, day, Precision.DAY)
    if match["month"]:
        month = int(match["month"])
        return _Point(date(year, month, 1), _month_end(year, month), Precision.MONTH)
    if match["quarter"]:
        quarter = int(match["quarter"])
        return _Point(date(year, 3 * quarter - 2, 1), _month_end(year, 3 * quarter), Precision.QUARTER)
    return _Point(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@lru_cache(maxsize=10_000)
def _shown(point: _Point, language: Language) -> str:
    start = point.start
    if point.precision is Precision.DAY:
        return format_day(start, language)
    if point.precision is Precision.MONTH:
        return format_month(start, language)
    if point.precision is Precision.QUARTER:
        quarter = (start.month + 2) // 3
        if language is Language.VI:
            return f"quý {_ROMAN[quarter]}-{start.year}"
        return f"{_ORDINAL[quarter]} quarter of {start.year}"
    return str(start.year)


def today() -> date:
    """The day of `SOURCE_DATE_EPOCH` in UTC where that is set (https://reproducible-builds.org/specs/source-date-epoch/).

    Raises SystemExit where it is set to something that is no number of seconds.
    """
    seconds = os.environ.get(TODAY_VARIABLE)
    if not seconds:
        return date.today()
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise SystemExit(
            f"{TODAY_VARIABLE}={seconds}: cần số giây kể từ 1-1-1970, như 1795996800. / "
            f"{TODAY_VARIABLE}={seconds}: expected seconds since 1 January 1970, such as 1795996800."
        ) from error
