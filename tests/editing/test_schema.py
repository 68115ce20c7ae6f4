"""The form judges a value by the schemas as ajv does, whatever is written."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from macros.archive import Archive
from macros.data.strict_yaml import read
from macros.derived.editing import EDITED
from macros.derived.schemas import schema_of
from macros.records.files import pattern_of
from tests.editing.conftest import Run, form_files
from tests.editing.spoiling import SPOILT, spoilt
from tests.support import validators
from tests.support.project import SMALL_DATA

SEED = 4
COPIES = 12  # of each file, each with one value spoiled
_JUDGED = """async ({ values, schemas, known }) => {
    const { Schema } = await import("./edit/schema.js");
    return values.map(([schema, value]) => {
        const judge = new Schema(schemas[schema], (collection) => new Set(known[collection]));
        return [...judge.problems(value)].map(({ path, key }) => `${path.join(".")}: ${key}`);
    });
}"""

_RULED = """async ({ values, schemas, known }) => {
    const { Schema } = await import("./edit/schema.js");
    const { problems } = await import("./edit/rules/all.js");
    const judge = (schema) => new Schema(schemas[schema], (collection) => new Set(known[collection]));
    return values.map(([schema, value, name]) => problems(judge(schema), name, value)).length;
}"""


def test_the_form_refuses_what_ajv_refuses(run: Run, archive: Archive, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    values: list[tuple[str, Any]] = []
    for path in sorted(SMALL_DATA.rglob("*.yml")):
        name = path.relative_to(SMALL_DATA.parent).as_posix()
        if (pattern := pattern_of(name)) in EDITED:
            value = read(path, name)[0]
            values.append((schema_of(pattern), value))
            values += [(schema_of(pattern), spoilt(value, chance)) for _ in range(COPIES)]
    files = []
    for number, (schema, value) in enumerate(values):
        file = tmp_path / f"{number}.yml"
        file.write_text(json.dumps(value), "utf-8")
        files.append((schema, file))
    by_ajv = validators.ajv(validators.schemas_of(SMALL_DATA, tmp_path / "schemas-of"), files)
    by_form = run(_JUDGED, {"values": values, **form_files(archive)._asdict()})
    disagreed = [
        (schema, problems, accepted)
        for (schema, _), problems, accepted in zip(values, by_form, by_ajv, strict=True)
        if accepted == bool(problems)
    ]
    assert disagreed == []
    assert min(sum(by_ajv), len(by_ajv) - sum(by_ajv)) > 100


def test_the_rules_come_to_an_end_whatever_is_written(run: Run, archive: Archive) -> None:
    chance = random.Random(SEED)
    values: list[tuple[str, Any, str]] = []
    for path in sorted(SMALL_DATA.rglob("*.yml")):
        name = path.relative_to(SMALL_DATA.parent).as_posix()
        if (pattern := pattern_of(name)) in EDITED:
            value = read(path, name)[0]
            odd = [{**value, key: each} for key in value for each in (*SPOILT, None, [None])]
            odd += [spoilt(value, chance) for _ in range(COPIES)]
            values += [(schema_of(pattern), each, name.removeprefix("data/")) for each in odd]
    assert run(_RULED, {"values": values, **form_files(archive)._asdict()}) == len(values)
