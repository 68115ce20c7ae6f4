"""The figures of a year's review: a panel each, for they count different things and can share no axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.archive.items import Figure
from macros.views.pictures.drawing import lines
from macros.views.rendering import View

# Squares stand in rows of four tens, so that they can be counted.
_SIDE, _PITCH, _TENS, _TEN_GAP = 6.8, 8.6, 4, 4.6
_MOST_SQUARES = 250
_LETTERS = 54
_LINE = 16
_PANEL_GAP = 30


@dataclass(frozen=True)
class Panel:
    """A figure with the heights of its parts, its squares as a path, and what one square stands for.

    `range_squares` are those up to the end of a range, which are drawn behind the others; empty for a single number.
    """

    figure: Figure
    top: float
    what: list[str]
    squares: str
    range_squares: str
    squares_top: float
    each: int
    key_top: float


def draw(view: View, year: int, figures: Sequence[Figure]) -> Markup:
    """Each figure as so many squares."""
    panels = []
    top = 0.0
    for figure in figures:
        what = lines(figure.record.what[view.language], _LETTERS)
        squares_top = top + 34 + _LINE * len(what)
        value, last = figure.record.value, figure.record.value_to
        each = _each(value if last is None else last)
        squares, height = _squares(value / each)
        range_squares = ""
        if last is not None:
            range_squares, height = _squares(last / each)
        panels.append(Panel(figure, top, what, squares, range_squares, squares_top, each, squares_top + height + 14))
        top = squares_top + height + 14 + _PANEL_GAP
    height = top - _PANEL_GAP + 4
    return view.render("pictures/figures.html", year=year, panels=panels, height=round(height, 1))


def _each(value: float) -> int:
    """How many one square stands for: 1, 10, 100 …, the least that leaves few enough to draw."""
    each = 1
    while value / each > _MOST_SQUARES:
        each *= 10
    return each


def _squares(count: float) -> tuple[str, float]:
    """A path of so many squares, the last as wide as its part of one, and the height of their rows."""
    path = []
    whole, part = int(count), count - int(count)
    in_row = 10 * _TENS
    sides = [_SIDE] * whole + ([max(round(_SIDE * part, 1), 0.4)] if part else [])
    for number, side in enumerate(sides):
        row, column = divmod(number, in_row)
        x, y = column * _PITCH + column // 10 * _TEN_GAP, row * _PITCH
        path.append(f"M{x:.5g} {y:.5g}h{side:g}v{_SIDE:g}h-{side:g}z")
    return "".join(path), round(-(-len(sides) // in_row) * _PITCH, 1)
