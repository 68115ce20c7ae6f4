"""The pages of `docs/` as they are written: with a title above, each in both languages, with the same headings.

The switch between the languages leads from a page to the other at the same address, and a link to a heading must hold
in either language.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import PurePath
from typing import Any, NamedTuple

import yaml

from macros.data.numerals import too_long
from macros.data.problems import Bilingual, Place, Problem
from macros.data.showing import HIDDEN
from macros.data.spelling import did_you_mean
from macros.data.strict_yaml import MAXIMUM_DEPTH, parse
from macros.pages.authoring.passive import PICTURES, picture_problems
from macros.text.language import Language

_NEEDED = ("title", "description")
_KEYS = (*_NEEDED, "hide")
LONGEST = 100_000  # bytes of a page: Markdown takes long over more
_HEADER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)  # as MkDocs finds it
_NUMBER = re.compile("[0-9_]+")
_DEEP = re.compile(r"^(?:[ \t]|>|[-*+][ \t]|[0-9]+[.)][ \t]){100}", re.MULTILINE)
_FENCE = re.compile(r" {0,3}(```|~~~)")
_TOO_DEEP = Bilingual(
    "Danh sách, trích dẫn lồng quá sâu hoặc thụt vào quá xa. Hãy bớt bậc.",
    "Lists or quotations are nested too deeply, or indented too far. Use fewer levels.",
)
_NO_SNIPPET = Bilingual(
    "Không có đoạn chèn “{name}”. Cần tệp hoặc đoạn ghi ở base_path trong mkdocs.yml.",
    "There is no snippet “{name}”. Expected a file or part of one named in base_path of mkdocs.yml.",
)
_CODE_WITH_BRACES = re.compile(r"`[^`]*\{[{%#][^`]*`")
_HEADING = re.compile(r"(#{2,6})\s.*?(?:\{:[^}]*#([\w-]+)[^}]*\})?\s*$")


class _Heading(NamedTuple):
    line: int
    level: int
    id: str
    written: str


def unreadable(name: str, language: str, raw: bytes) -> list[Problem]:
    """Why a file of `docs/` is not to be read by MkDocs; `language` is the folder that it is in.

    It is of no language, no page and no passive picture, not UTF-8, too large or too deep, has letters that are not
    seen, or a header that is not plain YAML.
    """
    ending = PurePath(name).suffix.lower()
    if language not in set(Language):
        return [
            Problem(
                Place(name),
                "Trang và ảnh phải nằm trong docs/vi/ hoặc docs/en/. Hãy chuyển tệp vào đó, hoặc xóa.",
                "Pages and pictures must be in docs/vi/ or docs/en/. Move the file there, or delete it.",
            )
        ]
    if ending != ".md" and ending not in PICTURES:
        return [
            Problem(
                Place(name),
                f"docs/ chỉ có trang Markdown (.md) và ảnh ({', '.join(PICTURES)}). Hãy xóa tệp này.",
                f"docs/ holds pages in Markdown (.md) and pictures ({', '.join(PICTURES)}) only. Delete this file.",
            )
        ]
    if ending == ".svg":
        return list(picture_problems(name, raw))
    return list(_unreadable_page(name, raw)) if ending == ".md" else []


def _unreadable_page(name: str, raw: bytes) -> Iterator[Problem]:
    if len(raw) > LONGEST:
        yield Problem(
            Place(name),
            f"Trang dài hơn {LONGEST // 1000} KB. Hãy chia thành nhiều trang.",
            f"The page is larger than {LONGEST // 1000} KB. Divide it.",
        )
        return
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Problem(
            Place(name, raw.count(b"\n", 0, error.start) + 1),
            "Tệp không phải UTF-8. Hãy lưu lại với mã hóa UTF-8.",
            "The file is not UTF-8. Save it again with UTF-8 encoding.",
        )
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if hidden := HIDDEN.search(line.removesuffix("\r")):
            yield Problem(
                Place(name, number, hidden.start() + 1),
                f"Trang có ký tự ẩn “{hidden[0]}”. Hãy xóa đi.",
                f"The page contains an invisible character “{hidden[0]}”. Remove it.",
            )
    if deep := _DEEP.search(text):
        yield Problem(Place(name, text.count("\n", 0, deep.start()) + 1), *_TOO_DEEP)
    if _costs(header := _header(text)):
        yield from parse(header.encode(), name)[2]


def _header(text: str) -> str:
    """The lines above a page, with an empty one for the first dashes; empty where there are none."""
    header = _HEADER.match(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    return f"\n{header[1]}" if header and header[1].strip() else ""


def _costs(header: str) -> bool:
    """Whether reading a header, as MkDocs does, can take without end or fail: aliases, tags, depth, endless numbers."""
    depth = 0
    try:
        for event in yaml.parse(header, yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAXIMUM_DEPTH or getattr(event, "anchor", None) or getattr(event, "tag", None):
                return True
    except yaml.YAMLError:
        return False  # MkDocs reads nothing of it either
    return any(map(too_long, _NUMBER.findall(header)))


def header_problems(name: str, text: str, meta: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with the lines above a page, which MkDocs has read as `meta`: a message a line."""
    found = list(_of_keys(name, text, meta))
    yield from found
    reported = {problem.place.line for problem in found}
    header = _header(text)
    value, _, problems = parse(header.encode(), name) if header else ({}, None, [])
    yield from (problem for problem in problems if value is not None and problem.place.line not in reported)


def _of_keys(name: str, text: str, meta: Mapping[str, Any]) -> Iterator[Problem]:
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


def unconvertible(name: str, text: str, snippet: str) -> Problem:
    """The problem of a page that Markdown gave up on; `snippet` says which one it did not find, if that is why."""
    if not snippet:
        return Problem(Place(name), *_TOO_DEEP)
    missing = re.search("'(.*)'", snippet)
    sought = missing[1] if missing else "--8<--"
    line = next((n for n, line in enumerate(text.splitlines(), 1) if "8<-" in line and sought in line), 1)
    return Problem(Place(name, line), *_NO_SNIPPET.format(name=sought))


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


def lines_of_code(text: str) -> set[int]:
    """The numbers of the lines of a page in fences, with these, and of those that have code with braces in them."""
    outside = {number for number, _ in _outside_fences(text)}
    lines = list(enumerate(text.splitlines(), start=1))
    return {number for number, line in lines if number not in outside or _CODE_WITH_BRACES.search(line)}


def _outside_fences(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a page that are not in fences, by their numbers."""
    fence = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if fenced := _FENCE.match(line):
            fence = "" if fence == fenced[1] else fence or fenced[1]
        elif not fence:
            yield number, line


def _headings(text: str) -> Iterator[_Heading]:
    for number, line in _outside_fences(text):
        if heading := _HEADING.match(line):
            yield _Heading(number, len(heading[1]), heading[2] or "", f"“{line.strip()}”")


def _without_colon(text: str) -> int:
    """The first line of the header that is not of the form `key: value`; the first of all where there is none."""
    lines = text.splitlines()
    end = lines.index("---", 1) if lines[:1] == ["---"] and "---" in lines[1:] else 1
    return next((n for n, line in enumerate(lines[1:end], start=2) if ":" not in line), 1)
