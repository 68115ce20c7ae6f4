"""Files as the form writes them: every line as it was but those that an edit touches, judged as the check judges."""

from __future__ import annotations

import difflib
import random
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

from macros.archive import Archive
from macros.checks.loading import examine
from macros.data.problems import Severity
from macros.data.strict_yaml import Key, parse
from macros.derived.editing import EDITED
from macros.derived.schemas import schema_of
from macros.records import NOT_STATED
from macros.records.files import field_at, pattern_of
from macros.records.walk import Field
from macros.text.dates import PartialDate
from tests.editing.conftest import Run, form_files
from tests.support.project import LIVE_DATA, SMALL, SMALL_DATA

SEED = 23
EDITS = 200
_REWRITTEN = """async (texts) => {
    const { DataFile } = await import("./edit/file.js");
    return texts.map((text) => new DataFile("a.yml", text).text);
}"""
_EDITED = """async ({ edits, schemas, known, addresses }) => {
    const { DataFile } = await import("./edit/file.js");
    const { Schema } = await import("./edit/schema.js");
    const { problems } = await import("./edit/rules/all.js");
    const all = new Set(addresses);
    const there = (id) => all.has(id);
    return edits.map(({ name, text, path, value, schema, sources }) => {
        const file = new DataFile("a.yml", text);
        file.set(path, value);
        const rules = new Schema(schemas[schema], (collection) => new Set(known[collection]));
        const found = problems(rules, name, file.value, { ...(sources && { sources }), there });
        const errors = found.filter(({ severity }) => severity !== "warning");
        return [file.text, errors.map(({ path, key }) => `${path.join(".")}: ${key}`)];
    });
}"""
_DONE = """async ({ text, steps }) => {
    const { DataFile } = await import("./edit/file.js");
    const file = new DataFile("a.yml", text);
    for (const [name, ...given] of steps) {
        const order = ["id", "text", "by", "topics", "note", "source"];
        file[name](...given, ...(["set", "insert"].includes(name) ? [(path) => (path.length === 2 ? order : [])] : []));
    }
    return file.text;
}"""
_PEOPLE = """\
# Người, theo thứ tự mã
an:
  name: Nguyễn Văn An # như nguồn in

binh:
  name: "Bình"
"""
_LIST = """\
tasks:
  - id: a
    text:
      vi: Một
    topics: [cadres, members]
    source: s1

  # hai
  - id: b
    text:
      vi: >-
        Hai
    source: s1
"""


@pytest.mark.parametrize("data", [SMALL_DATA, LIVE_DATA], ids=["small", "live"])
def test_a_file_that_nobody_edits_stays_as_it_is(run: Run, data: Path) -> None:
    texts = [path.read_text("utf-8") for path in sorted(data.rglob("*.yml"))]
    assert texts
    assert run(_REWRITTEN, texts) == texts


def test_an_edit_changes_its_own_lines_and_the_check_agrees_with_the_form(
    run: Run, archive: Archive, tmp_path: Path
) -> None:
    """Single values by a seed, good and bad ones of the kind that the field has."""
    for part in ("data", "translations"):
        shutil.copytree(SMALL / part, tmp_path / part)
    given = form_files(archive)
    chance = random.Random(SEED)
    chosen = [_edit(each, given.known, chance) for each in chance.sample(_values_of(tmp_path / "data"), EDITS)]
    known = {
        "known": given.known,
        "addresses": [each.replace("/#", "/").rstrip("/") for each in archive.records.addresses],
    }
    answers = run(_EDITED, {"edits": [each.given for each in chosen], "schemas": given.schemas, **known})
    by_file: dict[Path, list[tuple[_Edit, str, list[str]]]] = {}
    for edit, (after, problems) in zip(chosen, answers, strict=True):
        named = f"{edit.file.name}: {edit.path}: {edit.value!r}: {problems}"
        assert edit.touched(after) == {edit.line}, named
        assert _at(parse(after.encode(), "")[0], edit.path) == edit.value, named
        by_file.setdefault(edit.file, []).append((edit, after, problems))
    # One edit of each file at a time: what the check says in a file is about its own.
    before = _errors(tmp_path / "data")
    disagreed = []
    for tried in zip_longest(*by_file.values()):
        edits = [each for each in tried if each]
        for edit, after, _ in edits:
            edit.file.write_text(after, "utf-8")
        errors = [each for each in _errors(tmp_path / "data") if each not in before]
        for edit, _, problems in edits:
            found = [each for each in errors if each.startswith(f"data/{edit.given['name']}:")]
            if bool(problems) != bool(found):
                disagreed.append((edit.given["name"], edit.path, edit.value, problems, found))
            edit.file.write_text(edit.text, "utf-8")
    assert disagreed == []
    assert 20 < sum(bool(problems) for _, problems in answers) < EDITS - 20


