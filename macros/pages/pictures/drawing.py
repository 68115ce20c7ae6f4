"""Measures of a drawing. Its units are the pixels of a phone's column: text of 12 units is read as 12 pixels."""

import textwrap

from macros.text.passages import alike

WIDTH = 360
_FAINTEST, _FULL = 0.08, 0.32


def length(value: float, largest: float, room: float) -> float:
    """How long a bar is where the `largest` value takes all the `room`."""
    return round(room * value / largest, 1) if largest else 0


def shade(value: float, largest: float) -> float:
    """How opaque the field of a value is: 0 for none, and never so dark that text on it is hard to read."""
    return round(_FAINTEST + (_FULL - _FAINTEST) * value / largest, 2) if value else 0


def lines(text: str, letters: int) -> list[str]:
    """A text broken into lines of at most `letters` letters: SVG does not break lines."""
    broken = textwrap.wrap(text, letters, break_long_words=False, break_on_hyphens=False)
    return [alike(text, line) for line in broken]
