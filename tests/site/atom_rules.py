"""What RFC 4287 asks of a feed, as a table: `broken` names what an XML text does not keep."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ABSOLUTE = re.compile(r"(https?://[^\s/]+/\S*|tag:\S+,\d{4}(-\d\d){0,2}:\S+|urn:\S+)")
KNOWN = {
    "feed": {"id", "title", "subtitle", "link", "updated", "author", "entry", "category", "rights"},
    "entry": {"id", "title", "link", "updated", "published", "author", "category", "summary", "content", "rights"},
}


def _feeds_and_entries(feed: ET.Element) -> list[ET.Element]:
    return [feed, *feed.findall(f"{ATOM}entry")]


def _once(name: str) -> Callable[[ET.Element], bool]:
    return lambda feed: all(len(each.findall(ATOM + name)) == 1 for each in _feeds_and_entries(feed))


def _at_most_once(name: str) -> Callable[[ET.Element], bool]:
    return lambda feed: all(len(each.findall(ATOM + name)) <= 1 for each in _feeds_and_entries(feed))


def _ids(feed: ET.Element) -> list[str]:
    return [each.findtext(f"{ATOM}id") or "" for each in _feeds_and_entries(feed)]


def _links(feed: ET.Element) -> list[ET.Element]:
    return list(feed.iter(f"{ATOM}link"))


def _alternates_differ(feed: ET.Element) -> bool:
    for each in _feeds_and_entries(feed):
        alternates = [link for link in each.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        if max(Counter((link.get("type"), link.get("hreflang")) for link in alternates).values(), default=0) > 1:
            return False
    return True


def _only_known_elements(feed: ET.Element) -> bool:
    return all(
        child.tag.removeprefix(ATOM) in KNOWN.get(each.tag.removeprefix(ATOM), set())
        for each in _feeds_and_entries(feed)
        for child in each
    )


def _alternate_or_content(feed: ET.Element) -> bool:
    return all(
        entry.find(f"{ATOM}content") is not None
        or any(link.get("rel", "alternate") == "alternate" for link in entry.findall(f"{ATOM}link"))
        for entry in feed.findall(f"{ATOM}entry")
    )


def _author(feed: ET.Element) -> bool:
    return feed.find(f"{ATOM}author") is not None or all(
        entry.find(f"{ATOM}author") is not None for entry in feed.findall(f"{ATOM}entry")
    )


def _times(feed: ET.Element) -> list[str]:
    return [time.text or "" for name in ("updated", "published") for time in feed.iter(ATOM + name)]


# A rule: the section of RFC 4287 and what it says, and whether a feed keeps it.
RULES: dict[str, Callable[[ET.Element], bool]] = {
    "2: the document is an atom:feed": lambda feed: feed.tag == f"{ATOM}feed",
    "2: xml:lang names the language": lambda feed: feed.get(LANG) in ("vi", "en"),
    "3.1.1.1: text holds no elements": lambda feed: all(
        len(each) == 0 for name in ("title", "summary", "content", "subtitle") for each in feed.iter(ATOM + name)
    ),
    "3.2.1: a person has one name": lambda feed: all(
        [bool((name.text or "").strip()) for name in person.findall(f"{ATOM}name")] == [True]
        for person in feed.iter(f"{ATOM}author")
    ),
    "3.3: dates are RFC 3339": lambda feed: all(TIME.fullmatch(time) for time in _times(feed)),
    "4.1.1: an author": _author,
    "4.1.1: a link to itself": lambda feed: (
        [link.get("type") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
        == ["application/atom+xml"]
    ),
    "4.1.1, 4.1.2: alternates of one type and language differ": _alternates_differ,
    "4.1.1, 4.1.2: only elements that are known": _only_known_elements,
    "4.1.2: an alternate where there is no content": _alternate_or_content,
    "4.1.2: at most one published": _at_most_once("published"),
    "4.1.2: at most one content": _at_most_once("content"),
    "4.1.2: at most one summary": _at_most_once("summary"),
    "4.2.2: a category has a term": lambda feed: all(each.get("term") for each in feed.iter(f"{ATOM}category")),
    "4.2.6: one id": _once("id"),
    "4.2.6: ids are absolute": lambda feed: all(ABSOLUTE.fullmatch(id) for id in _ids(feed)),
    "4.1.1: ids differ": lambda feed: len(set(_ids(feed))) == len(_ids(feed)),
    "4.2.7: a link leads somewhere": lambda feed: all(
        ABSOLUTE.fullmatch(each.get("href", "")) for each in _links(feed)
    ),
    "4.2.14: one title": _once("title"),
    "4.2.14: a title says something": lambda feed: all(
        (each.findtext(f"{ATOM}title") or "").strip() for each in _feeds_and_entries(feed)
    ),
    "4.2.15: one updated": _once("updated"),
}


def broken(xml: str) -> list[str]:
    """The rules that a feed's text does not keep; raises ParseError for what is no XML."""
    feed = ET.fromstring(xml.encode())
    return [rule for rule, keeps in RULES.items() if not keeps(feed)]
