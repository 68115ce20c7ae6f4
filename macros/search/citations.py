"""The citations of search documents, written out in every style, as the files have them that a browser takes them from.

What is written here is what pages show (`views/citing.py`), so that the script only puts together what a reader ticked.
Neighbours share a source, a meeting and most of the words around them: a block holds each piece of text once.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from macros.archive import Archive
from macros.archive.items import Figure, Statement
from macros.records import DOCUMENT, PROVINCE, UNIT, Text
from macros.search.documents import GROUP, PAGE, RECORD_KINDS, SearchDocument
from macros.search.titled_pages import TitledPage
from macros.text.language import Language
from macros.views import citing
from macros.views.citing import STYLES, Cited

COLUMNS = ("id", "kind", "date", "title_vi", "title_en", "by_vi", "by_en", "text_vi", "text_en", "source",
           "source_author", "source_title", "source_url", "url",
           "meeting", "level", "provinces", "topics", "value", "value_to", "unit_vi", "unit_en")  # fmt: skip
_SHORTEST = 8  # letters of a cell that is looked for in the citations


class Citation(NamedTuple):
    """How a document is cited: the cells of its row in a table, by `COLUMNS`, and a text for each of `STYLES`."""

    cells: list[str]
    texts: list[str]


def citations(
    archive: Archive,
    language: Language,
    documents: Iterable[SearchDocument],
    pages: Sequence[TitledPage] = (),
    site_url: str = "",
) -> Iterator[Citation]:
    """One for each document, in their order."""
    items: dict[str, Statement | Figure] = {each.id: each for each in archive.statements}
    items |= {each.id: each for each in archive.figures}
    titled = {page.path: page for page in pages}
    groups = {f"{part.path}{group.id}": (part, group) for part in archive.review_parts for group in part.groups}
    for document in documents:
        if document.id in items:
            it = citing.cited(items[document.id], archive)
        elif document.kind == GROUP:
            part, group = groups[document.id]
            it = Cited(
                document.id,
                f"{part.path}#{group.id}",
                part.title,
                part.date,
                text=group.title,
                source=part.sources[0],
                is_of_source=True,
                is_of_review=True,
            )
        elif document.kind == PAGE:
            page = titled[document.id]
            it = Cited(document.id, document.id, page.title, text=page.description)
        else:
            it = _record(archive, document)
        texts = citing.citations(it, archive, language, site_url)
        address = citing.address(it, language, site_url)
        filed = _filed(document, items.get(document.id), archive, language)
        cells = [*_cells(it, document.kind, address, archive, language), *filed]
        yield Citation(cells, [texts[style] for style in STYLES])


def packed(block: Sequence[Citation]) -> dict[str, Any]:
    """A block of citations: `columns`, `pieces` of text, and of each citation its cells, then its texts, by pieces."""
    pieces: dict[str, int] = {}

    def numbers(texts: Iterable[str]) -> list[int]:
        return [pieces.setdefault(str(text), len(pieces)) for text in texts]

    cited = [
        [numbers(each.cells), *(numbers(filter(None, re.split(_known(each.cells), text))) for text in each.texts)]
        for each in block
    ]
    return {"columns": COLUMNS, "pieces": list(pieces), "citations": cited}


def _known(cells: Iterable[str]) -> str:
    """The pattern of what citations and cells have in common; the longest first, for one may be in another."""
    long = sorted({cell for cell in cells if len(cell) >= _SHORTEST}, key=lambda cell: (-len(cell), cell))
    return f"({'|'.join(map(re.escape, long))})"


def _cells(it: Cited, kind: str, address: str, archive: Archive, language: Language) -> list[str]:
    source = it.source
    texts = [each for text in (it.title, it.by, it.text) for each in ((text.vi, text.en or "") if text else ("", ""))]
    named = (
        (source.publisher, citing.author(source, archive), source.cited_title(language), source.address or "")
        if source
        else ("",) * 4
    )
    return [it.id, kind, str(it.date or ""), *texts, *named, address]


def _filed(
    document: SearchDocument, item: Statement | Figure | None, archive: Archive, language: Language
) -> list[str]:
    """The id of its meeting, the names of its provinces and topics, and what a figure measures."""
    meeting = document.tags.get("meeting", ())
    topics = [archive.topics[id].name[language] for id in document.tags.get("topic", ())]
    level = archive.meetings[meeting[0]].record.level if meeting else ""
    measured = ["", "", "", ""]
    if isinstance(item, Figure):
        record = item.record
        values = (record.value, record.value_to, record.unit.vi, record.unit.en)
        measured = ["" if each is None else str(each) for each in values]
    return ["; ".join(meeting), str(level), "; ".join(document.places), "; ".join(topics), *measured]


def _record(archive: Archive, document: SearchDocument) -> Cited:
    """A record by its title, its date and its first source, and by what it is about, where one field says that."""
    type = RECORD_KINDS[document.kind]
    id = document.id.rpartition("/")[2]
    record = archive.records[type][id]
    by, text = None, None
    shown = type.search.text if type.search else ()
    if type is DOCUMENT:
        by, text = (each if isinstance(each, Text) else None for each in (record.issuer, record.title))
    elif len(shown) == 1:
        text = getattr(record, shown[0])
    sources = archive.place_sources(type, id) if type in (PROVINCE, UNIT) else getattr(record, "sources", [])
    home = f"{document.home.path}{document.anchor and '#'}{document.anchor}"
    return Cited(
        document.id, home, type.title_of(record), type.date_of(record), by, text, source=next(iter(sources), None)
    )
