"""A new record is begun by a command, filled as an editor would, and then passes the check and the build."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from macros.checks.loading import examine, read_archive
from macros.commands.new import NEW_TYPES, main
from macros.data.problems import Severity
from tests.support import project
from tests.support.blanks import filled, marked_lines
from tests.support.project import ROOT


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small archive as a project, in which the commands run."""
    tree = project.copy_small(tmp_path / "project")
    monkeypatch.chdir(tree)
    return tree


def errors(tree: Path, file: str) -> list[str]:
    """The errors that the check reports about a file."""
    _, problems = examine(tree / "data")
    return [str(each) for each in problems if each.place.file == file and each.severity is Severity.ERROR]


def fill(path: Path) -> None:
    """Write something for each mark, as an editor would."""
    path.write_text(filled(path.read_text("utf-8")), "utf-8")


def test_a_meeting_from_arguments_is_filled_checked_and_built(tree: Path) -> None:
    command = [
        "meeting",
        "--date",
        "2032-03-01",
        "--level",
        "regional",
        "--title-vi",
        "Hội nghị: giao ban",
        "--title-en",
        "A briefing",
    ]
    result = subprocess.run(
        [sys.executable, "-B", "-m", "macros.commands.new", *command],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    vietnamese, english = result.stdout.splitlines()
    assert vietnamese.startswith("Đã tạo data/meetings/2032-03-01.yml.")
    assert english.startswith("data/meetings/2032-03-01.yml was created.")
    file = tree / "data/meetings/2032-03-01.yml"
    marks = marked_lines(file.read_text("utf-8"))
    assert len(errors(tree, "data/meetings/2032-03-01.yml")) == len(marks) > 5
    fill(file)
    assert errors(tree, "data/meetings/2032-03-01.yml") == []
    built = project.build(tree)
    assert built.returncode == 0, built.stderr
    page = (tree / "site/meetings/2032-03-01/index.html").read_text("utf-8")
    assert "Hội nghị: giao ban" in page


def test_the_schema_is_named(tree: Path) -> None:
    assert main(["meeting", "--date", "2032-03-01", "--level", "regional"]) == 0
    text = (tree / "data/meetings/2032-03-01.yml").read_text("utf-8")
    named = text.split("\n")[0].removeprefix("# yaml-language-server: $schema=")
    assert (ROOT / "data/meetings" / named).resolve() == ROOT / "schemas/meeting.json"


@pytest.mark.parametrize(("language", "mark"), [("vi", "form: CẦN ĐIỀN (brief"), ("en", "form: TO FILL IN (brief")])
def test_the_explanations_are_in_a_language(tree: Path, language: str, mark: str) -> None:
    assert main(["meeting", "--date", "2032-03-01", "--level", "regional", "--language", language]) == 0
    text = (tree / "data/meetings/2032-03-01.yml").read_text("utf-8")
    assert mark in text
    assert ("TO FILL IN" in text) is (language == "en")


@pytest.mark.parametrize(
    ("arguments", "id"),
    [
        (["meeting", "--date", "2032-03", "--level", "provincial", "--provinces", "bach-sa"], "2032-03-bach-sa"),
        (["meeting", "--date", "2032-Q1", "--level", "national"], "2032-q1-national"),
        (["meeting", "--date", "2032-03-01/02", "--level", "regional"], "2032-03-01"),
        (["meeting", "--date", "2032-03", "--level", "tỉnh", "--provinces", "Bạch Sa"], "2032-03-bach-sa"),
        (
            ["meeting", "--date", "2032-04", "--level", "cấp tỉnh", "--provinces", "Bạch Sa và tỉnh Mộc Lĩnh"],
            "2032-04-bach-sa-moc-linh",
        ),
        (["meeting", "--date", "2032-05", "--level", "Toàn quốc", "--form", "giao ban"], "2032-05-national"),
        (["document", "--number", "31-CT/TW", "--type", "Chỉ thị", "--date", "2032-03-01"], "31-ct-tw-2032"),
        (["document", "--number", "96-QĐ/TW", "--date", "2032-03-01"], "96-qd-tw-2032"),
        (["document", "--number", "12/2032/QH17", "--date", "2032-03-01"], "12-2032-qh17"),
    ],
)
def test_a_file_is_named_by_its_id(tree: Path, arguments: list[str], id: str) -> None:
    assert main(arguments) == 0
    [file] = (tree / "data").glob(f"*/{id}.yml")
    fill(file)
    assert errors(tree, file.relative_to(tree).as_posix()) == []


@pytest.mark.parametrize(
    ("arguments", "file", "id"),
    [
        (["person", "--name", "Bùi Văn Ánh"], "people", "bui-van-anh"),
        (["person", "--name", "Bà Ai"], "people", "ba-ai"),
        (["topic", "--name-vi", "Tài chính đảng", "--name-en", "Party finance"], "topics", "party-finance"),
        (["topic", "--name-vi", "Tài chính đảng"], "topics", "tai-chinh-dang"),
        (
            ["term", "--abbreviation", "BCS", "--term-vi", "ban cán sự", "--term-en", "Party board"],
            "glossary",
            "ban-can-su",
        ),
    ],
)
def test_an_entry_joins_its_list(tree: Path, arguments: list[str], file: str, id: str) -> None:
    path = tree / f"data/{file}.yml"
    before = path.read_text("utf-8")
    assert main(arguments) == 0
    fill(path)
    after = path.read_text("utf-8")
    ids = list(yaml.load(after, yaml.CSafeLoader))
    assert id in ids
    assert (ids == sorted(ids)) == (file == "people")
    assert after.replace(re.search(rf"^{id}:\n(  .*\n)+", after, re.MULTILINE)[0], "") == before  # type: ignore[index]
    assert errors(tree, f"data/{file}.yml") == []


@pytest.mark.parametrize(
    ("arguments", "vi", "en"),
    [
        (
            ["meeting", "--date", "2030-06-12", "--level", "regional"],
            "Đã có data/meetings/2030-06-12.yml",
            "data/meetings/2030-06-12.yml already exists",
        ),
        (
            ["person", "--name", "Lê Thúy An"],
            "Đã có data/people.yml: le-thuy-an",
            "data/people.yml: le-thuy-an already exists",
        ),
        (["meeting", "--date", "30/11/2026"], "“30/11/2026” không phải ngày", "“30/11/2026” is not a date"),
        (["meeting", "--title-vi", "Hội nghị"], "Cần --date để đặt mã", "--date is needed"),
        (["meeting", "--date", "2032-03-01"], "Cần --level để đặt mã", "--level is needed"),
        (["meeting", "--date", "2032", "--level", "tỉnh"], "Cần --provinces để đặt mã", "--provinces is needed"),
        (
            ["meeting", "--date", "2032", "--level", "huyện"],
            "“huyện” không phải giá trị dùng được. Cần một trong: regional (Cấp khu vực), provincial (Cấp tỉnh)",
            "“huyện” is not a known value. Expected one of: regional, provincial, national.",
        ),
        (
            ["meeting", "--date", "2032", "--level", "tỉnh", "--provinces", "Bạch Sa, Hà Nội"],
            "Không có tỉnh nào mang mã “Hà Nội”",
            "There is no province with the id “Hà Nội”",
        ),
        (["document", "--number", "not-stated"], "Cần --number để đặt mã", "--number is needed"),
        (
            ["document", "--number", "9-CT/TW", "--sources-url", "vov.vn/bai"],
            "không phải địa chỉ web",
            "not a web address",
        ),
        (["person", "--name", "…"], "Không đặt được mã “”", "“” cannot be an id"),
        (["person", "--name", "An " * 40], "mã gồm nhiều nhất 80", "cannot be an id"),
    ],
)
def test_what_cannot_be_begun_is_said_and_nothing_written(
    tree: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], vi: str, en: str
) -> None:
    before = {path: path.read_bytes() for path in tree.rglob("data/**/*.yml")}
    assert main(arguments) == 1
    reported = capsys.readouterr().err
    assert vi in reported
    assert en in reported
    assert {path: path.read_bytes() for path in tree.rglob("data/**/*.yml")} == before


