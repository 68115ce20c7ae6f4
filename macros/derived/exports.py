"""The archive as files for other programs: its tables as CSV, JSON and one workbook, its records whole as JSON.

A data package (Frictionless, version 1) describes the tables. Addresses are those of pages, with the anchor, so a row
leads to the page and back. The same records make the same bytes. `docs/*/downloads.md` documents the columns.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import compress, count, islice
from typing import Any, TypeVar

from macros.archive import Archive
from macros.derived.tables import Column, columns, rows
from macros.records import NOT_STATED, TYPES, Record, RecordType, Text
from macros.records.walk import fields_of
from macros.text.language import Language, word

FORMATS = {"json": "application/json", "csv": "text/csv"}
FOLDER = "data/"
WORKBOOK = f"{FOLDER}archive.xlsx"
PACKAGE = f"{FOLDER}datapackage.json"
BOM = "\ufeff"  # spreadsheet programs need it to take a CSV file as UTF-8
_TOGETHER = 500  # rows
_FORMULA = ("=", "+", "-", "@")  # what the first letter of a formula may be
_CREATED = datetime(2000, 1, 1)  # a workbook states a time; the clock's would differ in each build
_WIDTH = 20  # of a column of the workbook, in letters
Piece = tuple[str, str | bytes]
Item = TypeVar("Item")


def addresses() -> list[str]:
    """The addresses of the exports, from the site's root."""
    of_tables = [f"{FOLDER}{type.collection}.{ending}" for type in TYPES for ending in FORMATS]
    return [*of_tables, *whole(), WORKBOOK, PACKAGE]


def whole() -> list[str]:
    """The addresses of the whole records, a file a collection; the last has what is in no collection."""
    return [f"{FOLDER}records/{name}.json" for name in (*(each.collection for each in TYPES if each.file), "others")]


def exports(archive: Archive, site_url: str) -> Iterator[Piece]:
    """Every export, piece by piece, for they are large: a file's address from the site's root, and more of it."""
    base = f"{site_url.rstrip('/')}/"
    workbook = _Workbook(archive, base)
    for type in TYPES:
        yield from _table(type, archive, base, workbook)
    others = {"region": archive.records.region, "published": archive.records.published}
    for address, records in zip(whole(), [*archive.records.by_collection.values(), others], strict=True):
        texts = (f"{_json(str(id))}: {_json(record)}" for id, record in records.items())
        yield address, "{\n"
        yield from ((address, _joined(number, batch)) for number, batch in enumerate(_batches(texts)))
        yield address, "\n}\n"
    yield WORKBOOK, workbook.content()
    yield PACKAGE, json.dumps(_data_package(archive, base), ensure_ascii=False, indent=1) + "\n"


def _table(type: RecordType[Any], archive: Archive, base: str, workbook: _Workbook) -> Iterator[Piece]:
    as_json, as_csv = (f"{FOLDER}{type.collection}.{ending}" for ending in FORMATS)
    names = [column.name for column in columns(type)]
    own = [not column.copied for column in columns(type)]
    workbook.begin(type.collection, list(compress(names, own)))
    yield as_json, "[\n"
    yield as_csv, BOM + _csv([names])
    values = ([column.value(row) for column in columns(type)] for row in rows(archive, type, base))
    for number, batch in enumerate(_batches(values)):
        yield as_json, _joined(number, (_json(dict(zip(names, row, strict=True))) for row in batch))
        # As bytes: it names the same addresses as JSON, and they need not be looked through again.
        yield as_csv, _csv([_safe(_cell(value)) for value in row] for row in batch).encode()
        workbook.add(compress(row, own) for row in batch)
    yield as_json, "\n]\n"


def _stated(value: Any) -> Any:
    """A record as JSON has it, which is what it states; of anything else, how it is written."""
    if not isinstance(value, Record):
        return str(value)
    values = ((name, getattr(value, name)) for name in fields_of(type(value)))
    return {name: each for name, each in values if each is not None and each != []}


_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=_stated).encode  # JSON knows no infinity


def _batches(items: Iterator[Item]) -> Iterator[list[Item]]:
    while batch := list(islice(items, _TOGETHER)):
        yield batch


