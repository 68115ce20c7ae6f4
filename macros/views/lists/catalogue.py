"""Every list of the archive, under its address; which there are follows from `TYPES`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from macros.archive import Archive
from macros.archive.index import Index, Key, keys
from macros.archive.items import Figure, Meeting, MeetingSort
from macros.archive.names_of_the_day import BEFORE_UNITS
from macros.records import (
    DOCUMENT,
    FACETS,
    FIGURE,
    MEETING,
    PERSON,
    PROVINCE,
    STATEMENT,
    TOPIC,
    TYPES,
    UNIT,
    Record,
    RecordType,
    Text,
    in_both,
)
from macros.text.alphabet import place
from macros.text.dates import PartialDate
from macros.text.language import Language, word
from macros.text.passages import joined, phrase
from macros.views.lists.listing import Listing

# Appointment meetings, as every list of meetings has them apart.
APPOINTMENTS = MeetingSort.APPOINTMENT_MEETING.value
APPOINTMENTS_PATH = f"{MEETING.collection}/appointments/"
# Items on one page of each sort of list; the sorts that follow the types are no types of records.
PER_PAGE = {each.name: each.per_page for each in TYPES} | {
    APPOINTMENTS: 8,  # on the page of a record, below its other meetings
    "appearance": 40,
    "appointment": STATEMENT.per_page,
    "doubt": 25,
}
_WORDS = {each.name: each.collection for each in TYPES} | {
    APPOINTMENTS: "appointment_meetings",
    "appearance": "offices",
    "appointment": "kinds_appointment",
}
_FOLDERS = {each.name: each.collection for each in TYPES} | {
    APPOINTMENTS: "appointment-meetings",
    "appearance": "meetings",
    "appointment": "appointments",
}
_NEWEST_FIRST = {each.name for each in TYPES if each.has_page and each.date} | {APPOINTMENTS}
_LAST = PartialDate.parse("9999")


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as lists have it."""

    type: RecordType[Any]
    id: str
    record: Record
    title: Text

    @property
    def path(self) -> str:
        """Its address within a language."""
        return self.type.path(self.id)

    @property
    def date(self) -> PartialDate | None:
        """Its date, if it has one that is stated."""
        return self.type.date_of(self.record)

    def keys(self) -> Iterator[Key]:
        """What it is found by: what its record names."""
        return keys(self.record)


