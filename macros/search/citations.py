"""What it takes to cite a search document: both languages' words of it, its date, and the source that states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from macros import records as model
from macros.archive import Archive
from macros.archive.items import Figure
from macros.records import document_label
from macros.search.documents import SearchDocument
from macros.search.titled_pages import TitledPage
from macros.text.dates import PartialDate
from macros.text.language import Language
from macros.text.passages import phrase
from macros.views.citing import Citation, both, date_part, home_part, source_part, statement_citation


def citations(
    archive: Archive, documents: Iterable[SearchDocument], pages: Sequence[TitledPage] = ()
) -> Iterator[Citation]:
    """One for each document, in their order; `citing.js` writes it out in the styles."""
    statements = {statement.id: statement for statement in archive.statements}
    figures = {figure.id: figure for figure in archive.figures}
    meetings = archive.meetings
    titled = {page.path: page for page in pages}

    def cite(document: SearchDocument) -> Citation:
        if document.id in statements:
            return statement_citation(statements[document.id], archive)
        if document.id in figures:
            return _figure(figures[document.id])
        if document.kind == "meeting":
            meeting = meetings[document.id]
            return home_part(meeting) | source_part(meeting.sources[0])
        if document.kind == "document":
            record = archive.documents[document.id]
            title = record.title if isinstance(record.title, model.Text) else None
            date = record.date if isinstance(record.date, PartialDate) else None
            return {
                "by": both(record.issuer),
                "title": both(document_label(record)),
                "text": both(title),
                **date_part(date),
                **source_part(record.sources[0]),
            }
        if document.kind == "province":
            return {"title": both(archive.provinces[document.id].name)} | source_part(
                archive.province_sources(document.id)[0]
            )
        if document.kind == "topic":
            topic = archive.topics[document.id]
            return {"title": both(topic.name), "text": both(topic.scope)}
        if document.kind == "person":
            return {"title": [document.title, document.title]}
        if document.kind == "page":
            page = titled[document.id]
            return {"title": both(page.title), "text": both(page.description)}
        term = archive.glossary[document.id]
        return {"title": both(term.term), "text": both(term.meaning)}

    return map(cite, documents)


def _figure(f: Figure) -> Citation:
    record = f.record
    vi, en = (phrase("{}: {}", record.amount(language), record.what[language]) for language in Language)
    return {"text": [vi, en if record.what.en else None], **home_part(f.home), **source_part(f.source)}
