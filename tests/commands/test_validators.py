"""Validators of others judge by our schemas as they are: ajv in strict mode, and check-jsonschema."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from macros.commands.schemas import FOLDER, IDS, files, schema_of
from macros.yaml_files.strict_yaml import read
from tests.commands.test_schemas import RECORDS, kind, validator
from tests.node import TOOLS
from tests.records.wrong_data import WRONG
from tests.support.project import ROOT, SMALL, SMALL_DATA

Judged = Sequence[tuple[str, Path]]  # the name of a schema and a file


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The schemas, with the ids of the small archive."""
    root = tmp_path_factory.mktemp("schemas")
    shutil.copytree(ROOT / FOLDER, root / FOLDER)
    (root / FOLDER / IDS).write_text(files(SMALL_DATA)[FOLDER / IDS], "utf-8")
    return root / FOLDER


def _ajv(schemas: Path, judged: Judged) -> tuple[dict[str, str], list[bool]]:
    """What ajv says against the schemas themselves, and whether it accepts each file."""
    node = shutil.which("node")
    assert node, "node is missing: python -m tests.node"
    names = sorted(path.name for path in schemas.iterdir())
    values = [(schema, read(path, path.name)[0]) for schema, path in judged]
    asked = json.dumps({"folder": str(schemas), "schemas": names, "values": values})
    run = subprocess.run([node, "ajv.mjs"], cwd=TOOLS, input=asked, capture_output=True, encoding="utf-8", check=True)
    answer: Any = json.loads(run.stdout)
    return answer["errors"], answer["valid"]


def _check_jsonschema(schemas: Path, judged: Judged) -> list[bool]:
    """Whether check-jsonschema accepts each file, with its defaults."""
    program = Path(sys.executable).with_name("check-jsonschema")
    refused: set[str] = set()
    for schema in {schema for schema, _ in judged}:
        paths = [str(path) for each, path in judged if each == schema]
        command = [str(program), "--output-format", "json", "--schemafile", str(schemas / schema), *paths]
        run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        report = json.loads(run.stdout)
        assert report.get("parse_errors", []) == []
        refused.update(error["filename"] for error in report["errors"])
    return [str(path) not in refused for _, path in judged]


def _schema(name: str) -> str:
    """The schema of a file, by its name below `data/`."""
    return schema_of(kind(name))


def test_every_schema_compiles_in_strict_mode_with_unicode_patterns(schemas: Path) -> None:
    assert _ajv(schemas, [])[0] == {}


def test_what_strict_mode_refuses_is_found(tmp_path: Path) -> None:
    """The compiler is not blind: a keyword and a pattern that it must refuse."""
    wrong = {"a.json": {"type": "object", "requiredd": ["a"]}, "b.json": {"type": "string", "pattern": '\\"'}}
    for name, schema in wrong.items():
        (tmp_path / name).write_text(json.dumps(schema), "utf-8")
    asked = json.dumps({"folder": str(tmp_path), "schemas": list(wrong), "values": []})
    run = subprocess.run(["node", "ajv.mjs"], cwd=TOOLS, input=asked, capture_output=True, encoding="utf-8", check=True)
    assert json.loads(run.stdout)["errors"].keys() == wrong.keys()


def test_all_data_is_accepted(schemas: Path) -> None:
    judged = [(_schema(name), SMALL_DATA / name) for name in RECORDS]
    assert len(judged) > 10
    assert _ajv(schemas, judged)[1] == [True] * len(judged)
    assert _check_jsonschema(schemas, judged) == [True] * len(judged)


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Path]]:
    """Every file that a wrong edit leaves readable, with its schema."""
    found: list[tuple[str, Path]] = []
    for number, wrong in enumerate(WRONG):
        tree = tmp_path_factory.mktemp(f"wrong-{number}")
        path = tree / wrong.edit.file
        path.parent.mkdir(parents=True)
        path.write_bytes((SMALL / wrong.edit.file).read_bytes())
        wrong.edit.apply(tree)
        if not read(path, wrong.edit.file)[2]:
            found.append((_schema(wrong.edit.file.removeprefix("data/")), path))
    return found


def test_spoiled_files_have_one_verdict(schemas: Path, spoiled: list[tuple[str, Path]]) -> None:
    """That of the schema as `test_schemas.py` reads it, which is the model's."""
    patterns = {_schema(name): kind(name) for name in RECORDS}
    expected = [validator(patterns[schema]).is_valid(read(path, path.name)[0]) for schema, path in spoiled]
    assert expected.count(False) > 40
    assert _ajv(schemas, spoiled)[1] == expected
    assert _check_jsonschema(schemas, spoiled) == expected
