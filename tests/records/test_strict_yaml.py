"""YAML is read strictly: a value that YAML would guess at is refused at its line and column, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from macros.data.decoding import MAXIMUM_BYTES
from macros.data.strict_yaml import read

NAME = "data/example.yml"


def _read(folder: Path, content: str | bytes) -> tuple[Any, list[str]]:
    file = folder / "example.yml"
    file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    value, _, problems = read(file, NAME)
    return value, [str(problem) for problem in problems]


class Good(NamedTuple):
    """YAML that is read, and the value it gives."""

    yaml: str
    value: Any


GOOD = [
    Good("a: chữ", {"a": "chữ"}),
    Good("a: 5", {"a": 5}),
    Good("a: -5", {"a": -5}),
    Good("a: 0", {"a": 0}),
    Good("a: 999999999999999", {"a": 999999999999999}),
    Good("a: 9999999999999.25", {"a": 9999999999999.25}),
    Good(f'a: "{"9" * 5000}"', {"a": "9" * 5000}),
    Good("a: 98.5", {"a": 98.5}),
    Good('a: "1.10"', {"a": "1.10"}),
    Good("a: '010'", {"a": "010"}),
    Good('a: "no"', {"a": "no"}),
    Good("a: true", {"a": True}),
    Good("a: false", {"a": False}),
    Good('a: ""', {"a": ""}),
    Good("a: 2023-11-30", {"a": "2023-11-30"}),
    Good("a: 2022-Q3", {"a": "2022-Q3"}),
    Good("a: 2020-05-30/31", {"a": "2020-05-30/31"}),
    Good("a: 01-KL/TW", {"a": "01-KL/TW"}),
    Good("a: https://example.org/x#y", {"a": "https://example.org/x#y"}),
    Good("a: [b, c]", {"a": ["b", "c"]}),
    Good("a: []", {"a": []}),
    Good("a:\n  - b\n  - c: d", {"a": ["b", {"c": "d"}]}),
    Good('a: "câu: có dấu hai chấm"', {"a": "câu: có dấu hai chấm"}),
    Good("2023: a", {"2023": "a"}),
    Good("---\na: b", {"a": "b"}),
    Good("# ghi chú\na: b\n  # và đây\nc: [d] # và đây", {"a": "b", "c": ["d"]}),
    Good("\ufeffa: b", {"a": "b"}),
    Good("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
    Good("a: |\n  dòng\n  dòng\n", {"a": "dòng\ndòng\n"}),
]


@pytest.mark.parametrize("case", GOOD, ids=[case.yaml for case in GOOD])
def test_plain_yaml_is_read(tmp_path: Path, case: Good) -> None:
    value, problems = _read(tmp_path, case.yaml)
    assert problems == []
    assert value == case.value
    assert all(type(value[key]) is type(case.value[key]) for key in value)


class Bad(NamedTuple):
    """YAML that is refused: where, and a phrase of either message."""

    yaml: str | bytes
    line: int
    column: int
    vi: str
    en: str


BAD = [
    Bad("a: b\nc: d\na: e", 3, 1, "Khóa “a” viết hai lần; lần đầu ở dòng 1", "The key “a” is written twice"),
    Bad("a: {b: c, b: d}", 1, 11, "Khóa “b” viết hai lần", "“b” is written twice; first on line 1"),
    Bad('a: b\n"a": c', 2, 1, "Khóa “a” viết hai lần", "“a” is written twice"),
    Bad("a: no", 1, 4, "“no” không có dấu ngoặc kép", "“no” without quotes would be read by YAML as true or false"),
    Bad("a: No", 1, 4, 'hãy viết "No"', 'write "No"'),
    Bad("a: yes", 1, 4, "đúng/sai", "“yes” without quotes"),
    Bad("a: on", 1, 4, "đúng/sai", "“on” without quotes"),
    Bad("a: OFF", 1, 4, "đúng/sai", "“OFF” without quotes"),
    Bad("a: True", 1, 4, "đúng/sai", "“True” without quotes"),
    Bad("thị xã: [chữ, no]", 1, 15, "đúng/sai", "“no” without quotes"),
    Bad("no: a", 1, 1, "“no” không có dấu ngoặc kép", "“no” without quotes"),
    Bad("a: 1.10", 1, 4, "một số ở dạng khác", "“1.10” without quotes would be read by YAML as a number"),
    Bad("a: 2.0", 1, 4, "một số ở dạng khác", "“2.0” without quotes"),
    Bad("a: 010", 1, 4, 'hãy viết "010"', "“010” without quotes"),
    Bad("a: 0x10", 1, 4, "một số ở dạng khác", "“0x10” without quotes"),
    Bad("a: 0b1", 1, 4, "một số ở dạng khác", "“0b1” without quotes"),
    Bad("a: +5", 1, 4, "một số ở dạng khác", "“+5” without quotes"),
    Bad("a: 1_000", 1, 4, "một số ở dạng khác", "“1_000” without quotes"),
    Bad("a: 12:30:45", 1, 4, "một số ở dạng khác", "“12:30:45” without quotes"),
    Bad("a: .inf", 1, 4, "một số ở dạng khác", "“.inf” without quotes"),
    Bad("a: .nan", 1, 4, "một số ở dạng khác", "“.nan” without quotes"),
    Bad("a: yes", 1, 4, "Nếu là đúng/sai, hãy viết true.", "If that is meant, write true."),
    Bad("a: True", 1, 4, "hãy viết true.", "write true."),
    Bad("a: Off", 1, 4, "hãy viết false.", "write false."),
    Bad("a: 1.000", 1, 4, "Nếu là hàng nghìn, hãy viết 1000; nếu là số thập phân, 1.", "thousands, write 1000;"),
    Bad("a: 1.250", 1, 4, "hàng nghìn, hãy viết 1250; nếu là số thập phân, 1.25.", "write 1250; if decimals, 1.25."),
    Bad("a: 98.50", 1, 4, "Nếu là số, hãy viết 98.5.", "If it is a number, write 98.5."),
    Bad("a: 20.0", 1, 4, "hãy viết 20. Nếu là chữ", "write 20."),
    Bad("a: 010", 1, 4, "hãy viết 10. Nếu là chữ", "write 10."),
    Bad("a: 1_000", 1, 4, "hãy viết 1000. Nếu là chữ", "write 1000."),
    *(
        Bad(f"a: {number}", 1, 4, "Số có hơn 15 chữ số", "more than 15 digits")
        for number in ("9" * 16, "9" * 28, "9" * 309, "9" * 5000, f"{'9' * 400}.5", "-" + "9" * 16, "99999999999999.25")
    ),
    Bad(f"a: b\nc:\n  - {'9' * 5000}\n  - no", 3, 5, "Số có hơn 15 chữ số", "more than 15 digits"),
    Bad("a: b # 1 c", 1, 6, "Từ dấu # trở đi bị bỏ qua", "Everything from the # on is ignored"),
    Bad("a: b\nc: d\t#e", 2, 6, "nếu là ghi chú, hãy viết ở một dòng riêng", "give it a line of its own"),
    Bad("- a #b", 1, 5, "Từ dấu #", "Everything from the #"),
    Bad('a: "b" #c', 1, 8, "Từ dấu #", "Everything from the #"),
    Bad("a/: b/ #c", 1, 8, "Từ dấu #", "Everything from the #"),
    Bad(
        "a: #b\nc: d", 1, 3, "Nếu là chữ, hãy đặt cả câu trong dấu ngoặc kép", "If it is text, put all of it in quotes"
    ),
    Bad("a: ~", 1, 4, "Hãy điền giá trị, hoặc bỏ dòng.", "Write the value, or remove the line."),
    Bad("a: ~", 1, 4, "trống", "“~” without quotes would be read by YAML as nothing"),
    Bad("a: null", 1, 4, "trống", "“null” without quotes"),
    Bad("a:\nb: c", 1, 3, "Sau dấu hai chấm không có gì", "Nothing follows the colon"),
    Bad("a:\n  -\n  - b", 2, 4, "Sau dấu gạch không có gì", "Nothing follows the dash"),
    Bad("a: &x b\nc: d", 1, 4, "Không dùng neo", "anchors and aliases (&x"),
    Bad("a: [&x [b], *x]", 1, 5, "Không dùng neo", "anchors and aliases (&x"),
    Bad("a: &x [*x]", 1, 4, "Không dùng neo", "anchors and aliases (&x"),
    Bad("a: !!python/object:os.system {}", 1, 4, "Không dùng thẻ YAML", "YAML tags are not used here"),
    Bad("a: !!python/object/apply:os.system [ls]", 1, 4, "Không dùng thẻ YAML", "YAML tags are not used here"),
    Bad("a: !!str 5", 1, 4, "Không dùng thẻ YAML", "YAML tags are not used here"),
    Bad("a: !mine b", 1, 4, "Không dùng thẻ YAML “!mine”", "YAML tags are not used here: “!mine”"),
    Bad("a: !!set {b, c}", 1, 4, "Không dùng thẻ YAML", "YAML tags are not used here"),
    Bad("a: !!binary aGk=", 1, 4, "Không dùng thẻ YAML", "YAML tags are not used here"),
    Bad("a: {<<: {b: c}}", 1, 5, "lệnh gộp", "a merge command"),
    Bad("a: =", 1, 4, "giá trị mặc định", "a default value"),
    Bad("a: b\n---\nc: d", 3, 1, "Mỗi tệp chỉ có một tài liệu YAML", "A file holds one YAML document"),
    Bad("", 1, 1, "Tệp trống hoặc chỉ có ghi chú", "The file is empty"),
    Bad("# chỉ có ghi chú\n", 1, 1, "xóa tệp nếu không cần nữa", "delete it where it is not needed"),
    Bad("---\n", 2, 1, "để trống", "no value here"),
    Bad("a: b\nc: tiếng Việt".encode("utf-16"), 1, 1, "mã hóa UTF-16", "saved as UTF-16"),
    Bad("a: b\nc: tiếng Việt".encode("utf-16-be"), 1, 1, "mã hóa UTF-16", "saved as UTF-16"),
    Bad("a: b\nc: đ".encode("cp1258"), 2, 4, "không phải UTF-8", "not UTF-8"),
    Bad("a: Hội\r\nc: nghị đ".encode() + b"\xe1", 2, 10, "chọn UTF-8, rồi lưu", "set Encoding to UTF-8"),
    Bad(b"PK\x03\x04\x14\x00\x06\x00", 1, 1, "Đây là tệp Word, Excel", "a Word or Excel file"),
    Bad(b"\xd0\xcf\x11\xe0\xa1\xb1", 1, 1, "tệp Word hoặc Excel cũ", "an old Word or Excel file"),
    Bad(b"%PDF-1.7\n", 1, 1, "Đây là tệp PDF", "This is a PDF file"),
    Bad(b"{\\rtf1\\ansi", 1, 1, "(.rtf)", "a rich text file"),
    Bad(b"\xff\xd8\xff\xe0", 1, 1, "Đây là ảnh JPEG", "This is a JPEG picture"),
    Bad("{a: b,\nc: d]", 2, 5, "Cú pháp YAML sai", "YAML syntax"),
    Bad("? [a, b]\n: c", 1, 3, "Khóa phải là chữ", "A key must be text"),
    Bad("a: b\nc: Há»\x99i nghá»\x8b", 2, 1, "Chữ bị vỡ", "its UTF-8 was read as another encoding"),
    Bad("a: b\x07c", 1, 5, "ký tự điều khiển U+0007", "a control character U+0007"),
    Bad(
        "chữ có dấu: một câu dài\nb: c\nd: e\x07\nf: g\nh: i\n",
        3,
        5,
        "ký tự điều khiển U+0007",
        "a control character U+0007",
    ),
    Bad("x: 1\n" + "a: " + "[" * 100 + "]" * 100, 2, 23, "Lồng quá sâu", "Nested too deeply"),
    Bad("a: " + "x" * MAXIMUM_BYTES, 1, 1, "lớn hơn 1 MB", "larger than 1 MB"),
]


@pytest.mark.parametrize("case", BAD, ids=[repr(case.yaml[:30]) for case in BAD])
def test_traps_are_refused_where_they_stand(tmp_path: Path, case: Bad) -> None:
    _, problems = _read(tmp_path, case.yaml)
    assert problems
    place, _, rest = problems[0].partition(": ")
    assert place == f"{NAME}:{case.line}:{case.column}"
    vi, en = rest.split("\n    ")
    assert case.vi in vi
    assert case.en in en


def test_every_trap_of_a_file_is_reported_at_once(tmp_path: Path) -> None:
    _, problems = _read(tmp_path, "a: no\nb:\n  - 1.10\n  - ~\na: x\n")
    assert [problem.split(": ")[0] for problem in problems] == [
        f"{NAME}:1:4",
        f"{NAME}:3:5",
        f"{NAME}:4:5",
        f"{NAME}:5:1",
    ]


def test_a_file_that_is_missing_is_said(tmp_path: Path) -> None:
    _, _, problems = read(tmp_path / "absent.yml", NAME)
    [problem] = problems
    assert str(problem).startswith(f"{NAME}:1:1: Không đọc được tệp")
    assert "Cannot read the file" in problem.en
