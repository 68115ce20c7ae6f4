"""The provinces as equal tiles, each where it lies to the others; no coastline or border is drawn."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from macros.archive import Archive
from macros.views.pictures.drawing import WIDTH, shade
from macros.views.rendering import View

_COLUMNS = 3
_GAP = 6
_TILE_WIDTH = (WIDTH - (_COLUMNS - 1) * _GAP) // _COLUMNS
_TILE_HEIGHT = 58


@dataclass(frozen=True)
class Tile:
    """A province's tile: the place of its upper left corner, how many statements, how opaque."""

    id: str
    x: int
    y: int
    count: int
    shade: float


@dataclass(frozen=True)
class Bridge:
    """Joins the tiles of two neighbours that are parts of one unit today."""

    x: int
    y: int
    width: int
    height: int


def draw(view: View, topic: str | None = None) -> Markup:
    """How many statements there are about each province, on one topic or on all; nothing where there is none."""
    archive = view.archive
    if topic is None:
        counts = {id: len(archive.statements_by("provinces", id)) for id in archive.provinces}
    else:
        named = Counter(id for statement in archive.statements_by("topics", topic) for id in statement.provinces)
        counts = {id: named[id] for id in archive.provinces}
    largest = max(counts.values(), default=0)
    if not largest:
        return Markup("")
    places = _places(archive)
    tiles = [
        Tile(id, column * (_TILE_WIDTH + _GAP), row * (_TILE_HEIGHT + _GAP), counts[id], shade(counts[id], largest))
        for id, (row, column) in places.items()
    ]
    return view.render(
        "pictures/province_map.html",
        topic=topic,
        tiles=tiles,
        bridges=_bridges(archive, tiles),
        tile=(_TILE_WIDTH, _TILE_HEIGHT),
        height=max(tile.y for tile in tiles) + _TILE_HEIGHT,
    )


def _places(archive: Archive) -> dict[str, tuple[int, int]]:
    """Row and column of each province; those without a place of their own are in rows below the others."""
    own = {id: (each.tile.row, each.tile.column) for id, each in archive.provinces.items() if each.tile}
    others = [id for id in archive.provinces if id not in own]
    below = max((row for row, _ in own.values()), default=-1) + 1
    return own | {id: (below + number // _COLUMNS, number % _COLUMNS) for number, id in enumerate(others)}


def _bridges(archive: Archive, tiles: list[Tile]) -> list[Bridge]:
    found = []
    for one in tiles:
        for other in tiles:
            if archive.provinces[one.id].successor == archive.provinces[other.id].successor:
                if (other.x - one.x, other.y - one.y) == (_TILE_WIDTH + _GAP, 0):
                    found.append(Bridge(one.x + _TILE_WIDTH, one.y + _TILE_HEIGHT // 2 - 6, _GAP, 12))
                if (other.x - one.x, other.y - one.y) == (0, _TILE_HEIGHT + _GAP):
                    found.append(Bridge(one.x + _TILE_WIDTH // 2 - 6, one.y + _TILE_HEIGHT, 12, _GAP))
    return found
