"""JSON Schemas (draft-07) of the data files, for editors, in `schemas/`: `python -m macros.derived.schemas`.

Everything in them comes from the model; the ids that can be completed come from the data and stand in `ids.json`, so
that the other files change with the model only. What JSON Schema cannot say is left to the check: that an id of a
source is one of the file's own, that an id is used once in a file, that 29 February is in a leap year and a span runs
forward, that an address leads where it seems to, that a number has no third decimal, and everything in `rules/`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from macros.archive.reader import ADAPTERS, Reading
from macros.data import plain_files
from macros.data.codes import Codes
from macros.derived import issue_forms
from macros.records.base import LONGEST_ADDRESS, LONGEST_ID, PERMANENT
from macros.records.choice import described

FOLDER = Path("schemas")
IDS = "ids.json"
_DRAFT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, Any]:
    """The schema of every kind of file, by the name of the schema's file."""
    return {schema_of(pattern): _schema(adapter) for pattern, adapter in ADAPTERS.items()}


def ids(known: Mapping[str, Codes]) -> dict[str, Any]:
    """The schema of the ids that records may name, each with what it is called."""
    definitions = {kind: {"type": "string", **described(known[kind])} for kind in sorted(known)}
    return {"$schema": _DRAFT, "definitions": definitions}


def schema_of(pattern: str) -> str:
    """The schema's file for a kind of file: `meetings/*.yml` has `meeting.json`, `topics.yml` has `topics.json`."""
    path = PurePosixPath(pattern)
    name = path.parts[0].removesuffix("s") if path.stem == "*" else path.stem
    return f"{name}.json"


def written(schema: Any) -> str:
    """The text of a schema's file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def known_ids(data: Path) -> dict[str, Codes]:
    """Every id of the data that a record may name, by collection."""
    return Reading(data).codes()


def files(data: Path) -> dict[Path, str]:
    """Every file of `schemas/` with its text."""
    every = {**schemas(), IDS: ids(known_ids(data))}
    return {FOLDER / name: written(schema) for name, schema in every.items()}


def of_data(data: Path) -> dict[Path, str]:
    """What lists the ids of the data, in `schemas/` and on the forges' forms, with its text.

    Nothing while a file cannot be read: what it is called is not known then.
    """
    reading = Reading(data)
    if reading.unreadable:
        return {}
    known = reading.codes()
    return {FOLDER / IDS: written(ids(known)), **issue_forms.files(data.parent, known)}


def main() -> int:
    """Write all schemas, and the codes on the forges' forms; returns the exit code."""
    data = Path("data")
    try:
        for path, text in {**files(data), **of_data(data)}.items():
            plain_files.write(path, Path(), text.encode("utf-8"))
    except plain_files.NotPlain as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0


class _ForEditors(GenerateJsonSchema):
    """Pydantic's schemas without what tells an editor nothing: names of classes and fields as titles, `default: null`.

    A key without a value is refused before a schema matters, so that no field may be null.
    """

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def nullable_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: Any) -> dict[str, Any]:
        return {
            key: value for key, value in super().model_schema(schema).items() if key not in ("title", "description")
        }

    def dict_schema(self, schema: Any) -> dict[str, Any]:
        made = super().dict_schema(schema)
        longest = LONGEST_ADDRESS if f"^{PERMANENT.pattern}$" in made["patternProperties"] else LONGEST_ID
        return made | {"additionalProperties": False, "propertyNames": {"maxLength": longest}}


def _schema(adapter: TypeAdapter[Any]) -> dict[str, Any]:
    made = adapter.json_schema(ref_template="#/definitions/{model}", schema_generator=_ForEditors)
    definitions = _with_ids(made.pop("$defs", {}))
    return {"$schema": _DRAFT, **_with_ids(made), "definitions": definitions}


def _with_ids(schema: Any) -> Any:
    """The schema with references to the file of ids, which pydantic would look for among its own definitions."""
    if isinstance(schema, list):
        return [_with_ids(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "ids" in schema:
        reference = {"$ref": f"{IDS}#/definitions/{schema['ids']}"}
        about = {key: schema[key] for key in ("description", "examples") if key in schema}
        return {"allOf": [reference], **about} if about else reference
    return {key: _with_ids(value) for key, value in schema.items()}


if __name__ == "__main__":
    sys.exit(main())
