"""Every value that an archive holds, each in turn put to another valid one: what `make changes` must not miss."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from pydantic import ValidationError

from macros import records as model
from macros.archive import Archive
from macros.archive.data_files import DataFile
from macros.archive.records import Records
from macros.data.problems import Place
from macros.records import (
    ACHIEVEMENTS,
    CORRECTION,
    DOCUMENT,
    LESSONS,
    MEETING,
    PERSON,
    PRIORITIES,
    PROVINCE,
    REVIEW,
    TERM,
    TOPIC,
    UNIT,
    ProvincesFile,
    RecordType,
)
from macros.records.choice import Choice
from macros.records.walk import Field, fields_of
from macros.text.dates import PartialDate

Fields = tuple[tuple[type[model.Record], str], ...]
Put = Callable[[Any], Records]
# Every value that a field has somewhere in the archive, by the record that first has the field, and the field.
Pool = dict[tuple[type[model.Record], str], list[Any]]
_NOTHING: tuple[Any, ...] = (None, [], model.NOT_STATED)
_HAVE_ADDRESSES = (model.StatementRecord, model.Figure, model.Group)


class Leaf(NamedTuple):
    """A value by its path, such as `meetings/2030-06-12: sources.0.url`, and the records with another in its place.

    It is in the last of `fields`, which is in the one before. With `adds`, something got an address that there was not.
    """

    name: str
    fields: Fields
    records: Records
    adds: bool = False


class _AnyPlace(DataFile):
    """Stands in for a file: where in it something is written does not matter here."""

    def __init__(self) -> None:
        super().__init__("", b"")

    def cached(self, compute: object) -> Any:
        return defaultdict(lambda: Place(""))


def without_places(records: Records) -> Records:
    """The same records, of which items may be added and moved although no file has them."""
    return replace(records, files=defaultdict(_AnyPlace))


def leaves(archive: Archive) -> Iterator[Leaf]:
    """Every leaf of the archive's records, once changed, left out, written where it is not, and added to.

    What has no other valid value is left out, such as the source of a statement where the file has one source. So are
    ids and redirects, which are addresses.
    """
    records = without_places(archive.records)
    pool: Pool = {}
    for _, record, _ in _files(records):
        _gather(record, pool)
    for name, record, put in _files(records):
        yield from _Walk(archive, record, pool).record(record, name, put, ())


def _files(records: Records) -> Iterator[tuple[str, model.Record, Put]]:
    """Every record that is a file or an entry of one, with what puts another in its place."""
    alone: tuple[RecordType[Any], ...] = (MEETING, DOCUMENT, TOPIC, PERSON, TERM, CORRECTION)
    for type in alone:
        for id, record in records[type].items():
            yield f"{type.collection}/{id}: ", record, partial(_put_entry, records, type, id)
    of_reviews: tuple[RecordType[Any], ...] = (REVIEW, ACHIEVEMENTS, LESSONS, PRIORITIES)
    for year in records[REVIEW]:
        for file in of_reviews:
            yield f"reviews/{year}/{file.name}: ", records[file][year], partial(_put_entry, records, file, year)
    assert records.region and records.published
    yield "provinces: ", records.region, partial(_put_region, records)
    yield "published: ", records.published, lambda new: replace(records, published=new)


def _put_region(records: Records, new: ProvincesFile) -> Records:
    return replace(records.with_records(PROVINCE, new.provinces).with_records(UNIT, new.units), region=new)


def _put_entry(records: Records, type: RecordType[Any], id: str, new: Any) -> Records:
    return records.with_records(type, {**records[type], id: new})


def _gather(value: Any, pool: Pool) -> None:
    if isinstance(value, model.Record):
        for name in fields_of(type(value)):
            held = getattr(value, name)
            pool.setdefault(_declared(type(value), name), []).append(held)
            _gather(held, pool)
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _gather(each, pool)


def _declared(record: type[model.Record], name: str) -> tuple[type[model.Record], str]:
    """A field as that of the record that first has it: what one kind of statement may hold, the others may."""
    bases = [base for base in record.__mro__ if issubclass(base, model.Record) and name in fields_of(base)]
    return bases[-1], name


class _Walk:
    """The leaves of one file."""

    def __init__(self, archive: Archive, file: model.Record, pool: Pool) -> None:
        self._pool = pool
        self._known: dict[str, list[str]] = {
            "topics": list(archive.topics),
            "documents": list(archive.documents),
            "meetings": list(archive.meetings),
            "provinces": list(archive.provinces),
            "units": list(archive.units),
            "people": list(archive.people),
            "glossary": list(archive.glossary),
            "sources": _source_ids(archive, file),
        }

    def record(self, record: model.Record, path: str, put: Put, above: Fields) -> Iterator[Leaf]:
        """The leaves of a record in the fields `above`; `put` gives the archive's records with another in its place."""
        for name, field in fields_of(type(record)).items():
            if name != "id":
                put_field = partial(_put_field, record, name, put)
                leaf = partial(_leaf, (*above, (type(record), name)))
                yield from self._value(getattr(record, name), field, f"{path}{name}", put_field, leaf)
                yield from self._whole(getattr(record, name), field, f"{path}{name}", put_field, leaf)

    def _value(self, value: Any, field: Field, path: str, put: Put, leaf: _Make) -> Iterator[Leaf]:
        if isinstance(value, model.Record):
            yield from self.record(value, f"{path}.", put, leaf.args[0])
        elif isinstance(value, (list, dict)):
            for key, item in list(value.items()) if isinstance(value, dict) else list(enumerate(value)):
                yield from self._value(item, field, f"{path}.{key}", partial(_put_item, value, key, put), leaf)
                yield from leaf(f"{path}.{key} removed", [_without(value, key)], put)
        elif value not in _NOTHING:
            yield from leaf(path, self._instead(value, field), put)

    def _whole(self, value: Any, field: Field, path: str, put: Put, leaf: _Make) -> Iterator[Leaf]:
        """The whole field: left out, written, or with more items."""
        known = self._pool[_declared(*leaf.args[0][-1])]
        others = [each for each in known if each not in _NOTHING and self._refers_here(each)]
        adds = field.many and field.record is not None and issubclass(field.record, _HAVE_ADDRESSES)
        if value in _NOTHING:
            yield from leaf(f"{path} written", others, put, adds)
        else:
            yield from leaf(f"{path} left out", [None, model.NOT_STATED, []], put)
        if isinstance(value, list) and value:
            more = [_new(each) for other in others for each in other if each not in value]
            yield from leaf(f"{path} with more", [[*value, each] for each in more[:1]], put, adds)

    def _instead(self, value: Any, field: Field) -> list[Any]:
        """Other values, of which some may not be valid."""
        if field.collection:
            return [id for id in self._known[field.collection] if id != value]
        if isinstance(value, PartialDate):
            return [PartialDate.parse("2029-01-31")]
        if isinstance(value, Choice):
            return [each for each in type(value) if each is not value]
        if isinstance(value, bool):
            return [not value]
        if isinstance(value, (int, float)):
            return [value + 1, value - 1]
        return [f"{value} khác", f"{value}x", f"{value}x/", "0" * len(value)]

    def _refers_here(self, value: Any) -> bool:
        """Whether a value of another file names no source that this file lacks."""
        used: Pool = {}
        _gather(value, used)
        sources = [ids for (kind, name), ids in used.items() if fields_of(kind)[name].collection == "sources"]
        return all(id is None or id in self._known["sources"] for ids in sources for id in ids)


_Make = partial[Iterator[Leaf]]


def _leaf(fields: Fields, name: str, values: list[Any], put: Put, adds: bool = False) -> Iterator[Leaf]:
    """The leaf with the first of these values that is valid there."""
    for value in values:
        try:
            yield Leaf(name, fields, put(value), adds)
        except ValidationError:
            continue
        return


def _put_field(record: model.Record, name: str, put: Put, new: Any) -> Records:
    return put(type(record).model_validate({**dict(record), name: new}))


def _put_item(value: Any, key: Any, put: Put, new: Any) -> Records:
    changed = value.copy()
    changed[key] = new
    return put(changed)


def _without(value: Any, key: Any) -> Any:
    changed = value.copy()
    del changed[key]
    return changed


def _new(item: Any) -> Any:
    """An item of another list under an id that is not there yet."""
    return item.model_copy(update={"id": "new-one"}) if hasattr(item, "id") else item


def _source_ids(archive: Archive, file: model.Record) -> list[str]:
    sources = getattr(file, "sources", None)
    if sources is None:  # the parts of a review name those of the review
        sources = [source for part in archive.review_parts for source in part.sources]
    return list(dict.fromkeys(source.id for source in sources))
