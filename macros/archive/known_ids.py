"""The ids that records may name: which there are and what each is called, from the files as they are, faulty or not."""

from collections.abc import Collection, KeysView, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from macros.archive.data_files import DataFile
from macros.data.codes import Codes
from macros.records import SOURCE, SOURCES, TYPES, RecordType
from macros.records.walk import leaves_of_model

Values = Mapping[str, Any]
KnownIds = dict[str, KeysView[str]]

# The types whose records others name by id, by collection; sources are known to each file alone.
_NAMED = {leaf.field.collection for each in TYPES for leaf in leaves_of_model(each.record)}
REFERRED: dict[str, RecordType[Any]] = {
    each.collection: each for each in TYPES if each is not SOURCE and each.collection in _NAMED
}


def known_ids(data: Path, files: Mapping[str, DataFile]) -> KnownIds:
    """Every id that a record may name, by collection; without those of which not all ids can be known."""
    known: KnownIds = {}
    for collection, type in REFERRED.items():
        if type.has_own_file:
            known[collection] = dict.fromkeys(path.stem for path in sorted(data.glob(type.file))).keys()
            continue
        file = files.get(f"{data.name}/{type.file}")
        ids = _ids_of_entries(file, type) if file else None
        if ids is not None:
            known[collection] = ids
    return known


def record_codes(
    type: RecordType[Any], ids: Collection[str], files: Mapping[str, DataFile], data: str = "data"
) -> Codes:
    """The records of a type as codes, in the order of their ids.

    Args:
        type: their type.
        ids: the ids that may be named.
        files: the files; what is not of the right type there has no other name than its id.
        data: the name of the folder of all data.
    """
    if type.has_own_file:
        folder = PurePosixPath(data, type.file).parent
        entries: Values = {id: files[name].value for id in ids if (name := f"{folder}/{id}.yml") in files}
    else:
        name = f"{data}/{type.file}"
        entries = entries_of(type, files[name].value) if name in files else {}
    return _codes(type, ids, entries)


def source_codes(ids: Collection[str], home: DataFile | None) -> Codes:
    """The sources that a file may name as codes; `home` is the file that lists them."""
    sources = mapping(home.value).get(SOURCE.collection) if home else None
    each = map(mapping, sources if isinstance(sources, list) else [])
    by_id = {source["id"]: source for source in each if isinstance(source.get("id"), str)}
    return _codes(SOURCE, ids, by_id)


def entries_of(type: RecordType[Any], value: Any) -> Values:
    """What a file that holds all records of a type holds of them; nothing where that is no mapping."""
    return mapping(mapping(value).get(type.key) if type.key else value)


def mapping(value: Any) -> Values:
    """A value that is a mapping; else an empty one."""
    return value if isinstance(value, dict) else {}


def _codes(type: RecordType[Any], ids: Collection[str], entries: Values) -> Codes:
    return Codes(type.code(id, mapping(entries.get(id))) for id in sorted(ids))


# An id may be hidden in a value of the wrong type. What names ids of such a value is not checked: each would be
# reported as unknown, once for every place that names it, and no one would see the mistake itself among all that.


def _ids_of_entries(file: DataFile, type: RecordType[Any]) -> KeysView[str] | None:
    """Ids of the records of a type in the file that holds them all; None where some may be missing."""
    entries = mapping(file.value).get(type.key) if type.key else file.value
    if file.problems or not isinstance(entries, dict):
        return None
    # A field that is none may be the next entry, wrongly indented.
    fields = type.record.model_fields.keys()
    whole = all(isinstance(entry, dict) and entry.keys() <= fields for entry in entries.values())
    return entries.keys() if whole else None


def ids_of_sources(file: DataFile) -> tuple[str, ...] | None:
    """Ids of the sources of a file; None where they are not of the right type."""
    sources = mapping(file.value).get(SOURCES)
    if file.problems or not isinstance(sources, list):
        return None
    ids = tuple(id for source in sources if isinstance(id := mapping(source).get("id"), str))
    return ids if ids and len(set(ids)) == len(sources) else None
