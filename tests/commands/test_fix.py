"""`make fix` fixes what needs no judgement, tells what it did, and leaves every other byte as it was."""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Annotated, NamedTuple

import pytest

from macros.archive import summaries, translations
from macros.checks.loading import examine
from macros.commands.fix import _move, fix, in_order, rule_fixes
from macros.data.decoding import lines
from macros.data.problems import Place
from macros.data.strict_yaml import Key, Places, parse
from macros.derived import schemas
from macros.records.base import About, Line, Record, WebAddress
from macros.records.files import FORMS, _field
from macros.text.language import Language, word
from tests.records.mutation import mutated_text
from tests.support.project import ROOT, SMALL

MEETING = "data/meetings/2030-06-12.yml"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the small archive's data and the schemas to spoil."""
    for part in ("data", translations.FOLDER, summaries.FOLDER):
        shutil.copytree(SMALL / part, tmp_path / part)
    (tmp_path / "schemas").mkdir()
    ids = schemas.FOLDER / schemas.IDS
    (tmp_path / ids).write_text(schemas.of_data(tmp_path / "data")[ids], "utf-8")
    return tmp_path


def contents(tree: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    files = (path for path in tree.rglob("*") if path.is_file())
    return {path.relative_to(tree).as_posix(): path.read_bytes() for path in files}


def spoil(tree: Path, old: str, new: str, file: str = MEETING) -> None:
    """Put `new` for `old`, once."""
    path = tree / file
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


EMPTY = ("''", '""', "{}", "~", "null", "", "\n  vi: ''\n  en: ''", "\n  vi:\n  en:", "\n  vi: ''\n  en: {}")


@pytest.mark.parametrize("value", EMPTY)
def test_an_optional_field_without_a_value_is_reported_once_and_removed(tree: Path, value: str) -> None:
    before = contents(tree)
    spoil(tree, "level: regional\n", f"level: regional\nchairs_note: {value}\n".replace(": \n", ":\n"))
    [problem] = [each for each in examine(tree / "data")[1] if each.place.file == MEETING]
    assert (problem.rule, problem.severity) == ("empty-value", "error")
    assert "“chairs_note” để trống" in problem.vi and "remove the line" in problem.en
    list(fix(tree / "data"))
    assert contents(tree) == before


WITHHELD = {
    "text behind a #": "chairs_note: # chưa rõ\n",
    "text at the wrong indent": "chairs_note:\nvi: Ghi chú\nen: Note\n",
}


@pytest.mark.parametrize("written", WITHHELD.values(), ids=WITHHELD)
def test_what_may_hide_a_value_is_not_removed(tree: Path, written: str) -> None:
    spoil(tree, "level: regional\n", f"level: regional\n{written}")
    before = contents(tree)
    list(fix(tree / "data"))
    assert contents(tree) == before
    assert "error" in {each.severity for each in examine(tree / "data")[1] if each.place.file == MEETING}


def test_a_file_that_no_program_reads_for_its_encoding_is_put_right(tree: Path) -> None:
    right = (tree / MEETING).read_text("utf-8")
    line = next(
        each for each in right.splitlines() if each.strip().startswith("vi:") and "Đ" in each and "“" not in each
    )
    spoil(tree, line, line.encode().decode("latin-1"))
    [problem] = [each for each in examine(tree / "data")[1] if each.place.file == MEETING]
    assert problem.rule == "not-unicode"
    list(fix(tree / "data"))
    assert (tree / MEETING).read_text("utf-8") == right


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_an_old_encoding_is_named_once_and_converted(tree: Path, encoding: str) -> None:
    typed = {
        "TCVN3": "ChiÒu ngµy häp, c¸c ®ång chÝ l·nh ®¹o Ban Tæ chøc Trung \u00ad¬ng chñ tr×",
        "VNI": "Chieàu ngaøy hoïp, caùc ñoàng chí laõnh ñaïo Ban Toå chöùc Trung öông chuû trì",
    }[encoding]
    path = tree / MEETING
    path.write_text(re.sub(r"(?<=title:\n  vi: ).*", typed, path.read_text("utf-8"), count=1), "utf-8")
    found = [each for each in examine(tree / "data")[1] if each.place.file == MEETING]
    [problem] = [each for each in found if each.rule == "not-unicode"]
    assert [each for each in found if each.place.line == problem.place.line] == [problem]
    assert f"bảng mã {encoding}" in problem.vi and encoding in problem.en
    list(fix(tree / "data"))
    right = "Chiều ngày họp, các đồng chí lãnh đạo Ban Tổ chức Trung ương chủ trì"
    assert f"  vi: {right}\n" in path.read_text("utf-8")


class Venue(Record):
    """A record that no rule has heard of."""

    location_url: Annotated[WebAddress | None, About("địa chỉ", "address", "https://vov.vn/")] = None
    url: Annotated[Line, About("một câu", "a sentence", "Câu.")] = "x"


ODD = "https://web.archive.org/web/2022/https://vov.vn/hop--giao-ban...-2022.html?a=–&b=,%20c"


def test_an_address_is_known_by_its_type_and_stays_to_the_byte(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = re.search(r"\n( +)url: https.*\n", (tree / MEETING).read_text("utf-8"))
    assert place
    spoil(tree, place[0], f"{place[0]}{place[1]}archived: {ODD}\n")
    monkeypatch.setitem(FORMS, "documents/*.yml", Venue)
    monkeypatch.setattr("macros.records.files._field", _field.__wrapped__)
    venue = tree / "data/documents/venue.yml"
    venue.write_text(f'location_url: {ODD}\nurl: "Câu... hết"\n', "utf-8")
    before = contents(tree)
    list(rule_fixes(tree / "data"))
    assert (tree / MEETING).read_bytes() == before[MEETING]
    assert venue.read_text("utf-8") == f'location_url: {ODD}\nurl: "Câu… hết"\n'


class Slip(NamedTuple):
    """What stands in the data, and how somebody might have written it."""

    right: str
    wrong: str


SLIPS = [
    Slip("vi: buổi chiều", f"vi: {unicodedata.normalize('NFD', 'buổi chiều')}"),
    Slip("vi: buổi chiều", "vi: buổi  chiều"),
    Slip("vi: buổi chiều", "vi: buổi\u00a0chiều"),
    Slip("vi: buổi chiều", "vi: buổi\u200b chiều"),
    Slip("vi: buổi chiều\n", "vi: buổi chiều   \n"),
    Slip("xây dựng Đảng vùng Thượng", "xây dựng Ðảng  vùng Thượng"),
    Slip("s2 ghi “hôm qua”", 's2 ghi "hôm qua"'),
    Slip("The half year’s work", "The half year's work"),
    Slip("level: regional\nform: briefing\n", "form: briefing\nlevel: regional\n"),
    Slip("    by: dang-khai-minh\n    force: direction\n", "    force: direction\n    by: dang-khai-minh\n"),
    Slip(
        "  - id: planning-young-cadres\n    text:\n      vi: Khó quy hoạch đội ngũ cán bộ trẻ.\n"
        "      en: Planning of young cadres.\n",
        "  - text:\n      en: Planning of young cadres.\n"
        "      vi: Khó quy hoạch đội ngũ cán bộ trẻ .\n"
        "    id: planning-young-cadres\n",
    ),
]


@pytest.mark.parametrize("slip", SLIPS, ids=[slip.wrong[:30] for slip in SLIPS])
def test_a_slip_is_fixed_to_the_byte(tree: Path, slip: Slip) -> None:
    before = contents(tree)
    spoil(tree, *slip)
    changes = list(fix(tree / "data"))
    assert contents(tree) == before
    assert {change.place.file for change in changes} == {MEETING}
    assert all(change.vi and change.en and change.vi != change.en for change in changes)


def test_all_slips_together_and_a_second_run_changes_nothing(tree: Path) -> None:
    before = contents(tree)
    for slip in (SLIPS[0], *SLIPS[5:]):
        spoil(tree, *slip)
    assert list(fix(tree / "data"))
    assert contents(tree) == before
    assert list(fix(tree / "data")) == []


def test_comments_blank_lines_and_odd_formatting_stay(tree: Path) -> None:
    note = "# Ghi chú:  hai dấu cách, \"ngoặc thẳng\"\n\n# thẳng\nform:   'briefing'\n"
    spoil(tree, "form: briefing\n", note)
    spoil(tree, "vi: buổi chiều", "# một  ghi chú\n  vi: buổi  chiều")
    before = (tree / MEETING).read_text("utf-8").split("\n")
    list(fix(tree / "data"))
    after = (tree / MEETING).read_text("utf-8").split("\n")
    changed = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
    assert changed == ["-   vi: buổi  chiều", "+   vi: buổi chiều"]


def test_what_a_blank_record_says_to_its_editor_is_removed(tree: Path) -> None:
    path = tree / MEETING
    before = path.read_text("utf-8")
    reported = "# Có thể thêm: note\n# Nguồn s2 ghi khác.\n"
    path.write_text(f"# {word('blank_use', Language.EN)}\n{before}{reported}", "utf-8")
    assert [change.vi for change in fix(tree / "data")] == ["Đã xóa lời hướng dẫn điền."]
    assert path.read_text("utf-8") == f"{before}# Nguồn s2 ghi khác.\n"


def test_a_comment_moves_with_its_key() -> None:
    text = "# Đầu tệp\nlevel: regional\n# Vì sao tên này\ntitle:\n  # dịch\n  en: A\n  vi: Á\ndate: 2022\n"
    ordered, done = in_order(text, MEETING)
    assert ordered == "# Đầu tệp\n# Vì sao tên này\ntitle:\n  # dịch\n  vi: Á\n  en: A\nlevel: regional\ndate: 2022\n"
    assert [keys for _, keys in done] == [["title", "level", "date"], ["vi", "en"]]


def test_fields_in_any_order_are_put_back_to_the_byte() -> None:
    random = Random(3)
    for path in sorted((SMALL / "data").rglob("*/*.yml")):  # where every mapping is a record
        name, text = path.relative_to(SMALL).as_posix(), path.read_text("utf-8")
        value, places, _ = parse(text.encode(), name)
        shuffled = lines(text)
        for keys in _keys_a_line(places):
            _move(shuffled, keys, random.sample([str(key) for key in keys], len(keys)))
        assert parse("".join(shuffled).encode(), name)[0] == value
        assert in_order("".join(shuffled), name)[0] == text


def _keys_a_line(places: Places) -> Iterator[dict[Key, Place]]:
    """The keys of every mapping that has each on a line of its own, inner ones first."""
    for part in places.parts.values():
        yield from _keys_a_line(part)
    if len({key.line for key in places.keys.values()}) == len(places.keys) > 1:
        yield places.keys


@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
def test_a_file_saved_by_another_editor(tree: Path, line_end: str) -> None:
    before = contents(tree)
    path = tree / MEETING
    text = path.read_text("utf-8").replace("buổi chiều", "buổi  chiều", 1)
    path.write_bytes(("\ufeff" + text.rstrip("\n").replace("\n", line_end)).encode())
    assert list(fix(tree / "data"))
    assert contents(tree) == before


def test_what_needs_judgement_is_left(tree: Path) -> None:
    spoil(tree, "date: 2030-06-12", "date: 2030-06-11")
    spoil(tree, "en: Planning of young cadres.", "en: TODO")
    spoil(tree, "topics: [cadres, documents]", "topics: [cadre]")
    before = contents(tree)
    assert list(fix(tree / "data")) == []
    assert contents(tree) == before


def test_a_file_that_cannot_be_read_is_left(tree: Path) -> None:
    spoil(tree, "vi: buổi chiều", 'vi: "buổi  chiều')
    before = contents(tree)
    assert list(fix(tree / "data")) == []
    assert contents(tree) == before


def test_ids_for_completion_follow_the_data(tree: Path) -> None:
    spoil(tree, "dang-khai-minh:\n", "a-moi:\n  name: A Mới\ndang-khai-minh:\n", "data/people.yml")
    [change] = fix(tree / "data")
    assert change.place.file == "schemas/ids.json"
    assert '"a-moi"' in (tree / "schemas/ids.json").read_text("utf-8")
    assert list(fix(tree / "data")) == []


def test_the_command_says_what_it_changed(tree: Path) -> None:
    spoil(tree, "vi: buổi chiều", "vi: buổi  chiều")
    command = [sys.executable, "-B", "-m", "macros.commands.fix"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    outputs = [
        subprocess.run(command, cwd=tree, env=environment, capture_output=True, encoding="utf-8", check=True).stdout
        for _ in range(2)
    ]
    assert outputs[0].splitlines() == [
        f"{MEETING}:11:11: Đã sửa: Có 2 dấu cách liền nhau. Hãy để một dấu cách.",
        "    Fixed: There are 2 spaces in a row. Leave one space.",
        "Số chỗ đã sửa: 1. / Places fixed: 1.",
    ]
    assert outputs[1] == "Số chỗ đã sửa: 0. / Places fixed: 0.\n"


def test_mending_random_slips_loses_nothing(tree: Path) -> None:
    """Whatever the slips, mending ends, repeats itself, and brings no new error."""
    random = Random(5)
    texts = {path: path.read_text("utf-8") for path in sorted((tree / "data").rglob("*.yml"))[-12:]}
    for path, text in texts.items():
        spoiled = mutated_text(random, text)
        if not parse(spoiled.encode(), path.name)[2]:
            path.write_bytes(spoiled.encode())
    before = {(problem.place.file, problem.rule) for problem in examine(tree / "data")[1]}
    list(fix(tree / "data"))
    after = {(problem.place.file, problem.rule) for problem in examine(tree / "data")[1]}
    assert after <= before
    assert list(fix(tree / "data")) == []
