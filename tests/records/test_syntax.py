"""Slips for which a file is no YAML: the cause is reported where it is, which is seldom where YAML gives up."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from macros.data.strict_yaml import parse
from tests.support.edits import MARK

NAME = "data/example.yml"


class Slip(NamedTuple):
    """A file with a slip, marked where it must be reported, and a phrase of either message."""

    yaml: str
    vi: str
    en: str


COLON = "Có dấu hai chấm trong chữ", "There is a colon in the text"
DASH = "Sau dấu gạch đầu mục phải có một dấu cách", "A space must follow the dash"
UNEVEN = "Mỗi bậc thụt vào 2 dấu cách", "Each level is indented by 2"
KEY = "Dòng này không có dạng `khóa: giá trị`", "not of the form `key: value`"
QUOTE = "chưa được đóng ở cuối câu", "is not closed at the end of the text"
CONFLICT = "hai bản sửa chưa gộp xong", "Two edits were not merged"
SPACES = "Đầu dòng có dấu cách đặc biệt (U+00A0)", "begins with a special space (U+00A0)"
TAB = "Đầu dòng có dấu tab", "The line begins with a tab"
HASH = "Từ dấu # trở đi bị bỏ qua", "Everything from the # on is ignored"
STRAY = "Dấu gạch đầu mục không thẳng hàng", "The dash is not aligned"


def starts(mark: str) -> tuple[str, str]:
    """What is said of a text that begins with this mark."""
    return f"Câu bắt đầu bằng {mark} phải đặt cả trong dấu ngoặc kép", f"A text that begins with {mark} must be in"


SLIPS = [
    Slip("title:\n  vi: chữ¦: và chữ\n  en: b", *COLON),
    Slip("a: câu¦: có dấu hai chấm", *COLON),
    Slip("a:\n  vi: a\n  en: b\nc:\n  vi: a ¦en: b", "Nếu “en:” là một trường, hãy cho nó xuống dòng", "If “en:” is a"),
    Slip("place:\n ¦vi: buổi chiều\n  en: afternoon", "Đầu dòng có 1 dấu cách. " + UNEVEN[0], UNEVEN[1]),
    Slip("place:\n  vi: a\n ¦en: b", *UNEVEN),
    Slip("place:\n  vi: a\n   ¦en: b", *UNEVEN),
    Slip("a:\n  - id: x\n     ¦text:\n      vi: a", *UNEVEN),
    Slip("a:\n  - id: x\n ¦- id: y", *UNEVEN),
    Slip("place:\n  vi: a\n    ¦en: b", "“en:” thụt vào thừa 2 dấu cách", "“en:” is indented by 2 more than “vi:”"),
    Slip(
        "a:\n  - id: x\n    text: a\n  ¦topics: [b]", "“topics:” thụt vào chưa đủ", "“topics:” is not indented enough"
    ),
    Slip("a:\n  - id: x\n    source: s1\n    ¦- id: y", *STRAY),
    Slip("place:\n  vi:¦buổi chiều\n  en: b", "Sau “vi:” phải có một dấu cách", "A space must follow “vi:”"),
    Slip("place:\n  vi: a\n  en:¦b\n  source: s1", "Sau “en:” phải có", "must follow “en:”"),
    Slip("place:\n  vi¦： a\n  en: b", "Sau “vi” là dấu hai chấm đặc biệt", "A special colon follows “vi”"),
    Slip("a:\n  vi: a\n  en: b\nc:\n  vi¦ Khó quy\n  en: b", "Sau “vi” thiếu dấu hai chấm", "missing after “vi”"),
    Slip("a:\n  vi: a\n  en: b\nc:\n  vi: a\n  en¦ b\n  note: c", "Sau “en” thiếu dấu", "missing after “en”"),
    Slip("a: b\n¦level regional\nform: briefing", *KEY),
    Slip("¦level regional\nform: briefing", *KEY),
    Slip("place: a\nen: a text about a\n¦place where\nlevel: b", *KEY),
    Slip("vi: một câu\n¦xuống dòng\nen: b", *KEY),
    Slip("vi: một câu\n  ¦gồm: hai phần\nen: b", *KEY),
    Slip("a:\n  -¦id: x\n    text: b", *DASH),
    Slip("a:\n  - id: x\n    text: b\n  -¦id: y\n    text: b", *DASH),
    Slip("a:\n  ¦– id: x\n    text: b", "Đầu mục là “–”, cần dấu gạch nối “-”", "begins with “–”, expected a hyphen"),
    Slip("a:\n  - id: x\n  ¦• id: x\n    text: b", "Đầu mục là “•”", "The item begins with “•”"),
    Slip("a:\n  -¦  id: x\n    text: b", "Sau dấu gạch đầu mục có 2 dấu cách", "2 spaces follow the dash"),
    Slip("a:\n¦\u00a0\u00a0vi: a\n  en: b", *SPACES),
    Slip("a:\n  vi: a\n¦\u00a0\u00a0en: b\n  note: c", *SPACES),
    Slip("a:\n¦\tb: c", *TAB),
    Slip("a:\n  vi: a\n¦\ten: b", *TAB),
    Slip("title: ¦Về việc\n  en: On", "Sau “title:” đã có chữ mà dưới lại có “en:”", "Text follows “title:”"),
    *(Slip(f"vi: ¦{mark} Khó quy\nen: b", *starts(mark)) for mark in "%@`*&,|>]}-?"),
    Slip("vi: ¦*Khó quy\nen: b", *starts("*")),
    Slip("vi: ¦[Khó] quy\nen: b", *starts("[")),
    Slip("vi: ¦{Khó} quy\nen: b", *starts("{")),
    Slip("vi: ¦*Kho\nen: b", "hãy đặt cả câu trong dấu ngoặc kép", "If it is text, put all of it in quotes"),
    Slip("vi: ¦! Khó quy\nen: b", "hãy đặt cả câu trong dấu ngoặc kép", "If it is text, put all of it in quotes"),
    Slip("vi: ¦!Kho\nen: b", "hãy đặt cả câu trong dấu ngoặc kép", "If it is text, put all of it in quotes"),
    Slip('vi: ¦"Khó" quy\nen: b', "Hãy dùng “…” cho lời trích trong câu", "Use “…” for words quoted in it"),
    Slip("vi: ¦'Khó' quy\nen: b", "Hãy dùng “…” cho lời trích trong câu", "Use “…” for words quoted in it"),
    Slip('vi: ¦"Khó quy\nen: b', *QUOTE),
    Slip("vi: ¦'Khó quy\nen: b", *QUOTE),
    Slip('vi: ¦"Khó quy\nen: b\nc: "d"', *QUOTE),
    Slip('vi: ¦"Khó quy\nen: b\nx: y\nz: x\nc: "d"\ne: f', *QUOTE),
    Slip("a: ¦[b, c\nd: e", "Dấu [ mở ở đây chưa được đóng bằng ]", "The [ that opens here is not closed by ]"),
    Slip("a: ¦[b, c)\nd: e", "Dấu [ mở ở đây chưa được đóng", "The [ that opens here is not closed"),
    Slip("vi: lần ¦#1 hai\n  ba\nen: b", *HASH),
    Slip("a: b\n¦<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> bản khác\n", *CONFLICT),
    Slip("a: b\n¦=======\nc: e\n", *CONFLICT),
    Slip("a:\n  vi: b\n¦>>>>>>> x\nc: e\n", *CONFLICT),
]


@pytest.mark.parametrize("slip", SLIPS, ids=[repr(slip.yaml[:40]) for slip in SLIPS])
def test_a_slip_is_reported_where_it_stands(slip: Slip) -> None:
    before, after = slip.yaml.split(MARK)
    place = f"{NAME}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    _, _, [problem] = parse((before + after).encode(), NAME)
    assert str(problem.place) == place
    assert slip.vi in problem.vi
    assert slip.en in problem.en
