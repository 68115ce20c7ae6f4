"""The Atom feeds: valid, short, newest first, and leading to what they name."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest

from macros.archive import Archive
from macros.derived.feeds import NEWEST, addresses, feeds
from macros.records import Addition, AdditionsFile
from macros.text.language import Language
from tests.site.atom_rules import ATOM, broken
from tests.support.built_site import Site, SitePage
from tests.support.project import SITE_URL


@pytest.fixture(scope="module")
def found(site: Site) -> dict[str, ET.Element]:
    """Every feed of the built site by its address."""
    files = sorted(site.folder.rglob("feed.xml"))
    return {file.relative_to(site.folder).as_posix(): ET.fromstring(file.read_bytes()) for file in files}


def _offered(page: SitePage) -> list[str]:
    links = [link for link in page.head.all("link") if link.get("type") == "application/atom+xml"]
    assert all(link.get("rel").split() == ["alternate"] and link.get("title") for link in links)
    return [link.get("href").removeprefix(SITE_URL) for link in links]


def _links(feed: ET.Element) -> list[str]:
    return [link.get("href", "") for link in feed.iterfind(f"{ATOM}entry/{ATOM}link")]


def test_every_feed_keeps_the_rules_of_atom(site: Site) -> None:
    for file in site.folder.rglob("feed.xml"):
        assert broken(file.read_text("utf-8")) == [], file


def test_each_language_has_a_feed_of_everything_and_one_a_topic(archive: Archive, found: dict[str, ET.Element]) -> None:
    topics = [f"topics/{id}/" for id in archive.topics if archive.statements_by("topics", id)]
    assert {f"{language.prefix}{path}feed.xml" for language in Language for path in ["", *topics]} <= set(found)


def test_pages_offer_the_feeds_that_exist(site: Site, found: dict[str, ET.Element]) -> None:
    for page in site.pages.values():
        prefix = page.language.prefix
        own = [f"{page.address}feed.xml"] if page.path and f"{page.address}feed.xml" in found else []
        offered = _offered(page)
        assert offered[: len(own) + 1] == [*own, f"{prefix}feed.xml"], page.address
        assert set(offered) <= set(found), page.address


@pytest.mark.parametrize("language", Language)
def test_a_reader_finds_every_feed(site: Site, found: dict[str, ET.Element], language: Language) -> None:
    page = site.page("downloads/", language)
    linked = {
        urljoin(page.address, link.get("href"))
        for link in page.article.all("a")
        if link.get("href").endswith("feed.xml")
    }
    assert linked == {name for name in found if name.startswith("en/") is (language is Language.EN)}


def test_entries_lead_to_what_they_name(site: Site, found: dict[str, ET.Element]) -> None:
    for feed in found.values():
        for link in _links(feed):
            address, _, anchor = link.removeprefix(SITE_URL).partition("#")
            assert anchor == "" or anchor in site.pages[address].ids, link
            assert address in site.pages


def test_the_newest_come_first_and_are_few(found: dict[str, ET.Element]) -> None:
    for name, feed in found.items():
        updated = [entry.findtext(f"{ATOM}updated") or "" for entry in feed.iterfind(f"{ATOM}entry")]
        assert updated == sorted(updated, reverse=True), name
        assert len(updated) <= NEWEST, name
        if "corrections/" not in name:  # there may be none
            assert feed.findtext(f"{ATOM}updated") == updated[0], name


def test_a_meeting_stands_in_the_feed_with_its_day_and_statements(found: dict[str, ET.Element]) -> None:
    link = f"{SITE_URL}en/meetings/2030-06-12/"
    [entry] = [
        each
        for each in found["en/feed.xml"].iterfind(f"{ATOM}entry")
        if each.find(f"{ATOM}link[@href='{link}']") is not None
    ]
    assert entry.findtext(f"{ATOM}updated") == "2030-06-12T00:00:00+07:00"
    assert "must be careful, rigorous and effective" in (entry.findtext(f"{ATOM}content") or "")
    assert (entry.findtext(f"{ATOM}summary") or "").startswith(
        "Briefing, regional, 12 June 2030, Thanh Loan culture house: 1 result"
    )


def test_the_addresses_of_the_feeds_are_known_before_they_are_written(archive: Archive) -> None:
    assert set(addresses(archive)) == feeds(archive, "https://a.example.org/").keys()


def _entries(archive: Archive, path: str) -> list[ET.Element]:
    text = feeds(archive, SITE_URL)[f"{path}feed.xml"]
    assert broken(text) == []
    found = ET.fromstring(text).findall(f"{ATOM}entry")
    for entry in found:
        entry.tail = None  # spaces between entries
    return found


def test_personnel_meetings_have_a_feed_of_their_own(archive: Archive) -> None:
    of_all, apart = (
        {
            link
            for entry in _entries(archive, path)
            for each in entry.iterfind(f"{ATOM}link")
            if (link := each.get("href"))
        }
        for path in ("", "meetings/appointments/")
    )
    assert apart == {f"{SITE_URL}meetings/{each.id}/" for each in archive.meetings_by("sort", "appointment_meeting")}
    assert apart.isdisjoint(of_all)


def test_meetings_that_came_at_once_are_one_entry_and_the_others_keep_their_ids(archive: Archive) -> None:
    came = ["meetings/2030-06-12/", "meetings/2031-thanh-loan/", "meetings/2031-01-15-moc-linh/"]
    addition = Addition.model_validate({"date": "2032-04-05", "commit": "a" * 40, "pages": came})
    assert archive.records.additions
    additions = [*archive.records.additions.additions, addition]
    records = replace(archive.records, additions=AdditionsFile(additions=additions))
    grown = Archive(records)
    for path, count in (("", 2), ("topics/cadres/", None)):
        before = {entry.findtext(f"{ATOM}id"): ET.tostring(entry) for entry in _entries(archive, path)}
        first, *others = _entries(grown, path)
        assert all(before[entry.findtext(f"{ATOM}id")] == ET.tostring(entry) for entry in others), path
        assert first.findtext(f"{ATOM}id") not in before
        assert first.findtext(f"{ATOM}updated") == "2032-04-05T00:00:00+07:00"
        links = re.findall(r'href="(.*?)"', first.findtext(f"{ATOM}content") or "")
        assert len(links) == len(before) - len(others) == (count or len(links))
        assert str(len(links)) in (first.findtext(f"{ATOM}title") or "")
        for link in links:
            assert urljoin(f"{SITE_URL}{path}", link).removeprefix(SITE_URL).partition("#")[0] in came
    [list_page] = {each.get("href") for each in _entries(grown, "")[0].iterfind(f"{ATOM}link")}
    assert list_page == f"{SITE_URL}meetings/"


def test_a_meeting_of_long_ago_is_reported_by_the_day_on_which_it_came(archive: Archive) -> None:
    page = "meetings/2030-06-12/"
    addition = Addition.model_validate({"date": "2032-04-05", "commit": "a" * 40, "pages": [page]})
    assert archive.records.additions
    additions = [*archive.records.additions.additions, addition]
    grown = Archive(replace(archive.records, additions=AdditionsFile(additions=additions)))
    before = {entry.findtext(f"{ATOM}id"): entry for entry in _entries(archive, "")}
    first, *others = _entries(grown, "")
    assert first.findtext(f"{ATOM}updated") == "2032-04-05T00:00:00+07:00"
    assert first.findtext(f"{ATOM}title") == before[first.findtext(f"{ATOM}id")].findtext(f"{ATOM}title")
    assert len(others) == len(before) - 1


def test_ids_outlive_the_address_of_the_site(archive: Archive) -> None:
    here, there = (feeds(archive, url) for url in ("https://a.example.org/kho/", "https://b.example.org/"))
    for name, text in here.items():
        ids = re.findall(r"<id>(.*?)</id>", text)
        assert ids == re.findall(r"<id>(.*?)</id>", there[name])
        assert len(ids) == len(set(ids))
