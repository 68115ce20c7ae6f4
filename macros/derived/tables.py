"""The records as tables: one for each type of record, its columns read off the types of its fields.

A column is a field, or a field of a record inside it: `place_vi`, `chairs.person`. Of records that have a table of
their own a column says how many there are. What other records say of a record is in `_COMPUTED`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any, NamedTuple

from macros.archive import Archive
from macros.archive.index import Key
from macros.archive.items import MeetingSort
from macros.records import (
    FIGURE,
    SOURCE,
    SOURCES,
    STATEMENT,
    TYPES,
    UNIT,
    About,
    Change,
    Record,
    RecordType,
    Text,
    both,
)
from macros.records.base import PersonId
from macros.records.choice import Choice
from macros.records.walk import Field, fields_of, leaves_of_model
from macros.text.language import Language

_KINDS = {bool: "boolean", int: "integer", float: "number"}


class Row(NamedTuple):
    """A record as a row.

    `address` differs from that of every other record, `url` is where it is read in each language, `found` is what the
    archive has of it: a statement with its home; for most types the record itself.
    """

    archive: Archive
    address: str
    id: str
    url: Text | None
    record: Record
    found: Any


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes:
        name: what it is called in every format.
        fields: the field whose values it has, after the fields that it is inside.
        path: where the value is in what `read` returns.
        read: what a row has of the outermost of the fields.
        required: whether every row has a value.
    """

    name: str
    fields: tuple[Field, ...]
    path: tuple[str, ...]
    read: Callable[[Row], Any]
    required: bool = False

    @property
    def copied(self) -> bool:
        """True where it repeats what `address` leads to, or the table of sources has."""
        return self.fields[0].name in _COPIED

    @property
    def about(self) -> About:
        """What the field means."""
        return self.fields[-1].about

    def title(self, language: Language) -> str:
        """What the field is called, after what it is inside."""
        return " › ".join(field.about.name(language) for field in self.fields)

    @cached_property
    def counts(self) -> bool:
        """True where it says how many records there are."""
        return _has_table(self.fields[-1])

    @cached_property
    def kind(self) -> str:
        """The type of its values, in the words of Table Schema; a list is a text."""
        *outer, own = self.fields
        if any(field.many for field in outer) or (own.many and not self.counts):
            return "string"
        return (
            "integer" if self.counts else next((_KINDS[each] for each in own.types[::-1] if each in _KINDS), "string")
        )

    @cached_property
    def absent(self) -> str | bool | None:
        """What JSON has where there is no value: None for a number and for a translation, else an empty text."""
        if self.kind == "boolean":
            return False
        return "" if self.kind == "string" and self.path[-1:] != (Language.EN,) else None

    @property
    def collection(self) -> str:
        """The collection whose ids it has, one a cell; empty where it has none."""
        own = self.fields[-1]
        return own.collection if len(self.fields) == 1 and not own.many and own.collection != SOURCES else ""

    @property
    def codes(self) -> list[str]:
        """The words of which it has one; empty where it has anything else."""
        choices = [each for each in self.fields[-1].types if isinstance(each, type) and issubclass(each, Choice)]
        return [] if any(field.many for field in self.fields) else [word for choice in choices for word in choice]

    def value(self, row: Row) -> Any:
        """The value of a row as JSON has it: a text, a number, true or false, or a list of them."""
        value = _at(self.read(row), self.path)
        if self.counts:
            return _count(value)
        return self.absent if value is None else _plain(value)


@cache
def columns(type: RecordType[Any]) -> tuple[Column, ...]:
    """The columns of the table of a type: what is computed, then each value that one of its records may have."""
    found: dict[str, Column] = {}
    for name, annotation, about, read in (*_OF_ALL, *_COMPUTED.get(type.collection, ())):
        field = Field(name, annotation, (about,))
        paths: list[tuple[str, ...]] = [(each,) for each in Language] if annotation is Text else [()]
        for path in paths:
            column = Column("_".join((name, *path)), (field,), path, read, name == "address")
            found[column.name] = column
    for record in _classes(type.record):
        for path, fields in _values(record):
            inside = fields[-2].record if len(fields) > 1 else None
            if inside and issubclass(inside, Text) and path[-1] in list(Language):
                name, fields = f"{'.'.join(path[:-1])}_{path[-1]}", fields[:-1]
            else:
                name = ".".join(path)
            stated = all(each.required and not (each.many or each.may_be_not_stated) for each in fields)
            required = stated and record is type.record and path[-1] != Language.EN
            first = found.setdefault(name, Column(name, fields, path, _record, required))
            # Classes of a type may have fields of one name for different words.
            if first.fields[-1].choice is not fields[-1].choice:
                last = first.fields[-1]
                either = Field(last.name, last.annotation | fields[-1].annotation, last.metadata)
                found[name] = replace(first, fields=(*first.fields[:-1], either))
    return tuple(found.values())


