"""When a record is from, for feeds and sitemaps: days that the record itself names, never the clock's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from macros.archive import Archive
from macros.archive.items import Home
from macros.records import SOURCES, TYPES, Source
from macros.text.dates import PartialDate


def happened_by(home: Home) -> date:
    """The day of a meeting, or the last day of what a review covers.

    A meeting whose day is not known had happened by the end of its month or year, and by the day it was written about.
    """
    written_about = [day for day in _published(home.sources) if home.date.start <= day]
    return min([home.date.end, *written_about])


def last_days(archive: Archive) -> dict[str, date]:
    """The latest day that the records on a page name, by the page's address within a language, where they name one."""
    days = {home.path: max([happened_by(home), *_published(home.sources)]) for home in archive.homes}
    for type in TYPES:
        for id, record in archive.records[type].items() if type.has_page else ():
            path, date = type.path(id), type.date_of(record)
            if path not in days:
                _latest(days, path, [*([date.end] if date else []), *_published(getattr(record, SOURCES, ()))])
    for statement in archive.statements:
        day = days[statement.home.path]
        for topic in statement.record.topics:
            _latest(days, f"topics/{topic}/", [day])
        for cited in statement.record.documents:
            _latest(days, f"documents/{cited}/", [day])
        for province in statement.provinces:
            _latest(days, f"provinces/{province}/", [day])
    for meeting in archive.meetings.values():
        for attendance in meeting.attendances:
            _latest(days, f"people/{attendance.person}/", [days[meeting.path]])
    for path in archive.corrections.pages:
        _latest(days, path, [archive.corrections.of(path)[0].date.end])
    return days


def _published(sources: Iterable[Source | str]) -> list[date]:
    """When texts were published, of those of a record that has sources of its own."""
    own = (source.published for source in sources if isinstance(source, Source))
    return [published.end for published in own if isinstance(published, PartialDate)]


def _latest(days: dict[str, date], path: str, found: list[date]) -> None:
    known = [days[path]] if path in days else []
    if known or found:
        days[path] = max(known + found)
