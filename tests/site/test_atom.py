"""The Atom writer, against RFC 4287, with hostile text in every field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup

from macros.derived.atom import Category, Entry, Feed
from macros.text.language import Language
from tests.site.atom_rules import ATOM, RULES, broken

ENTRY = Entry(
    "https://example.org/meetings/2030-06-12/#careful",
    "Hội nghị <b>giao ban</b> & “sơ kết”",
    "https://example.org/meetings/2030-06-12/?a=1&b=2#careful",
    date(2022, 6, 29),
    summary='Đảng viên < 20.739 & "đủ" ]]>',
    content=Markup("<p>Đọc <a href='x'>tiếp</a> &amp; hết</p>"),
    published=date(2022, 6, 30),
    categories=(Category("personnel", 'Công tác "cán bộ"'), Category("training", "Đào tạo")),
)
FEED = Feed(
    "https://example.org/feed.xml",
    "Kho tư liệu",
    "https://example.org/",
    "https://example.org/feed.xml",
    Language.VI,
    date(2022, 6, 29),
    "Ban biên tập",
    (ENTRY, replace(ENTRY, id="https://example.org/other", summary="", content=None, published=None)),
)


@pytest.mark.parametrize(
    "feed", [FEED, replace(FEED, entries=()), replace(FEED, language=Language.EN, subtitle="What is new")]
)
def test_a_feed_keeps_every_rule(feed: Feed) -> None:
    assert broken(feed.xml()) == []
    assert feed.xml() == feed.xml()


def test_a_reader_gets_what_was_written() -> None:
    feed = ET.fromstring(FEED.xml().encode())
    assert feed.get("{http://www.w3.org/XML/1998/namespace}base") == FEED.link
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}id") == ENTRY.id
    assert entry.findtext(f"{ATOM}title") == ENTRY.title
    assert entry.findtext(f"{ATOM}summary") == ENTRY.summary
    content = entry.find(f"{ATOM}content")
    assert content is not None and content.get("type") == "html" and content.text == ENTRY.content
    assert [(each.get("term"), each.get("label")) for each in entry.findall(f"{ATOM}category")] == [
        ("personnel", 'Công tác "cán bộ"'),
        ("training", "Đào tạo"),
    ]
    assert [link.get("href") for link in entry.findall(f"{ATOM}link")] == [ENTRY.link]


def test_a_day_begins_in_vietnam() -> None:
    feed = ET.fromstring(FEED.xml().encode())
    assert feed.findtext(f"{ATOM}updated") == "2022-06-29T00:00:00+07:00"
    assert feed.findtext(f"{ATOM}entry/{ATOM}published") == "2022-06-30T00:00:00+07:00"


def test_letters_that_no_feed_may_hold_are_left_out() -> None:
    spoilt = replace(
        ENTRY, title="Hội\x00 nghị\x0b\ufffe", summary="Đảng\x1b viên\ud800", content=Markup("<p>\x08x</p>")
    )
    feed = ET.fromstring(replace(FEED, title="Kho\x07 tư liệu", entries=(spoilt,)).xml().encode())
    assert feed.findtext(f"{ATOM}title") == "Kho tư liệu"
    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == "Hội nghị"
    assert feed.findtext(f"{ATOM}entry/{ATOM}summary") == "Đảng viên"
    assert feed.findtext(f"{ATOM}entry/{ATOM}content") == "<p>x</p>"


GOOD = FEED.xml()
# What breaks each rule, so that a rule that holds for everything is found out.
WRONG = {
    "2: the document is an atom:feed": ("2005/Atom", "2005/Other"),
    "2: xml:lang names the language": ('xml:lang="vi"', 'xml:lang="xx"'),
    "3.1.1.1: text holds no elements": ("<title>Kho tư liệu<", "<title><b>Kho</b> tư liệu<"),
    "3.2.1: a person has one name": ("<name>Ban biên tập</name>", "<name/>"),
    "3.3: dates are RFC 3339": ("2022-06-29T00:00:00+07:00", "2030-06-12"),
    "4.1.1: an author": ("<author>\n    <name>Ban biên tập</name>\n  </author>", ""),
    "4.1.1: a link to itself": ('rel="self"', 'rel="related"'),
    "4.1.1, 4.1.2: alternates of one type and language differ": (
        "<author>",
        '<link type="text/html" hreflang="vi" href="https://example.org/x" /><author>',
    ),
    "4.1.1, 4.1.2: only elements that are known": ("<author>", "<autor>x</autor><author>"),
    "4.1.2: an alternate where there is no content": ('rel="alternate"', 'rel="related"'),
    "4.1.2: at most one published": ("<published>", "<published>2022-06-30T00:00:00Z</published><published>"),
    "4.1.2: at most one content": ("<summary>", "<content>x</content><summary>"),
    "4.1.2: at most one summary": ("<summary>", "<summary>x</summary><summary>"),
    "4.2.2: a category has a term": ('term="personnel"', ""),
    "4.2.6: one id": ("<id>https://example.org/other</id>", ""),
    "4.2.6: ids are absolute": ("<id>https://example.org/other", "<id>/other"),
    "4.1.1: ids differ": ("<id>https://example.org/other", "<id>https://example.org/feed.xml"),
    "4.2.7: a link leads somewhere": ('href="https://example.org/"', 'href="/"'),
    "4.2.14: one title": ("<title>Kho tư liệu</title>", ""),
    "4.2.14: a title says something": ("<title>Kho tư liệu</title>", "<title> </title>"),
    "4.2.15: one updated": ("<updated>", "<updated>2022-06-30T00:00:00Z</updated><updated>"),
}


def test_every_rule_is_tried() -> None:
    assert WRONG.keys() == RULES.keys()


@pytest.mark.parametrize("rule", WRONG)
def test_what_breaks_a_rule_is_found(rule: str) -> None:
    old, new = WRONG[rule]
    assert old in GOOD
    assert rule in broken(GOOD.replace(old, new))
