"""How a record reads in both languages, without markup: its values, its parts, and what they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from macros import records as model
from macros.archive import Archive
from macros.records.base import CalendarYear
from macros.records.parts import path
from macros.records.walk import Field, fields_of
from macros.text.dates import PartialDate
from macros.text.language import Language, number, word, words


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


def both(say: Callable[[Language], str]) -> Words:
    """What is said in each language."""
    return Words(say(Language.VI), say(Language.EN))


def joined(parts: Iterable[Words], between: str) -> Words:
    """The parts that say something, one after the other."""
    found = [part for part in parts if part]
    return both(lambda language: between.join(part[language] or part.vi for part in found))


def of_text(text: model.Text) -> Words:
    """A text of the archive."""
    return Words(text.vi, text.en or "")


class Readable:
    """The values of one record's fields as readers see them.

    Args:
        archive: the archive, for the names of what a record refers to.
        sources: the sources that the record may name.
    """

    def __init__(self, archive: Archive, sources: Iterable[model.Source] = ()) -> None:
        of_record = {source.id: source for source in sources}
        # What a record may refer to, by collection, and what each is called.
        self._collections: dict[str, tuple[Mapping[str, Any], Callable[[str], Words]]] = {
            "topics": (archive.topics, lambda id: of_text(archive.topics[id].name)),
            "documents": (archive.documents, lambda id: of_text(archive.document_name(id))),
            "meetings": (archive.meetings, lambda id: of_text(archive.meetings[id].title)),
            "provinces": (archive.provinces, lambda id: of_text(archive.provinces[id].short)),
            "units": (archive.units, lambda id: of_text(archive.units[id].name)),
            "people": (archive.people, lambda id: Words(archive.people[id].name, archive.people[id].name)),
            "glossary": (archive.glossary, lambda id: of_text(archive.glossary[id].term)),
            "sources": (of_record, lambda id: _source(of_record[id])),
        }

    def value(self, value: Any, field: Field) -> Words:
        """A value of a field; nothing where it is left out."""
        if value is None or value == []:
            return NOTHING
        if value == model.NOT_STATED:
            return both(lambda language: word("not_stated", language))
        if isinstance(value, list):
            return joined((self.value(each, field) for each in value), " · " if field.record else ", ")
        if isinstance(value, model.Record):
            return self.record(value)
        if field.collection:
            return self.name(field.collection, value)
        if isinstance(value, PartialDate):
            return both(value.shown)
        if isinstance(value, bool):
            return both(lambda language: word(f"said_{str(value).lower()}", language))
        if isinstance(value, (int, float)) and not field.mark(CalendarYear):
            return both(lambda language: number(value, language))
        return both(lambda language: words(f"{field.name}_", language).get(str(value), str(value)))

    def record(self, record: model.Record) -> Words:
        """All that a record says, in one line."""
        own = [of_text(record)] if isinstance(record, model.Text) else []
        rest = [self.value(getattr(record, field.name), field) for field in shown_fields(type(record))]
        return joined([*own, *rest], "; ")

    def name(self, collection: str, id: str) -> Words:
        """What a record refers to by id; with the id where another goes by the same name."""
        ids, named = self._collections[collection]
        if id not in ids:
            return Words(id, id)
        name = named(id)
        if sum(named(each) == name for each in ids) == 1:
            return name
        return Words(f"{name.vi} ({id})", f"{name.en} ({id})")


def shown_fields(record: type[model.Record]) -> list[Field]:
    """The fields of a record that readers see: all but its id, and but the two languages of a text."""
    silent = {"id", *(("vi", "en") if issubclass(record, model.Text) else ())}
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

    return both(say)


def _source(source: model.Source) -> Words:
    title = "" if source.title == model.NOT_STATED else f": {source.title}"
    return Words(f"{source.publisher}{title}", f"{source.publisher}{title}")
