"""The forges' forms list the codes in words; nobody keeps a second list."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from macros.commands.fix import ids
from macros.data.codes import Code, Codes
from macros.derived import schemas
from macros.records import Form, Level, Seen
from tests.support.project import ROOT, SMALL_DATA

GITHUB = Path(".github/ISSUE_TEMPLATE/meeting.yml")
GITLAB = Path(".gitlab/issue_templates/Meeting.md")
OF_MODEL = {"level": Level, "form": Form, "seen": Seen}
OF_DATA = {"provinces", "topics"}


def _github(text: str) -> dict[str, list[str]]:
    """The options of each dropdown of a form."""
    fields = yaml.load(text, yaml.CSafeLoader)["body"]
    return {each["id"]: each["attributes"]["options"] for each in fields if each["type"] == "dropdown"}


def _gitlab(text: str) -> dict[str, list[str]]:
    """The boxes of each list of a template."""
    lists = re.findall(r"<!-- codes: (\w+) -->\n(.*?)<!-- /codes -->", text, re.DOTALL)
    return {field: re.findall(r"- \[ \] (.*)\n", boxes) for field, boxes in lists}


def _listed(root: Path) -> list[dict[str, list[str]]]:
    return [_github((root / GITHUB).read_text("utf-8")), _gitlab((root / GITLAB).read_text("utf-8"))]


def test_the_forms_list_the_codes_of_the_model() -> None:
    for listed in _listed(ROOT):
        assert listed.keys() == OF_MODEL.keys() | OF_DATA
        for field, kind in OF_MODEL.items():
            words = [f"{code.vi} / {code.en} ({code.id})" for code in kind.codes()]
            assert listed[field] == words, "run `make schemas`"
        assert all(listed[field] for field in OF_DATA)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The small archive with the forms of the project."""
    shutil.copytree(SMALL_DATA, tmp_path / "data")
    for folder in (GITHUB.parent, GITLAB.parent):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def test_the_ids_of_the_data_are_renewed_and_nothing_else(tree: Path) -> None:
    before = [(ROOT / path).read_text("utf-8").splitlines() for path in (GITHUB, GITLAB)]
    assert {change.place.file for change in ids(tree / "data")} == {GITHUB.as_posix(), GITLAB.as_posix()}
    for listed in _listed(tree):
        assert "Bạch Sa (bach-sa)" in listed["provinces"]
        assert len(listed["provinces"]) == 4
        assert "Công tác cán bộ / Personnel work (cadres)" in listed["topics"]
    for path, lines in zip((GITHUB, GITLAB), before, strict=True):
        after = (tree / path).read_text("utf-8").splitlines()
        changed = {line for line in {*lines} ^ {*after} if line}
        assert all(re.fullmatch(r"(        - |- \[ \] ).* \([a-z-]+\)\"?", line) for line in changed)
    assert list(ids(tree / "data")) == []


def test_what_yaml_reads_otherwise_is_quoted(tree: Path) -> None:
    names = Codes([Code("a", "Một: hai", "One: two #3")])
    made = schemas.forms(tree, {"topics": names, "provinces": names})
    assert _github(made[GITHUB])["topics"] == ["Một: hai / One: two #3 (a)"]
    assert _gitlab(made[GITLAB])["topics"] == ["Một: hai / One: two #3 (a)"]


def test_a_list_of_a_field_without_codes_is_refused(tree: Path) -> None:
    (tree / GITLAB).write_text("<!-- codes: title -->\n<!-- /codes -->\n", "utf-8")
    with pytest.raises(KeyError, match="title"):
        schemas.forms(tree, {})
