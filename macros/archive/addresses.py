"""The permanent addresses of the records: what was cited once must be found there always."""

from __future__ import annotations

from collections.abc import Iterator

from macros.archive.data_files import Content, Sheet
from macros.data.problems import Place
from macros.data.strict_yaml import Key


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
    file = sheet.file
    match sheet.subject.split("/"):
        case ["topics" | "people" as name]:
            yield from ((f"{name}/{entry.key}/", entry.path) for entry in file)
        case ["glossary"]:
            yield from ((f"glossary/#{term.key}", term.path) for term in file)
        case ["provinces"]:
            yield from ((f"provinces/{province.key}/", province.path) for province in file["provinces"])
            yield from ((f"provinces/#unit-{unit.key}", unit.path) for unit in file["units"])
        case ["documents", id]:
            yield f"documents/{id}/", ()
        case ["meetings", _]:
            yield from _page(sheet)
        case ["reviews", _, part] if part != "review":
            yield from _page(sheet)
            groups = (group for part in file if part.is_list for group in part)
            titled = (group for group in groups if group["title"].value)
            yield from ((f"{sheet.subject}/#{group['id'].text}", group.path) for group in titled)


def _page(sheet: Sheet) -> Iterator[tuple[str, tuple[Key, ...]]]:
    """The page that shows the statements and figures of a file, and each of them."""
    yield f"{sheet.subject}/", ()
    facts = (*sheet.alone.statements, *sheet.alone.figures)
    yield from ((f"{sheet.subject}/#{fact['id'].text}", fact.path) for fact in facts)
