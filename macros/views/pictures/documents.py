"""The documents that most statements name, as bars."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from macros.views.descriptions import cut
from macros.views.pictures.drawing import WIDTH, length
from macros.views.rendering import View

_MOST = 12
_ROW = 40
_ROOM = WIDTH - 48
_LETTERS = 48


@dataclass(frozen=True)
class Bar:
    """A document with its name, cut to one line, the top of its row, the length of its bar, and its statements."""

    document: str
    name: str
    top: int
    length: float
    count: int


def draw(view: View) -> Markup:
    """The documents named most, the first of them first; those named equally often all stand, or none of them."""
    archive = view.archive
    counts = {id: len(archive.statements_by("documents", id)) for id in archive.documents}
    named = sorted((id for id, count in counts.items() if count), key=lambda id: (-counts[id], id))
    if not named:
        return Markup("")
    shown = named[:_MOST]
    if len(named) > _MOST and counts[named[0]] > counts[named[_MOST]]:
        shown = [id for id in shown if counts[id] > counts[named[_MOST]]]
    largest = counts[named[0]]
    bars = [
        Bar(
            id,
            cut(archive.document_title(id)[view.language], _LETTERS),
            row * _ROW,
            length(counts[id], largest, _ROOM),
            counts[id],
        )
        for row, id in enumerate(shown)
    ]
    least = bars[-1].count
    return view.render(
        "pictures/documents.html",
        bars=bars,
        height=len(bars) * _ROW,
        least=least,
        cut=sum(count >= least for count in counts.values()) > len(bars),
    )
