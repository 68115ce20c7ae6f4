"""JSON Schemas (draft-07) of the data files, for editors, in `schemas/`: `python -m macros.derived.schemas`.

Everything in them comes from the model; the ids that can be completed come from the data and stand in `ids.json`, so
that the other files change with the model only. What JSON Schema cannot say is left to the check: that an id of a
source is one of the file's own, that an id is used once in a file, that 29 February is in a leap year and a span runs
forward, that an address leads where it seems to, that a number has no third decimal, and everything in `rules/`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from macros.archive.reader import ADAPTERS, Reading
from macros.data import plain_files
from macros.derived import issue_forms
from macros.records.base import LONGEST_ADDRESS, LONGEST_ID, PERMANENT
from macros.records.choice import described

FOLDER = Path("schemas")
IDS = "ids.json"
_DRAFT = "http://json-schema.org/draft-07/schema#"


def schema_of(pattern: str) -> str:
    """The schema's file for a kind of file: `meetings/*.yml` has `meeting.json`, `topics.yml` has `topics.json`."""
    path = PurePosixPath(pattern)
    name = path.parts[0].removesuffix("s") if path.stem == "*" else path.stem
    return f"{name}.json"


def files(data: Path) -> dict[Path, str]:
    """Every file of `schemas/`, and the forges' forms, with its text."""
    of_types = {FOLDER / schema_of(pattern): _written(_schema(adapter)) for pattern, adapter in ADAPTERS.items()}
    return {**of_types, **of_data(data)}


def of_data(data: Path) -> dict[Path, str]:
    """What lists the ids of the data, in `schemas/` and on the forges' forms, with its text.

    Nothing while a file cannot be read: what it is called is not known then.
    """
    reading = Reading(data)
    if reading.unreadable:
        return {}
    known = reading.codes()
    ids = {collection: {"type": "string", **described(known[collection])} for collection in sorted(known)}
    return {FOLDER / IDS: _written({"$schema": _DRAFT, "definitions": ids}), **issue_forms.files(data.parent, known)}


def main() -> int:
    """Write all schemas, and the codes on the forges' forms; returns the exit code."""
    try:
        for path, text in files(Path("data")).items():
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
    whole = json.loads(json.dumps(made), object_hook=_with_reference)
    definitions = whole.pop("$defs", {})
    return {"$schema": _DRAFT, **whole, "definitions": definitions}


def _with_reference(part: dict[str, Any]) -> dict[str, Any]:
    """Ids as those of another file, a reference that pydantic would look for in its own schema."""
    return {"$ref": f"{IDS}#/definitions/{part['ids']}"} if part.keys() == {"ids"} else part


def _written(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.exit(main())
