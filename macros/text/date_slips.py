"""Dates as people write them, read to offer the form that the archive keeps: 29/6/2022, 20-21/12/2024, May 20, 2032."""

import calendar
import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime, time, timedelta, timezone

from macros.text.dates import PartialDate

_SEPARATOR = r"(?:\s*[-/.,]\s*|\s+)"
_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})"
_MONTHS = {
    name.lower(): month for names in (calendar.month_name, calendar.month_abbr) for month, name in enumerate(names)
}
_NAME = rf"(?P<name>{'|'.join(sorted(filter(None, _MONTHS), key=len, reverse=True))})\.?"
_WRITTEN = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:ngày\s+)?{_DAY}(?:{_SEPARATOR}|\s+tháng\s+){_MONTH}(?:{_SEPARATOR}(?:năm\s+)?){_YEAR}",
        rf"{_YEAR}{_SEPARATOR}{_MONTH}{_SEPARATOR}{_DAY}",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"{_NAME}\s*{_DAY}(?:st|nd|rd|th)?,?\s*{_YEAR}",
        rf"{_DAY}(?:st|nd|rd|th)?\s*{_NAME},?\s*{_YEAR}",
        rf"{_NAME},?\s*{_YEAR}",
        rf"(?:tháng\s+)?{_MONTH}{_SEPARATOR}(?:năm\s+)?{_YEAR}",
        rf"{_YEAR}{_SEPARATOR}{_MONTH}",
        rf"(?:quý\s+|Q)(?P<quarter>I{{1,3}}|IV|[1-4]){_SEPARATOR}(?:năm\s+)?{_YEAR}",
        rf"{_YEAR}{_SEPARATOR}?(?:quý\s+|Q)(?P<quarter>I{{1,3}}|IV|[1-4])",
        rf"(?:năm\s+)?{_YEAR}",
    )
]
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_CALENDAR = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
# A letter for the digit that it looks like.
_LETTERS = (re.compile(r"(?<=[\d-])[oO](?=[\d/-]|$)"), "0"), (re.compile(r"(?<=[\d-])[lI](?=[\d/-]|$)"), "1")
_TIMES_OF_DAY = r"(?:buổi\s+)?(?:sáng|trưa|chiều|tối)"
_WEEKDAYS = r"thứ\s+\w+|chủ\s+nhật|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_BEFORE = re.compile(rf"(?:(?:{_TIMES_OF_DAY}|{_WEEKDAYS}|khoảng|đầu|giữa|cuối|vào|từ|from)[\s,]+)+", re.IGNORECASE)
_CLOCK = r"(?:lúc\s+)?\d{1,2}(?:(?::\d{2}){1,2}(?:\.\d+)?Z?|\s?(?:giờ|h)(?:\s?\d{2})?)"
_TIME = re.compile(rf"[\s,T]+{_CLOCK}$|^{_CLOCK}[\s,]+", re.IGNORECASE)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?", re.ASCII)
_VIETNAM = timezone(timedelta(hours=7))
_TO = re.compile(r"\s*(?:-|/|,|đến|tới|và|to|and)\s*(?:ngày\s+)?", re.IGNORECASE)
_PART = re.compile(rf"(?:ngày\s+)?(\d{{1,2}})(?:{_SEPARATOR}(?:tháng\s+)?(\d{{1,2}}))?", re.IGNORECASE)
_NO_YEAR = re.compile(
    rf"(?:ngày\s+)?\d{{1,2}}(?:{_SEPARATOR}|\s+tháng\s+)\d{{1,2}}(?:{_SEPARATOR}\d{{2}})?", re.IGNORECASE
)


def hint(text: str) -> tuple[str, str]:
    """What to say of a text that is no date, in both languages: the date it means, or why there is no such day."""
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text)).strip()
    if moment := _moment(plain):
        plain = f"{_in_vietnam(moment):%Y-%m-%d %H:%M}"
    for letter, digit in _LETTERS:
        plain = letter.sub(digit, plain)
    without_time = _TIME.sub("", plain)
    meant = _BEFORE.sub("", without_time, count=1)
    candidates = list(_candidates(meant))
    for candidate in candidates:
        try:
            PartialDate.parse(candidate)
        except ValueError:
            continue
        vi, en = f" Có phải bạn muốn viết {candidate}?", f" Did you mean {candidate}?"
        if without_time != plain:
            return f"{vi} Không ghi giờ ở đây.", f"{en} Leave the time out."
        return vi, en
    return _impossible(meant, candidates)


def day_of_midnight(text: str) -> str:
    """The day that form editors mean by a moment, which they write for a day that was chosen; empty for all else."""
    moment = _moment(text)
    if moment and time() in (moment.time(), _in_vietnam(moment).time()):
        return _in_vietnam(moment).date().isoformat()
    return ""


def _moment(text: str) -> datetime | None:
    """A moment as programs write it: `2022-06-28T17:00:00.000Z`, which is the beginning of a day in Vietnam."""
    try:
        return datetime.fromisoformat(text) if _MOMENT.fullmatch(text) else None
    except ValueError:
        return None


def _in_vietnam(moment: datetime) -> datetime:
    return moment.astimezone(_VIETNAM) if moment.tzinfo else moment


def _candidates(text: str) -> Iterator[str]:
    yield from _points(text)
    for between in _TO.finditer(text):
        for last in _points(text[between.end() :]):
            first = text[: between.start()]
            for begin in (*_points(first), *_completed(first, last)):
                yield _span(begin, last)


def _points(text: str) -> Iterator[str]:
    """The dates that are no spans for which the text can stand."""
    for form in _WRITTEN:
        match = form.fullmatch(text)
        if not match:
            continue
        parts = match.groupdict()
        if "quarter" in parts:
            yield f"{parts['year']}-Q{_QUARTERS.get(parts['quarter'].lower(), parts['quarter'])}"
            continue
        if "name" in parts:
            parts["month"] = str(_MONTHS[parts["name"].lower()])
        yield "-".join((parts["year"], *(parts[name].zfill(2) for name in ("month", "day") if name in parts)))


def _completed(text: str, last: str) -> Iterator[str]:
    """The beginning of a span, of which only the day, or day and month, is written: the rest is that of its end."""
    match = _PART.fullmatch(text)
    year, *rest = last.split("-")
    if not match or not rest or rest[0].startswith("Q"):
        return
    if match[2]:
        yield f"{year}-{match[2].zfill(2)}-{match[1].zfill(2)}"
    else:
        yield "-".join((year, *rest[:-1], match[1].zfill(2)))


def _span(begin: str, last: str) -> str:
    """A span with its end as short as it may be written: 2024-12-20/21."""
    first_parts, last_parts = begin.split("-"), last.split("-")
    same = next((i for i, pair in enumerate(zip(first_parts, last_parts, strict=False)) if len(set(pair)) > 1), 0)
    return f"{begin}/{'-'.join(last_parts[same:])}"


def _impossible(text: str, candidates: list[str]) -> tuple[str, str]:
    """Why the text is no date, where that can be said."""
    if _NO_YEAR.fullmatch(text):
        return " Thiếu năm, hoặc năm không đủ bốn chữ số.", " The year is missing, or has not four digits."
    if not any(map(str.isdigit, text)):
        return (
            " Nếu chỉ biết tháng hoặc năm, hãy ghi như 2021-05 hoặc 2021.",
            " Where only the month or the year is known, write as in 2021-05 or 2021.",
        )
    match = next(filter(None, map(_CALENDAR.fullmatch, [text, *candidates])), None)
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
