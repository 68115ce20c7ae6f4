"""Files that are called otherwise than records are, or put where nothing reads them: each gets its right name."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from macros.archive.stray_files import folder_by_content, outside, tidied
from macros.checks.loading import examine
from macros.data.problems import Problem, Severity
from macros.records.document import document_id
from macros.records.meeting import meeting_id
from tests.support.project import SMALL_DATA

MEETING = SMALL_DATA / "meetings/2031-06-18.yml"
DOCUMENT = SMALL_DATA / "documents/45-qd-tw.yml"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A project with the data of the small archive."""
    shutil.copytree(SMALL_DATA, tmp_path / "data")
    return tmp_path


def _put(tree: Path, name: str, source: Path = MEETING) -> list[Problem]:
    """What is reported of a copy of a file under a new name."""
    file = tree / name
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, file)
    return [each for each in examine(tree / "data")[1] if each.place.file == name and each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("2031-12-09-hue.yml", "2031-12-09-hue.yml"),
        ("2031-12-09-Huế (1).YAML", "2031-12-09-hue.yml"),
        ("2031-12-09 hue.yml.txt", "2031-12-09-hue.yml"),
        ("2031-12-09-hue .yml ", "2031-12-09-hue.yml"),
        ("2031-12-09-hue", "2031-12-09-hue.yml"),
        ("Bản sao của 2031-12-09-hue.yml", "2031-12-09-hue.yml"),
        ("2031-12-09-hue - Copy (2).yml", "2031-12-09-hue.yml"),
        ("96-QĐ-TW.yml", "96-qd-tw.yml"),
    ],
)
def test_a_name_is_tidied(name: str, right: str) -> None:
    assert tidied(name) == right


def test_ids_are_made_of_what_records_say() -> None:
    assert meeting_id("2031-12-09", "provincial", ["bach-sa", "moc-linh"]) == "2031-12-09-bach-sa-moc-linh"
    assert meeting_id("2031-12-09/10", "regional", ["bach-sa"]) == "2031-12-09"
    assert meeting_id("2031-Q2", "national", []) == "2031-q2-national"
    assert document_id("45-QĐ/TW", "2031-02-02") == "45-qd-tw-2031"
    assert document_id("71/2031/QH17", "2031-06-12") == "71-2031-qh17"
    assert document_id("45-QĐ/TW", "not-stated") == "45-qd-tw"


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("meetings/2032-01-08-Bach-Sa.yml", "2032-01-08-bach-sa.yml"),
        ("meetings/2032-01-08 bach sa.yml", "2032-01-08-bach-sa.yml"),
        ("meetings/2032-01-08_bach-sa (1).yml", "2032-01-08-bach-sa.yml"),
        ("meetings/2032-01-08-bach-sa .yml", "2032-01-08-bach-sa.yml"),
        ("meetings/2032-01-08-bach-sa.yml ", "2032-01-08-bach-sa.yml"),
        ("meetings/2032-01-08-bach-sa.yaml", "2032-01-08-bach-sa.yml"),
        ("meetings/2032-01-08-bach-sa.YML", "2032-01-08-bach-sa.yml"),
        ("meetings/2032-01-08-bach-sa.yml.txt", "2032-01-08-bach-sa.yml"),
        ("meetings/2032-01-08-bach-sa", "2032-01-08-bach-sa.yml"),
        ("meetings/NAM-THANG-NGAY-MA-TINH.yml", "2031-06-18.yml"),
        ("meetings/YEAR-MONTH-DAY-PROVINCE.yml", "2031-06-18.yml"),
        ("meeting/2032-01-08.yml", "data/meetings/2032-01-08.yml"),
        ("Meetings/2032-01-08.yml", "data/meetings/2032-01-08.yml"),
        ("meetings/2032/2032-01-08.yml", "data/meetings/2032-01-08.yml"),
        ("2032-01-08.yml", "data/meetings/2032-01-08.yml"),
        ("documents/2032/2032-01-08.YAML", "data/meetings/2032-01-08.yml"),
        ("documents/2032-01-08.yml", "data/meetings/2032-01-08.yml"),
    ],
)
def test_a_wrong_name_or_folder_in_data_gets_the_right_one(tree: Path, name: str, right: str) -> None:
    reported = _put(tree, f"data/{name}")
    assert reported
    assert any(f"“{right}”" in each.vi and f"“{right}”" in each.en for each in reported)


def test_a_record_of_the_other_folder_is_reported_once(tree: Path) -> None:
    """Not, field by field, that it is no document."""
    [reported] = _put(tree, "data/documents/2032-01-08.yml")
    assert "Tệp này là bản ghi hội nghị" in reported.vi
    [reported] = _put(tree, "data/meetings/45-qd-tw.yml", DOCUMENT)
    assert "“data/documents/45-qd-tw.yml”" in reported.vi


@pytest.mark.parametrize(
    ("kept", "folder"),
    [
        (("number", "type", "issuer", "date", "title", "sources"), "documents"),
        (("number", "type", "date", "title", "sources"), "documents"),
        (("date", "title", "sources"), ""),
        (("title", "level", "form", "date"), "meetings"),
        (("level",), ""),
        (("name", "on", "jobs", "title", "date"), ""),
    ],
)
def test_a_record_is_known_by_its_fields(kept: tuple[str, ...], folder: str) -> None:
    assert folder_by_content("".join(f"{name}: x\n" for name in kept).encode()) == folder


