"""Who writes a meaning in place of a code is given the code; who writes neither is given the codes there are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.checks.loading import examine
from macros.commands.fix import rule_fixes
from macros.data.codes import Code, Codes
from macros.data.problems import Problem, Severity
from macros.records.choice import Choice
from tests.support.edits import Edit
from tests.support.project import SMALL_DATA

MEETING = "data/meetings/2030-06-12.yml"
DOCUMENT = "data/documents/45-qd-tw.yml"
PERSON = "by: dang-khai-minh\n    force"

CODES = Codes(
    [
        Code("annual-review", "Tổng kết năm", "Annual review", ("hội nghị tổng kết năm",)),
        Code("emulation-review", "Tổng kết thi đua", "Emulation review"),
        Code("thematic-review", "Sơ kết, tổng kết chuyên đề", "Thematic review"),
        Code("briefing", "Hội nghị giao ban", "Briefing"),
        Code("96-qd-tw", "Quy định 96-QĐ/TW", "Regulation 96-QĐ/TW", ("96-QĐ/TW", "Quy định số 96-QĐ/TW")),
        Code("37-qd-tw", "Quy định 37-QĐ/TW", "Regulation 37-QĐ/TW", ("37-QĐ/TW", "Quy định số 37-QĐ/TW")),
        Code("37-qd-tw-2031", "Quy định 37-QĐ/TW", "Regulation 37-QĐ/TW", ("37-QĐ/TW", "Quy định số 37-QĐ/TW")),
        Code("members", "Phát triển và quản lý đảng viên", "Admitting members", about="Kết nạp; sổ tay đảng viên."),
        Code("truong-thi-mai", "Trương Thị Mai", "Trương Thị Mai"),
    ]
)
MEANT = {
    "Tổng kết năm": ["annual-review"],
    "tong ket nam": ["annual-review"],
    "annual_review": ["annual-review"],
    "sơ kết": ["thematic-review"],
    "giao ban": ["briefing"],
    "brifing": ["briefing"],
    "hội nghị tổng kết": ["annual-review"],
    "hội nghị tổng kết năm 2031": ["annual-review"],
    "tổng kết": ["emulation-review", "annual-review", "thematic-review"],
    "Quy định 96-QĐ/TW": ["96-qd-tw"],
    "96-QD/TW": ["96-qd-tw"],
    "Quy định số 96-QĐ/TW ngày 2-2-2023": ["96-qd-tw"],
    "37-QĐ/TW": ["37-qd-tw", "37-qd-tw-2031"],
    "36-QĐ/TW": [],
    "QĐ/TW": ["96-qd-tw", "37-qd-tw", "37-qd-tw-2031"],
    "kết nạp đảng viên": ["members"],
    "bà Trương Thị Mai": ["truong-thi-mai"],
    "Trương Thị May": ["truong-thi-mai"],
    "Nguyễn Văn Thử": [],
    "": [],
    "–": [],
}


@pytest.mark.parametrize("written", MEANT)
def test_what_was_meant(written: str) -> None:
    assert sorted(code.id for code in CODES.meant(written)) == sorted(MEANT[written])


def test_the_closest_comes_first() -> None:
    assert CODES.meant("tổng kết")[0].id == "annual-review"


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("tong ket nam", "annual-review"),
        ("Sơ kết", "thematic-review"),
        ("Quy định số 96-QĐ/TW", "96-qd-tw"),
        ("37-QĐ/TW", None),  # two documents
        ("giao ban", None),  # a part of a name
        ("brifing", None),
        ("", None),
    ],
)
def test_only_a_whole_name_of_one_code_is_sure(written: str, called: str | None) -> None:
    found = CODES.named(written)
    assert (found.id if found else None) == called


def test_long_lists_give_the_nearest() -> None:
    assert [code.id for code in CODES.nearest("quản lý cán bộ")] == ["members"]
    assert CODES.nearest("36-QĐ/TW") == []
    assert CODES.nearest("xyz") == []


def test_every_choice_has_its_meaning_in_both_languages() -> None:
    kinds = Choice.__subclasses__()
    assert len(kinds) > 8
    for kind in kinds:
        assert [code.id for code in kind.codes()] == [each.value for each in kind]
        for code in kind.codes():
            assert code.vi and code.en and code.vi != code.en
            # What is sure must be: no name may belong to two codes of a field.
            for name in code.names:
                assert kind.codes().named(name) == code, (kind, name)


def spoiled(tree: Path, edit: Edit) -> tuple[str, list[Problem]]:
    """The place where the message must point, and the errors of the spoiled data."""
    shutil.copytree(SMALL_DATA, tree / "data")
    place = edit.apply(tree)
    return place, [each for each in examine(tree / "data")[1] if each.severity is Severity.ERROR]


# What was written, where; the code that was meant; whether that is sure, so that `make fix` writes it.
TYPED = [
    (Edit(MEETING, "topics: [cadres, documents]", "topics: [¦đảng viên]"), "members", False),
    (Edit(MEETING, "topics: [cadres, documents]", "topics: [¦kết nạp đảng viên]"), "members", False),
    (Edit(MEETING, "topics: [cadres, documents]", "topics: [¦Tổ chức cơ sở đảng]"), "grassroots", True),
    (Edit(MEETING, "topics: [cadres, documents]", "topics: [¦to chuc co so dang, documents]"), "grassroots", True),
    (Edit(MEETING, "topics: [cadres, documents]", "topics: [¦Personnel work]"), "cadres", True),
    (Edit(MEETING, "topics: [cadres, documents]", "topics:\n      - ¦'công tác cán bộ'"), "cadres", True),
    (Edit(MEETING, "force: direction", "force: ¦chỉ đạo"), "direction", True),
    (Edit(MEETING, "force: opening", 'force: ¦"Lời khai mạc"'), "opening", True),
    (Edit(MEETING, "level: regional", "level: ¦khu vực"), "regional", True),
    (Edit(MEETING, "level: regional", "level: ¦Cấp khu vực"), "regional", True),
    (Edit(MEETING, "form: briefing", "form: ¦giao ban"), "briefing", True),
    (Edit(MEETING, "form: briefing", "form: ¦hội nghị tổng kết"), "annual-review", False),
    (Edit(MEETING, "completeness: full", "completeness: ¦đầy đủ"), "full", True),
    (Edit(MEETING, PERSON, "by: ¦Đặng Khải Minh\n    force"), "dang-khai-minh", True),
    (Edit(MEETING, PERSON, "by: ¦đồng chí Đặng Khải Minh\n    force"), "dang-khai-minh", False),
    (Edit(MEETING, "provinces: [bach-sa, moc-linh]", "provinces: [¦Bạch Sa, moc-linh]"), "bach-sa", True),
    (Edit(MEETING, "provinces: [bach-sa, moc-linh]", "provinces: [¦tinh bach sa]"), "bach-sa", True),
    (Edit(MEETING, "province: thanh-loan", "province: ¦Thanh Loan"), "thanh-loan", True),
    (Edit(MEETING, "documents: [45-qd-tw]", "documents: [¦Quy định 45-QĐ/TW]"), "45-qd-tw", True),
    (Edit(MEETING, "documents: [45-qd-tw]", "documents: [¦Quy định số 45-QĐ/TW]"), "45-qd-tw", True),
    (Edit(MEETING, "documents: [45-qd-tw]", "documents: [¦45-QĐ/TW]"), "45-qd-tw", True),
    (Edit(DOCUMENT, "type: regulation", "type: ¦Quy định"), "regulation", True),
    (Edit(MEETING, "language: vi", "language: ¦tiếng Việt"), "vi", True),
    (Edit(MEETING, "language: vi", "language: ¦Vietnamese"), "vi", True),
    (Edit(MEETING, "seen: part", "seen: ¦toàn văn"), "whole", True),
    (Edit(MEETING, "seen: part", "seen: ¦full"), "whole", True),
    (Edit(DOCUMENT, "checked: [number, title]", "checked: [¦số hiệu]"), "number", True),
]


@pytest.mark.parametrize(("edit", "code", "sure"), TYPED, ids=[each[0].new for each in TYPED])
def test_a_meaning_in_place_of_a_code(tmp_path: Path, edit: Edit, code: str, sure: bool) -> None:
    place, [reported] = spoiled(tmp_path, edit)
    assert str(reported.place) == place
    assert f"“{code}”" in reported.vi.split("Có phải bạn muốn viết ")[1].split("?")[0]
    assert f"“{code}”" in reported.en.split("Did you mean ")[1].split("?")[0]
    assert (reported.fix.text if reported.fix else None) == (code if sure else None)
    list(rule_fixes(tmp_path / "data"))
    left = [each for each in examine(tmp_path / "data")[1] if each.severity is Severity.ERROR]
    assert not left if sure else left == [reported]


# A key in Vietnamese, in place of which field; all are sure, so that `make fix` writes it.
KEYS = [
    (Edit(MEETING, "title:\n  vi: Hội nghị giao", "¦tiêu đề:\n  vi: Hội nghị giao"), "title"),
    (Edit(MEETING, "date: 2030", "¦ngày: 2030"), "date"),
    (Edit(MEETING, "level:", "¦cấp:"), "level"),
    (Edit(MEETING, "form:", "¦Hình thức:"), "form"),
    (Edit(MEETING, "place:\n", "¦địa điểm:\n"), "place"),
    (Edit(MEETING, "organiser:\n", "¦cơ quan tổ chức:\n"), "organiser"),
    (Edit(MEETING, "chairs:\n", "¦chủ trì:\n"), "chairs"),
    (Edit(MEETING, "participants:\n", "¦thành phần:\n"), "participants"),
    (Edit(MEETING, "period:\n", "¦kỳ công tác:\n"), "period"),
    (Edit(MEETING, "figures:\n", "¦số liệu:\n"), "figures"),
    (Edit(MEETING, "results:\n", "¦kết quả:\n"), "results"),
    (Edit(MEETING, "difficulties:\n", "¦khó khăn:\n"), "difficulties"),
    (Edit(MEETING, "conclusions:\n", "¦kết luận:\n"), "conclusions"),
    (Edit(MEETING, "sources:\n", "¦nguồn:\n"), "sources"),
    (Edit(MEETING, PERSON, "¦người nói: dang-khai-minh\n    force"), "by"),
    (Edit(MEETING, PERSON, "¦người phát biểu: dang-khai-minh\n    force"), "by"),
    (Edit(MEETING, "    force: direction", '    "¦tính chất": direction'), "force"),
    (Edit(MEETING, "    text:\n      vi: Khó", "    ¦nội dung:\n      vi: Khó"), "text"),
    (Edit(MEETING, "    topics: [cadres, documents]", "    ¦chủ đề: [cadres, documents]"), "topics"),
    (Edit(MEETING, "    value: 1240", "    ¦số: 1240"), "value"),
    (Edit(MEETING, "    unit:\n      vi: chi bộ", "    ¦đơn vị:\n      vi: chi bộ"), "unit"),
    (Edit(MEETING, "    what:\n      vi: số chi bộ", "    ¦nội dung:\n      vi: số chi bộ"), "what"),
    (Edit(DOCUMENT, "number: 45", "¦số hiệu: 45"), "number"),
    (Edit(DOCUMENT, "type:", "¦loại văn bản:"), "type"),
    (Edit(DOCUMENT, "    language:", "    ¦ngôn ngữ:"), "language"),
    (Edit(DOCUMENT, "    url:", "    ¦địa chỉ:"), "url"),
    (Edit(DOCUMENT, "    publisher:", "    ¦báo:"), "publisher"),
    (Edit(DOCUMENT, "    seen:", "    ¦đã xem:"), "seen"),
    (Edit(DOCUMENT, "    published:", "    ¦ngày đăng:"), "published"),
]


@pytest.mark.parametrize(("edit", "field"), KEYS, ids=[f"{each[1]}: {each[0].new}" for each in KEYS])
def test_a_key_in_vietnamese(tmp_path: Path, edit: Edit, field: str) -> None:
    place, [reported] = spoiled(tmp_path, edit)
    assert str(reported.place) == place
    assert f"Có phải bạn muốn viết “{field}”?" in reported.vi
    assert f"Did you mean “{field}”?" in reported.en
    list(rule_fixes(tmp_path / "data"))
    assert [each for each in examine(tmp_path / "data")[1] if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("written", "line"),
    [("Trường Chính trị: hội trường", 'vi: "Trường Chính trị: hội trường"'), ("TP Thanh Loan", "vi: TP Thanh Loan")],
)
def test_a_text_beside_its_key_is_shown_on_the_line_below(tmp_path: Path, written: str, line: str) -> None:
    note = "    note:\n      vi: s2 không có câu này.\n      en: s2 lacks this sentence.\n"
    place, [reported] = spoiled(tmp_path, Edit(MEETING, note, f'    note: ¦"{written}"\n'))
    assert str(reported.place) == place
    assert f"Hãy viết xuống dòng dưới: `{line}`." in reported.vi
    assert f"Write it on the line below: `{line}`." in reported.en
