"""What form editors in the browser write for fields that were emptied, and for a day that was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.loading import examine
from macros.commands.fix import rule_fixes
from macros.data.problems import Severity
from tests.support.project import copy_small_data

MEETING = "data/meetings/2031-06-18.yml"
DATE = "date: 2031-06-18\n"
NOTE = "organiser_note:\n  vi: Chú thích ảnh không nêu cơ quan tổ chức.\n  en: The caption names no organiser.\n"
NEEDED = "is empty. Write the value; if no source states it, write `{}: not-stated`."
# What was there, what the editor writes, what is said, and what `make fix` makes of it, where it can be known.
WRITTEN = {
    "optional text": (NOTE, 'organiser_note: ""\n', "“organiser_note” is empty", ""),
    "optional fields": (NOTE, "organiser_note: {}\n", "“organiser_note” is empty", ""),
    "optional languages": (NOTE, "organiser_note:\n  vi: ''\n  en: ''\n", "“organiser_note” is empty", ""),
    "one language": ("  en: The caption names no organiser.\n", '  en: ""\n', "“en” is empty", ""),
    "needed, as text": ("period: not-stated", 'period: ""', NEEDED.format("period"), None),
    "needed, as fields": ("period: not-stated", "period: {}", NEEDED.format("period"), None),
    "needed, as a list": ("place: not-stated", "place: []", NEEDED.format("place"), None),
    "midnight": (DATE, "date: 2031-06-18T00:00:00\n", "Did you mean 2031-06-18?", DATE),
    "midnight in London": (DATE, "date: 2031-06-18T00:00:00.000Z\n", "Did you mean 2031-06-18?", DATE),
    "midnight in Vietnam": (DATE, "date: 2031-06-17T17:00:00.000Z\n", "Did you mean 2031-06-18?", DATE),
    "midnight with a zone": (DATE, "date: 2031-06-18T00:00:00+07:00\n", "Did you mean 2031-06-18?", DATE),
    "midnight in quotes": (DATE, 'date: "2031-06-18 00:00"\n', "Did you mean 2031-06-18?", 'date: "2031-06-18"\n'),
    "another hour": (DATE, "date: 2031-06-18T09:30:00+0700\n", "Did you mean 2031-06-18?", None),
    "evening in London": (DATE, "date: 2031-06-17T20:00:00Z\n", "Did you mean 2031-06-18?", None),
    "no such hour": (DATE, "date: 2031-06-18T25:00:00Z\n", "is not a date", None),
}


@pytest.mark.parametrize(("before", "written", "said", "fixed"), WRITTEN.values(), ids=WRITTEN)
def test_it_is_reported_with_what_to_do(
    tmp_path: Path, before: str, written: str, said: str, fixed: str | None
) -> None:
    data = copy_small_data(tmp_path / "data")
    file = tmp_path / MEETING
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, written, 1), "utf-8")
    [problem] = [each for each in examine(data)[1] if each.severity is Severity.ERROR]
    assert problem.place.file == MEETING
    assert said in problem.en
    list(rule_fixes(data))
    assert file.read_text("utf-8") == text.replace(before, written if fixed is None else fixed, 1)


@pytest.mark.parametrize(
    "folder", ["２０３２", "٢٠٣٢", "0002031", "2031.0", "20311", "3031", "0999", "2031 ", "thế-kỷ"]
)
def test_a_review_is_in_a_folder_of_a_year_in_one_form(tmp_path: Path, folder: str) -> None:
    data = copy_small_data(tmp_path / "data")
    (data / "reviews" / folder).mkdir()
    (data / "reviews" / folder / "review.yml").write_bytes((data / "reviews/2031/review.yml").read_bytes())
    [problem] = [each for each in examine(data)[1] if each.severity is Severity.ERROR]
    assert problem.place.file == f"data/reviews/{folder}"
    assert "A yearly review is a folder named by its year, such as reviews/2021/." in problem.en
    assert list(examine(data)[0].files).count("data/reviews/2031/review.yml") == 1
