"""Which offices somebody held, as the sources of meetings state them, one after another."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from macros.archive.items import Appearance
from macros.records import Text

MOST = 40  # appearances that are looked at, the newest


class Held(NamedTuple):
    """An office, with the first and the last meeting in a row whose sources state it, and how many there are."""

    office: Text
    first: Appearance
    last: Appearance
    times: int


def offices(appearances: Iterable[Appearance]) -> list[Held]:
    """The offices in time. Between two meetings no source is asked: an office may have ended, and begun, at any day."""
    rows = [list(row) for _, row in groupby(list(appearances)[-MOST:], key=lambda each: each.attendance.office.vi)]
    return [Held(row[-1].attendance.office, row[0], row[-1], len(row)) for row in rows]
