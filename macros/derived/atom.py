"""Feeds in the Atom format (RFC 4287), so that readers learn of what is new without visiting.

A feed is the same each time it is built: its times come from the dates of the data, never from the clock.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from markupsafe import Markup

from macros.text.language import Language
from macros.text.passages import is_vietnamese

NAMESPACE = "http://www.w3.org/2005/Atom"
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
        feed = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": self.language.value, "xml:base": self.link})
        _text(feed, "id", self.id)
        _text(feed, "title", self.title)
        _text(feed, "subtitle", self.subtitle)
        ET.SubElement(feed, "link", rel="self", type=TYPE, href=_legal(self.self_link))
        _alternate(feed, self.link, self.language)
        _text(feed, "updated", _time(self.updated))
        _text(ET.SubElement(feed, "author"), "name", self.author)
        for entry in self.entries:
            _entry(ET.SubElement(feed, "entry"), entry, self.language)
        ET.indent(feed, "  ")
        return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _entry(parent: ET.Element, entry: Entry, language: Language) -> None:
    _text(parent, "id", entry.id)
    _text(parent, "title", entry.title)
    _alternate(parent, entry.link, language)
    _text(parent, "updated", _time(entry.updated))
    if entry.published:
        _text(parent, "published", _time(entry.published))
    for category in entry.categories:
        ET.SubElement(parent, "category", term=_legal(category.term), label=_legal(category.label))
    _text(parent, "summary", entry.summary)
    _text(parent, "content", str(entry.content or ""), type="html")


def _alternate(parent: ET.Element, href: str, language: Language) -> None:
    ET.SubElement(parent, "link", rel="alternate", type="text/html", hreflang=language.value, href=_legal(href))


def _text(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    if is_vietnamese(text):
        attributes["xml:lang"] = Language.VI.value
    if text:
        ET.SubElement(parent, name, attributes).text = _legal(text)


def _time(day: date) -> str:
    """The moment a day begins in Vietnam (RFC 3339): the data knows days, the format wants a time."""
    return f"{day.isoformat()}T00:00:00+07:00"


def _legal(text: str) -> str:
    return _ILLEGAL.sub("", text)
