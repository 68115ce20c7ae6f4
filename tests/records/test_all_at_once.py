"""All that is wrong with a record is reported in one run: every missing field, next to whatever else is wrong."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros import records as model
from macros.data.codes import Codes
from macros.data.problems import Problem
from macros.data.strict_yaml import parse
from macros.records.explain import explain
from macros.records.shape import Shape

KNOWN = {"topics": ["roads"], "people": ["a"], "sources": ["s1"], "provinces": [], "documents": []}
STATEMENT = """\
id: first
text:
  vi: Một câu.
  en: A sentence.
topics: [roads]
source: s1
"""
SOURCE = """\
id: s1
publisher: A paper
title: A report
language: en
url: https://example.org/
published: 2031-05-04
seen: whole
"""


def problems(kind: Any, text: str) -> list[Problem]:
    """What is wrong with a file of the kind, in the order of the file."""
    value, places, found = parse(dedent(text).encode(), "data/x.yml")
    assert not found
    try:
        TypeAdapter(kind).validate_python(value, context=KNOWN)
    except ValidationError as error:
        return sorted(explain(error, places, Shape(kind, lambda collection: Codes())))
    return []


def lines(problem: Problem) -> list[str]:
    """The fields that a message lists, with their indentation."""
    return [line.split("`")[0].replace("- ", "") + line.split("`")[1] for line in problem.vi.split("\n")[1:]]


def without(text: str, *names: str) -> str:
    """A record without some of its fields of one line."""
    return "".join(f"{line}\n" for line in text.splitlines() if line.split(":")[0] not in names)


def test_a_file_with_only_a_title_learns_everything() -> None:
    [problem] = problems(model.MeetingRecord, "title:\n  vi: Hội nghị\n  en: Conference\n")
    assert str(problem.place) == "data/x.yml:1:1"
    assert problem.vi.startswith("Thiếu 11 trường. Hãy thêm các dòng:\n")
    assert problem.en.startswith("11 fields are missing. Add the lines:\n")
    assert lines(problem) == [
        *("level:", "form:", "date:", "date_basis:", "organiser:", "place:", "period:", "chairs:", "participants:"),
        *("completeness:", "sources:"),
        *(f"  {name}:" for name in ("id", "publisher", "title", "language", "url", "published", "seen")),
    ]
    assert "- `date:` ngày, chính xác như đã biết; tên tệp bắt đầu bằng ngày này; ví dụ `2022-06-29`" in problem.vi
    assert "- `level:` regional, provincial or national level; one of: regional, provincial, national\n" in problem.en


@pytest.mark.parametrize(
    ("names", "listed"),
    [
        (("topics", "source"), ["topics:", "source:"]),
        (("id", "topics", "source"), ["id:", "topics:", "source:"]),
    ],
)
def test_a_statement_lists_what_it_lacks(names: tuple[str, ...], listed: list[str]) -> None:
    [problem] = problems(model.StatementRecord, without(STATEMENT, *names))
    assert lines(problem) == listed
    assert problem.rule == "missing"


def test_one_missing_field_is_said_in_a_sentence() -> None:
    [problem] = problems(model.StatementRecord, without(STATEMENT, "topics"))
    assert problem.rule == "missing"
    assert problem.vi == (
        "Thiếu “topics”. Hãy thêm dòng `topics:`. Ý nghĩa: một hoặc nhiều mã chủ đề; ví dụ `[successors, cadres]`."
    )
    assert problem.en == (
        "“topics” is missing. Add the line `topics:`. Meaning: one or more ids of topics; "
        "for example `[successors, cadres]`."
    )


def test_what_may_be_not_stated_is_said() -> None:
    [problem] = problems(model.Source, without(SOURCE, "published"))
    assert problem.rule == "missing-fact"
    assert "Thiếu “published”. Nếu nguồn không nêu, hãy viết `published: not-stated`." in problem.vi


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The place of a record is that of its first field.
        (f"titel: x\n{without(STATEMENT, 'topics')}", {("1:1", "extra-forbidden"), ("1:1", "missing")}),
        # Wrong values next to missing fields.
        (
            f"{without(STATEMENT, 'source')}documents: [no-such]\nprovinces: here\n",
            {("1:1", "missing"), ("6:13", "unknown-id"), ("7:12", "list-type")},
        ),
        # Within, too: a text without its Vietnamese, and one without anything.
        (
            STATEMENT.replace("  vi: Một câu.\n", "").replace("source: s1", "note: {}"),
            {("1:1", "missing"), ("2:1", "missing"), ("5:7", "empty")},
        ),
    ],
)
def test_nothing_is_hidden_by_what_has_the_same_place(text: str, expected: set[tuple[str, str]]) -> None:
    found = problems(model.StatementRecord, text)
    reported = {(str(problem.place).removeprefix("data/x.yml:"), problem.rule) for problem in found}
    assert reported == expected
    assert len(found) == len(reported)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (f"{STATEMENT}force: direction\n", ["no-speaker"]),
        (STATEMENT, ["missing", "no-speaker"]),
        (f"{without(STATEMENT, 'source', 'topics')}force: order\n", ["enum", "missing", "no-speaker"]),
        (f"{STATEMENT}force: direction\nxyz: a\n", ["extra-forbidden", "no-speaker"]),
        # A misspelled field is said once, with the right name.
        (f"{STATEMENT}force: direction\nby_ofice:\n  vi: Ban\n  en: Board\n", ["extra-forbidden"]),
        (f"{STATEMENT}force: direction\nby: a\n", []),
    ],
)
def test_a_conclusion_without_speaker_is_reported_next_to_what_else_is_wrong(text: str, rules: list[str]) -> None:
    assert sorted(problem.rule for problem in problems(model.ConclusionRecord, text)) == rules


@pytest.mark.parametrize(
    ("written", "meant"), [("documants: []", "documents"), ("topic: [roads]", "topics"), ("nots: x", None)]
)
def test_a_misspelled_field_is_known_whether_or_not_it_must_be_there(written: str, meant: str | None) -> None:
    text = without(STATEMENT, "topics") if meant == "topics" else STATEMENT
    [problem] = problems(model.StatementRecord, f"{text}{written}\n")
    assert problem.rule == "extra-forbidden"
    assert (f"Có phải bạn muốn viết “{meant}”?" in problem.vi) == (meant is not None)


def test_a_list_with_an_item_that_lacks_fields_is_a_list() -> None:
    """`chairs:` may be a list or `not-stated`."""
    text = "title: {vi: a, en: b}\nchairs:\n  - person: a\n"
    assert [problem.rule for problem in problems(model.MeetingRecord, text)] == ["missing", "missing"]


@pytest.mark.parametrize(("value", "rule"), [("{}", "empty-not-stated"), ("{en: Board}", "missing")])
def test_one_form_of_a_value_is_chosen_by_what_was_written(value: str, rule: str) -> None:
    """`place:` may be a text in both languages or `not-stated`: with fields it is the text, without any nothing."""
    found = problems(model.MeetingRecord, f"title: {{vi: a, en: b}}\nplace: {value}\n")
    assert sorted(problem.rule for problem in found) == sorted(["missing", rule])
