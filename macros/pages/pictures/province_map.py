"""The provinces as equal tiles, each where it lies to the others; no coastline or border is drawn."""

from collections import Counter
from itertools import product

from markupsafe import Markup

from macros.archive import Archive
from macros.pages.authoring.macro import TopicId, block
from macros.pages.pictures.drawing import WIDTH, shade
from macros.views.rendering import View

_COLUMNS = 3
_GAP = 6
_TILE_WIDTH = (WIDTH - (_COLUMNS - 1) * _GAP) // _COLUMNS
_TILE_HEIGHT = 58
# The bridge between a tile and its neighbour on the right or below, from its corner: x, y, width, height.
_BRIDGES = {
    (0, 1): (_TILE_WIDTH, _TILE_HEIGHT // 2 - 6, _GAP, 12),
    (1, 0): (_TILE_WIDTH // 2 - 6, _TILE_HEIGHT, 12, _GAP),
}


@block
def province_map(view: View, topic: TopicId | None = None) -> Markup:
    """The number of statements about each province, on one topic or on all; nothing where there is none.

    A bridge joins the tiles of two neighbours that are parts of one unit today.
    """
    archive = view.archive
    statements = archive.statements if topic is None else archive.statements_by("topics", topic)
    counts = Counter(id for statement in statements for id in statement.provinces)
    largest = max(counts.values(), default=0)
    if not largest:
        return Markup("")
    places = _places(archive)
    tiles = [
        {"id": id, **_corner(*place), "count": counts[id], "shade": shade(counts[id], largest)}
        for id, place in places.items()
    ]
    bridges = []
    for (one, place), (other, next_to) in product(places.items(), repeat=2):
        bridge = _BRIDGES.get((next_to[0] - place[0], next_to[1] - place[1]))
        if bridge and archive.provinces[one].successor == archive.provinces[other].successor:
            corner = _corner(*place)
            x, y, width, height = bridge
            bridges.append({"x": corner["x"] + x, "y": corner["y"] + y, "width": width, "height": height})
    return view.render(
        "pictures/province_map.html",
        topic=topic,
        tiles=tiles,
        bridges=bridges,
        tile=(_TILE_WIDTH, _TILE_HEIGHT),
        height=_corner(max(row for row, _ in places.values()), 0)["y"] + _TILE_HEIGHT,
    )


def _places(archive: Archive) -> dict[str, tuple[int, int]]:
    """Row and column of each province; those without a place of their own are in rows below the others."""
    own = {id: (each.tile.row, each.tile.column) for id, each in archive.provinces.items() if each.tile}
    others = [id for id in archive.provinces if id not in own]
    below = max((row for row, _ in own.values()), default=-1) + 1
    return own | {id: (below + number // _COLUMNS, number % _COLUMNS) for number, id in enumerate(others)}


def _corner(row: int, column: int) -> dict[str, int]:
    """The upper left corner of a tile."""
    return {"x": column * (_TILE_WIDTH + _GAP), "y": row * (_TILE_HEIGHT + _GAP)}
