"""Who spoke at the recorded meetings, and who chaired them, year by year."""

from collections import defaultdict

from markupsafe import Markup

from macros.archive import Archive
from macros.archive.items import Meeting
from macros.pages.authoring.macro import block
from macros.pages.pictures.drawing import WIDTH
from macros.views.rendering import View

_MOST_PEOPLE = 10
_FIELD = 24  # wide and high, so that a finger finds it
_MOST_YEARS = WIDTH // _FIELD
_HEAD = 20
_NAME = 20
_GAP = 10

Years = dict[int, dict[str, bool]]  # for each year the addresses of meetings, and whether the person spoke there


@block
def speakers_by_year(view: View) -> Markup:
    """A row for each of those with most meetings, a field a year; nothing where no one spoke or chaired.

    A field of one meeting leads to it, a field of several to the page of the person.
    """
    people = _people(view.archive)
    if not people:
        return Markup("")
    last = max(year for years in people.values() for year in years)
    first = max(min(year for years in people.values() for year in years), last - _MOST_YEARS + 1)
    most = sorted(people, key=lambda id: -sum(map(len, people[id].values())))[:_MOST_PEOPLE]
    rows = []
    top = _HEAD
    for id in most:
        fields = [
            {
                "year": year,
                "x": (year - first) * _FIELD,
                "count": len(meetings),
                "spoke": any(meetings.values()),
                "path": next(iter(meetings)) if len(meetings) == 1 else f"people/{id}/",
            }
            for year, meetings in sorted(people[id].items())
            if year >= first
        ]
        rows.append({"person": id, "top": top, "fields_top": top + _NAME, "fields": fields})
        top += _NAME + _FIELD + _GAP
    years = [{"year": year, "x": (year - first) * _FIELD} for year in range(first, last + 1)]
    return view.render("pictures/speakers_by_year.html", rows=rows, years=years, field=_FIELD, height=top - _GAP + 2)


def _people(archive: Archive) -> dict[str, Years]:
    """The meetings at which each person chaired or spoke, in time."""
    found: dict[str, Years] = defaultdict(lambda: defaultdict(dict))
    for meeting in archive.meetings.values():
        for chair in meeting.chairs:
            found[chair.person][meeting.date.year].setdefault(meeting.path, False)
    for statement in archive.statements:
        if statement.attendance and isinstance(statement.home, Meeting):
            found[statement.attendance.person][statement.date.year][statement.home.path] = True
    return found