@pytest.mark.parametrize(
    ("text", "steps", "expected"),
    [
        (_PEOPLE, [["set", ["an", "name"], "no"]], _PEOPLE.replace("Nguyễn Văn An", '"no"')),
        (_PEOPLE, [["set", ["an", "name"], "Ông: An"]], _PEOPLE.replace("Nguyễn Văn An", '"Ông: An"')),
        (_PEOPLE, [["set", ["ao"], {"name": "Áo"}]], _PEOPLE.replace("\nbinh", "\nao:\n  name: Áo\n\nbinh")),
        (_PEOPLE, [["remove", ["an"]]], "# Người, theo thứ tự mã\nbinh:\n  name: \"Bình\"\n"),
        (_LIST, [["set", ["tasks", 1, "text", "vi"], "Ba"]], _LIST.replace(">-\n        Hai", "Ba")),
        (_LIST, [["set", ["tasks", 0, "by"], "an"]], _LIST.replace("    topics", "    by: an\n    topics")),
        (_LIST, [["set", ["tasks", 0, "topics", 1], "no"]], _LIST.replace("members", '"no"')),
        (_LIST, [["set", ["tasks", 0, "text", "en"], "One"]], _LIST.replace("vi: Một", "vi: Một\n      en: One")),
        (_LIST, [["insert", ["tasks", 0, "topics"], 2, "youth"]], _LIST.replace("members]", "members, youth]")),
        (_LIST, [["remove", ["tasks", 1]]], _LIST.partition("\n\n")[0] + "\n"),
        (_LIST, [["move", ["tasks"], 0, 1], ["move", ["tasks"], 0, 1]], _LIST),
        ("", [["set", ["a/", ], "b/"]], "a/: b/\n"),
        ("", [["set", ["title", "vi"], "Một"], ["set", ["date"], 2030]], "title:\n  vi: Một\ndate: 2030\n"),
    ],
)  # fmt: skip
def test_what_can_be_done_with_a_file(run: Run, text: str, steps: list[Any], expected: str) -> None:
    assert run(_DONE, {"text": text, "steps": steps}) == expected


@dataclass(frozen=True)
class _Edit:
    """A value of a file, on one line, and what is put in its place."""

    file: Path
    text: str
    schema: str
    path: list[Key]
    line: int
    field: Field
    value: Any

    @property
    def given(self) -> dict[str, Any]:
        """What the form knows."""
        name = self.file.relative_to(self.file.parents[-1]).as_posix().partition("/data/")[2]
        review = self.file.with_name("review.yml")
        of_review = {"sources": parse(review.read_bytes(), "")[0]["sources"]} if review.exists() else {}
        return {
            "name": name,
            "text": self.text,
            "path": self.path,
            "value": self.value,
            "schema": self.schema,
            **of_review,
        }

    def touched(self, after: str) -> set[int]:
        """The lines that are others in another text of the file."""
        lines = difflib.SequenceMatcher(None, self.text.split("\n"), after.split("\n"), autojunk=False).get_opcodes()
        return {line for tag, first, last, *_ in lines for line in range(first, last) if tag != "equal"}


def _values_of(data: Path) -> list[_Edit]:
    """Every single value of the data that may be another without anything else being so."""
    found = []
    for file in sorted(data.rglob("*.yml")):
        name = file.relative_to(data.parent).as_posix()
        pattern = pattern_of(name)
        if pattern in EDITED:
            text = file.read_text("utf-8")
            value, places, _ = parse(text.encode(), name)
            for path, each in _values(value, []):
                field = field_at(name, tuple(path))
                if field is not None and not _ALONE.intersection(map(str, path)):
                    line = places.find(tuple(path)).line - 1
                    found.append(_Edit(file, text, schema_of(pattern), path, line, field, each))
    return found


# What other parts of the data, or rules across fields, depend on.
_ALONE = {"broader", "document", "id", "ids", "number", "wording", "tile"}


def _edit(edit: _Edit, known: Mapping[str, Sequence[str]], chance: random.Random) -> _Edit:
    """The edit with another value: mostly one that the field may have."""
    field, value = edit.field, edit.value
    other: Any
    is_good = chance.random() < 0.6
    if field.collection and field.collection in known:
        other = chance.choice([each for each in known[field.collection] if each != value]) if is_good else "khong-co"
    elif field.collection or value == NOT_STATED or field.is_address:
        other = f"{value} x" if value.startswith("http") else ["không", 5, ""][chance.randrange(3)]
    elif isinstance(value, bool):
        other = not value if is_good else "có"
    elif field.choice:
        other = chance.choice([each for each in field.choice if each != value]).value if is_good else "khác"
    elif isinstance(value, int | float) and PartialDate not in field.types:
        other = value + 1 if is_good else ["hơn 5", -1, 20.739][chance.randrange(3)]
    elif PartialDate in field.types:
        other = ["30/11/2023", "2031-02-30", "2031-13", ""][chance.randrange(4)]
    else:
        other = f"{value} (a: b)" if is_good else ["", "x" * 2001, 5][chance.randrange(3)]
    return replace(edit, value=other)


def _values(value: Any, path: list[Key]) -> list[tuple[list[Key], Any]]:
    if isinstance(value, dict | list):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        return [each for key, part in parts for each in _values(part, [*path, key])]
    return [(path, value)]


def _at(value: Any, path: list[Key]) -> Any:
    for step in path:
        value = value[step]
    return value


def _errors(data: Path) -> list[str]:
    return [str(each) for each in examine(data)[1] if each.severity is Severity.ERROR]
