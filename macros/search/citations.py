"""What it takes to cite a search document: both languages' words of it, its date, and the source that states it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from macros.archive import Archive
from macros.archive.items import Figure
from macros.records import DOCUMENT, PROVINCE, UNIT, RecordType, Text
from macros.search.documents import GROUP, PAGE, RECORD_KINDS, SearchDocument
from macros.search.titled_pages import TitledPage
from macros.text.language import Language
from macros.text.passages import phrase
from macros.views.citing import Citation, both, date_part, home_part, source_part, statement_citation


def citations(
    archive: Archive, documents: Iterable[SearchDocument], pages: Sequence[TitledPage] = ()
) -> Iterator[Citation]:
    """One for each document, in their order; `citing.js` writes it out in the styles."""
    statements = {statement.id: statement for statement in archive.statements}
    figures = {figure.id: figure for figure in archive.figures}
    titled = {page.path: page for page in pages}
    groups = {f"{part.path}{group.id}": (part, group) for part in archive.review_parts for group in part.groups}
    for document in documents:
        if document.id in statements:
            yield statement_citation(statements[document.id], archive)
        elif document.id in figures:
            yield _figure(figures[document.id])
        elif document.kind == GROUP:
            part, group = groups[document.id]
            yield {"text": both(group.title), **home_part(part), **source_part(part.sources[0])}
        elif document.kind == PAGE:
            page = titled[document.id]
            yield {"title": both(page.title), "text": both(page.description)}
        else:
            yield _record(archive, RECORD_KINDS[document.kind], document.id.rpartition("/")[2])


def _record(archive: Archive, type: RecordType[Any], id: str) -> Citation:
    """A record by its title, its date and its first source, and by what it is about, where one field says that."""
    record = archive.records[type][id]
    shown = type.search.text if type.search else ()
    citation: Citation = {"title": both(type.title_of(record)), **date_part(type.date_of(record))}
    if type is DOCUMENT:
        issuer, title = (each if isinstance(each, Text) else None for each in (record.issuer, record.title))
        citation |= {"by": both(issuer), "text": both(title)}
    elif len(shown) == 1:
        citation["text"] = both(getattr(record, shown[0]))
    sources = archive.place_sources(type, id) if type in (PROVINCE, UNIT) else getattr(record, "sources", [])
    return citation | source_part(sources[0]) if sources else citation


def _figure(figure: Figure) -> Citation:
    record = figure.record
    vi, en = (phrase("{}: {}", record.amount(language), record.what[language]) for language in Language)
    return {"text": [vi, en if record.what.en else None], **home_part(figure.home), **source_part(figure.source)}
