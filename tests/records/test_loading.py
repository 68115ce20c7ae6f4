"""A wrong edit to the data is refused where it stands, with what was expected, in both languages; all at once."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest

from macros import records as model
from macros.archive import Archive
from macros.archive.data_files import remember
from macros.archive.translations import path_of
from macros.checks.loading import examine, load
from macros.commands.confirm import contents, save
from macros.data import strict_yaml
from macros.data.problems import Problem, Refused, Severity
from tests.records.wrong_data import WRONG, Wrong
from tests.support.edits import Edit
from tests.support.files import DOCUMENT, LESSONS, MEETING, REVIEW
from tests.support.project import copy_small_data


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the data to spoil."""
    copy_small_data(tmp_path / "data")
    return tmp_path


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """What the check warns of before anything is spoiled."""
    return examine(copy_small_data(tmp_path_factory.mktemp("whole") / "data"))[1]


def refused(tree: Path) -> list[Problem]:
    """Every problem found in the tree's data."""
    with pytest.raises(Refused) as caught:
        load(tree / "data")
    return caught.value.problems


@pytest.mark.parametrize("wrong", WRONG, ids=[wrong.what for wrong in WRONG])
def test_a_wrong_edit_is_refused_where_it_stands(tree: Path, known: list[Problem], wrong: Wrong) -> None:
    place = wrong.edit.apply(tree)
    # Whatever changes the Vietnamese alone leaves its English behind, too.
    problems = [problem for problem in examine(tree / "data")[1] if problem.rule != "outdated-translation"]
    found = [problem for problem in problems if problem not in known]
    # With an error, what else the check warns of may follow from it: a record that is no longer named.
    reported = [problem for problem in found if problem.severity is min(each.severity for each in found)]
    assert [str(problem.place) for problem in reported] == [place]
    assert wrong.vi in reported[0].vi
    assert wrong.en in reported[0].en


def test_mistakes_of_all_files_are_reported_together_in_order(tree: Path) -> None:
    edits = [
        Edit(DOCUMENT, "type: resolution", "type: ¦resolutio"),
        Edit(MEETING, "level: regional", "level: ¦regionl"),
        Edit(MEETING, "en: afternoon", "en: ¦no"),
        Edit(MEETING, "province: thanh-loan", "province: ¦thanh-lon"),
        Edit(LESSONS, "topics: [training]", "topics: [¦trainink]"),
        Edit(REVIEW, "url: not-stated", "url: ¦ftp://example.org"),
    ]
    places = [edit.apply(tree) for edit in edits]
    assert [str(problem.place) for problem in refused(tree)] == places


def test_a_source_that_is_used_cannot_be_removed(tree: Path) -> None:
    file = tree / MEETING
    text = file.read_text("utf-8")
    start, end = text.index("  - id: s1\n    publisher"), text.index("  - id: s2\n    publisher")
    text = text[:start] + text[end:]
    file.write_text(text, "utf-8")
    lines = [number for number, line in enumerate(text.splitlines(), start=1) if line.endswith(" source: s1")]
    [reported] = refused(tree)
    assert reported.place.line == lines[0]
    assert "Không có nguồn nào mang mã “s1”" in reported.vi
    assert f"Dùng ở {len(lines)} chỗ, còn ở {MEETING}:{lines[1]}:" in reported.vi
    assert "There is no source with the id “s1”" in reported.en
    assert f"It is used in {len(lines)} places, also in {MEETING}:{lines[1]}:" in reported.en


def test_a_document_that_is_used_cannot_be_removed(tree: Path) -> None:
    (tree / "data/documents/71-2031-qh17.yml").unlink()
    *of_outcomes, reported = refused(tree)
    assert "There is no document with the id “71-2031-qh17”" in reported.en
    assert reported.place.file == "data/provinces.yml"
    assert of_outcomes
    assert {problem.rule for problem in of_outcomes} == {"outcome-comes-later"}
    assert all("“documents/71-2031-qh17”" in problem.en for problem in of_outcomes)


def test_a_broken_document_is_not_reported_again_by_those_who_name_it(tree: Path) -> None:
    place = Edit(DOCUMENT, "type: resolution", "type: ¦resolutio").apply(tree)
    assert [str(problem.place) for problem in refused(tree)] == [place]


