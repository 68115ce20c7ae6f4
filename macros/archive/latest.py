"""When a record is from, for feeds and sitemaps: days that the record itself names, never the clock's."""

from collections.abc import Iterable
from datetime import date

from macros.archive import Archive
from macros.archive.items import OTHERS, Home, sources_of
from macros.records import Source
from macros.text.dates import PartialDate


def happened_by(home: Home) -> date:
    """The day of a meeting, or the last day of what a review covers.

    A meeting whose day is not known had happened by the end of its month or year, and by the day it was written about.
    """
    written_about = [day for day in _published(home.sources) if home.date.start <= day]
    return min([home.date.end, *written_about])


def last_days(archive: Archive) -> dict[str, date]:
    """The latest day that the records on a page name, by the page's address within a language, where they name one.

    What a page lists is on it: of a province, the statements, figures and meetings that name it.
    """
    days = {home.path: max([happened_by(home), *_published(home.sources)]) for home in archive.homes}
    for type in OTHERS:
        for id, record in archive.records[type].items() if type.has_page else ():
            listed = {meeting.path for meeting in archive.meetings_by(type.collection, id)}
            listed |= {item.home.path for item in archive.statements_by(type.collection, id)}
            listed |= {item.home.path for item in archive.appointments_by(type.collection, id)}
            listed |= {item.home.path for item in archive.figures_by(type.collection, id)}
            own = type.date_of(record)
            named = [*([own.end] if own else []), *_published(sources_of(record)), *(days[path] for path in listed)]
            if named:
                days[type.path(id)] = max(named)
    for path in archive.corrections.pages:
        day = archive.corrections.of(path)[0].date.end
        days[path] = max(day, days.get(path, day))
    return days


def _published(sources: Iterable[Source]) -> list[date]:
    return [source.published.end for source in sources if isinstance(source.published, PartialDate)]
