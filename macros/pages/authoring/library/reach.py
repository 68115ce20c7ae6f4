"""Macros that say how far the archive reaches: its newest record, when sources were looked for, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from macros.archive import Archive
from macros.archive.items import Meeting, MeetingSort
from macros.archive.latest import happened_by
from macros.pages.authoring.macro import block, inline
from macros.records import Level
from macros.views.rendering import View


class _Held(NamedTuple):
    """The meetings of a level, and the years of the archive, as spans, of which it has none."""

    level: Level
    number: int
    without: list[tuple[int, int]]


@block
def reach(view: View) -> Markup:
    """How far the archive reaches: its oldest and newest meeting, years without any, and what is missing."""
    archive = view.archive
    newest = newest_meeting(archive)
    if not newest:
        return Markup("")
    return view.render(
        "reach.html",
        oldest=next(iter(archive.meetings.values())),
        newest=newest,
        reach=archive.records.reach,
        levels=list(_levels(archive)),
    )


@inline
def reach_in_short(view: View) -> Markup:
    """The day of the newest meeting, and the day on which sources were last looked for."""
    return view.render("reach_in_short.html", newest=newest_meeting(view.archive), reach=view.archive.records.reach)


def newest_meeting(archive: Archive) -> Meeting | None:
    """The meeting that was held last; None where there is none."""
    return max(archive.meetings.values(), key=happened_by, default=None)


def _levels(archive: Archive) -> Iterator[_Held]:
    years = [meeting.date.year for meeting in archive.meetings.values()]
    for level in Level:
        held = [each for each in archive.meetings_by("level", level) if each.sort is MeetingSort.MEETING]
        found = {each.date.year for each in held}
        yield _Held(level, len(held), spans([year for year in range(min(years), max(years) + 1) if year not in found]))


def spans(years: list[int]) -> list[tuple[int, int]]:
    """Years in order as spans of years that follow each other: the first and the last of each."""
    found: list[tuple[int, int]] = []
    for year in years:
        if found and found[-1][1] == year - 1:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return found
