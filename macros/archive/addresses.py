"""The permanent addresses of the records: what was cited once must be found there always."""

from __future__ import annotations

from collections.abc import Iterator

from macros.archive.data_files import Content, Sheet
from macros.data.problems import Place
from macros.data.strict_yaml import Key
from macros.records import SOURCES, TYPES
from macros.records.files import id_of, kind_of


def addresses(content: Content) -> frozenset[str]:
    """Every page of a record, and every statement, figure, heading, term and unit on a page, within a language.

    Written as the site has them: `meetings/2022-06-29/`, `meetings/2022-06-29/#careful-and-rigorous`.
    """
    return frozenset(address for sheet in content.sheets.values() for address in sheet.once(in_file))


def in_file(sheet: Sheet) -> tuple[str, ...]:
    """Those of a single file."""
    return tuple(address for address, _ in _in_file(sheet))


def address_at(sheet: Sheet, place: Place) -> str:
    """The address of the statement, figure or record in which a place of a file is; empty where it is in none."""
    path = sheet.places.path_to(place)
    around = [(len(home), address) for address, home in _in_file(sheet) if path[: len(home)] == home]
    return max(around)[1] if around else ""


def _in_file(sheet: Sheet) -> Iterator[tuple[str, tuple[Key, ...]]]:
    """The addresses in a file, each with the path to what it is the address of."""
    for type in TYPES:
        if not (type.address and type.cited and kind_of(sheet.name) == type.file):
            continue
        if "*" in type.file:
            page = type.path(id_of(sheet.name, type.file))
            yield page, ()
            ids = (id for id in sheet.id_entries() if SOURCES not in id.path)
            yield from ((f"{page}#{id.text}", id.path[:-1]) for id in ids)
        else:
            entries = sheet.file[type.key] if type.key else sheet.file
            yield from ((type.path(entry.key), entry.path) for entry in entries)
