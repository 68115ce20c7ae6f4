"""What the build and the check share: all data read, and every mistake in it found by one and the same way."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from macros.addresses import addresses
from macros.content import Content
from macros.problems import Level, Problem, Refused
from macros.records import Reading, Records
from macros.rules import broken


def examine(data: Path, levels: Collection[Level] = tuple(Level)) -> tuple[Records, list[Problem]]:
    """Read all of `data`; gives the records and every problem of these levels, in file order.

    With an error among the problems the records are not whole and not to be used.
    """
    reading = Reading(data)
    content = Content(reading.raw, reading.records.places, complete=not reading.unreadable)
    reading.records.addresses = frozenset(addresses(content))
    # What is no value of its field needs no second message about its letters.
    told = {problem.place for problem in reading.problems}
    against_rules = {each for each in broken(content, levels) if each.place not in told}
    return reading.records, sorted({*reading.problems, *against_rules})


def load(data: Path) -> Records:
    """Read every record below `data`; raises `Refused` with all errors found. Warnings are left to the check."""
    records, errors = examine(data, [Level.ERROR])
    if errors:
        raise Refused(errors)
    return records