def _classes(record: type[Record]) -> Iterator[type[Record]]:
    """A class of records and all that are derived from it."""
    yield record
    for each in record.__subclasses__():
        yield from _classes(each)


def rows(archive: Archive, type: RecordType[Any], base: str = "") -> Iterator[Row]:
    """The rows of the table of a type, in the order of the archive; `base` is the site's address, with a slash."""

    def row(address: str, id: str, path: str, record: Record, found: Any) -> Row:
        url = both(*(f"{base}{language.prefix}{path}" for language in Language)) if path else None
        return Row(archive, address, id, url, record, found)

    if type is SOURCE:
        for use in archive.sources():
            yield row(source_address(use.path, use.source.id), use.source.id, use.path, use.source, use)
    elif type in (STATEMENT, FIGURE):
        for found in archive.statements if type is STATEMENT else archive.figures:
            yield row(found.id, found.id, found.address, found.record, found)
    else:
        for id, record in archive.records[type].items():
            yield row(f"{type.collection}/{id}", str(id), type.path(str(id)), record, record)


def source_address(path: str, id: str) -> str:
    """The address of a source on a page; the parts of a review share the sources of the review."""
    return f"{'/'.join(path.split('/')[:2]).rstrip('/')}/{SOURCES}/{id}"


def _values(record: type[Record]) -> Iterator[tuple[tuple[str, ...], tuple[Field, ...]]]:
    """The way to each value of a record, no further than to records that have a table of their own."""
    for leaf in leaves_of_model(record):
        depth = next((depth for depth, field in enumerate(leaf.fields, 1) if _has_table(field)), len(leaf.path))
        # What may be not stated says so in the columns of what is inside.
        if depth < len(leaf.path) or not leaf.field.record:
            yield leaf.path[:depth], leaf.fields[:depth]


def _has_table(field: Field) -> bool:
    return any(issubclass(field.record, each.record) for each in TYPES) if field.record and field.many else False


def _record(row: Row) -> Record:
    return row.record


def _at(value: Any, path: tuple[str, ...]) -> Any:
    """What a path leads to: of a list, what it leads to in each; what is not stated says so wherever it would lead."""
    for step, name in enumerate(path):
        if isinstance(value, list):
            return [_at(each, path[step:]) for each in value]
        if not isinstance(value, Record):
            return value or ""
        value = getattr(value, name, None)
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value if value is None or isinstance(value, (str, int, float)) else str(value)


def _count(value: Any) -> Any:
    return [_count(each) for each in value] if value and not isinstance(value[0], Record) else len(value)


def _office(row: Row) -> Any:
    """The office on the day of the meeting, where the record of those present has it."""
    return row.found.attendance.office if row.found.attendance else row.found.record.by_office


def _speaker(row: Row) -> str | None:
    return row.archive.people[row.found.record.by].name if row.found.record.by else None


def _units(places: Iterable[Key]) -> list[str]:
    return [id for collection, id in places if collection == UNIT.collection]


def _author(row: Row) -> str | None:
    return row.archive.author_name(row.found.source.author) if row.found.source.author else None


def _chairs(row: Row) -> list[str]:
    return [row.archive.people[each.person].name for each in row.archive.meetings[row.id].chairs]


def _replaced(row: Row) -> str:
    """What the document replaces, as it is called; each with its columns `replaces.document` and the like."""
    archive = row.archive
    changes: list[Change] = row.found.replaces
    named = (archive.document_name(each.document) if each.document else each.unrecorded for each in changes)
    return "; ".join(name.vi for name in named if name)


