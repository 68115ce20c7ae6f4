"""Each edit of the tables is made to the small archive and checked, in one process."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.archive import Archive
from macros.archive.diff import compare
from macros.checks.loading import examine, read_archive
from macros.commands.changes import FORMATS, report
from macros.commands.findings import Findings
from macros.data.problems import Problem, Severity
from macros.data.quoting import line_at
from macros.text.language import Language
from tests.edits import dates, existing, file_names, formats, meetings, numbers, texts
from tests.edits.edit import Case, Edit, Files, content, place
from tests.support.project import SMALL

GROUPS = {
    "meetings": meetings.CASES,
    "file names": file_names.CASES,
    "texts": texts.CASES,
    "dates": dates.CASES,
    "numbers": numbers.CASES,
    "formats": formats.CASES,
    "existing records": existing.CASES,
}
CASES = [(group, case) for group, cases in GROUPS.items() for case in cases]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small archive, for one edit after another."""
    tree = tmp_path_factory.mktemp("edited")
    for part in ("data", "translations"):
        shutil.copytree(SMALL / part, tree / part)
    return tree


@pytest.fixture(scope="module")
def before(tree: Path) -> list[tuple[Problem, str]]:
    """What the check says of the small archive as it is."""
    return on_lines(tree)


@pytest.fixture
def edited(tree: Path) -> Iterator[Path]:
    """The copy, put back as it was afterwards."""
    originals = {path: path.read_bytes() for path in tree.rglob("*") if path.is_file()}
    yield tree
    for path in list(tree.rglob("*")):
        if path.is_file() and path not in originals:
            path.unlink()
    for path, raw in originals.items():
        if not path.exists() or path.read_bytes() != raw:
            path.write_bytes(raw)
    for folder in sorted((path for path in tree.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def on_lines(tree: Path) -> list[tuple[Problem, str]]:
    """What the check says of a tree, each with the line that it is about."""
    return [(problem, line_at(problem.place, tree)) for problem in examine(tree / "data")[1]]


@pytest.mark.parametrize(("group", "case"), CASES, ids=[f"{group}: {case.what}" for group, case in CASES])
def test_an_edit_is_answered_as_it_should_be(
    edited: Path, before: list[tuple[Problem, str]], group: str, case: Case
) -> None:
    files = case.edit(edited)
    write(edited, files)
    found = Findings.since(on_lines(edited), before, files.keys()).own
    report = "\n".join(f"{problem} [{problem.rule}]" for problem in found)
    assert [problem.rule for problem in found] == list(case.rules), report
    assert any(each.severity is Severity.ERROR for each in found) == bool(case.code)
    if case.rules:
        first = found[0]
        assert str(first.place) == (case.where or place(files)), report
        said = "\n".join(problem.vi for problem in found)
        assert [word for word in case.words if word not in said] == [], report
        assert case.fix is None or (first.fix is not None and first.fix.text == case.fix), report
    for problem in found:
        assert problem.vi and problem.en and problem.vi != problem.en


@pytest.mark.parametrize(
    ("edit", "is_error", "words"), [each[1:] for each in existing.CHANGES], ids=[each[0] for each in existing.CHANGES]
)
def test_reviewers_are_reported_what_an_edit_changes(
    edited: Path, archive: Archive, edit: Edit, is_error: bool, words: tuple[str, ...]
) -> None:
    write(edited, edit(edited))
    changes = compare(archive, read_archive(edited / "data"))
    said = report(changes, [], Language.VI, FORMATS["text"])
    assert [word for word in words if word not in said] == [], said
    assert any(change.error for change in changes) == is_error


def write(tree: Path, files: Files) -> None:
    """Write the files of an edit."""
    for name, text in files.items():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_bytes(content(text))


def test_every_edit_has_a_name_of_its_own() -> None:
    names = [(group, case.what) for group, case in CASES]
    assert len(names) == len(set(names))
