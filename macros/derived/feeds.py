"""The site's Atom feeds, in both languages: what is new, the statements of each topic, corrections.

They tell what came by the day on which it came (`data/additions.yml`), however long ago it happened. What came in one
go is one entry of a feed, with what came as a list in it.
"""

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from heapq import nlargest
from typing import Any, NamedTuple

from macros.archive import Archive
from macros.archive.corrections import Correction
from macros.archive.items import Home, Meeting, MeetingSort, Statement
from macros.archive.latest import happened_by
from macros.derived.atom import Category, Entry, Feed
from macros.records import MEETING, TYPES, Addition, RecordType, Text
from macros.text.language import Language, word
from macros.text.passages import joined
from macros.views.corrections import differences
from macros.views.descriptions import home_summary
from macros.views.lists.catalogue import APPOINTMENTS_PATH
from macros.views.rendering import View
from macros.views.repository import Repository
from macros.views.text_html import plain_name, with_untranslated_note

FILE = "feed.xml"
CORRECTIONS = "corrections/"
NEWEST = 50  # entries of a feed; the pages have the rest
# Ids outlive an address of the site: they are made from the ids of the records alone (RFC 4122, version 5).
_NAMESPACE = uuid.UUID("5a4f0f0a-9a56-5f0e-8f0b-6d1f0b1c7e52")


def feeds(archive: Archive, site_url: str) -> dict[str, str]:
    """Every feed: its address from the site's root, and its text."""
    files: dict[str, str] = {}
    for language in Language:
        builder = _FeedBuilder(archive, language, f"{site_url.rstrip('/')}/{language.prefix}")
        files |= {f"{language.prefix}{path}{FILE}": builder.feed(path).xml() for path in _paths(archive)}
    return files


def addresses(archive: Archive) -> list[str]:
    """The addresses of the feeds, from the site's root."""
    return [f"{language.prefix}{path}{FILE}" for language in Language for path in _paths(archive)]


def feeds_of(archive: Archive, path: str, language: Language) -> list[tuple[str, str]]:
    """The feeds that a page offers, the nearest first: title and address from the site's root."""
    own = [path] if path and path in _paths(archive) else []
    return [(_title(archive, each, language), f"{language.prefix}{each}{FILE}") for each in (*own, "")]


def _paths(archive: Archive) -> list[str]:
    """The pages with a feed, by their addresses within a language."""
    topics = (f"topics/{id}/" for id in archive.topics if archive.statements_by("topics", id))
    appointments = [APPOINTMENTS_PATH] if archive.meetings_by("sort", MeetingSort.APPOINTMENT_MEETING) else []
    return ["", *appointments, *topics, *([CORRECTIONS] if archive.corrections.since else [])]


def _title(archive: Archive, path: str, language: Language) -> str:
    if path.startswith("topics/"):
        name = plain_name(archive.topics[path.split("/")[1]].name[language], language)
    else:
        name = word(
            {CORRECTIONS: "corrections", APPOINTMENTS_PATH: "appointment_meetings"}.get(path, "feed_title"), language
        )
    return f"{name} – {archive.site_name(language)}"


class _News(NamedTuple):
    """What a feed may tell.

    Attributes:
        day: the day it is from.
        page: the address of its page.
        anchor: where on the page it is, if it is not all of it.
        title: what it is called, or says.
        sort: what it is counted as.
        entry: makes its entry.
    """

    day: date
    page: str
    anchor: str
    title: Text
    sort: str
    entry: Callable[[], Entry]


def _changed_on(day: date, entry: Callable[[], Entry]) -> Entry:
    """An entry of what happened before the day on which it came to the archive: RFC 4287, 4.2.15."""
    made = entry()
    return replace(made, updated=max(day, made.updated))


