"""The permanent addresses of the records: what was cited once must be found there always."""

from __future__ import annotations

from collections.abc import Iterator

from macros.reading.content import Content, Sheet


def addresses(content: Content) -> frozenset[str]:
    """Every page of a record, and every statement, figure, heading, term and unit on a page, within a language.

    Written as the site has them: `meetings/2022-06-29/`, `meetings/2022-06-29/#careful-and-rigorous`.
    """
    return frozenset(address for sheet in content.sheets.values() for address in sheet.once(in_file))


def in_file(sheet: Sheet) -> tuple[str, ...]:
    """Those of a single file."""
    return tuple(_in_file(sheet))


def _in_file(sheet: Sheet) -> Iterator[str]:
    file = sheet.file
    match sheet.subject.split("/"):
        case ["topics" | "people" as name]:
            yield from (f"{name}/{entry.key}/" for entry in file)
        case ["glossary"]:
            yield from (f"glossary/#{term.key}" for term in file)
        case ["provinces"]:
            yield from (f"provinces/{province.key}/" for province in file["provinces"])
            yield from (f"provinces/#unit-{unit.key}" for unit in file["units"])
        case ["documents", id]:
            yield f"documents/{id}/"
        case ["meetings", _]:
            yield from _page(sheet)
        case ["reviews", _, part] if part != "review":
            yield from _page(sheet)
            groups = (group for part in file if part.is_list for group in part)
            yield from (f"{sheet.subject}/#{group['id'].text}" for group in groups if group["title"].value)


def _page(sheet: Sheet) -> Iterator[str]:
    """The page that shows the statements and figures of a file, and each of them."""
    yield f"{sheet.subject}/"
    facts = (*sheet.alone.statements, *sheet.alone.figures)
    yield from (f"{sheet.subject}/#{fact['id'].text}" for fact in facts)
