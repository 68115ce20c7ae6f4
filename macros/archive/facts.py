"""Everything that is at a permanent address, and how it reads in both languages, without markup.

What a change means for readers is measured on it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from macros.archive import Archive
from macros.archive.items import OTHERS, Figure, Statement, sources_of
from macros.archive.known_ids import REFERRED
from macros.records import (
    CORRECTION,
    DOCUMENT,
    MEETING,
    NOT_STATED,
    SOURCES,
    STATEMENT,
    Record,
    RecordType,
    Source,
    Text,
)
from macros.records.base import CalendarYear
from macros.records.choice import Choice
from macros.records.parts import path
from macros.records.walk import Field, fields_of
from macros.text.dates import PartialDate
from macros.text.language import Language, number, word


@dataclass(frozen=True)
class Words:
    """A text in both languages: both empty for nothing, the English where there is none."""

    vi: str = ""
    en: str = ""

    def __getitem__(self, language: Language) -> str:
        return self.vi if language is Language.VI else self.en

    def __bool__(self) -> bool:
        return bool(self.vi or self.en)


NOTHING = Words()


def in_both(say: Callable[[Language], str]) -> Words:
    """What is said in each language."""
    return Words(say(Language.VI), say(Language.EN))


def joined(parts: Iterable[Words], between: str) -> Words:
    """The parts that say something, one after the other."""
    found = [part for part in parts if part]
    return in_both(lambda language: between.join(part[language] or part.vi for part in found))


def of_text(text: Text) -> Words:
    """A text of the archive."""
    return Words(text.vi, text.en or "")


@dataclass(frozen=True)
class Fact:
    """What is at a permanent address.

    Attributes:
        text: what it says in short: a statement, a figure, the name of a page.
        records: where all of it is written.
        own: the field that holds `text`, where one does.
        sources: those that the records may name by id.
        under: the heading under which it is.
    """

    text: Words
    records: tuple[Record, ...]
    own: str = ""
    sources: Sequence[Source] = ()
    under: Words = NOTHING


@lru_cache(maxsize=2)  # of two that are compared; along a history each is compared twice
def facts(archive: Archive) -> dict[str, Fact]:
    """Every page of a record, statement, figure, heading and term, by its permanent address."""
    return dict(_facts(archive))


def _facts(archive: Archive) -> Iterator[tuple[str, Fact]]:
    region, published = archive.records.region, archive.records.published
    assert region is not None
    yield "provinces/", Fact(of_text(region.region.name), (region,), sources=region.sources)
    log = in_both(lambda language: word(CORRECTION.collection, language))
    yield "corrections/", Fact(log, (published,) if published else ())
    for type in (MEETING, *OTHERS):
        for id, record in archive.records[type].items():
            sources = sources_of(record) or region.sources
            yield type.path(id), Fact(of_text(type.title_of(record)), (record,), type.title, sources)
    for part in archive.review_parts:
        yield part.path, Fact(of_text(part.title), (part.review, part.record), "title", part.sources)
        for group in part.groups:
            yield f"{part.path}#{group.id}", Fact(of_text(group.title), (group,), "title", part.sources)
    for statement in archive.statements:
        text, heading = of_text(statement.text), _heading(statement)
        yield statement.address, Fact(text, (statement.record,), STATEMENT.title, statement.home.sources, heading)
    for figure in archive.figures:
        yield figure.address, Fact(_text(figure), (figure.record,), "", figure.home.sources, _heading(figure))


def _text(figure: Figure) -> Words:
    record = figure.record
    return in_both(
        lambda language: f"{record.amount(language)}: {record.what[language]} ({record.as_of.shown(language)})"
    )


def _heading(item: Statement | Figure) -> Words:
    """The group of a statement or a figure, and of a statement the heading of its kind."""
    group = of_text(item.group.title) if item.group else NOTHING
    if isinstance(item, Figure):
        return group
    kind = in_both(lambda language: word("examples" if item.example else f"kinds_{item.kind}", language))
    return joined([group, kind], " › ")


class Readable:
    """The values of one record's fields as readers see them.

    Args:
        archive: the archive, for the names of what a record refers to.
        sources: the sources that the record may name.
    """

    def __init__(self, archive: Archive, sources: Iterable[Source] = ()) -> None:
        self._archive = archive
        self._sources = _unambiguous({source.id: _source(source) for source in sources})

    def value(self, value: Any, field: Field) -> Words:
        """A value of a field; nothing where it is left out."""
        if value is None or value == []:
            return NOTHING
        if value == NOT_STATED:
            return in_both(lambda language: word("not_stated", language))
        if isinstance(value, list):
            return joined((self.value(each, field) for each in value), " · " if field.record else ", ")
        if isinstance(value, Record):
            return self.record(value)
        if field.collection:
            return self.name(field.collection, value)
        if isinstance(value, PartialDate):
            return in_both(value.shown)
        if isinstance(value, Choice):
            return in_both(lambda language: word(f"{value.words}{value}", language))
        if isinstance(value, bool):
            return in_both(lambda language: word(f"said_{str(value).lower()}", language))
        if isinstance(value, (int, float)) and not field.mark(CalendarYear):
            return in_both(lambda language: number(value, language))
        return Words(str(value), str(value))

    def record(self, record: Record) -> Words:
        """All that a record says, in one line."""
        own = [of_text(record)] if isinstance(record, Text) else []
        rest = [self.value(getattr(record, field.name), field) for field in shown_fields(type(record))]
        return joined([*own, *rest], "; ")

    def name(self, collection: str, id: str) -> Words:
        """What a record refers to by id; with the id where another goes by the same name."""
        names = self._sources if collection == SOURCES else _names(self._archive, REFERRED[collection])
        return names.get(id, Words(id, id))


@lru_cache(maxsize=20)  # the collections of two archives that are compared
def _names(archive: Archive, type: RecordType[Any]) -> dict[str, Words]:
    """What each record of a type is called where others refer to it."""
    records = archive.records[type]
    if type is DOCUMENT:
        return _unambiguous({id: of_text(archive.document_name(id)) for id in records})
    return _unambiguous({id: of_text(type.name_of(record)) for id, record in records.items()})


def _unambiguous(names: Mapping[str, Words]) -> dict[str, Words]:
    """The names by id, with the id where two have the same."""
    times = Counter(names.values())
    return {
        id: name if times[name] == 1 else Words(f"{name.vi} ({id})", f"{name.en} ({id})") for id, name in names.items()
    }


def _source(source: Source) -> Words:
    titles = [source.cited_title(language) for language in Language]
    return Words(*(f"{source.publisher}: {title}" if title else source.publisher for title in titles))


def shown_fields(record: type[Record]) -> list[Field]:
    """The fields of a record that readers see: all but its id, and but the two languages of a text."""
    silent = {"id", *(fields_of(Text) if issubclass(record, Text) else ())}
    return [field for name, field in fields_of(record).items() if name not in silent]


def part_name(archive: Archive, address: str, part: str) -> Words:
    """What readers call a part of what is at an address: `nguồn s1 › địa chỉ`; the part itself where it is none."""

    def say(language: Language) -> str:
        steps: list[str] = []
        for step in path(part, address):
            if isinstance(step, Field):
                steps.append(step.about.name(language))
            else:
                person = archive.people.get(step)
                steps[-1] = f"{steps[-1]} {person.name if person else step}"
        return " › ".join(steps) or part

    return in_both(say)