Computed = tuple[str, Any, About, Callable[[Row], Any]]  # name, type, meaning, how it is read
_OF_ALL: tuple[Computed, ...] = (
    ("address", str, About("địa chỉ của bản ghi trong kho tư liệu", "address of the record"), lambda row: row.address),
    ("id", str, About("mã", "id"), lambda row: row.id),
    ("url", Text, About("địa chỉ cố định của trang, hay chỗ trên trang", "permanent address"), lambda row: row.url),
)
_NAMED_UNITS = About(
    "mã đơn vị hiện nay, khi vào ngày đó tỉnh đã là một phần của đơn vị ấy",
    "ids of present units, where the provinces were part of them by that day",
)
_OF_FACTS: tuple[Computed, ...] = (
    (
        "provinces",
        list[str],
        About(
            "mã các tỉnh; ở hội nghị của tỉnh là tỉnh ấy, của một đơn vị hiện nay là mọi tỉnh hợp thành",
            "ids of provinces; of a provincial meeting, its own, of a present unit all that it was formed from",
        ),
        lambda row: row.found.provinces,
    ),
    ("units", list[str], _NAMED_UNITS, lambda row: _units(row.found.places)),
    (
        "source_address",
        str,
        About("địa chỉ (`address`) trong bảng nguồn", "`address` in the table of sources"),
        lambda row: source_address(row.found.home.path, row.found.record.source),
    ),
    *(
        (f"source_{name}", field.annotation, field.about, lambda row, name=name: getattr(row.found.source, name))
        for name, field in fields_of(SOURCE.record).items()
        if name in ("publisher", "title", "url", "machine_translation", "archived", "last_seen")
    ),
)
_COPIED = ("url", *(name for name, *_ in _OF_FACTS if name.startswith("source_") and name != "source_address"))
_COMPUTED: dict[str, tuple[Computed, ...]] = {
    "statements": (
        ("kind", str, About("loại", "kind"), lambda row: row.found.kind),
        (
            "date",
            str,
            About("ngày họp; với tổng quan là năm", "day of the meeting, or year"),
            lambda row: row.found.date,
        ),
        ("home", str, About("trang có ý ấy", "page of the statement"), lambda row: row.found.home.path),
        ("group", str, About("mã mục của tổng quan", "heading"), lambda row: row.found.group and row.found.group.id),
        ("by", str, About("người nói", "speaker"), _speaker),
        ("by_id", PersonId, About("mã người nói", "id of the speaker"), lambda row: row.found.record.by),
        ("office", Text, About("chức vụ trong ngày, hoặc cơ quan nói", "office on the day, or the body"), _office),
        *_OF_FACTS,
    ),
    "figures": _OF_FACTS,
    "sources": (("author", str, About("tên tác giả", "the author’s name"), _author),),
    "documents": (
        (
            "statements",
            int,
            About("số ý ghi nhận nhắc đến văn bản", "number of statements that name the document"),
            lambda row: len(row.archive.statements_by("documents", row.id)),
        ),
        (
            "status",
            str,
            About(
                "tình trạng: `replaced`, `ended`, `amended`, `in-force`, `not-checked`",
                "status: `replaced`, `ended`, `amended`, `in-force`, `not-checked`",
                label=("tình trạng", "status"),
            ),
            lambda row: row.archive.statuses[row.id].state,
        ),
        (
            "status_text",
            Text,
            About("tình trạng bằng lời", "status in words"),
            lambda row: row.archive.document_status(row.id),
        ),
        (
            "replaces",
            str,
            About("các văn bản mà nó thay thế, bằng lời", "the documents that it replaces, in words"),
            _replaced,
        ),
    ),
    "meetings": (
        ("chairs", list[str], About("người chủ trì; trống nếu không nêu", "chairs; empty where not stated"), _chairs),
        (
            "machine_translated",
            bool,
            About("`true` nếu có nguồn là bản dịch máy", "`true` where a source is a machine translation"),
            lambda row: row.archive.meetings[row.id].machine_translated,
        ),
        (
            "appointment_meeting",
            bool,
            About("`true` với hội nghị về công tác cán bộ", "`true` for a meeting on appointments"),
            lambda row: row.archive.meetings[row.id].sort is MeetingSort.APPOINTMENT_MEETING,
        ),
        ("units", list[str], _NAMED_UNITS, lambda row: _units(row.archive.meetings[row.id].own_places)),
    ),
}