def test_whatever_is_wrong_with_a_record_it_stays_what_its_folder_says() -> None:
    for path in sorted(SMALL_DATA.glob("meetings/*.yml")) + sorted(SMALL_DATA.glob("documents/*.yml")):
        lines = path.read_bytes().splitlines(keepends=True)
        starts = [n for n, line in enumerate(lines) if line[:1].isalpha()]
        for start, end in pairwise([*starts, len(lines)]):
            without = b"".join(lines[:start] + lines[end:])
            assert folder_by_content(without) == path.parent.name


@pytest.mark.parametrize(
    ("name", "record", "right"),
    [
        ("2032-01-08-bachsa", "date: 2032-01-08\nlevel: provincial\n", "2032-01-08-bach-sa"),
        ("2032-01-08-bach-xa", "date: 2032-01-08\nlevel: provincial\n", "2032-01-08-bach-sa"),
        ("2032-01-08-xyz", "date: 2032-01-08\nlevel: provincial\nprovinces: [moc-linh]\n", "2032-01-08-moc-linh"),
        ("2032-01-08", "date: 2032-01-08\nlevel: provincial\nplace: {province: bach-sa}\n", "2032-01-08-bach-sa"),
        ("2032-01-08", "date: 2032-01-08\nlevel: provincial\n", "2032-01-08-…"),
        ("2032-01-08-xyz", "date: 2032-01-08\nlevel: regional\n", "2032-01-08"),
        ("2032-01-08", "date: 2032-01-08\nlevel: national\n", "2032-01-08-national"),
        ("08-01-2032-moc-linh", "date: 2032-01-08\nlevel: provincial\n", "2032-01-08-moc-linh"),
        ("moc-linh", "date: 2032-01-08\nlevel: provincial\n", "2032-01-08-moc-linh"),
        ("2032-01-09-moc-linh", "date: 2032-01-08\nlevel: provincial\n", "2032-01-08-moc-linh"),
    ],
)
def test_a_name_that_breaks_the_pattern_gets_the_right_one(tree: Path, name: str, record: str, right: str) -> None:
    (tree / f"data/meetings/{name}.yml").write_text(record, "utf-8")
    reported = [each for each in examine(tree / "data")[1] if each.place.file == f"data/meetings/{name}.yml"]
    assert [each.rule for each in reported if f"“{right}.yml”" in each.vi and f"“{right}.yml”" in each.en] in (
        ["meeting-file-name"],
        ["meeting-day"],
    )


@pytest.mark.parametrize(
    ("name", "source", "right"),
    [
        ("2032-01-08.yml", MEETING, "data/meetings/2032-01-08.yml"),
        ("2032-01-08", MEETING, "data/meetings/2032-01-08.yml"),
        ("Data/meetings/2032-01-08.yml", MEETING, "data/meetings/2032-01-08.yml"),
        ("docs/vi/meetings/2032-01-08-Hue.YAML", MEETING, "data/meetings/2032-01-08-hue.yml"),
        ("meetings/2032-01-08.yml", MEETING, "data/meetings/2032-01-08.yml"),
        ("docs/documents/45-QĐ-TW.yml", DOCUMENT, "data/documents/45-qd-tw.yml"),
    ],
)
def test_a_record_outside_data_is_found(tree: Path, name: str, source: Path, right: str) -> None:
    [reported] = _put(tree, name, source)
    assert f"Hãy chuyển đến “{right}”." in reported.vi
    assert f"Move it to “{right}”." in reported.en


@pytest.mark.parametrize(
    "name",
    [
        ".cache/2032-01-08.yml",
        "node_modules/a/2032-01-08.yml",
        "other/mkdocs.yml",  # the record of another project
        "built/index.html",
        "notes/2032-01-08.md",
    ],
)
def test_what_is_not_the_projects_own_source_is_left_alone(tree: Path, name: str) -> None:
    file = tree / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("", "utf-8")
    shutil.copy(MEETING, file.with_name("2032-01-08.yml") if file.suffix != ".md" else file)
    assert list(outside(tree / "data")) == []


@pytest.mark.parametrize(
    "text",
    [
        "site_name: A\nnav: []\n",
        "name: CI\non: push\njobs: {}\n",
        "title: Đính chính\ndescription: Báo lỗi\nbody: []\n",
        "title: A\ndate: 2031\nauthor: B\nlayout: c\ntags: []\n",
        "",
        "\x00\x01",
    ],
)
def test_other_files_are_no_records(tree: Path, text: str) -> None:
    (tree / "settings.yml").write_text(text, "utf-8")
    assert list(outside(tree / "data")) == []


def test_links_are_not_followed(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    shutil.copy(MEETING, elsewhere / "2032-01-08.yml")
    (tree / "folder").symlink_to(elsewhere)
    (tree / "2032-01-08.yml").symlink_to(elsewhere / "2032-01-08.yml")
    assert list(outside(tree / "data")) == []


def test_the_walk_ends_in_a_folder_of_many_files(tree: Path) -> None:
    """Someone runs the check with `data/` in their home folder: it neither takes long nor says anything."""
    many = tree / "a"
    for folder in range(21):
        (many / str(folder)).mkdir(parents=True)
        for file in range(1000):
            (many / str(folder) / str(file)).touch()
    shutil.copytree(many, tree / "b")
    (tree / "c").mkdir()
    shutil.copy(MEETING, tree / "c/2032-01-08.yml")
    assert list(outside(tree / "data")) == []
