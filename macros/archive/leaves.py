"""Everything that is at a permanent address, as the records say it: what a change is measured on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from macros import records as model
from macros.archive import Archive
from macros.archive.items import Figure, Statement
from macros.archive.readable import NOTHING, Words, both, joined, of_text
from macros.records import CORRECTION, document_label
from macros.text.language import word


@dataclass(frozen=True)
class Fact:
    """What is at a permanent address.

    Attributes:
        text: what it says in short: a statement, a figure, the name of a page.
        records: where all of it is written.
        own: the field that holds `text`, where one does.
        sources: those that the records may name by id.
        under: the heading under which it is; `under_key` tells two of the same name apart.
        order: the ids of what a page lists in the order of its file.
    """

    text: Words
    records: tuple[model.Record, ...]
    own: str = ""
    sources: Sequence[model.Source] = ()
    under: Words = NOTHING
    under_key: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


@lru_cache(maxsize=2)  # of two that are compared; along a history each is compared twice
def facts(archive: Archive) -> dict[str, Fact]:
    """Every page of a record, statement, figure, heading and term, by its permanent address."""
    return dict(_facts(archive))


def _facts(archive: Archive) -> Iterator[tuple[str, Fact]]:
    for meeting in archive.meetings.values():
        yield meeting.path, Fact(of_text(meeting.title), (meeting.record,), "title", meeting.sources)
    for id, document in archive.documents.items():
        yield f"documents/{id}/", Fact(of_text(document_label(document)), (document,), sources=document.sources)
    for id, topic in archive.topics.items():
        yield f"topics/{id}/", Fact(of_text(topic.name), (topic,), "name")
    yield "topics/", Fact(both(lambda language: word("topics", language)), (), order=tuple(archive.topics))
    for id, person in archive.people.items():
        yield f"people/{id}/", Fact(Words(person.name, person.name), (person,), "name")
    for id, term in archive.glossary.items():
        yield f"glossary/#{id}", Fact(of_text(term.meaning), (term,), "meaning")
    yield from _region(archive)
    yield from _reviews(archive)
    for statement in archive.statements:
        yield f"{statement.home.path}#{statement.record.id}", _statement(statement)
    for figure in archive.figures:
        yield f"{figure.home.path}#{figure.record.id}", _figure(figure)
    yield from _log(archive)


def _region(archive: Archive) -> Iterator[tuple[str, Fact]]:
    file = archive.records.region
    assert file is not None
    yield "provinces/", Fact(of_text(file.region.name), (file,), sources=file.sources)
    for id, province in file.provinces.items():
        yield f"provinces/{id}/", Fact(of_text(province.name), (province,), "name", file.sources)
    for id, unit in file.units.items():
        yield f"provinces/#unit-{id}", Fact(of_text(unit.name), (unit,), "name", file.sources)


def _reviews(archive: Archive) -> Iterator[tuple[str, Fact]]:
    for part in archive.review_parts:
        yield part.path, Fact(of_text(part.title), (part.review, part.record), "title", part.sources)
        for group in part.groups:
            yield f"{part.path}#{group.id}", Fact(of_text(group.title), (group,), "title", part.sources)


def _statement(s: Statement) -> Fact:
    kind = both(lambda language: word("examples" if s.example else f"kinds_{s.kind}", language))
    group = of_text(s.group.title) if s.group else NOTHING
    return Fact(
        of_text(s.text),
        (s.record,),
        "text",
        s.home.sources,
        under=joined([group, kind], " › "),
        under_key=(s.group.id if s.group else "", s.kind, str(s.example)),
    )


def _figure(f: Figure) -> Fact:
    r = f.record
    text = both(lambda language: f"{r.amount(language)}: {r.what[language]} ({r.as_of.shown(language)})")
    under = of_text(f.group.title) if f.group else NOTHING
    return Fact(text, (r,), sources=f.home.sources, under=under, under_key=(f.group.id if f.group else "",))


def _log(archive: Archive) -> Iterator[tuple[str, Fact]]:
    """The log of corrections itself: since when it is kept, and its entries."""
    published = archive.records.published
    name = both(lambda language: word("corrections", language))
    yield "corrections/", Fact(name, (published,) if published else ())
    for id, entry in archive.records[CORRECTION].items():
        yield f"corrections/#{id}", Fact(of_text(entry.reason), (entry,))
