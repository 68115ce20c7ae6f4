"""Names of the day: a province is called by its own name until the unit that it became part of begins to work.

Editors name provinces alone, by their ids of the region's year; which of them were parts of a unit on a day follows
from that unit's `operates_from`.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from macros.archive.index import Key
from macros.records import PROVINCE, UNIT, ProvincesFile

# The list of a unit's page with what concerns its parts from before the unit.
BEFORE_UNITS = "before_units"


def places(region: ProvincesFile, provinces: Iterable[str], day: date) -> list[Key]:
    """What provinces were called on a day: each by itself, or as the unit that was at work by then.

    A merger of which only the month or the year is known is not taken for done before its last day.
    """
    found = ((id, region.provinces[id].successor) for id in provinces)
    return list(
        dict.fromkeys(
            (UNIT.collection, unit) if region.units[unit].operates_from.end <= day else (PROVINCE.collection, id)
            for id, unit in found
        )
    )


def parts(region: ProvincesFile, places: Iterable[Key]) -> list[str]:
    """The provinces that places are or were formed from, each once: from all of them a meeting of a unit is found."""
    inside = (region.units[id].formed_from if collection == UNIT.collection else [id] for collection, id in places)
    return list(dict.fromkeys(province for provinces in inside for province in provinces))


def keys(region: ProvincesFile, places: Iterable[Key]) -> Iterator[Key]:
    """What is found by places: each unit, each province, and the unit that a province has become part of since."""
    places = list(places)
    yield from places
    yield from ((PROVINCE.collection, id) for id in parts(region, places))
    provinces = (id for collection, id in places if collection == PROVINCE.collection)
    yield from ((BEFORE_UNITS, region.provinces[id].successor) for id in provinces)