def test_it_asks_for_what_is_not_given(tree: Path) -> None:
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return {1: "Bùi Văn Ánh"}.get(len(asked), "")

    assert main(["person"], ask=answer) == 0
    assert asked == ["họ và tên / name: "]
    assert "bui-van-anh:" in (tree / "data/people.yml").read_text("utf-8")
    assert NEW_TYPES.keys() == {"meeting", "document", "person", "topic", "term", "province", "unit", "review"}


def test_it_shows_the_codes_takes_their_meanings_and_asks_again(tree: Path) -> None:
    answers = iter(["1-4-2032", "2032-04-01", "huyện", "tỉnh", "", "Mộc Lĩnh", "", "", ""])
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    assert main(["meeting"], ask=answer) == 0
    text = (tree / "data/meetings/2032-04-01-moc-linh.yml").read_text("utf-8")
    assert "level: provincial\n" in text
    assert "provinces: [moc-linh]\n" in text
    assert "  provincial: Cấp tỉnh / Provincial\n" in asked[2]
    assert "  moc-linh: Mộc Lĩnh\n" in asked[5]
    assert "“1-4-2032” không phải ngày" in asked[1] and asked[1].endswith("\n> ")
    assert "“huyện” không phải giá trị dùng được" in asked[3]


@pytest.mark.parametrize(
    ("arguments", "below", "id"),
    [
        (["province", "--short-vi", "Sơn Hạ", "--successor", "Bạch Sa"], "provinces", "son-ha"),
        (["unit", "--short-vi", "Tân Sơn", "--formed-from", "Bạch Sa, Mộc Lĩnh"], "units", "tan-son"),
    ],
)
def test_an_entry_joins_its_part_of_a_file(tree: Path, arguments: list[str], below: str, id: str) -> None:
    path = tree / "data/provinces.yml"
    before = path.read_text("utf-8")
    assert main(arguments) == 0
    after = path.read_text("utf-8")
    entry = re.search(rf"^  {id}:\n(?:    .*\n)+", after, re.MULTILINE)
    assert entry
    assert after.replace(entry[0], "") == before
    assert id in yaml.load(after, yaml.CSafeLoader)[below]


