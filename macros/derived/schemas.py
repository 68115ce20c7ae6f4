"""What editors complete and pick: JSON Schemas of the data files (draft-07, in `schemas/`), codes on the forges' forms.

`python -m macros.derived.schemas` writes them, and the setting of VS Code that maps schemas to files. Everything in the
schemas comes from the types of records; the ids that can be completed come from the data and are in `ids.json`, so that
the other files change with the types only. What JSON Schema cannot say is left to the check: that an id of a source is
one of the file's own, that an id is used once in a file, that 29 February is in a leap year and a span runs forward,
that an address leads where it seems to, that a number has no third decimal, and everything in `macros/checks/`.
"""

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from macros.archive.reader import ADAPTERS, Reading
from macros.data import plain_files
from macros.data.codes import Codes
from macros.data.writing import scalar
from macros.records import TYPES, Record
from macros.records.base import LONGEST_ADDRESS, LONGEST_ID, PERMANENT
from macros.records.choice import described
from macros.records.walk import fields_of

FOLDER = Path("schemas")
IDS = "ids.json"
SETTINGS = Path(".vscode/settings.json")
_DRAFT = "http://json-schema.org/draft-07/schema#"
# A list of codes: the options of a dropdown of GitHub whose `id` is a field, or the lines behind a mark in a template
# of GitLab.
_LIST = re.compile(
    r"(?P<head>  - type: dropdown\n    id: (?P<github>\w+)\n(?:(?!  - ).*\n)*?      options:\n"
    r"|<!-- codes: (?P<gitlab>\w+) -->\n)(?:        - .*\n|- \[ \] .*\n)*"
)


def schema_of(pattern: str) -> str:
    """The schema's file for a kind of file: `meetings/*.yml` has `meeting.json`, `topics.yml` has `topics.json`."""
    path = PurePosixPath(pattern)
    name = path.parts[0].removesuffix("s") if path.stem == "*" else path.stem
    return f"{name}.json"


def files(data: Path) -> dict[Path, str]:
    """Every file of `schemas/`, the settings of VS Code and the forges' forms, with its text."""
    of_types = {FOLDER / schema_of(pattern): _written(_schema(adapter)) for pattern, adapter in ADAPTERS.items()}
    return {**of_types, **settings(data.parent), **of_data(data)}


def settings(root: Path) -> dict[Path, str]:
    """The settings of VS Code with its text, which say which schema is that of which files; nothing without them."""
    path = root / SETTINGS
    if not path.exists():
        return {}
    schemas = {f"./{FOLDER}/{schema_of(pattern)}": f"data/{pattern}" for pattern in ADAPTERS}
    return {SETTINGS: _written({**json.loads(plain_files.read(path, root)), "yaml.schemas": schemas})}


def of_data(data: Path) -> dict[Path, str]:
    """What lists the ids of the data, in `schemas/` and on the forges' forms, with its text.

    Nothing while a file cannot be read: what it is called is not known then.
    """
    reading = Reading(data)
    if reading.unreadable:
        return {}
    known = reading.codes()
    ids = {collection: _for_editors({"type": "string", **described(known[collection])}) for collection in sorted(known)}
    return {FOLDER / IDS: _written({"$schema": _DRAFT, "definitions": ids}), **forms(data.parent, known)}


def forms(root: Path, known: Mapping[str, Codes]) -> dict[Path, str]:
    """Every form of the forges with its text: editors who write no YAML pick “Cấp tỉnh / Provincial” there.

    The forms are written by hand but for their lists of codes. Raises `KeyError` for a list of a field without codes.
    """

    def renewed(found: re.Match[str]) -> str:
        codes = _codes(found["github"] or found["gitlab"], known)
        lines = [f"        - {scalar(code)}\n" if found["github"] else f"- [ ] {code}\n" for code in codes]
        return found["head"] + "".join(lines)

    paths = sorted([*root.glob(".github/ISSUE_TEMPLATE/*.yml"), *root.glob(".gitlab/issue_templates/*.md")])
    return {path.relative_to(root): _LIST.sub(renewed, plain_files.read(path, root).decode()) for path in paths}


def _codes(name: str, known: Mapping[str, Codes]) -> list[str]:
    """The codes of the field of that name, of the first type that has them, in words of both languages."""
    records: list[type[Record]] = [type.record for type in TYPES]
    fields = [fields_of(record)[name] for record in records if name in fields_of(record)]
    for codes in (field.codes(lambda collection: known.get(collection, Codes())) for field in fields):
        if codes is not None:
            return [f"{code.meaning} ({code.id})" for code in codes]
    raise KeyError(name)


class _ForEditors(GenerateJsonSchema):
    """Pydantic's schemas without what is of no use to editors: names of classes and fields as titles, `default: null`.

    A key without a value is refused before a schema matters, so that no field may be null.
    """

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def nullable_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: Any) -> dict[str, Any]:
        whole = super().model_schema(schema)
        return {key: whole[key] for key in whole if key not in ("title", "description")}

    def dict_schema(self, schema: Any) -> dict[str, Any]:
        made = super().dict_schema(schema)
        longest = LONGEST_ADDRESS if f"^{PERMANENT.pattern}$" in made["patternProperties"] else LONGEST_ID
        return made | {"additionalProperties": False, "propertyNames": {"maxLength": longest}}


def complete_schema(adapter: TypeAdapter[Any]) -> Any:
    """The schema of a file with what the record types say besides: names and meanings, in keys that begin with `x-`."""
    return adapter.json_schema(ref_template="#/definitions/{model}", schema_generator=_ForEditors)


def _schema(adapter: TypeAdapter[Any]) -> dict[str, Any]:
    made = complete_schema(adapter)
    whole = json.loads(json.dumps(made), object_hook=_for_editors)
    definitions = whole.pop("$defs", {})
    return {"$schema": _DRAFT, **whole, "definitions": definitions}


def _for_editors(part: dict[str, Any]) -> dict[str, Any]:
    """What validators know, with ids as those of another file: a reference that pydantic would look for in its own."""
    known = {name: value for name, value in part.items() if not name.startswith("x-")}
    if "anyOf" in known:  # what has nothing of its own but alternatives is these
        known["anyOf"] = [one for each in known["anyOf"] for one in (each["anyOf"] if [*each] == ["anyOf"] else [each])]
    return {"$ref": f"{IDS}#/definitions/{part['ids']}"} if known.keys() == {"ids"} else known


def _written(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main() -> int:
    """Write all of them; returns the exit code."""
    try:
        for path, text in files(Path("data")).items():
            plain_files.write(path, Path(), text.encode("utf-8"))
    except plain_files.NotPlain as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
