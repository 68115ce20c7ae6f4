"""The parts of what is at a permanent address, as the log of corrections names them.

`sources.s1.url` is the address of the source `s1`: the name of a field, the key of an item where the field is a list,
and so on inwards.
"""

from collections.abc import Iterator

from macros.records import TYPES, UNIT, ProvincesFile, PublishedFile
from macros.records.base import About, Record, Text
from macros.records.source import Source
from macros.records.walk import Field, fields_of, leaves_of_model

# The part of a statement or a figure that no field holds: the list and the group in which it is.
UNDER = "under"
_UNDER = Field(UNDER, str, (About("mục", "heading"),))
# Parts by the name they had in the log before.
_FORMERLY = {"formed_into": "successor"}
_UNITS_WERE_AT = "provinces/#unit-"  # until they had pages
# What is at the address of a list besides its entries.
_LISTS: dict[str, type[Record]] = {"corrections/": PublishedFile, "provinces/": ProvincesFile}


def has_address(record: type[Record]) -> bool:
    """Whether records of a class are at permanent addresses of their own, also those that are in other records."""
    if record is Source:
        return False
    return "id" in fields_of(record) or any(each.record is record for each in TYPES if each.address)


def path(part: str, address: str) -> list[Field | str]:
    """The fields and keys that a part of what is at an address leads through; empty where there is no such part."""
    if part == UNDER:
        return [_UNDER]
    found = (_path(_FORMERLY.get(part, part), record) for record in _records(address))
    return next(filter(None, found), [])


def _records(address: str) -> Iterator[type[Record]]:
    """The records of which one is at an address."""
    if address.startswith(_UNITS_WERE_AT):
        yield UNIT.record
    collection, _, rest = address.partition("/")
    is_entry = "#" in rest
    for type in TYPES:
        home = type.address or type.file
        if home.split("/")[0] == collection:
            if is_entry == ("#" in home):
                yield type.record
            if is_entry:
                fields = (field for leaf in leaves_of_model(type.record) for field in leaf.fields)
                yield from (field.record for field in fields if field.record and has_address(field.record))
    if address in _LISTS:
        yield _LISTS[address]


def _path(part: str, record: type[Record]) -> list[Field | str]:
    found: list[Field | str] = []
    inside: type[Record] | None = record
    steps = iter(part.split("."))
    for name in steps:
        field = fields_of(inside).get(name) if inside else None
        if field is None:
            return []
        found.append(field)
        inside = field.record
        if inside and field.many and inside is not Text and (item := next(steps, "")):
            found.append(item)
    return found