def test_a_review_is_begun_filled_checked_and_known(tree: Path) -> None:
    assert main(["review", "--year", "2032", "--title-vi", "Tổng quan: năm 2032"]) == 0
    folder = tree / "data/reviews/2032"
    files = sorted(path.name for path in folder.iterdir())
    assert files == ["achievements.yml", "lessons.yml", "priorities.yml", "review.yml"]
    for file in files:
        text = (folder / file).read_text("utf-8")
        schema = text.split("\n")[0].removeprefix("# yaml-language-server: $schema=")
        assert (folder / schema).resolve() == (tree / "schemas" / file.replace(".yml", ".json")).resolve()
        assert len(errors(tree, f"data/reviews/2032/{file}")) == len(marked_lines(text)) > 2
        fill(folder / file)
    for file in files:
        assert errors(tree, f"data/reviews/2032/{file}") == []
    archive = read_archive(tree / "data")
    assert archive.review_years == [2032, 2031]
    assert [part.for_year for part in archive.review_parts if part.year == 2032] == [None, None, 2033]


@pytest.mark.parametrize(
    ("year", "vi", "en"),
    [
        ("2031", "2031", "2031"),
        ("32", "không phải “32”", "not “32”"),
        ("năm 2032", "không phải “năm 2032”", "not “năm 2032”"),
        ("", "không phải “”", "not “”"),
    ],
)
def test_a_review_that_cannot_be_begun(
    tree: Path, capsys: pytest.CaptureFixture[str], year: str, vi: str, en: str
) -> None:
    before = sorted((tree / "data/reviews").rglob("*"))
    assert main(["review", "--year", year]) == 1
    said = capsys.readouterr().err.splitlines()
    assert vi in said[0]
    assert en in said[1]
    assert sorted((tree / "data/reviews").rglob("*")) == before


def test_a_review_asks_for_its_year(tree: Path) -> None:
    answers = iter(["2032", "Tổng quan năm 2032", ""])
    assert main(["review"], ask=lambda question: next(answers)) == 0
    text = (tree / "data/reviews/2032/review.yml").read_text("utf-8")
    assert "  vi: Tổng quan năm 2032\n" in text
    assert "year: 2033" in (tree / "data/reviews/2032/priorities.yml").read_text("utf-8")
