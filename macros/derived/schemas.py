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

from macros.archive.reader import KINDS, Reading
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
    return {schema_of(pattern): _schema(adapter.json_schema()) for pattern, adapter in KINDS.items()}


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


def _schema(made: dict[str, Any]) -> dict[str, Any]:
    """Pydantic's schema in draft-07."""
    definitions = {name: _plain(each) for name, each in made.pop("$defs", {}).items()}
    return {"$schema": _DRAFT, **_plain(made), "definitions": definitions}


def _plain(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_plain(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "ids" in schema:
        reference = {"$ref": f"{IDS}#/definitions/{schema['ids']}"}
        about = {key: schema[key] for key in ("description", "examples") if key in schema}
        return {"allOf": [reference], **about} if about else reference
    # `default: null` and the titles that pydantic makes from names would tell an editor nothing.
    plain = {
        key: {name: _plain(each) for name, each in value.items()} if key == "properties" else _plain(value)
        for key, value in schema.items()
        if key not in ("title", "default") and not (key == "description" and "properties" in schema)
    }
    if "$ref" in plain:
        plain["$ref"] = str(plain["$ref"]).replace("#/$defs/", "#/definitions/")
    if "anyOf" in plain:
        # A key without a value is refused before the model sees it.
        plain["anyOf"] = [each for each in plain["anyOf"] if each != {"type": "null"}]
        if len(plain["anyOf"]) == 1:
            [only] = plain.pop("anyOf")
            plain = {"allOf": [only], **plain} if "$ref" in only else {**only, **plain}
    if "patternProperties" in plain:
        longest = LONGEST_ADDRESS if f"^{PERMANENT.pattern}$" in plain["patternProperties"] else LONGEST_ID
        plain |= {"additionalProperties": False, "propertyNames": {"maxLength": longest}}
    return plain


if __name__ == "__main__":
    sys.exit(main())
