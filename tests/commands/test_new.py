"""A new record is begun by a command, filled as an editor would, and then passes the check and the build."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from macros.archive.loading import examine
from macros.commands.new import KINDS, main
from macros.yaml_files.problems import Level
from macros.yaml_files.strict_yaml import read
from tests.commands.test_schemas import schema, validator
from tests.support import project
from tests.support.project import ROOT

MARK = r"(\w+): (CẦN ĐIỀN|TO FILL IN)$"
FILLED = {
    "level": "regional",
    "form": "briefing",
    "completeness": "partial",
    "publisher": "VOV (vov.vn)",
    "language": "vi",
    "seen": "part",
    "type": "resolution",
    "vi": "Nguồn in đủ ngày họp và nơi họp.",
    "en": "The source prints the day and the place.",
}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project, in which the commands run."""
    tree = project.copy(tmp_path / "project")
    monkeypatch.chdir(tree)
    return tree


def errors(tree: Path, file: str) -> list[str]:
    """The errors that the check tells about a file."""
    _, problems = examine(tree / "data")
    return [str(each) for each in problems if each.place.file == file and each.level is Level.ERROR]


def fill(path: Path) -> None:
    """Write something for each mark, as an editor would."""
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(r"(\w+): (CẦN ĐIỀN|TO FILL IN)$", lambda m: f"{m[1]}: {FILLED[m[1]]}", text, flags=re.M), "utf-8"
    )


def test_a_meeting_from_arguments_is_filled_checked_and_built(tree: Path) -> None:
    command = ["meeting", "--date", "2026-03-01", "--title-vi", "Hội nghị: giao ban", "--title-en", "A briefing"]
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
    assert vietnamese.startswith("Đã tạo data/meetings/2026-03-01.yml.")
    assert english.startswith("data/meetings/2026-03-01.yml is there.")
    file = tree / "data/meetings/2026-03-01.yml"
    marks = len(re.findall(r": \[?(CẦN ĐIỀN|TO FILL IN)", file.read_text("utf-8")))
    assert len(errors(tree, "data/meetings/2026-03-01.yml")) == marks > 5
    fill(file)
    use_the_examples(file)
    _, problems = examine(tree / "data")
    assert [str(each) for each in problems if each.place.file == "data/meetings/2026-03-01.yml"] == []
    built = project.build(tree)
    assert built.returncode == 0, built.stderr
    page = (tree / "site/meetings/2026-03-01/index.html").read_text("utf-8")
    assert "Hội nghị: giao ban" in page
    assert "Khó bố trí cán bộ trẻ." in page


def use_the_examples(file: Path) -> None:
    """Take the # off two lists, with ids of their own."""
    lines = file.read_text("utf-8").split("\n")
    for name in ("results", "figures"):
        start = lines.index(f"# {name}:")
        end = next(i for i in range(start + 1, len(lines)) if not lines[i].startswith("#   "))
        lines[start:end] = [line.removeprefix("# ") for line in lines[start:end]]
    text = "\n".join(lines)
    file.write_text(text.replace("Khó quy hoạch đội ngũ cán bộ trẻ.", "Khó bố trí cán bộ trẻ."), "utf-8")


def test_the_schema_is_named_and_every_field_explained(tree: Path) -> None:
    assert main(["meeting", "--date", "2026-03-01"]) == 0
    text = (tree / "data/meetings/2026-03-01.yml").read_text("utf-8")
    named = text.split("\n")[0].removeprefix("# yaml-language-server: $schema=")
    assert (ROOT / "data/meetings" / named).resolve() == ROOT / "schemas/meeting.json"
    for name, field in schema("meetings/*.yml")["properties"].items():
        vietnamese, english = field["description"].split("\n")
        assert f"# {vietnamese}" in text and f"# {english}" in text
        assert re.search(rf"^(# )?{name}:", text, re.MULTILINE)


def test_what_is_commented_out_is_right_once_used(tree: Path) -> None:
    """Every example of the model, uncommented, is valid under the schema."""
    assert main(["meeting", "--date", "2026-03-01"]) == 0
    file = tree / "data/meetings/2026-03-01.yml"
    fill(file)
    lines = file.read_text("utf-8").split("\n")
    used = [re.sub(r"^(\s*)# ((?:[a-z_]+:|  ).*)$", r"\1\2", line) for line in lines[1:]]
    file.write_text("\n".join(used), "utf-8")
    value, _, problems = read(file, "data/meetings/2026-03-01.yml")
    assert problems == []
    assert [error.message for error in validator("meetings/*.yml").iter_errors(value)] == []
    assert value.keys() == schema("meetings/*.yml")["properties"].keys()


@pytest.mark.parametrize(
    ("arguments", "id"),
    [
        (["meeting", "--date", "2026-03", "--level", "provincial", "--provinces", "gia-lai"], "2026-03-gia-lai"),
        (["meeting", "--date", "2026-Q1", "--level", "national"], "2026-q1-national"),
        (["meeting", "--date", "2026-03-01/02"], "2026-03-01"),
        (["document", "--number", "96-QĐ/TW", "--date", "2026-03-01"], "96-qd-tw-2026"),
        (["document", "--number", "12/2026/QH16", "--date", "2026-03-01"], "12-2026-qh16"),
    ],
)
def test_a_file_is_named_by_its_id(tree: Path, arguments: list[str], id: str) -> None:
    assert main(arguments) == 0
    [file] = (tree / "data").glob(f"*/{id}.yml")
    fill(file)
    assert not [error for error in errors(tree, file.relative_to(tree).as_posix()) if "CẦN ĐIỀN" not in error]


@pytest.mark.parametrize(
    ("arguments", "file", "id"),
    [
        (["person", "--name", "Bùi Văn Ánh"], "people", "bui-van-anh"),
        (["person", "--name", "A Ai"], "people", "a-ai"),
        (["topic", "--name-vi", "Tài chính đảng", "--name-en", "Party finance"], "topics", "party-finance"),
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
        (["meeting", "--date", "2022-06-29"], "Đã có data/meetings/2022-06-29.yml", "There is data/meetings/2022"),
        (["person", "--name", "A Pớt"], "Đã có data/people.yml: a-pot", "There is data/people.yml: a-pot already"),
        (["meeting", "--date", "30/11/2026"], "“30/11/2026” không phải ngày", "“30/11/2026” is not a date"),
        (["meeting", "--title-vi", "Hội nghị"], "Cần --date để đặt mã", "--date is needed"),
    ],
)
def test_what_cannot_be_begun_is_said_and_nothing_written(
    tree: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], vi: str, en: str
) -> None:
    before = {path: path.read_bytes() for path in tree.rglob("data/**/*.yml")}
    assert main(arguments) == 1
    told = capsys.readouterr().err
    assert vi in told
    assert en in told
    assert {path: path.read_bytes() for path in tree.rglob("data/**/*.yml")} == before


def test_it_asks_for_what_is_not_given(tree: Path) -> None:
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return {1: "Bùi Văn Ánh"}.get(len(asked), "")

    assert main(["person"], ask=answer) == 0
    assert asked == ["họ và tên / name: "]
    assert "bui-van-anh:" in (tree / "data/people.yml").read_text("utf-8")
    assert KINDS.keys() == {"meeting", "document", "person", "topic", "term"}
