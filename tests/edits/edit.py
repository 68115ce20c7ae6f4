"""How the tables of edits are read.

An edit is made to the small archive with one more meeting, `GOOD`, which is correct. In the new text `¦` stands where
the first message must point; it is not written. Without one, the message stands at the beginning of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.support.edits import MARK

MEETING = "data/meetings/2032-05-20-bach-sa.yml"
PEOPLE = "data/people.yml"
_PERSON = "nguyen-van-thu:\n  name: Nguyễn Văn Thử\n"
_NEXT = "quach-duc-thinh:"
GOOD = """\
title:
  vi: Hội nghị tổng kết công tác tổ chức xây dựng Đảng năm 2031 tỉnh Bạch Sa
  en: Conference reviewing Party-building organisation work in 2031, Bạch Sa Province
level: provincial
form: annual-review
date: 2032-05-20
date_basis:
  vi: s1 ghi “Sáng 20-5” và ngày đăng 20-5-2032.
  en: s1 prints “Sáng 20-5” and is dated 20 May 2032.
organiser:
  vi: Ban Tổ chức Tỉnh ủy Bạch Sa
  en: Organisation Commission of the Bạch Sa Provincial Party Committee
  source: s1
place:
  vi: TP Bạch Sa
  en: Bạch Sa City
  province: bach-sa
period:
  vi: năm 2031
  en: the year 2031
chairs:
  - person: nguyen-van-thu
    role:
      vi: chủ trì
      en: chair
    office:
      vi: Trưởng Ban Tổ chức Tỉnh ủy Bạch Sa
      en: Head of the Organisation Commission of the Bạch Sa Provincial Party Committee
    source: s1
participants:
  count: 120
  unit:
    vi: đại biểu
    en: delegates
  source: s1
completeness: partial
figures:
  - id: admitted-2031
    value: 1234
    unit:
      vi: đảng viên
      en: Party members
    what:
      vi: kết nạp năm 2031
      en: admitted in 2031
    as_of: 2031
    topics: [members]
    source: s1
results:
  - id: admission-target-exceeded
    text:
      vi: Năm 2031, toàn tỉnh vượt chỉ tiêu kết nạp đảng viên.
      en: In 2031 the province exceeded its target for admitting Party members.
    topics: [members]
    source: s1
conclusions:
  - id: village-cells-first
    text:
      vi: Năm 2032 ưu tiên củng cố chi bộ thôn, làng ở vùng biên giới.
      en: In 2032, strengthening of village Party cells in border areas comes first.
    by: nguyen-van-thu
    force: direction
    topics: [grassroots]
    source: s1
sources:
  - id: s1
    publisher: Báo Bạch Sa (bachsa.example.org)
    title: "Tổng kết công tác tổ chức xây dựng Đảng: Nhiều kết quả nổi bật"
    language: vi
    url: https://bachsa.example.org/bai-thu
    published: 2032-05-20
    seen: whole
    supports:
      vi: Toàn bộ bản ghi.
      en: The whole record.
"""
Files = Mapping[str, str | bytes]
Edit = Callable[[Path], Files]


@dataclass(frozen=True)
class Case:
    """An edit and what is said of it.

    Attributes:
        what: the edit in a few words.
        edit: gives the files that are written, from the small archive in a folder.
        code: the exit code.
        rules: the rules of everything that is found, sorted by weight and place; the first is the one that is reported.
        words: what the Vietnamese messages must hold.
        fix: what the fix of the first message puts there, where it has one to check.
        where: the place of the first message, where it is not in a file that was written.
    """

    what: str
    edit: Edit
    code: int = 0
    rules: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    fix: str | None = None
    where: str = ""


def error(
    what: str, edit: Edit, rule: str, *words: str, fix: str | None = None, also: str = "", where: str = ""
) -> Case:
    """An edit that is refused; `also` names what else is reported, with spaces between."""
    return Case(what, edit, 1, (rule, *also.split()), words, fix, where)


def warning(what: str, edit: Edit, rule: str, *words: str, fix: str | None = None, also: str = "") -> Case:
    """An edit that passes, with a warning or a note."""
    return Case(what, edit, 0, (rule, *also.split()), words, fix)


def fine(what: str, edit: Edit) -> Case:
    """An edit of which nothing is to be said."""
    return Case(what, edit)


def new(*replacements: tuple[str, str], name: str = MEETING, person: bool = True) -> Edit:
    """The new meeting with these texts replaced; its person is added to `data/people.yml`."""
    text = GOOD
    for old, replacement in replacements:
        assert old in text, old
        text = text.replace(old, replacement, 1)
    return written(name, text, person=person)


def written(name: str, text: str | bytes, *, person: bool = True) -> Edit:
    """A new file, next to the person whom the new meeting names."""

    def files(tree: Path) -> Files:
        people = (tree / PEOPLE).read_text("utf-8").replace(_NEXT, _PERSON + _NEXT)
        return {name: text, **({PEOPLE: people} if person else {})}

    return files


def existing(file: str, *replacements: tuple[str, str]) -> Edit:
    """A file of the small archive with these texts replaced."""

    def files(tree: Path) -> Files:
        text = (tree / file).read_text("utf-8")
        for old, replacement in replacements:
            assert old in text, old
            text = text.replace(old, replacement, 1)
        return {file: text}

    return files


def place(files: Files) -> str:
    """Where the mark stands, as `file:line:column`; the beginning of the first file where there is none."""
    for name, text in files.items():
        if isinstance(text, str) and MARK in text:
            before = text.partition(MARK)[0]
            return f"{name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    return f"{next(iter(files))}:1:1"


def content(text: str | bytes) -> bytes:
    """What is written of a text: without its mark."""
    return text if isinstance(text, bytes) else text.replace(MARK, "").encode("utf-8", errors="surrogatepass")
