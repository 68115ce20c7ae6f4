"""What a record is made of, read off its type: its fields, each value in it, and what may be at a place of a file.

The one walk over typed fields: what is to be done with each value of a record, or with each field that it may have,
loops over `leaves` or `fields_of`. What a field is follows from its type and its marks, never from its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from macros.data.codes import BOOLEANS, Codes
from macros.records.base import About, Address, IdOf, NotStated, Record
from macros.records.choice import Choice

Mark = TypeVar("Mark")
Base = TypeVar("Base")
Loc = tuple[str | int, ...]
Known = Callable[[str], Codes]
# What distinguishes an item from the others of its list.
_KEYS = ("id", "person")


@dataclass(frozen=True, eq=False)
class Field:
    """A field of a record, or one item of it where it holds several: what its type says.

    Attributes:
        name: its name.
        annotation: its type.
        metadata: what the model says of it besides its type.
        required: whether it must be there.
    """

    name: str
    annotation: Any
    metadata: tuple[Any, ...] = ()
    required: bool = True

    @cached_property
    def types(self) -> tuple[Any, ...]:
        """The types of which its value is one: classes, and lists and mappings of others; not None."""
        return tuple(each for each, _ in _alternatives(self.annotation))

    @cached_property
    def marks(self) -> tuple[Any, ...]:
        """Everything that the model says of it, or of its items, besides types."""
        own = (mark for _, marks in _alternatives(self.annotation) for mark in marks)
        return (*self.metadata, *own, *(self.item.marks if self.item else ()))

    def mark(self, mark: type[Mark]) -> Mark | None:
        """Its mark of a class, such as `Address`; None where it has none."""
        return next((each for each in self.marks if isinstance(each, mark)), None)

    @cached_property
    def about(self) -> About:
        """What it means."""
        return next(each for each in self.metadata if isinstance(each, About))

    @cached_property
    def is_address(self) -> bool:
        """True for an address, of a page of the web or of the site."""
        return self.mark(Address) is not None

    @cached_property
    def collection(self) -> str:
        """The collection whose ids it holds; empty where it holds none."""
        id_of = self.mark(IdOf)
        return id_of.collection if id_of else ""

    @cached_property
    def may_be_not_stated(self) -> bool:
        """True where it may hold `not-stated`."""
        address = self.mark(Address)
        return NotStated in self.types or (address is not None and address.may_be_not_stated)

    @cached_property
    def record(self) -> type[Record] | None:
        """The record in it, by itself, in a list or in a mapping."""
        return self._inside(Record)

    @cached_property
    def choice(self) -> type[Choice] | None:
        """The words of which it holds one or several."""
        return self._inside(Choice)

    @cached_property
    def item(self) -> Field | None:
        """One item of it, where it holds a list or a mapping."""
        many = (each for each in self.types if get_origin(each) in (list, dict))
        return next((Field(self.name, get_args(each)[-1], self.metadata) for each in many), None)

    @property
    def many(self) -> bool:
        """True for a list and for a mapping by id."""
        return self.item is not None

    @cached_property
    def is_list(self) -> bool:
        """True where it holds a list."""
        return any(get_origin(each) is list for each in self.types)

    def codes(self, known: Known) -> Codes | None:
        """The codes that it may hold, by itself or in a list; None for free text, numbers and dates.

        Args:
            known: the ids of a collection.
        """
        if self.collection:
            return known(self.collection)
        if bool in self.types:
            return BOOLEANS
        return self.choice.codes() if self.choice else None

    def within(self, step: str | int) -> Iterator[Field]:
        """What may be at a step into its value: a field of its record, an item of its list or mapping."""
        for each in self.types:
            if isinstance(each, type) and issubclass(each, Record):
                if step in each.model_fields:
                    yield fields_of(each)[str(step)]
            elif self.item and get_origin(each) is (list if isinstance(step, int) else dict):
                yield self.item

    def _inside(self, base: type[Base]) -> type[Base] | None:
        """The class of a kind that its value or an item of it has."""
        own = (each for each in self.types if isinstance(each, type) and issubclass(each, base))
        return next(own, None) or (self.item._inside(base) if self.item else None)


class Leaf(NamedTuple):
    """A value of a record that is no record itself, or of a model the field that may hold one.

    `path` leads to it: names of fields and, after one that holds records, the key of one of them. `fields` are those
    fields, the outermost first; the last holds the value.
    """

    path: tuple[str, ...]
    fields: tuple[Field, ...]
    value: Any = None

    @property
    def field(self) -> Field:
        """The field that holds the value."""
        return self.fields[-1]


@cache
def fields_of(record: type[Record]) -> dict[str, Field]:
    """The fields of a record by their names, in the order in which they are written."""
    fields = record.fields().items()
    return {name: Field(name, field.annotation, tuple(field.metadata), field.is_required()) for name, field in fields}


def leaves(record: Record) -> Iterator[Leaf]:
    """Each stated value of a record and of those in it, in the order of its fields; a list of texts or ids is one."""
    return _leaves(record, (), ())


def leaves_of_model(record: type[Record]) -> Iterator[Leaf]:
    """Each field that a record, or one in it, may state; paths have no keys."""
    return _leaves_of_model(record, (), ())


def key(item: Record) -> str:
    """What distinguishes an item from the others of its list; empty where nothing does."""
    return next((str(getattr(item, name)) for name in _KEYS if name in fields_of(type(item))), "")


def fields_at(form: Any, loc: Loc, *, lenient: bool = False) -> list[Field]:
    """What may be at a place of a file.

    Args:
        form: what the file holds: a record, or a mapping of ids to records.
        loc: where in the file.
        lenient: pass over steps that lead nowhere: pydantic's errors also name the alternative that it tried.
    """
    here = [Field("", form)]
    for step in loc:
        inner = [each for field in here for each in field.within(step)]
        here = inner or here if lenient else inner
    return here


def records_at(form: Any, loc: Loc, *, lenient: bool = False) -> list[type[Record]]:
    """The records of which one may be at a place of a file that holds this form."""
    types = (each for field in fields_at(form, loc, lenient=lenient) for each in field.types)
    return [each for each in types if isinstance(each, type) and issubclass(each, Record)]


def _leaves(value: Any, path: tuple[str, ...], fields: tuple[Field, ...]) -> Iterator[Leaf]:
    if isinstance(value, Record):
        for name, field in fields_of(type(value)).items():
            yield from _leaves(getattr(value, name), (*path, name), (*fields, field))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _leaves(item, (*path, name), fields)
    elif isinstance(value, list) and value and isinstance(value[0], Record):
        for index, item in enumerate(value):
            yield from _leaves(item, (*path, key(item) or str(index)), fields)
    elif value is not None and value != []:
        yield Leaf(path, fields, value)


def _leaves_of_model(record: type[Record], path: tuple[str, ...], fields: tuple[Field, ...]) -> Iterator[Leaf]:
    for name, field in fields_of(record).items():
        if field.record:
            yield from _leaves_of_model(field.record, (*path, name), (*fields, field))
        if not field.record or field.may_be_not_stated:
            yield Leaf((*path, name), (*fields, field))


def _alternatives(annotation: Any) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """The types that an annotation allows, each with what the model says of it."""
    if get_origin(annotation) is Annotated:
        for each, marks in _alternatives(get_args(annotation)[0]):
            yield each, (*annotation.__metadata__, *marks)
    elif get_origin(annotation) in (Union, UnionType):
        for each in get_args(annotation):
            yield from _alternatives(each)
    elif annotation is not NoneType:
        yield annotation, ()
