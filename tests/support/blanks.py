"""Blank records filled as an editor would: something right for the small archive in each place that is marked."""

from __future__ import annotations

import re
from itertools import count

from macros.records.blank import MARKS

MARK = re.compile("|".join(MARKS.values()))
_PLACE = re.compile(rf"^(?P<name>\s*(?:- )?(?P<key>\w+): )(?P<list>\[?)\"?(?:{MARK.pattern}).*$")
_ID = re.compile(rf"^(?:{MARK.pattern})[^:]*:$")
_VALUES = {
    "level": "regional",
    "form": "briefing",
    "date": "2032-04-01",
    "person": "dang-khai-minh",
    "by": "dang-khai-minh",
    "people": "dang-khai-minh",
    "completeness": "partial",
    "count": "5",
    "value": "7",
    "as_of": "2032",
    "topics": "cadres",
    "provinces": "bach-sa",
    "force": "direction",
    "publisher": "Báo Thượng Hà",
    "title": "Giao ban tháng Tư",
    "language": "vi",
    "url": "https://thuongha.example/giao-ban",
    "published": "2032-04-02",
    "seen": "part",
    "cut_at": "…cần phải nh",
    "number": "77-CT/TW",
    "type": "directive",
    "checked": "number",
    "name": "Bùi Văn Ánh",
    "source": "s1",
}


def filled(text: str) -> str:
    """The text with something in place of every mark; the same texts never occur twice."""
    numbers = count(1)
    return "".join(f"{_filled(line, next(numbers))}\n" for line in text.splitlines())


def marked_lines(text: str) -> set[int]:
    """The lines, from 1, in which something is to be written."""
    lines = enumerate(text.splitlines(), 1)
    return {number for number, line in lines if MARK.search(line) and not line.lstrip().startswith("#")}


def _filled(line: str, number: int) -> str:
    if _ID.match(line):
        return "bui-van-anh:"
    place = _PLACE.match(line)
    if not place:
        return line
    own = {"id": f"entry-{_letters(number)}", "vi": f"Nội dung {_letters(number)}.", "en": f"Words {_letters(number)}."}
    value = own.get(place["key"]) or _VALUES[place["key"]]
    if "assessment" in line:  # the force of a remark
        value = "assessment"
    return f"{place['name']}[{value}]" if place["list"] else f"{place['name']}{value}"


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
