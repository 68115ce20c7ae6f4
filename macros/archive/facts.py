"""Every fact as readers see it, in both languages, by its permanent address: what a change is measured on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from macros import model
from macros.archive import Archive
from macros.archive.items import Figure, Meeting, Statement, document_label
from macros.text.dates import PartialDate
from macros.text.language import Language, number, word


@dataclass(frozen=True)
class Words:
    """A text in both languages; both empty for nothing."""

    vi: str = ""
    en: str = ""

    def __getitem__(self, language: Language) -> str:
        return self.vi if language is Language.VI else self.en

    def __bool__(self) -> bool:
        return bool(self.vi or self.en)


NOTHING = Words()


@dataclass(frozen=True)
class Fact:
    """What stands at a permanent address.

    `text` is what it says: a statement, a figure, the name of a page. `parts` are the other things told with it, by
    their key in `words.yml`; `relations` the ids that it names, by collection.
    """

    text: Words
    parts: dict[str, Words] = field(default_factory=dict)
    relations: dict[str, tuple[str, ...]] = field(default_factory=dict)


def facts(archive: Archive) -> dict[str, Fact]:
    """Every page of a record, statement, figure, heading and term, by its permanent address."""
    return dict(_facts(archive))


def related(archive: Archive, relation: str, id: str) -> Words:
    """The name of what a relation leads to."""
    if relation == "topics":
        return _words(archive.topics[id].name)
    if relation == "documents":
        return _words(document_label(archive.documents[id]))
    if relation == "provinces":
        return _words(archive.provinces[id].short)
    return _words(archive.people[id].name)


def _facts(archive: Archive) -> Iterator[tuple[str, Fact]]:
    for meeting in archive.meetings.values():
        yield meeting.path, Fact(_words(meeting.title), _meeting(archive, meeting))
    for id, document in archive.documents.items():
        yield f"documents/{id}/", Fact(_words(document_label(document)), _document(document))
    for id, province in archive.provinces.items():
        unit = archive.units[province.successor]
        yield f"provinces/{id}/", Fact(_words(province.name), {"formed_into": _words(unit.name)})
    for id, topic in archive.topics.items():
        yield f"topics/{id}/", Fact(_words(topic.name))
    for id, person in archive.people.items():
        yield f"people/{id}/", Fact(_words(person.name))
    for id, term in archive.glossary.items():
        yield f"glossary/#{id}", Fact(_words(term.meaning), {"term": _words(term.term)})
    for part in archive.review_parts:
        yield part.path, Fact(_words(part.title))
        for group in part.groups:
            yield f"{part.path}#{group.id}", Fact(_words(group.title))
    for statement in archive.statements:
        yield f"{statement.home.path}#{statement.record.id}", _statement(statement)
    for figure in archive.figures:
        yield f"{figure.home.path}#{figure.record.id}", _figure(figure)


def _statement(s: Statement) -> Fact:
    record = s.record
    parts = {
        "by_office": _words(record.by_office or record.attributed_to),
        "force": _named("force", s.force),
        "note": _words(record.note),
        "source": _source(s.source),
    }
    relations = {
        "topics": tuple(record.topics),
        "documents": tuple(record.documents),
        "provinces": tuple(record.provinces),
        "by": (record.by,) if record.by else (),
    }
    return Fact(_words(record.text), parts, relations)


def _figure(f: Figure) -> Fact:
    r = f.record
    text = _both(lambda language: f"{r.amount(language)}: {r.what[language]} ({r.as_of.shown(language)})")
    relations = {"topics": tuple(r.topics), "provinces": tuple(r.provinces)}
    return Fact(text, {"note": _words(r.note), "source": _source(f.source)}, relations)


def _meeting(archive: Archive, m: Meeting) -> dict[str, Words]:
    r = m.record

    def people(attendances: Iterable[model.Attendance]) -> Words:
        return _both(
            lambda language: "; ".join(
                f"{archive.people[each.person].name} ({each.office[language]})" for each in attendances
            )
        )

    return {
        "date": _words(r.date),
        "level": _named("level", r.level),
        "form": _named("form", r.form),
        "organiser": _words(r.organiser),
        "place": _words(r.place),
        "period": _words(r.period),
        "chairs": people(m.chairs),
        "attendees": people(r.attendees),
        "participants": _participants(archive, r.participants),
        "provinces": _joined(archive.provinces[id].short for id in r.provinces),
    }


def _participants(archive: Archive, p: model.Participants | str) -> Words:
    if not isinstance(p, model.Participants):
        return _words(p)
    names = _joined(archive.provinces[id].short for id in p.provinces)
    return _both(
        lambda language: "; ".join(
            filter(
                None,
                [
                    f"{number(p.count, language)} {p.unit[language] if p.unit else ''}".strip() if p.count else "",
                    f"{p.provinces_count} {word('provinces_count', language)}" if p.provinces_count else "",
                    names[language],
                ],
            )
        )
    )


def _document(d: model.DocumentRecord) -> dict[str, Words]:
    return {
        "number": _words(d.number),
        "type": _named("type", d.type),
        "issuer": _words(d.issuer),
        "date": _words(d.date),
        "title": _words(d.title),
        "subject": _words(d.subject),
        "replaces": _words(d.replaces),
        "in_force": _words(d.in_force),
    }


def _source(source: model.Source) -> Words:
    title = "" if source.title == model.NOT_STATED else f": {source.title}"
    return _words(f"{source.publisher}{title}")


def _words(value: Any) -> Words:
    """A value of a record as readers see it."""
    if value is None:
        return NOTHING
    if value == model.NOT_STATED:
        return _both(lambda language: word("not_stated", language))
    if isinstance(value, model.Text):
        return Words(value.vi, value[Language.EN])
    if isinstance(value, PartialDate):
        return _both(value.shown)
    return Words(str(value), str(value))


def _named(prefix: str, value: Any) -> Words:
    """A value that has a word of the interface."""
    return _both(lambda language: word(f"{prefix}_{value}", language)) if value else NOTHING


def _joined(texts: Iterable[model.Text]) -> Words:
    found = list(texts)
    return _both(lambda language: ", ".join(text[language] for text in found))


def _both(say: Callable[[Language], str]) -> Words:
    return Words(say(Language.VI), say(Language.EN))