class Lists:
    """Every list of an archive.

    `lists("statement", "topics", "cadres")` has the statements on a topic, `lists("meeting", "level", "national")` the
    meetings of a level, `lists("meeting")` all of them; appointment meetings are in `lists("appointment_meeting")`.

    Args:
        archive: the archive.
        per_page: items on one page of any list, in place of the numbers for each sort.
    """

    def __init__(self, archive: Archive, per_page: int = 0) -> None:
        self._archive = archive
        self._per_page = per_page
        figures = sorted(archive.figures, key=lambda figure: figure.record.as_of.end)
        self._items: dict[str, Sequence[Any]] = {
            "statement": archive.statements,
            "figure": figures,
            **{sort.value: archive.meetings_by("sort", sort) for sort in MeetingSort},
        }
        self._indexes: dict[str, Index[Any]] = {
            "statement": archive.statements_by,
            "figure": Index(figures, Figure.keys),
            **{sort.value: Index(self._items[sort], Meeting.keys) for sort in MeetingSort},
            "appearance": archive.appearances_by,
            "appointment": archive.appointments_by,
        }
        for type in TYPES:
            if type.name not in self._items and (type.parts or type.lists):
                self._items[type.name] = _entries(archive, type)
                self._indexes[type.name] = Index(self._items[type.name], Entry.keys)
        self._lists: dict[tuple[str, str], dict[str, Listing]] = {}
        for by, value, listing in self._all():
            self._lists.setdefault((listing.sort, by), {})[value] = listing

    def __call__(self, sort: str, by: str = "", value: str = "") -> Listing:
        """One list: all of a sort, or those that have a value."""
        return self._lists[sort, by][value]

    def by(self, sort: str, by: str) -> dict[str, Listing]:
        """The lists of a sort by what they have in common: a collection of records, or a field."""
        return self._lists.get((sort, by), {})

    def all(self) -> Iterator[Listing]:
        """Each list once."""
        return (listing for group in self._lists.values() for listing in group.values())

    def on_own_pages(self) -> Iterator[Listing]:
        """Those that do not begin on the page of a record."""
        collections = {BEFORE_UNITS, *(type.collection for type in TYPES)}
        return (each for (_, by), group in self._lists.items() if by not in collections for each in group.values())

    def _all(self) -> Iterator[tuple[str, str, Listing]]:
        for type in TYPES:
            if type.parts:
                found = self._items[type.name]
                filters = {"kind": type.name} if type.date else {}
                title = _words(type.collection)
                yield "", "", self._list(type.name, title, f"{type.collection}/", found, type.parts, filters)
            for field, codes, address, words in type.groupings:
                for code in codes:
                    found = self._indexes[type.name](field, code)
                    filters = {"kind": type.name, field: code} if field in FACETS else {}
                    title = _words(*(each.format(code) for each in words))
                    if found:
                        yield field, code, self._list(type.name, title, address.format(code), found, "", filters)
            for sort in type.lists:
                for entry in self._items[type.name]:
                    yield type.collection, entry.id, self._list_of(sort, entry)
                    if type is UNIT:
                        yield BEFORE_UNITS, entry.id, self._before(sort, entry)
        found, filters = self._items[APPOINTMENTS], {"kind": APPOINTMENTS}
        title = _words(_WORDS[APPOINTMENTS])
        whole = self._list(APPOINTMENTS, title, APPOINTMENTS_PATH, found, "", filters)
        yield "", "", replace(whole, per_page=self._per_page or MEETING.per_page)
        uses = sorted(self._archive.sources(), key=lambda use: (use.date or _LAST).sort_key)
        yield "", "", self._list("source", _words("all_sources"), "method/sources/", uses)
        yield "", "", self._list("doubt", _words("all_doubts"), "method/doubts/", list(self._archive.meetings.values()))

    def _list_of(self, sort: str, entry: Entry) -> Listing:
        """What refers to a record, as its page lists it."""
        found = self._indexes[sort](entry.type.collection, entry.id)
        if sort == "statement":
            filters = {entry.type.name: entry.id} if entry.type.name in FACETS else {}
            return self._list(sort, entry.title, entry.path, found, "", filters)
        if sort in list(MeetingSort) and entry.type is DOCUMENT:  # those whose statements name it are seen from these
            found = [each for each in self._archive.document_meetings(entry.id) if each.sort == sort]
        title = in_both(lambda language: phrase("{}: {}", entry.title[language], word(_WORDS[sort], language).lower()))
        return self._list(sort, title, entry.path, found, f"{entry.path}{_FOLDERS[sort]}/")

    def _before(self, sort: str, unit: Entry) -> Listing:
        """What refers to the provinces that a unit was formed from, from before the unit."""
        found = self._indexes[sort](BEFORE_UNITS, unit.id)
        words = ("before_units", _WORDS[sort])
        title = in_both(lambda language: joined(": ", [unit.title[language], *(word(key, language) for key in words)]))
        return self._list(sort, title, unit.path, found, f"{unit.path}before/{_FOLDERS[sort]}/")

    def _list(
        self,
        sort: str,
        title: Text,
        path: str,
        items: Sequence[Any],
        parts: str = "",
        filters: Mapping[str, str] | None = None,
    ) -> Listing:
        per_page = self._per_page or PER_PAGE[sort]
        latest = 5 if sort == APPOINTMENTS else 10  # a page of a record has them below its meetings
        whole_to = None
        collection, _, id = path.removesuffix("/").partition("/")
        if id and collection == UNIT.collection:  # the page of a unit has two lists of each sort
            per_page, latest = per_page // 2, 3
            whole_to = per_page // 2
        elif id and collection in (TOPIC.collection, PROVINCE.collection):  # theirs has several lists
            whole_to = per_page // 2
            latest = 5 if sort in (APPOINTMENTS, FIGURE.name) else latest
        elif id and collection == PERSON.collection and not self._per_page:
            whole_to = {STATEMENT.name: 25, "appearance": 10}.get(sort)  # conclusions stand first where all are there
            latest = 5 if sort == "appearance" else latest
        newest_first = sort in _NEWEST_FIRST
        return Listing(sort, title, path, items, per_page, parts, filters or {}, newest_first, latest, whole_to)


@lru_cache(maxsize=1)
def lists(archive: Archive) -> Lists:
    """The lists of the archive that is being published."""
    return Lists(archive)


def _entries(archive: Archive, type: RecordType[Any]) -> list[Entry]:
    """The records of a type in time, of people by given name, of others as their file has them."""
    names = archive.document_name if type is DOCUMENT else lambda id: type.title_of(archive.records[type][id])
    entries = [Entry(type, id, record, names(id)) for id, record in archive.records[type].items()]
    if type.date:
        return sorted(entries, key=lambda entry: (entry.date or _LAST).sort_key)
    if type is PERSON:
        return sorted(entries, key=lambda entry: place(" ".join(reversed(entry.title.vi.split())), Language.VI))
    return entries


def _words(*keys: str) -> Text:
    return in_both(lambda language: ": ".join(word(key, language) for key in keys))
