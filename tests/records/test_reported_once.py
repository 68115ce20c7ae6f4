"""A mistake where ids stand is reported alone: what names those ids is no mistake."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.checks.loading import load
from macros.data.problems import Problem, Refused
from tests.records.wrong_data import Wrong
from tests.support.edits import Edit
from tests.support.files import MEETING, PEOPLE, REVIEW
from tests.support.project import SMALL, SMALL_DATA, copy_small_data

TOPICS = "data/topics.yml"
NO_COLON = ("không có dạng `khóa: giá trị`", "not of the form `key: value`")
_TEXT = (SMALL_DATA / "topics.yml").read_text("utf-8")
_MEMBERS = _TEXT[_TEXT.index("members:") : _TEXT.index("\nmerger:")]
_SOURCES = (SMALL / MEETING).read_text("utf-8").partition("\nsources:")[2]
ALONE = [
    Wrong("colon lost", Edit(TOPICS, "\nmembers:", "\n¦members"), *NO_COLON),
    Wrong(
        "wrong indent",
        Edit(TOPICS, "\nmembers:", "\n ¦members:"),
        "Đầu dòng có 1 dấu cách",
        "The line is indented by 1",
    ),
    Wrong(
        "topic within the one before",
        Edit(TOPICS, _MEMBERS, f"  ¦{_MEMBERS.replace(chr(10), chr(10) + '  ')}"),
        "Không có trường nào tên “members”",
        "There is no field called “members”",
    ),
    Wrong("colon lost in people", Edit(PEOPLE, "dang-khai-minh:\n  name:", "¦dang-khai-minh\n  name:"), *NO_COLON),
    Wrong("colon lost in a review", Edit(REVIEW, "\nperiod:", "\n¦period"), *NO_COLON),
    Wrong("sources with one id", Edit(MEETING, "- id: s2", "- id: ¦s1"), "Mã “s1” đã dùng", "“s1” is already used"),
    Wrong("source without id", Edit(MEETING, "- id: s2", "- ¦ids: s2"), "tên “ids”", "called “ids”"),
    Wrong(
        "text in place of sources",
        Edit(MEETING, f"sources:{_SOURCES}", "sources: ¦s1\n"),
        "Tìm thấy “s1”, cần một danh sách",
        "Found “s1”, expected a list",
    ),
]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the data to spoil."""
    copy_small_data(tmp_path / "data")
    return tmp_path


def refused(tree: Path) -> list[Problem]:
    """Every problem found in the tree's data."""
    with pytest.raises(Refused) as caught:
        load(tree / "data")
    return caught.value.problems


@pytest.mark.parametrize("wrong", ALONE, ids=[wrong.what for wrong in ALONE])
def test_a_mistake_where_ids_stand_is_reported_alone(tree: Path, wrong: Wrong) -> None:
    place = wrong.edit.apply(tree)
    [reported] = refused(tree)
    assert str(reported.place) == place
    assert wrong.vi in reported.vi
    assert wrong.en in reported.en


@pytest.mark.parametrize(("text", "vi"), [("", "Tệp trống"), ("- cadres\n", "Tìm thấy một danh sách")])
@pytest.mark.parametrize("name", ["topics", "people", "provinces"])
def test_a_list_that_says_nothing_is_reported_alone(tree: Path, name: str, text: str, vi: str) -> None:
    (tree / "data/redirects.yml").unlink()  # it leads to units
    (tree / f"data/{name}.yml").write_text(text, "utf-8")
    [reported] = refused(tree)
    assert vi in reported.vi


@pytest.mark.parametrize("name", ["topics", "people", "provinces"])
def test_a_missing_list_is_reported_alone(tree: Path, name: str) -> None:
    (tree / "data/redirects.yml").unlink()  # it leads to units
    (tree / f"data/{name}.yml").unlink()
    [reported] = refused(tree)
    assert "Thiếu tệp này" in reported.vi


@pytest.mark.parametrize("name", sorted(path.stem for path in (SMALL_DATA / "meetings").glob("*.yml")))
def test_a_meeting_that_cannot_be_read_is_reported_alone(tree: Path, name: str) -> None:
    """Whatever leads to it, rests on it or came of it."""
    (tree / f"data/meetings/{name}.yml").write_text("title: [\n", "utf-8")
    [reported] = refused(tree)
    assert reported.place.file == f"data/meetings/{name}.yml"


def test_a_part_of_a_review_in_the_folder_of_another_year_is_reported_with_the_files_that_lack(tree: Path) -> None:
    reviews = tree / "data/reviews"
    (tree / "data/redirects.yml").unlink()  # it leads to a lesson
    (reviews / "2030").mkdir()
    shutil.move(reviews / "2031/lessons.yml", reviews / "2030/lessons.yml")
    first, second = refused(tree)
    assert str(first.place) == "data/reviews/2030/review.yml:1:1"
    assert first.vi == "Thiếu tệp này, và thiếu cả achievements.yml, priorities.yml."
    assert first.en == "This file is missing, and so are achievements.yml, priorities.yml."
    assert str(second.place) == "data/reviews/2031/lessons.yml:1:1"


def test_an_id_that_is_no_more_is_reported_once_with_where_it_is_named(tree: Path) -> None:
    Edit(TOPICS, "\ngrassroots:", "\n¦grassrootz:").apply(tree)
    [reported] = refused(tree)
    assert "Không có chủ đề nào mang mã “grassroots”" in reported.vi
    assert "There is no topic with the id “grassroots”" in reported.en
    assert " chỗ, còn ở data/" in reported.vi
    assert " places, also in data/" in reported.en


def test_what_names_an_id_is_checked_again_once_the_mistake_is_fixed(tree: Path) -> None:
    """Records read while nobody could tell the topics must not count as checked (`mkdocs serve`)."""
    topics = tree / TOPICS
    text = topics.read_text("utf-8")
    topics.write_text("", "utf-8")
    refused(tree)
    topics.write_text(text.replace("\ngrassroots:", "\ngrassrootz:"), "utf-8")
    [reported] = refused(tree)
    assert "“grassroots”" in reported.vi
