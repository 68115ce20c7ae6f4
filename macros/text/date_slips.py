"""Dates as people write them, read to offer the form that the archive keeps: 29/6/2022, tháng 6-2022, quý III/2022."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from macros.text.dates import PartialDate

_SEPARATOR = r"(?:\s*[-/.,–]\s*|\s+)"
_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})"
_WRITTEN = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:ngày\s+)?{_DAY}(?:{_SEPARATOR}|\s+tháng\s+){_MONTH}(?:{_SEPARATOR}(?:năm\s+)?){_YEAR}",
        rf"{_YEAR}{_SEPARATOR}{_MONTH}{_SEPARATOR}{_DAY}",
        rf"(?:tháng\s+)?{_MONTH}{_SEPARATOR}(?:năm\s+)?{_YEAR}",
        rf"{_YEAR}{_SEPARATOR}{_MONTH}",
        rf"(?:quý\s+|Q)(?P<quarter>I{{1,3}}|IV|[1-4]){_SEPARATOR}(?:năm\s+)?{_YEAR}",
        rf"{_YEAR}{_SEPARATOR}?(?:quý\s+|Q)(?P<quarter>I{{1,3}}|IV|[1-4])",
        rf"năm\s+{_YEAR}",
        rf"(?P<from>\d{{4}}){_SEPARATOR}(?P<to>\d{{4}})",
    )
]
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_CALENDAR = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


def hint(text: str) -> tuple[str, str]:
    """What to say of a text that is no date, in both languages: the date it means, or why there is no such day."""
    for candidate in _candidates(text.strip()):
        try:
            PartialDate.parse(candidate)
        except ValueError:
            continue
        return f" Có phải bạn muốn viết {candidate}?", f" Did you mean {candidate}?"
    return _impossible(text)


def _candidates(text: str) -> Iterator[str]:
    for form in _WRITTEN:
        match = form.fullmatch(text)
        if not match:
            continue
        parts = match.groupdict()
        if "from" in parts:
            yield f"{parts['from']}/{parts['to']}"
        elif "quarter" in parts:
            yield f"{parts['year']}-Q{_QUARTERS.get(parts['quarter'].lower(), parts['quarter'])}"
        else:
            numbers = (parts["year"], *(parts[name].zfill(2) for name in ("month", "day") if name in parts))
            yield "-".join(numbers)


def _impossible(text: str) -> tuple[str, str]:
    match = _CALENDAR.fullmatch(text)
    if not match or match[1] == "0000":
        return "", ""
    year, month = int(match[1]), int(match[2])
    if not 1 <= month <= 12:
        return f" Không có tháng {match[2]}.", f" There is no month {match[2]}."
    if int(match[3] or 0) > calendar.monthrange(year, month)[1]:
        return (
            f" Tháng {month} năm {year} không có ngày {match[3]}.",
            f" {calendar.month_name[month]} {year} has no day {match[3]}.",
        )
    return "", ""
