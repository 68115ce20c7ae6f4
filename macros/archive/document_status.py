"""What became of each document: what replaced or amended it, that it ended, on which day it was in force.

A document on which no source says a word is “not checked”: that it is recorded does not mean that it is in force.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from macros.records import DocumentRecord, Source
from macros.text.dates import PartialDate, Precision
from macros.text.language import Language, word
from macros.text.passages import capital, joined, phrase


class State(StrEnum):
    """What a document is by what became of it; of several the first counts."""

    REPLACED = "replaced"
    ENDED = "ended"
    AMENDED = "amended"
    IN_FORCE = "in-force"
    NOT_CHECKED = "not-checked"


_ORDER = list(State)


@dataclass(frozen=True)
class Event:
    """One thing that became of a document.

    Attributes:
        state: what that makes of it.
        date: from when, or on which day; None where no source states it.
        stated_by: the id of the document whose record says so: of the one that replaced or amended it, or its own.
        record: that record.
        source_id: the id of the source in it which states this.
    """

    state: State
    date: PartialDate | None
    stated_by: str
    record: DocumentRecord
    source_id: str

    @property
    def source(self) -> Source:
        """The source that states it."""
        return next(source for source in self.record.sources if source.id == self.source_id)

    def pattern(self, language: Language) -> str:
        """What is said of it, with places for `{document}`, `{source}` and `{date}`."""
        said = word(f"status_{self.state}", language)
        return said if self.state is State.IN_FORCE else said + since(self.date, language)


@dataclass(frozen=True)
class Status:
    """The status of a document: `events` are those that make it what it is, `others` what became of it besides."""

    state: State
    events: tuple[Event, ...]
    others: tuple[Event, ...]

    @property
    def is_dead(self) -> bool:
        """True for a document that is not to be taken for one that holds."""
        return self.state in (State.REPLACED, State.ENDED)

    def said(self, language: Language, name: Callable[[str], str]) -> str:
        """The status in words, such as `Thay bằng 45-CT/TW từ 14-4-2025`; `name` is what a document is called."""
        if not self.events:
            return capital(word(f"status_{self.state}", language))
        return capital(joined("; ", (self._event(event, language, name) for event in self.events)))

    @staticmethod
    def _event(event: Event, language: Language, name: Callable[[str], str]) -> str:
        date = event.date.shown(language) if event.date else ""
        parts = {"document": name(event.stated_by), "date": date, "source": event.source.publisher}
        return phrase(event.pattern(language), **parts)


def since(date: PartialDate | None, language: Language) -> str:
    """From when a change holds, with a place for `{date}`; None for what no source states."""
    if date is None:
        return word("status_undated", language)
    return word("status_on" if date.precision is Precision.DAY else "status_in", language)


def stated(date: PartialDate | str) -> PartialDate | None:
    """A date of a record that may be `not-stated`; None where it is."""
    return date if isinstance(date, PartialDate) else None


def statuses(documents: Mapping[str, DocumentRecord]) -> dict[str, Status]:
    """The status of every document, by its id."""
    events = defaultdict(list)
    for id, event in _events(documents):
        events[id].append(event)
    return {id: _status(sorted(events[id], key=_rank)) for id in documents}


def _events(documents: Mapping[str, DocumentRecord]) -> Iterator[tuple[str, Event]]:
    """What became of documents, each with the id of the document."""
    for id, record in documents.items():
        for state, changes in ((State.REPLACED, record.replaces), (State.AMENDED, record.amends)):
            for change in changes:
                if change.document is not None:
                    yield change.document, Event(state, stated(change.since), id, record, change.source)
        if record.ended:
            yield id, Event(State.ENDED, stated(record.ended.since), id, record, record.ended.source)
        if record.in_force_on:
            yield id, Event(State.IN_FORCE, record.in_force_on.day, id, record, record.in_force_on.source)


def _rank(event: Event) -> tuple[int, str, str]:
    """The strongest first, of one strength in time."""
    return _ORDER.index(event.state), str(event.date or ""), event.stated_by


def _status(events: list[Event]) -> Status:
    state = events[0].state if events else State.NOT_CHECKED
    own = [event for event in events if event.state is state]
    return Status(state, tuple(own), tuple(events[len(own) :]))
