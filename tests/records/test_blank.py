"""Blank records: pasted as they are, the check reports each place to fill; filled, it reports none."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import records as model
from macros.checks.loading import examine
from macros.data.problems import Severity
from macros.records.blank import blank, blank_entry, blank_item, is_comment_of_blank
from macros.text.language import Language
from tests.support.blanks import filled, marked_lines
from tests.support.project import SMALL_DATA

Make = Callable[[Language], str]
MEETING = "meetings/2032-04-01.yml"
DOCUMENT = "documents/77-ct-tw-2032.yml"


def _before(file: str) -> str:
    path = SMALL_DATA / file
    return path.read_text("utf-8") if path.exists() else ""


# Where a blank record goes, and how it is made: a new file, or what is added at the end of one.
PLACES: dict[str, tuple[str, Make]] = {
    "meeting": (MEETING, lambda language: blank(model.MeetingRecord, language)),
    "document": (DOCUMENT, lambda language: blank(model.DocumentRecord, language)),
    "person": ("people.yml", lambda language: blank_entry(model.Person, language)),
    "topic": ("topics.yml", lambda language: blank_entry(model.Topic, language)),
    "term": ("glossary.yml", lambda language: blank_entry(model.Term, language)),
}
CASES = [(name, language) for name in PLACES for language in Language]


def _errors(folder: Path, file: str, text: str) -> set[int]:
    """The lines of the text in which the check reports an error, where the text is added to a file."""
    data = folder / "data"
    shutil.copytree(SMALL_DATA, data, dirs_exist_ok=True)
    before = _before(file)
    (data / file).write_text(before + text, "utf-8")
    _, problems = examine(data)
    errors = [each for each in problems if each.severity is Severity.ERROR]
    assert {each.place.file for each in errors} <= {f"data/{file}"}
    return {each.place.line - before.count("\n") for each in errors}


@pytest.mark.parametrize(("name", "language"), CASES)
def test_what_is_not_filled_is_reported_place_by_place(tmp_path: Path, name: str, language: Language) -> None:
    file, make = PLACES[name]
    text = make(language)
    assert len(marked_lines(text)) > 1
    assert _errors(tmp_path, file, text) == marked_lines(text)


@pytest.mark.parametrize(("name", "language"), CASES)
def test_what_is_filled_passes(tmp_path: Path, name: str, language: Language) -> None:
    file, make = PLACES[name]
    assert _errors(tmp_path, file, filled(make(language))) == set()


@pytest.mark.parametrize(("name", "language"), CASES)
def test_one_place_that_is_left_is_reported(tmp_path: Path, name: str, language: Language) -> None:
    file, make = PLACES[name]
    blank_lines = make(language).splitlines(keepends=True)
    last = max(marked_lines(make(language)))
    lines = filled(make(language)).splitlines(keepends=True)
    lines[last - 1] = blank_lines[last - 1]
    assert _errors(tmp_path, file, "".join(lines)) == {last}


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("figures", model.Figure),
        ("results", model.StatementRecord),
        ("appointments", model.AppointmentRecord),
        ("conclusions", model.ConclusionRecord),
        ("remarks", model.RemarkRecord),
        ("chairs", model.Attendance),
    ],
)
def test_an_item_for_a_list_is_marked_in_full_too(tmp_path: Path, name: str, record: type[model.Record]) -> None:
    """It is pasted into a meeting that has sources, so that even the source is to be named."""
    item = f"{name}:\n{blank_item(record, Language.VI)}"
    others = re.sub(rf"^{name}:\n(?:  .*\n)+", "", blank(model.MeetingRecord, Language.VI), flags=re.MULTILINE)
    start = others.count("\n")
    assert re.search(r'source: "?CẦN ĐIỀN', item)
    assert _errors(tmp_path / "a", MEETING, filled(others) + item) == {start + line for line in marked_lines(item)}
    assert _errors(tmp_path / "b", MEETING, filled(others + item)) == set()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("record", [model.MeetingRecord, model.DocumentRecord])
def test_every_field_is_there_or_named(record: type[model.Record], language: Language) -> None:
    text = blank(record, language)
    for kind in (record, model.Source):
        for name in kind.fields():
            assert re.search(rf"^\s*(- )?{name}:|^\s*# .*: .*\b{name}\b", text, re.MULTILINE), name


def test_codes_have_their_meanings_and_fields_an_example() -> None:
    vietnamese, english = (blank(model.MeetingRecord, language) for language in Language)
    assert "level: CẦN ĐIỀN (regional (Cấp khu vực), provincial (Cấp tỉnh), national (Toàn quốc))" in vietnamese
    assert re.search(r"^date: TO FILL IN \(the date; .*, such as 2022-06-29\)$", english, re.MULTILINE)


def test_what_is_given_stands_in_its_place() -> None:
    text = blank(model.MeetingRecord, Language.VI, {"date": "2032-04-01", "title.en": "A: b", "provinces": "bach-sa"})
    assert "date: 2032-04-01\n" in text
    assert 'en: "A: b"\n' in text
    assert "provinces: [bach-sa]\n" in text


@pytest.mark.parametrize("name", ["url", "archived"])
def test_the_example_of_an_address_is_no_address(tmp_path: Path, name: str) -> None:
    [example] = [about.example for about in model.Source.fields()[name].metadata if isinstance(about, model.About)]
    text = re.sub(r"^    url: .*\n", "", filled(blank(model.MeetingRecord, Language.VI)), flags=re.MULTILINE)
    other = "" if name == "url" else "    url: not-stated\n"
    line = text.splitlines().index("    published: 2032-04-02") + (2 if other else 1)
    text = text.replace("    published:", f"{other}    {name}: {example}\n    published:")
    assert _errors(tmp_path, MEETING, text) == {line}


@pytest.mark.parametrize("language", Language)
def test_comments_of_a_blank_record_are_known(language: Language) -> None:
    comments = [line for line in blank(model.MeetingRecord, language).splitlines() if line.lstrip().startswith("#")]
    assert len(comments) > 3
    assert all(map(is_comment_of_blank, comments))
    assert not is_comment_of_blank("# Nguồn s2 ghi khác.")
    assert not is_comment_of_blank("title:")