class _FeedBuilder:
    """Builds the feeds of one language; `base` is the address of its first page."""

    def __init__(self, archive: Archive, language: Language, base: str) -> None:
        self.archive = archive
        self.view = View(archive, language, "", Repository())
        self.language = language
        self.base = base
        self.days = {home.path: happened_by(home) for home in archive.homes}

    def feed(self, path: str) -> Feed:
        """The feed of the page at an address within the language."""
        since = date.min  # for a feed that may be without entries
        if not path:
            subtitle = self.view.word("feed_subtitle")
            entries = self.entries(path, f"{MEETING.collection}/", self.announced(MeetingSort.MEETING))
        elif path == APPOINTMENTS_PATH:
            subtitle = self.view.word("feed_appointments")
            entries = self.entries(path, path, self.announced(MeetingSort.APPOINTMENT_MEETING))
        elif path == CORRECTIONS and self.archive.corrections.since:
            since = self.archive.corrections.since.start
            day = self.archive.corrections.since.shown(self.language)
            subtitle = self.view.word("corrections_since").format(day=day)
            entries = [self.correction(each) for each in self.archive.corrections.all[:NEWEST]]
        else:
            id = path.split("/")[1]
            subtitle = self.view.text(self.archive.topics[id].scope)
            entries = self.entries(path, path, map(self.said, self.archive.statements_by("topics", id)))
        return Feed(
            id=self.id(f"{path}{FILE}"),
            title=_title(self.archive, path, self.language),
            subtitle=subtitle,
            link=f"{self.base}{path}",
            self_link=f"{self.base}{path}{FILE}",
            language=self.language,
            updated=max([since, *(entry.updated for entry in entries)]),
            author=self.archive.site_name(self.language),
            entries=tuple(entries),
        )

    def entries(self, path: str, listed: str, news: Iterable[_News]) -> list[Entry]:
        """The newest entries of a feed, the newest first; one for all that came in one go.

        Args:
            path: the address of the feed's page.
            listed: the address of the page that lists what the feed tells.
            news: what it tells.
        """
        alone: list[tuple[date, str, Callable[[], Entry]]] = []
        together: dict[str, list[_News]] = {}
        for each in news:
            if addition := self.archive.additions.get(each.page):
                together.setdefault(addition.commit, []).append(each)
            else:
                alone.append((each.day, each.page, each.entry))
        added = {each.commit: each for each in self.archive.additions.values()}
        for commit, came in together.items():
            day = added[commit].date.end
            if len(came) == 1:
                alone.append((day, came[0].page, partial(_changed_on, day, came[0].entry)))
            else:
                alone.append((day, commit, partial(self.addition, path, listed, added[commit], came)))
        return [make() for _, _, make in nlargest(NEWEST, alone, key=lambda each: each[:2])]

    def addition(self, path: str, listed: str, addition: Addition, news: Sequence[_News]) -> Entry:
        """What came in one go, by how many of each sort; a link to each is its content."""
        there = View(self.archive, self.language, self.language.prefix + path, Repository())
        counts = Counter(each.sort for each in news)
        things = ", ".join(self.view.count(count, sort) for sort, count in counts.items())
        newest = sorted(news, key=lambda each: each.day, reverse=True)
        content = there.render("feed_addition.html", news=newest)
        return Entry(
            id=self.id(f"{path}additions/{addition.commit}"),
            title=self.view.word("feed_added").format(things=things),
            link=f"{self.base}{listed}",
            updated=addition.date.end,
            content=with_untranslated_note(content, self.language),
        )

    def announced(self, sort: MeetingSort) -> Iterator[_News]:
        """The records that the site's feed announces, or those of appointment meetings."""
        for type in TYPES:
            for id, record in self.archive.records[type].items() if type.is_announced else ():
                path, dated = type.path(id), type.date_of(record)
                home = self.archive.home_at.get(path)
                day = self.days.get(path) or (dated.end if dated else None)
                if day and sort is (home.sort if isinstance(home, Meeting) else MeetingSort.MEETING):
                    counted = sort.value if isinstance(home, Meeting) else type.name
                    title = home.title if home else self.archive.title_of(type, id)
                    yield _News(day, path, "", title, counted, partial(self.record, day, type, id))

    def said(self, statement: Statement) -> _News:
        """A statement as the feed of a topic tells it."""
        path, anchor, make = statement.home.path, statement.record.id, partial(self.statement, statement)
        return _News(self.days[path], path, anchor, statement.text, "statement", make)

    def record(self, day: date, type: RecordType[Any], id: str) -> Entry:
        """A record as the site's feed announces it; a meeting or a part of a review with its statements."""
        path = type.path(id)
        if home := self.archive.home_at.get(path):
            return self.home(home)
        return Entry(
            id=self.id(path),
            title=self.view.text(self.archive.title_of(type, id)),
            link=f"{self.base}{path}",
            updated=day,
            summary=self.view.word(f"kind_{type.name}"),
        )

    def home(self, home: Home) -> Entry:
        """A meeting or a part of a review, with its statements."""
        view = self.view
        statements = self.archive.statements_of(home)
        content = view.render("feed_entry.html", home=home, statements=statements)
        return Entry(
            id=self.id(home.path),
            title=view.text(home.title) if isinstance(home, Meeting) else view.home_label(home).striptags(),
            link=f"{self.base}{home.path}",
            updated=self.days[home.path],
            summary=home_summary(view, home),
            content=with_untranslated_note(content, self.language),
            categories=self.categories(topic for statement in statements for topic in statement.record.topics),
        )

    def statement(self, statement: Statement) -> Entry:
        """A statement by its kind, who said it and where; its text is the summary."""
        view, record = self.view, statement.record
        office = record.by_office or record.attributed_to
        said_by = self.archive.people[record.by].name if record.by else view.text(office) if office else ""
        kind, where = view.word(f"kind_{statement.kind}"), view.home_label(statement.home).striptags()
        return Entry(
            id=self.id(statement.id),
            title=joined(" – ", filter(None, [kind, said_by, where])),
            link=f"{self.base}{statement.address}",
            updated=self.days[statement.home.path],
            summary=view.text(statement.text),
            categories=self.categories(record.topics),
        )

    def correction(self, correction: Correction) -> Entry:
        """A correction by its reason, with the words before and after."""
        there = View(self.archive, self.language, self.language.prefix + CORRECTIONS, Repository())
        return Entry(
            id=self.id(f"{CORRECTIONS}{correction.id}"),
            title=correction.record.reason[self.language],
            link=f"{self.base}{CORRECTIONS}#{correction.id}",
            updated=correction.date.start,
            content=with_untranslated_note(differences(there, correction), self.language),
        )

    def categories(self, topics: Iterable[str]) -> tuple[Category, ...]:
        names = self.archive.topics
        return tuple(Category(topic, self.view.text(names[topic].name)) for topic in dict.fromkeys(topics))

    def id(self, record: str) -> str:
        return uuid.uuid5(_NAMESPACE, f"{self.language}/{record}").urn
