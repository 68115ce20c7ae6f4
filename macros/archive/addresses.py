"""The permanent addresses of the records: what was cited once must be found there always."""

from collections.abc import Iterator

from macros.archive.data_files import Content, DataFile
from macros.data.problems import Place
from macros.data.strict_yaml import Key
from macros.records import SOURCES, TYPES
from macros.records.files import id_of, pattern_of


def addresses(content: Content) -> frozenset[str]:
    """Every page of a record, and every statement, figure, heading, term and unit on a page, within a language.

    Written as the site has them: `meetings/2022-06-29/`, `meetings/2022-06-29/#careful-and-rigorous`.
    """
    return frozenset(address for file in content.files.values() for address in file.cached(in_file))


def in_file(file: DataFile) -> tuple[str, ...]:
    """Those of a single file."""
    return tuple(address for address, _ in _in_file(file))


def address_at(file: DataFile, place: Place) -> str:
    """The address of the statement, figure or record in which a place of a file is; empty where it is in none."""
    path = file.places.path_to(place)
    around = [(len(home), address) for address, home in _in_file(file) if path[: len(home)] == home]
    return max(around)[1] if around else ""


def _in_file(file: DataFile) -> Iterator[tuple[str, tuple[Key, ...]]]:
    """The addresses in a file, each with the path to what it is the address of."""
    for type in TYPES:
        if not (type.address and type.cited and pattern_of(file.name) == type.file):
            continue
        if "*" in type.file:
            page = type.path(id_of(file.name, type.file))
            yield page, ()
            ids = (id for id in file.id_entries() if SOURCES not in id.path)
            yield from ((f"{page}#{id.text}", id.path[:-1]) for id in ids)
        else:
            entries = file.root[type.key] if type.key else file.root
            yield from ((type.path(entry.key), entry.path) for entry in entries)
