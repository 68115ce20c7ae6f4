"""Meetings: a file's name, the date and the place agree."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from macros.archive.data_files import Content
from macros.archive.nodes import date_in
from macros.checks.rule import Found, error, warning
from macros.checks.rules.dates import plausible
from macros.checks.rules.units import units_of_today
from macros.data.spelling import closest
from macros.records import MEETING, PROVINCE, SLUG, Level

_DATE = re.compile(r"\d{4}(-q[1-4]|-\d{2}(-\d{2})?)?(?![^-])")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# What follows the date in the name of a meeting's file, by its level; `{}` is for the ids of its provinces.
_PATTERNS = {
    Level.REGIONAL: ("", "chỉ có ngày", "the date alone"),
    Level.PROVINCIAL: ("(?:-(?:{}))+", "ngày, rồi mã tỉnh", "the date, then the id of the province"),
    Level.NATIONAL: ("-national", "ngày, rồi “national”", "the date, then “national”"),
}


@error("Hãy sửa `date:`, hoặc đặt lại tên tệp nếu tệp còn mới.", "Correct `date:`, or rename the file if it is new.")
def meeting_day(content: Content) -> Iterator[Found]:
    """A meeting's id begins with its date, or with a part of it."""
    for id, meeting in content.records(MEETING):
        held, match = plausible(meeting["date"]), _DATE.match(id)
        day = date_in(match[0].upper()) if match else None
        if held and (not day or day.start > held.end or day.end < held.start):
            right = MEETING.id_by_content(meeting.value, id)
            vi, en = (f"; theo ngày là “{right}.yml”", f"; by the date it is “{right}.yml”") if right else ("", "")
            yield Found(
                meeting["date"].place,
                f"Ngày {held} không khớp với tên tệp “{id}.yml”{vi}.",
                f"The date {held} does not fit the file’s name “{id}.yml”{en}.",
            )


@warning(
    "Địa chỉ của trang theo tên tệp và không bao giờ đổi; tệp đã đăng thì giữ tên.",
    "The address of the page follows the file’s name and never changes; a file that is published keeps its name.",
    across=True,
)
def meeting_file_name(content: Content) -> Iterator[Found]:
    """A meeting's file is named by its date and by whose meeting it was.

    More words follow only where these do not tell meetings apart: on one day, or where the day is not known.
    """
    meetings = content.records(MEETING)
    provinces = {id: province["successor"].text for id, province in content.records(PROVINCE)}
    same = Counter((date[0], meeting["level"].text) for id, meeting in meetings if (date := _DATE.match(id)))
    for id, meeting in meetings:
        date, level = _DATE.match(id), meeting["level"].text
        if not date or level not in _PATTERNS or not SLUG.fullmatch(id):
            continue  # reported already
        owners, vi, en = _PATTERNS[Level(level)]
        named = [each.text for each in meeting["provinces"] if each.text in provinces] or list(provinces)
        places = {id for province in named for id in (province, provinces[province])}
        name = re.fullmatch(rf"{owners.format('|'.join(map(re.escape, places)))}(-.+)?", id[date.end() :])
        if name and (not name[1] or not _DAY.fullmatch(date[0]) or same[date[0], level] > 1):
            continue
        rest = id[date.end() :].strip("-")
        right = MEETING.id_by_content(meeting.value, _province_meant(rest, places)) or f"{date[0]}-…"
        yield Found(
            meeting.place,
            f"Tên tệp “{id}.yml” không theo mẫu: {vi}. Tệp mới thì đổi tên thành “{right}.yml”.",
            f"The file’s name “{id}.yml” does not follow the pattern: {en}. Rename a new file to “{right}.yml”.",
        )


@warning("Hãy xem lại `place:` và `provinces:`.", "Check `place:` and `provinces:`.", across=True)
def place_in_another_province(content: Content) -> Iterator[Found]:
    """A provincial meeting is held in a province that it is about, and its file is named after; or in the same unit."""
    provinces = {id for id, _ in content.records(PROVINCE)}
    units = units_of_today(content)
    for id, meeting in content.records(MEETING):
        place = meeting["place"]["province"]
        if meeting["level"].text != Level.PROVINCIAL or place.text not in provinces:
            continue
        about = {province.text for province in meeting["provinces"] if province.text}
        named = {province for province in provinces if f"{id}-".find(f"-{province}-") > 0}
        others, vi, en = about, "`provinces:` ghi", "`provinces:` has"
        if not about or place.text in about:
            others, vi, en = named, "tên tệp ghi", "the file’s name has"
        same = (unit.parts for unit in units if unit.is_at_work(meeting) and others & unit.parts)
        if others and place.text not in others.union(*same):
            found = ", ".join(sorted(others))
            yield Found(
                place.place,
                f"Nơi họp ở “{place.text}” mà {vi} “{found}”.",
                f"The meeting was held in “{place.text}” and {en} “{found}”.",
            )


def _province_meant(written: str, places: Collection[str]) -> str:
    """The id of the province that was meant, whatever its hyphens: `kon-tum` by `kontum`; empty where none was."""
    joined = {place.replace("-", ""): place for place in places}
    return joined.get(written.replace("-", "")) or closest(written, places) or ""
