"""The pages of `docs/` as they are written: with a title above, each in both languages, with the same headings.

The switch between the languages leads from a page to the other at the same address, and a link to a heading must hold
in either language.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any, NamedTuple

from macros.data.problems import Place, Problem
from macros.data.spelling import did_you_mean
from macros.text.language import Language

_NEEDED = ("title", "description")
_KEYS = (*_NEEDED, "hide")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_HEADING = re.compile(r"(#{2,6})\s.*?(?:\{:[^}]*#([\w-]+)[^}]*\})?\s*$")


class _Heading(NamedTuple):
    line: int
    level: int
    id: str
    written: str


def unreadable(name: str, language: str, raw: bytes) -> Problem | None:
    """The problem of a page of no language, or that is not UTF-8; `language` is the folder of `docs/` it is in."""
    if language not in set(Language):
        return Problem(
            Place(name),
            "Trang phải nằm trong docs/vi/ hoặc docs/en/. Hãy chuyển tệp vào đó, hoặc xóa.",
            "A page must be in docs/vi/ or docs/en/. Move the file there, or delete it.",
        )
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Problem(
            Place(name, raw.count(b"\n", 0, error.start) + 1),
            "Tệp không phải UTF-8. Hãy lưu lại với mã hóa UTF-8.",
            "The file is not UTF-8. Save it again with UTF-8 encoding.",
        )
    return None


def header_problems(name: str, text: str, meta: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with the lines above a page, which MkDocs has read as `meta`."""
    missing = [key for key in _NEEDED if key not in meta or not text.startswith("---")]
    if missing:
        listed = ", ".join(f"`{key}:`" for key in missing)
        yield Problem(
            Place(name, _without_colon(text)),
            f"Đầu trang thiếu {listed}. Cần `title: …` và `description: …`, mỗi mục một dòng, giữa hai dòng `---`.",
            f"The header lacks {listed}. Expected `title: …` and `description: …`, one a line, between two `---`.",
        )
    lines = text.splitlines()
    for key, value in meta.items():
        place = Place(name, next((n for n, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1))
        if key in _NEEDED and not isinstance(value, str):
            yield Problem(
                place,
                f'`{key}:` cần chữ. Chữ trông như số hay danh sách phải có ngoặc kép: `{key}: "…"`.',
                f'`{key}:` takes text. Text that looks like a number or a list has quotes: `{key}: "…"`.',
            )
        elif key not in _KEYS:
            vi, en = did_you_mean(str(key), _KEYS)
            yield Problem(
                place,
                f"Đầu trang không có khóa nào tên “{key}”; có: {', '.join(_KEYS)}.{vi}",
                f"The header has no key “{key}”; it has: {', '.join(_KEYS)}.{en}",
            )
        if "{{" in str(value) or "{%" in str(value):
            yield Problem(place, "Đầu trang không gọi macro được.", "The header of a page cannot call macros.")


def language_mismatches(docs: str, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Pages that only one language has, and the first heading in which two differ; `texts` by `vi/method.md`."""
    for file, text in texts.items():
        language, _, path = file.partition("/")
        other = f"{Language(language).other}/{path}"
        if other not in texts:
            yield Problem(
                Place(f"{docs}/{file}"),
                f"Trang này thiếu bản ở ngôn ngữ kia: cần {docs}/{other}, và một dòng trong `nav` của mkdocs.yml.",
                f"The other language lacks this page: expected {docs}/{other}, and a line in `nav` of mkdocs.yml.",
            )
        elif language == Language.VI:
            yield from _heading_mismatches(f"{docs}/{file}", text, f"{docs}/{other}", texts[other])


def _heading_mismatches(name: str, text: str, other_name: str, other: str) -> Iterator[Problem]:
    for here, there in zip_longest(_headings(text), _headings(other)):
        if here is None or there is None or (here.level, here.id) != (there.level, there.id):
            line = here.line if here else text.count("\n") or 1
            vi, en = (here.written, here.written) if here else ("hết tiêu đề", "no heading is left")
            other_vi, other_en = (
                (f"dòng {there.line} là {there.written}", f"line {there.line} is {there.written}")
                if there
                else ("hết tiêu đề", "no heading is left")
            )
            yield Problem(
                Place(name, line),
                f"Hai trang cần cùng thứ tự tiêu đề, cùng mã. Ở đây: {vi}; ở {other_name}: {other_vi}.",
                f"Both pages need the same headings in order, with the same ids. Here: {en}; {other_name}: {other_en}.",
            )
            return


def _headings(text: str) -> Iterator[_Heading]:
    fence = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if fenced := _FENCE.match(line):
            fence = "" if fence == fenced[1] else fence or fenced[1]
        elif not fence and (heading := _HEADING.match(line)):
            yield _Heading(number, len(heading[1]), heading[2] or "", f"“{line.strip()}”")


def _without_colon(text: str) -> int:
    """The first line of the header that is not of the form `key: value`; the first of all where there is none."""
    lines = text.splitlines()
    end = lines.index("---", 1) if lines[:1] == ["---"] and "---" in lines[1:] else 1
    return next((n for n, line in enumerate(lines[1:end], start=2) if ":" not in line), 1)
