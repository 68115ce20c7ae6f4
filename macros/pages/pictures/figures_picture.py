"""The figures of a year's review: a panel each, for they count different things and can share no axis."""

from collections.abc import Sequence

from markupsafe import Markup

from macros.archive.items import Figure
from macros.pages.authoring.macro import ReviewYear, block
from macros.pages.pictures.drawing import lines
from macros.records import ACHIEVEMENTS
from macros.views.rendering import View

# Rows have four tens of squares, so that they can be counted.
_SIDE, _PITCH, _TENS, _TEN_GAP = 6.8, 8.6, 4, 4.6
_MOST_SQUARES = 250
_LETTERS = 54
_LINE = 16
_PANEL_GAP = 30


@block
def figures_picture(view: View, year: ReviewYear = None) -> Markup:
    """The figures of a year's review; by default of the newest."""
    part = view.archive.part(year or 0, ACHIEVEMENTS)
    return draw(view, year, view.archive.figures_by("page", part.path) if part else [])


def draw(view: View, year: int | None, figures: Sequence[Figure]) -> Markup:
    """Each figure as a number of squares; those up to the end of a range are drawn behind the others."""
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
        key_top = squares_top + height + 14
        panels.append(
            {
                "figure": figure,
                "top": top,
                "what": what,
                "squares": squares,
                "range_squares": range_squares,
                "squares_top": squares_top,
                "each": each,
                "key_top": key_top,
            }
        )
        top = key_top + _PANEL_GAP
    height = round(top - _PANEL_GAP + 4, 1)
    return view.render("pictures/figures_picture.html", year=year, panels=panels, height=height)


def _each(value: float) -> int:
    """The number that one square means: 1, 10, 100 …, the least that leaves few enough to draw."""
    each = 1
    while value / each > _MOST_SQUARES:
        each *= 10
    return each


def _squares(count: float) -> tuple[str, float]:
    """A path of `count` squares, the last as wide as its part of one, and the height of their rows."""
    path = []
    whole, part = int(count), count - int(count)
    in_row = 10 * _TENS
    sides = [_SIDE] * whole + ([max(round(_SIDE * part, 1), 0.4)] if part else [])
    for number, side in enumerate(sides):
        row, column = divmod(number, in_row)
        x, y = column * _PITCH + column // 10 * _TEN_GAP, row * _PITCH
        path.append(f"M{x:.5g} {y:.5g}h{side:g}v{_SIDE:g}h-{side:g}z")
    return "".join(path), round(-(-len(sides) // in_row) * _PITCH, 1)
