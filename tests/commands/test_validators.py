"""Validators of others judge by our schemas as the check does: ajv in strict mode, and check-jsonschema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.data.strict_yaml import read
from macros.records.files import pattern_of
from tests.commands.test_schemas import validator
from tests.records.wrong_data import WRONG
from tests.support.project import SMALL, SMALL_DATA
from tests.support.validators import ajv, all_of, check_jsonschema, compiled, schema, schemas_of


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The schemas, with the ids of the small archive."""
    return schemas_of(SMALL_DATA, tmp_path_factory.mktemp("schemas"))


def test_every_schema_compiles_in_strict_mode_with_unicode_patterns(schemas: Path) -> None:
    assert compiled(schemas) == {}


def test_what_strict_mode_refuses_is_found(tmp_path: Path) -> None:
    """The compiler is not blind: a keyword and a pattern that it must refuse."""
    wrong = {"a.json": {"type": "object", "requiredd": ["a"]}, "b.json": {"type": "string", "pattern": '\\"'}}
    for name, content in wrong.items():
        (tmp_path / name).write_text(json.dumps(content), "utf-8")
    assert compiled(tmp_path).keys() == wrong.keys()


def test_all_data_is_accepted(schemas: Path) -> None:
    judged = all_of(SMALL_DATA)
    assert len(judged) > 10
    assert ajv(schemas, judged) == [True] * len(judged)
    assert check_jsonschema(schemas, judged) == [True] * len(judged)


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Path]]:
    """Every file that a wrong edit leaves readable, with its name inside the project."""
    found: list[tuple[str, Path]] = []
    for number, wrong in enumerate(WRONG):
        tree = tmp_path_factory.mktemp(f"wrong-{number}")
        path = tree / wrong.edit.file
        path.parent.mkdir(parents=True)
        path.write_bytes((SMALL / wrong.edit.file).read_bytes())
        wrong.edit.apply(tree)
        if not read(path, wrong.edit.file)[2]:
            found.append((wrong.edit.file, path))
    return found


def test_spoiled_files_have_one_verdict(schemas: Path, spoiled: list[tuple[str, Path]]) -> None:
    """That of the schema as `test_schemas.py` reads it, which is the model's."""
    expected = [validator(pattern_of(name) or "").is_valid(read(path, path.name)[0]) for name, path in spoiled]
    assert expected.count(False) > 40
    judged = [(schema(name), path) for name, path in spoiled]
    assert ajv(schemas, judged) == expected
    assert check_jsonschema(schemas, judged) == expected