def _joined(number: int, texts: Iterable[str]) -> str:
    """The texts of a batch, one a line, after those of the batches before it."""
    return (",\n" if number else "") + ",\n".join(texts)


def _csv(rows: Iterable[Iterable[Any]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    """A value in one cell; of several, with a semicolon between them."""
    return "; ".join("" if each is None else str(_cell(each)) for each in value) if isinstance(value, list) else value


def _safe(value: Any) -> Any:
    """A cell of a CSV file; one that begins like a formula would be run by a spreadsheet."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and value[:1] in _FORMULA else value


class _Workbook:
    """A workbook with a sheet for each table, after one that says what they are."""

    def __init__(self, archive: Archive, base: str) -> None:
        from xlsxwriter import Workbook  # takes long, and only the process that writes the exports needs it

        self._file = io.BytesIO()
        self._book = Workbook(self._file, {"constant_memory": True})
        self._bold = self._book.add_format({"bold": True})
        name, licence = _in_both("site_name", region=archive.region.short), _in_both("licence_name")
        self._book.set_properties({"title": name, "comments": licence, "created": _CREATED})
        self.begin("README", [name])
        about = [base, f"{_in_both('licence_covers')} {licence}", _in_both("licence_not_ours")]
        self.add([*([line] for line in about), *([type.collection, _in_both(type.collection)] for type in TYPES)])

    def begin(self, name: str, header: Sequence[str]) -> None:
        """Begin a sheet, after the one before it is finished."""
        self._sheet = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 1)
        self._sheet.set_column(0, len(header) - 1, _WIDTH)
        self._sheet.set_row(0, None, self._bold)
        self._rows = count()
        self.add([header])

    def add(self, rows: Iterable[Iterable[Any]]) -> None:
        """Add rows to the sheet; a text is never taken for a formula, a number or a link."""
        sheet = self._sheet
        for values, row in zip(rows, self._rows, strict=False):
            for place, value in enumerate(values):
                if isinstance(value, bool):
                    sheet.write_boolean(row, place, value)
                elif isinstance(value, (int, float)):
                    sheet.write_number(row, place, value)
                elif text := _cell(value):
                    # What is between these the library takes for XML.
                    sheet.write_string(row, place, f" {text}" if text.startswith("<r>") else text)

    def content(self) -> bytes:
        """The finished file; it tells the permissions of its parts, which are not to depend on who builds."""
        mask = os.umask(0o022)
        try:
            self._book.close()
        finally:
            os.umask(mask)
        return self._file.getvalue()


def _data_package(archive: Archive, base: str) -> dict[str, Any]:
    """The tables described for programs: Data Package and Table Schema of frictionlessdata.io, version 1."""
    name, title, path = (word(f"licence_{each}", Language.EN) for each in ("id", "name", "url"))
    return {
        "profile": "data-package",
        "name": "archive",
        "title": _in_both("site_name", region=archive.region.short),
        "description": _in_both("licence_not_ours"),
        "homepage": base,
        "licenses": [{"name": name, "title": title, "path": path}],
        "resources": [_resource(type) for type in TYPES],
    }


def _resource(type: RecordType[Any]) -> dict[str, Any]:
    named = {column.name: column.collection for column in columns(type) if column.collection}
    return {
        "profile": "tabular-data-resource",
        "name": type.collection,
        "title": _in_both(type.collection),
        "path": f"{type.collection}.csv",
        "format": "csv",
        "mediatype": FORMATS["csv"],
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in columns(type)],
            "primaryKey": "address",
            "missingValues": ["", NOT_STATED],
            "foreignKeys": [
                {"fields": name, "reference": {"resource": collection, "fields": "id"}}
                for name, collection in named.items()
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.codes:
        constraints["enum"] = column.codes
    return {
        "name": column.name,
        "type": column.kind,
        "title": " / ".join(map(column.title, Language)),
        "description": " / ".join(column.about[language] for language in Language),
        "constraints": constraints,
    }


def _in_both(key: str, **blanks: Text) -> str:
    """A word of the interface in both languages."""
    said = (word(key, each).format(**{name: text[each] for name, text in blanks.items()}) for each in Language)
    return " / ".join(dict.fromkeys(said))
