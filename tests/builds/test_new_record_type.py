"""A new record type is its module, a line in `TYPES` and its words: all else follows, in a build of the archive."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support import project

MODULE = Path(__file__).with_name("training.py")
WORDS = """
trainings: {vi: "Lớp bồi dưỡng", en: "Training courses"}
kind_training: {vi: "Lớp bồi dưỡng", en: "Training course"}
count_training: {vi: "lớp bồi dưỡng", en: "training course|training courses"}
training_description: {vi: "{title}: lớp bồi dưỡng.", en: "{title}: a training course."}
"""
RECORD = """\
title:
  vi: Lớp bồi dưỡng cấp ủy viên
  en: A course for Party committee members
date: 2031-03-01
place:
  vi: TP Bạch Sa
  en: Bạch Sa City
note:
  vi: Học một tuần.
  en: It takes a week.
sources:
  - id: s1
    publisher: Báo Thống Nhất
    title: Khai giảng lớp bồi dưỡng
    language: vi
    url: https://thong-nhat.example/khai-giang
    published: 2031-03-02
    seen: whole
"""
FILE = "data/trainings/2031-03-01.yml"
ADDRESS = "trainings/2031-03-01/"
CHANGES = f"""
from pathlib import Path
from macros.archive.diff import compare
from macros.checks.loading import read_archive
before = read_archive(Path("data"))
file = Path("{FILE}")
text = file.read_text("utf-8").replace("Bạch Sa City", "Bạch Sa town")
file.write_text(text.replace("date: 2031-03-01", "date: 2031-03"), "utf-8")
print(*((change.what, change.address, change.part) for change in compare(before, read_archive(Path("data")))))
"""


class Grown(NamedTuple):
    """The small archive with a course, built."""

    tree: Path

    def read(self, file: str) -> str:
        return (self.tree / "site" / file).read_text("utf-8")

    def run(self, *arguments: str) -> str:
        run = subprocess.run([sys.executable, *arguments], cwd=self.tree, capture_output=True, encoding="utf-8")
        assert run.returncode == 0, run.stderr
        return run.stdout


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Grown:
    tree = project.copy_small(tmp_path_factory.mktemp("training") / "tree")
    records = tree / "macros/records"
    (records / MODULE.name).write_bytes(MODULE.read_bytes())
    types = (records / "__init__.py").read_text("utf-8")
    head, tail = types.split("TYPES: ", 1)
    own = f"from macros.records.{MODULE.stem} import TRAINING\n"
    (records / "__init__.py").write_text(
        f"{head}{own}TYPES: {tail.replace('    DOCUMENT,', '    DOCUMENT, TRAINING,', 1)}"
    )
    with (tree / "macros/words.yml").open("a", encoding="utf-8") as words:
        words.write(WORDS)
    (tree / FILE).parent.mkdir()
    (tree / FILE).write_text(RECORD, "utf-8")
    built = project.build(tree, SOURCE_DATE_EPOCH=project.TODAY["SOURCE_DATE_EPOCH"])
    assert built.returncode == 0, built.stderr
    return Grown(tree)


def test_its_module_is_short() -> None:
    statements = [node for node in ast.walk(ast.parse(MODULE.read_text("utf-8"))) if isinstance(node, ast.stmt)]
    assert len(statements) < 30


def test_each_record_has_a_page_with_all_that_it_says(grown: Grown) -> None:
    for prefix, expected in {"": ("TP Bạch Sa", "Học một tuần."), "en/": ("Bạch Sa City", "It takes a week.")}.items():
        page = grown.read(f"{prefix}{ADDRESS}index.html")
        assert "https://thong-nhat.example/khai-giang" in page
        assert all(text in page for text in expected)


def test_a_list_leads_to_it(grown: Grown) -> None:
    assert f'href="../{ADDRESS}"' in grown.read("trainings/index.html")


def test_it_is_found_exported_and_announced(grown: Grown) -> None:
    for language in ("vi", "en"):
        [index] = (grown.tree / f"site/assets/search/{language}").glob("*/all.json")
        assert ADDRESS in index.read_text("utf-8")
    [row] = json.loads(grown.read("data/trainings.json"))
    assert row["address"] == ADDRESS.rstrip("/") and row["place_en"] == "Bạch Sa City"
    assert ADDRESS in grown.read("feed.xml")
    assert ADDRESS in grown.read("sitemap.xml")


def test_editors_begin_it_by_a_command_and_have_a_schema(grown: Grown) -> None:
    grown.run("-m", "macros.derived.schemas")
    schema = json.loads((grown.tree / "schemas/training.json").read_text("utf-8"))
    assert schema["required"] == ["title", "date", "sources"]
    grown.run("-m", "macros.commands.new", "training", "--title-vi", "Lớp thứ hai", "--date", "2031-05-01")
    begun = grown.tree / "data/trainings/lop-thu-hai.yml"
    assert "date: 2031-05-01" in begun.read_text("utf-8")
    begun.unlink()


def test_what_changes_in_it_is_a_correction(grown: Grown) -> None:
    changes = grown.run("-c", CHANGES)
    assert f"('changed', '{ADDRESS}', 'date')" in changes
    assert f"('changed', '{ADDRESS}', 'place')" in changes