BAD_NAME = ("Tên tệp là mã của bản ghi", "lower-case a-z, digits and hyphens only")
BAD_PLACE = ("Không có loại bản ghi nào ở chỗ này.", "No kind of record lives here.")
BAD_ENDING = ("Tên tệp phải kết thúc bằng “.yml”", "The name of the file must end with “.yml”")
BAD_YEAR = ("Mỗi tổng quan năm là một thư mục mang số năm", "A yearly review is a folder named by its year")
MISPLACED = {
    "meetings/Hội nghị.yml": BAD_NAME,
    "meetings/2024_01.yml": BAD_NAME,
    "documents/01-KL-TW.yml": BAD_NAME,
    "meetings/2030-06-12.yaml": BAD_ENDING,
    "meetings/notes.txt": BAD_ENDING,
    "meetings/2024/01-02.yml": BAD_PLACE,
    "notes.yml": BAD_PLACE,
    "news/2024-01-02.yml": BAD_PLACE,
    "reviews/2031/extra.yml": BAD_PLACE,
    "reviews/last-year/review.yml": BAD_YEAR,
}


@pytest.mark.parametrize(("name", "said"), MISPLACED.items(), ids=MISPLACED)
def test_a_file_where_none_belongs_is_refused(tree: Path, name: str, said: tuple[str, str]) -> None:
    file = tree / "data" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(tree / (DOCUMENT if name.startswith("documents/") else MEETING), file)
    vi, en = said
    reported = [problem for problem in refused(tree) if vi in problem.vi and en in problem.en]
    places = {str(problem.place).removesuffix(":1:1") for problem in reported}
    assert places
    assert places <= {f"data/{name}", f"data/{Path(name).parent.as_posix()}"}


@pytest.mark.parametrize(
    "name",
    [
        "topics.yml",
        "people.yml",
        "glossary.yml",
        "provinces.yml",
        "reviews/2031/review.yml",
        "reviews/2031/lessons.yml",
    ],
)
def test_a_missing_file_is_named(tree: Path, name: str) -> None:
    (tree / "data" / name).unlink()
    reported = [problem for problem in refused(tree) if problem.place.file == f"data/{name}"]
    assert len(reported) == 1
    assert "Thiếu tệp này" in reported[0].vi
    assert "This file is missing" in reported[0].en


def _all_found(data: Path, levels: Collection[Severity]) -> list[Any]:
    """Whatever a reading gives, in a form to be compared."""
    records, problems = examine(data, levels)
    behind = {
        (each.text.name, each.text.pair, each.translated, each.text.en.at(0)) for each in records.outdated.values()
    }
    given = {**vars(records), "files": list(records.files), "outdated": behind, "texts": records.texts}
    if any(problem.severity is Severity.ERROR for problem in problems):
        return [*map(repr, problems), given]
    archive = Archive(records)
    meetings = [(meeting.id, meeting.record) for meeting in archive.meetings.values()]
    statements = [(each.id, each.kind, each.record, each.place, each.group) for each in archive.statements]
    figures = [(each.id, each.record, each.place, each.group) for each in archive.figures]
    return [*map(repr, problems), given, statements, figures, meetings]


def test_what_is_remembered_of_the_files_tells_the_same_as_reading_them_again(tree: Path) -> None:
    """One file after another is spoiled, fixed, taken away and put back; rules of all levels and of errors only."""
    data = tree / "data"
    spoiled = {wrong.edit.file for wrong in WRONG}
    originals = {path: path.read_bytes() for name in spoiled for path in [tree / name]}
    recorded = path_of("meetings/2030-06-12", data)
    texts = recorded.read_text("utf-8")

    def compare(*levels: Severity) -> None:
        warm = _all_found(data, levels)
        remember({})
        assert warm == _all_found(data, levels)

    for number, wrong in enumerate(WRONG[::12]):
        wrong.edit.apply(tree)
        compare(*(Severity if number % 2 else [Severity.ERROR]))
        for path, raw in originals.items():
            if path.read_bytes() != raw:
                path.write_bytes(raw)
    for path, raw in originals.items():
        path.unlink()
        compare(Severity.ERROR)
        path.write_bytes(raw)
    compare(*Severity)
    recorded.write_text(texts.replace('"vi": "', '"vi": "Trước đây '), "utf-8")
    compare(*Severity)
    recorded.write_text("{", "utf-8")
    compare(*Severity)


def test_only_what_was_edited_is_read_again(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    list(save(tree / "data", contents(tree / "data"), []))  # where English lags, its place is looked up each time
    load(tree / "data")
    read: list[str] = []

    def parse(raw: bytes, name: str) -> Any:
        read.append(name)
        return strict_yaml.parse(raw, name)

    monkeypatch.setattr("macros.archive.data_files.parse", parse)
    file = tree / MEETING
    file.write_bytes(file.read_bytes().replace(b"en: afternoon", b"en: evening"))
    records = load(tree / "data")
    assert {name for name in read if "/meetings/" in name} == {MEETING}
    meeting = records[model.MEETING]["2030-06-12"]
    assert not isinstance(meeting.time_of_day, str | None)
    assert meeting.time_of_day.en == "evening"
