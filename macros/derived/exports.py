"""The archive as files for other programs: JSON and CSV of statements, figures, documents and meetings.

Ids are the pages' addresses with the anchor, so a row leads to the page and back.
`docs/*/downloads.md` documents the columns. A text without English is null in JSON and empty in CSV.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from macros import records as model
from macros.archive import Archive
from macros.archive.items import Figure, Meeting, Statement
from macros.records import StatementKind
from macros.text.language import Language

Row = dict[str, Any]
FORMATS = {"json": "application/json", "csv": "text/csv"}
_TOGETHER = 500  # rows
BOM = "\ufeff"  # spreadsheet programs need it to take a CSV file as UTF-8


def addresses() -> list[str]:
    """Where the exports lie, from the site's root."""
    return [f"data/{name}.{ending}" for name in _TABLES for ending in FORMATS]


def exports(archive: Archive, site_url: str) -> Iterator[tuple[str, str]]:
    """Every export, piece by piece, for they are large: a file's address from the site's root, and more of its text."""
    for name, tell in _TABLES.items():
        rows = tell(archive, site_url)
        begun = False
        while some := list(islice(rows, _TOGETHER)):
            yield f"data/{name}.json", (",\n" if begun else "[\n") + _json(some)[2:-2]
            yield f"data/{name}.csv", _csv(some, header=not begun)
            begun = True
        yield f"data/{name}.json", "\n]\n" if begun else "[]\n"
        yield f"data/{name}.csv", "" if begun else _csv([], header=True)


def _json(rows: list[Row]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1, allow_nan=False)  # JSON knows no infinity


def _csv(rows: list[Row], *, header: bool) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]) if rows else [], lineterminator="\r\n")
    if header:
        out.write(BOM)
        writer.writeheader()
    for row in rows:
        writer.writerow({key: _cell(value) for key, value in row.items()})
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(each or "" for each in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    # A cell that begins like a formula would be run by a spreadsheet.
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@"):
        return f"'{value}"
    return value


def _statements(archive: Archive, site_url: str) -> Iterator[Row]:
    return (_statement(statement, site_url, archive) for statement in archive.statements)


def _statement(s: Statement, site_url: str, archive: Archive) -> Row:
    office = s.attendance.office if s.attendance else s.record.by_office
    return {
        "id": s.id,
        **_addresses(s.home.path, s.record.id, site_url),
        "kind": s.kind.value,
        "force": s.force.value if s.force else "",
        "date": str(s.date),
        "home": s.home.path,
        "group": s.group.id if s.group else "",
        **_both("text", s.text),
        "by": archive.people[s.record.by].name if s.record.by else "",
        **_both("office", office),
        "topics": list(s.record.topics),
        "documents": list(s.record.documents),
        "provinces": list(s.provinces),
        "list_open": s.list_open,
        **_source(s.source),
    }


def _figures(archive: Archive, site_url: str) -> Iterator[Row]:
    return (_figure(figure, site_url) for figure in archive.figures)


def _figure(f: Figure, site_url: str) -> Row:
    return {
        "id": f.id,
        **_addresses(f.home.path, f.record.id, site_url),
        "value": f.record.value,
        "value_to": f.record.value_to,
        "approximation": f.record.approximation.value if f.record.approximation else "",
        **_both("unit", f.record.unit),
        **_both("what", f.record.what),
        "as_of": str(f.record.as_of),
        **_both("note", f.record.note),
        "provinces": list(f.provinces),
        **_source(f.source),
    }


def _documents(archive: Archive, site_url: str) -> Iterator[Row]:
    return (_document(id, record, site_url, archive) for id, record in archive.documents.items())


def _document(id: str, d: model.DocumentRecord, site_url: str, archive: Archive) -> Row:
    return {
        "id": id,
        **_addresses(f"documents/{id}/", "", site_url),
        "number": d.number,
        "type": d.type.value,
        **_both("issuer", d.issuer),
        "date": str(d.date),
        **_both("title", d.title),
        **_both("subject", d.subject),
        "replaces": d.replaces or "",
        "in_force": str(d.in_force or ""),
        "notes_vi": [note.vi for note in d.notes],
        "notes_en": [note.en for note in d.notes],
        "statements": len(archive.statements_by("documents", id)),
    }


def _meetings(archive: Archive, site_url: str) -> Iterator[Row]:
    return (_meeting(meeting, site_url, archive) for meeting in archive.meetings.values())


def _meeting(m: Meeting, site_url: str, archive: Archive) -> Row:
    record = m.record

    def count(kind: StatementKind) -> int:
        return len(archive.statements_of(m, kind))

    return {
        "id": m.id,
        **_addresses(m.path, "", site_url),
        **_both("title", record.title),
        "level": record.level.value,
        "form": record.form.value,
        "date": str(record.date),
        **_both("date_basis", record.date_basis),
        **_both("place", record.place),
        "provinces": list(record.provinces),
        "chairs": [archive.people[chair.person].name for chair in m.chairs],
        "completeness": record.completeness.value,
        "machine_translated": m.machine_translated,
        "results": count(StatementKind.RESULT),
        "difficulties": count(StatementKind.DIFFICULTY),
        "conclusions": count(StatementKind.CONCLUSION),
        "tasks": count(StatementKind.TASK),
        "figures": len(archive.figures_by("page", m.path)),
        "sources": len(m.sources),
    }


def _addresses(path: str, anchor: str, site_url: str) -> Row:
    base = f"{site_url.rstrip('/')}/"
    end = f"#{anchor}" if anchor else ""
    return {f"url_{language.value}": f"{base}{language.prefix}{path}{end}" for language in Language}


def _both(name: str, text: model.Text | str | None) -> Row:
    if text is None or isinstance(text, str):
        return {f"{name}_vi": text or "", f"{name}_en": text or ""}
    return {f"{name}_vi": text.vi, f"{name}_en": text.en}


def _source(source: model.Source) -> Row:
    return {
        "source_publisher": source.publisher,
        "source_title": source.title,
        "source_url": source.url,
        "source_machine_translation": source.machine_translation,
        "source_archived": source.archived or "",
        "source_last_seen": str(source.last_seen or ""),
    }


_TABLES: dict[str, Callable[[Archive, str], Iterator[Row]]] = {
    "statements": _statements,
    "figures": _figures,
    "documents": _documents,
    "meetings": _meetings,
}
TABLES = tuple(_TABLES)
