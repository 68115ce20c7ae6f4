"""What the form for editing reads: the data files as they are, what may be in each, and the records they may name.

The page is `macros/pages/editing.py`, its scripts are in `overrides/assets/javascripts/edit/`. Schemas and names of
records are fetched only for what is opened.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.archive import Archive
from macros.archive.known_ids import record_codes
from macros.archive.reader import ADAPTERS
from macros.data import plain_files
from macros.derived.drawing import DRAWN, drawing
from macros.derived.schemas import complete_schema, schema_of
from macros.records import CORRECTION, NOT_STATED, REVIEW, TYPES, RecordType
from macros.records.files import FORMS
from macros.text.language import Language, all_words, word

FOLDER = "assets/edit/"
SOURCE = "source/"
# What only a machine writes.
_OF_MACHINES = {CORRECTION.file, "published.yml", "additions.yml"}
EDITED = [pattern for pattern in FORMS if pattern not in _OF_MACHINES]
# What editors such as VS Code need, and the form does not.
_NOT_NEEDED = ("description", "enumDescriptions", "markdownEnumDescriptions")


def kinds() -> list[dict[str, Any]]:
    """Every kind of file that the form opens, in the order in which it offers them."""
    types = [each for each in TYPES if each.file and each is not CORRECTION]
    others = [pattern for pattern in EDITED if pattern not in {each.file for each in types}]
    return [*map(_kind_of_type, types), *map(_kind, others)]


def files(archive: Archive, data: Path, commit: str = "") -> Iterator[tuple[str, bytes]]:
    """Every file that the form fetches, by its address from the site's root; `commit` is the one they are of."""
    yield f"{SOURCE}index.json", _json({"commit": commit})
    for path in sorted(data.rglob("*.yml")):
        yield SOURCE + path.relative_to(data).as_posix(), plain_files.read(path, data.parent)
    for pattern in EDITED:
        yield f"{FOLDER}schemas/{schema_of(pattern)}", _json(_for_form(complete_schema(ADAPTERS[pattern])))
    for language in Language:
        yield f"{FOLDER}drawing/{language}.json", _json(drawing(archive, language))
    for type in TYPES:
        if type.file and type is not CORRECTION:
            yield f"{FOLDER}choices/{type.collection}.json", _json(_choices(archive, type))


def _kind_of_type(type: RecordType[Any]) -> dict[str, Any]:
    key = f"editing_kind_{type.name}"
    said = all_words()[key if key in all_words() else f"kind_{type.name}"]
    help = type.id_asked or all_words().get(f"editing_id_{type.name}", {})
    return {
        "name": type.name,
        "file": type.file,
        "collection": type.collection,
        "schema": schema_of(type.file),
        "names": [said[language] for language in Language],
        "idForm": type.id_form,
        "idHelp": [help[language] for language in Language] if help else ["", ""],
        "address": type.address,
        "key": type.key,
        "isDrawn": type in DRAWN,
        "review": type.file.startswith(REVIEW.file.split("*")[0]) and type is not REVIEW,
    }


def _kind(pattern: str) -> dict[str, Any]:
    name = pattern.removesuffix(".yml")
    names = [word(f"editing_file_{name}", language) for language in Language]
    return {"name": name, "file": pattern, "collection": "", "schema": schema_of(pattern), "names": names}


def _choices(archive: Archive, type: RecordType[Any]) -> list[list[str]]:
    """The records of a type: id, name in Vietnamese and in English, other names."""
    files = archive.records.files
    if type.has_own_file:  # of large archives these files are not kept
        titles = ((id, archive.title_of(type, id)) for id in archive.records[type])
        return [[id, title.vi, title[Language.EN]] for id, title in titles]
    codes = record_codes(type, archive.records[type], files)
    return [[code.id, code.vi, code.en, *(each for each in code.also if each != NOT_STATED)] for code in codes]


def _for_form(part: Any) -> Any:
    """A schema without what the form does not need."""
    if isinstance(part, list):
        return [_for_form(each) for each in part]
    if not isinstance(part, dict):
        return part
    is_field = "x-means" in part or "enum" in part  # a record may have a field that is called so
    kept = {name: _for_form(each) for name, each in part.items() if not (is_field and name in _NOT_NEEDED)}
    if "$defs" in kept:
        kept["definitions"] = kept.pop("$defs")
    return kept


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str).encode()
