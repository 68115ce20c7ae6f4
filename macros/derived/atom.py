"""Feeds in the Atom format (RFC 4287), so that readers learn of what is new without visiting.

A feed is the same each time it is built: its times come from the dates of the data, never from the clock.
"""

import re
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.text.language import Language
from macros.text.passages import is_vietnamese
from macros.views.templating import template

TYPE = "application/atom+xml"
# Characters that XML 1.0 cannot have, however it is escaped (production 2, Char).
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Category:
    """A subject of an entry: a `term` for programs and a `label` for people."""

    term: str
    label: str


@dataclass(frozen=True)
class Entry:
    """One piece of news.

    `id` is an absolute address that never changes and no other entry has, such as the permanent address of a record;
    `link` is where it is read. `updated` is the day it last changed in a way that readers should hear of, `published`
    the day it first appeared. `summary` is plain text, `content` HTML; an entry may have both, one or none.
    """

    id: str
    title: str
    link: str
    updated: date
    summary: str = ""
    content: Markup | None = None
    published: date | None = None
    categories: tuple[Category, ...] = ()


@dataclass(frozen=True)
class Feed:
    """A feed in one language, its entries in the order given.

    `id` is as for an entry, `link` the page that shows the same, `self_link` the feed's own address; all absolute.
    Links in the content of entries are relative to that page. `updated` is the latest day of its entries,
    or where there are none, a day the data knows.
    """

    id: str
    title: str
    link: str
    self_link: str
    language: Language
    updated: date
    author: str
    entries: tuple[Entry, ...] = ()
    subtitle: str = ""

    def xml(self) -> str:
        """The text of the feed's file."""
        made = template(self.language, "atom.xml")
        return made.render(feed=self, type=TYPE, legal=_legal, time=_time, is_vietnamese=is_vietnamese)


def _time(day: date) -> str:
    """The moment a day begins in Vietnam (RFC 3339): the data knows days, the format wants a time."""
    return f"{day.isoformat()}T00:00:00+07:00"


def _legal(text: str) -> str:
    return _ILLEGAL.sub("", str(text))
