"""What it takes to cite a search document: both languages' words of it, its date, and the source that states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from macros import model
from macros.archive import Archive
from macros.dates import PartialDate
from macros.items import Figure, Home, Statement, document_label
from macros.language import Language, number

if TYPE_CHECKING:
    from macros.search.documents import SearchDocument

Citation = dict[str, object]


def citations(archive: Archive, documents: Iterable[SearchDocument]) -> Iterator[Citation]:
    """One for each document, in their order; `cite.js` writes it out in the styles."""
    statements = {statement.id: statement for statement in archive.statements}
    figures = {figure.id: figure for figure in archive.figures}
    meetings = archive.meetings

    def cite(document: SearchDocument) -> Citation:
        if document.id in statements:
            return statement_citation(statements[document.id], archive)
        if document.id in figures:
            return _figure(figures[document.id])
        if document.kind == "meeting":
            meeting = meetings[document.id]
            return _home(meeting) | _source(meeting.sources[0])
        if document.kind == "document":
            record = archive.documents[document.id]
            title = record.title if isinstance(record.title, model.Text) else None
            date = record.date if isinstance(record.date, PartialDate) else None
            return {
                "by": _both(record.issuer),
                "title": _both(document_label(record)),
                "text": _both(title),
                **_date(date),
                **_source(record.sources[0]),
            }
        if document.kind == "province":
            return {"title": _both(archive.provinces[document.id].name)} | _source(
                archive.province_sources(document.id)[0]
            )
        term = archive.glossary[document.id]
        return {"title": _both(term.term), "text": _both(term.meaning)}

    return map(cite, documents)


def statement_citation(s: Statement, archive: Archive) -> Citation:
    """What it takes to cite one statement."""
    record = s.record
    name = archive.people[record.by].name if record.by else ""
    by = [name, name] if name else _both(record.by_office)
    return {"by": by, "text": _both(s.text), **_home(s.home), **_source(s.source)}


def _figure(f: Figure) -> Citation:
    texts = [
        f"{number(f.record.value, language)} {f.record.unit[language]}: {f.record.what[language]}"
        for language in Language
    ]
    return {"text": texts, **_home(f.home), **_source(f.source)}


def _home(home: Home) -> Citation:
    return {"title": _both(home.title), **_date(home.date)}


def _date(date: PartialDate | None) -> Citation:
    if date is None:
        return {}
    return {"iso": str(date), "date": [date.shown(language) for language in Language]}


def _source(source: model.Source) -> Citation:
    published = source.published
    return {
        "source": {
            "publisher": source.publisher,
            "title": "" if source.title == model.NOT_STATED else source.title,
            "author": source.author or "",
            "address": source.address or "",
            "published": str(published) if isinstance(published, PartialDate) else "",
        }
    }


def _both(text: model.Text | None) -> list[str]:
    return [text[language] for language in Language] if text else ["", ""]
