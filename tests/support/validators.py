"""Validators of others, which judge by our schemas as they are: ajv in strict mode, and check-jsonschema."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from macros.data.strict_yaml import read
from macros.derived.schemas import FOLDER, IDS, files, schema_of
from macros.records.files import pattern_of
from tests.node import TOOLS
from tests.support.project import ROOT

Judged = Sequence[tuple[str, Path]]  # the name of a schema and a file


def schemas_of(data: Path, root: Path) -> Path:
    """The committed schemas with the ids of the data, in a folder below `root`: ids are renewed at the merge only."""
    shutil.copytree(ROOT / FOLDER, root / FOLDER)
    (root / FOLDER / IDS).write_text(files(data)[FOLDER / IDS], "utf-8")
    return root / FOLDER


def schema(name: str) -> str:
    """The name of the schema of a file such as `data/topics.yml`."""
    kind = pattern_of(name)
    assert kind, name
    return schema_of(kind)


def all_of(data: Path) -> Judged:
    """Every file of the data with its schema."""
    return [(schema(path.relative_to(data.parent).as_posix()), path) for path in sorted(data.rglob("*.yml"))]


def compiled(schemas: Path) -> dict[str, str]:
    """What ajv says against the schemas of a folder: a message by the name of the schema, none where all compile."""
    return _ajv(schemas, [])[0]


def ajv(schemas: Path, judged: Judged) -> list[bool]:
    """Whether ajv accepts each file."""
    return _ajv(schemas, judged)[1]


def check_jsonschema(schemas: Path, judged: Judged) -> list[bool]:
    """Whether check-jsonschema accepts each file, with its defaults."""
    program = Path(sys.executable).with_name("check-jsonschema")
    refused: set[str] = set()
    for name in {name for name, _ in judged}:
        paths = [str(path) for each, path in judged if each == name]
        command = [str(program), "--output-format", "json", "--schemafile", str(schemas / name), *paths]
        run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        report = json.loads(run.stdout)
        assert report.get("parse_errors", []) == []
        refused.update(error["filename"] for error in report["errors"])
    return [str(path) not in refused for _, path in judged]


def _ajv(schemas: Path, judged: Judged) -> tuple[dict[str, str], list[bool]]:
    node = shutil.which("node")
    assert node, "node is missing: python -m tests.node"
    names = sorted(path.name for path in schemas.iterdir())
    values = [(name, read(path, path.name)[0]) for name, path in judged]
    asked = json.dumps({"folder": str(schemas), "schemas": names, "values": values})
    run = subprocess.run([node, "ajv.mjs"], cwd=TOOLS, input=asked, capture_output=True, encoding="utf-8", check=True)
    answer: Any = json.loads(run.stdout)
    return answer["errors"], answer["valid"]
