"""Warnings that an editor accepts: what is no longer reported, and what is wrong with the list of them."""

from __future__ import annotations

import pytest

from macros.archive.data_files import Content, DataFile
from macros.checks import broken
from macros.checks.accepted import FILE, RULE
from macros.data.problems import Severity

DOCUMENT = "data/documents/12-kh-tu.yml"
MEETING = "data/meetings/2031-05-04.yml"
FILES = {
    DOCUMENT: "number: 12-KH/TU\ndate: not-stated\nnotes:\n  - vi: Hai  dấu cách.\n",
    MEETING: "title:\n  vi: Hai  dấu cách.\nresults:\n  - id: first\n    text:\n      vi: Hai  dấu cách.\n"
    "  - id: second\n    text:\n      vi: Ba   dấu cách.\nsources:\n  - publisher: Báo  Một\n",
    "data/people.yml": "an:\n  name: Lê  An\nbinh:\n  name: Lê  Bình\n",
}
DATE = (DOCUMENT, 2, "document-not-identified")
UNREACHABLE = {
    (DOCUMENT, 1, "unreachable"),
    ("data/people.yml", 2, "unreachable"),
    ("data/people.yml", 4, "unreachable"),
}
SPACES = {
    "documents/12-kh-tu/": {(DOCUMENT, 4)},
    "meetings/2031-05-04/": {(MEETING, 2), (MEETING, 11)},
    "meetings/2031-05-04/#first": {(MEETING, 6)},
    "meetings/2031-05-04/#second": {(MEETING, 9)},
    "people/an/": {("data/people.yml", 2)},
    "people/binh/": {("data/people.yml", 4)},
}
ALL_SPACES = {(*place, "double-space") for places in SPACES.values() for place in places}

Found = set[tuple[str, int, str]]


def found(accepted: str, *levels: Severity, complete: bool = True) -> Found:
    """File, line and rule of what is reported of the files with this list of accepted warnings."""
    files = {**FILES, **({FILE: accepted} if accepted else {})}
    content = Content({name: DataFile(name, text.encode()) for name, text in files.items()}, complete)
    problems = broken(content, levels or [Severity.ERROR, Severity.WARNING])
    return {(problem.place.file, problem.place.line, problem.rule) for problem in problems}


def test_without_a_list_everything_is_reported() -> None:
    assert found("") == {DATE, *UNREACHABLE, *ALL_SPACES}


@pytest.mark.parametrize("address", SPACES)
def test_a_warning_is_accepted_for_a_record_or_an_entry_alone(address: str) -> None:
    accepted = {(*place, "double-space") for place in SPACES[address]}
    assert found(f"{address}:\n  double-space: Nguồn in như vậy.\n") == {DATE, *UNREACHABLE, *ALL_SPACES} - accepted


def test_of_one_record_several_warnings_are_accepted() -> None:
    list = "documents/12-kh-tu/:\n  document-not-identified: Không rõ ngày.\n  unreachable: Để tra cứu.\n"
    assert found(list) == {DATE, *UNREACHABLE, *ALL_SPACES} - {DATE, (DOCUMENT, 1, "unreachable")}


@pytest.mark.parametrize(
    "address",
    ["documents/13-kh-tu/", "meetings/2031-05-04/#third", "meetings/2031-05-04/"],
)
def test_what_is_accepted_for_nothing_is_reported(address: str) -> None:
    list = f"{address}:\n  document-not-identified: Không rõ ngày.\n"
    assert found(list) == {DATE, *UNREACHABLE, *ALL_SPACES, (FILE, 2, RULE)}
    # Where a file cannot be read, and where no one looked for warnings, that cannot be known.
    assert (FILE, 2, RULE) not in found(list, complete=False)
    assert found(list, Severity.ERROR) == set()


@pytest.mark.parametrize("rule", ["document-not-identifed", "meeting-day", "unknown-id", "no-such"])
def test_only_warnings_that_exist_can_be_accepted(rule: str) -> None:
    list = f"documents/12-kh-tu/:\n  {rule}: Lý do.\n"
    assert found(list, Severity.ERROR) == {(FILE, 2, RULE)}
    assert (FILE, 2, RULE) in found(list)


def test_a_misspelled_warning_is_recognised() -> None:
    file = DataFile(FILE, b"documents/12-kh-tu/:\n  document-not-identifed: a\n")
    [problem] = broken(Content({FILE: file}), [Severity.ERROR])
    assert problem.severity is Severity.ERROR
    assert "Có phải bạn muốn viết “document-not-identified”?" in problem.vi
    assert "Did you mean “document-not-identified”?" in problem.en


def test_a_document_named_in_a_reason_is_still_named_by_no_record() -> None:
    assert (DOCUMENT, 1, "unreachable") in found("people/an/:\n  double-space: Như trong 12-KH/TU.\n")
