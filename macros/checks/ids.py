"""Ids, which are permanent addresses: those that are taken, and those that no meeting should have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from macros.archive.data_files import Content
from macros.checks.rule import Found, error, warning
from macros.data.spelling import closest
from macros.records import MEETING, SLUG

_DATE = re.compile(r"\d{4}(-q[1-4]|-\d{2}(-\d{2})?)?(?![^-])")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# What follows the date in the name of a meeting's file, by its level; `{}` stands for the ids of its provinces.
_PATTERNS = {
    "regional": ("", "chỉ có ngày", "the date alone"),
    "provincial": ("(?:-(?:{}))+", "ngày, rồi mã tỉnh", "the date, then the id of the province"),
    "national": ("-national", "ngày, rồi “national”", "the date, then “national”"),
}
# The lists of documents and people divide below their own page: documents/years/2023/, people/letters/h/.
_TAKEN = {"documents": ("types", "years"), "people": ("letters",)}


@error("Hãy đặt mã khác.", "Choose another.")
def id_of_a_list(content: Content) -> Iterator[Found]:
    """No document and no person has the address of a list."""
    people = [(person.key, person) for person in content.file("data/people.yml")]
    records = {"documents": content.folder("documents"), "people": people}
    for kind, entries in records.items():
        for id, record in entries:
            if id in _TAKEN[kind]:
                yield Found(
                    record.place,
                    f"Mã “{id}” là địa chỉ của một danh sách ({kind}/{id}/).",
                    f"The id “{id}” is the address of a list ({kind}/{id}/).",
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
    meetings = content.folder("meetings")
    provinces = {
        province.key: province["successor"].text for province in content.file("data/provinces.yml")["provinces"]
    }
    same = Counter((date[0], meeting["level"].text) for id, meeting in meetings if (date := _DATE.match(id)))
    for id, meeting in meetings:
        date, level = _DATE.match(id), meeting["level"].text
        if not date or level not in _PATTERNS or not SLUG.fullmatch(id):
            continue  # reported already
        owners, vi, en = _PATTERNS[level]
        named = [each.text for each in meeting["provinces"] if each.text in provinces] or list(provinces)
        places = {id for province in named for id in (province, provinces[province])}
        name = re.fullmatch(rf"{owners.format('|'.join(map(re.escape, places)))}(-.+)?", id[date.end() :])
        if name and (not name[1] or not _DAY.fullmatch(date[0]) or same[date[0], level] > 1):
            continue
        rest = id[date.end() :].strip("-")
        right = MEETING.id_by_content(meeting.value, _meant(rest, places)) or f"{date[0]}-…"
        yield Found(
            meeting.place,
            f"Tên tệp “{id}.yml” không theo mẫu: {vi}. Tệp mới thì đổi tên thành “{right}.yml”.",
            f"The file’s name “{id}.yml” breaks the pattern: {en}. Rename a new file to “{right}.yml”.",
        )


def _meant(written: str, places: Collection[str]) -> str:
    """The id of the province that was meant, whatever its hyphens: `kon-tum` by `kontum`; empty where none was."""
    joined = {place.replace("-", ""): place for place in places}
    return joined.get(written.replace("-", "")) or closest(written, places) or ""
