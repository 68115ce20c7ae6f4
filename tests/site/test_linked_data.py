"""The facts that pages give to programs (JSON-LD): they parse, are of the right kind, and say what the page shows."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from macros import records as model
from macros.archive import Archive
from macros.archive.items import Meeting
from macros.pages.linked_data import linked_data, script
from macros.records import TYPES
from macros.text.language import Language, word
from macros.views.page_facts import PageFacts
from tests.support.built_site import Site, SitePage
from tests.support.files import MEETING_PAGE as MEETING
from tests.support.html_reader import read
from tests.support.project import SITE_URL

Node = dict[str, Any]
# What each kind of page is about.
MAIN = {
    "reviews/2031/lessons/": "Article",
    MEETING: "Event",
    "documents/45-qd-tw/": "CreativeWork",
    "provinces/thanh-loan/": "AdministrativeArea",
    "topics/cadres/": "DefinedTerm",
    "people/dang-khai-minh/": "Person",
    "glossary/": "DefinedTermSet",
    "downloads/": "Dataset",
    "method/": None,
    "meetings/": None,
}
# Names of things and days, as opposed to addresses, codes and the words of schema.org.
SHOWN = {
    "name",
    "headline",
    "identifier",
    "alternativeHeadline",
    "abstract",
    "creativeWorkStatus",
    "creditText",
    "termCode",
}


def _data(page: SitePage) -> Node:
    [element] = [each for each in page.head.all("script") if each.get("type") == "application/ld+json"]
    [text] = element.children
    assert isinstance(text, str)
    data: Node = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return data


def _page(page: SitePage) -> Node:
    first: Node = _data(page)["@graph"][0]
    return first


def _nodes(value: Any) -> Iterator[Node]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from _nodes(inner)


def test_every_page_says_what_it_is(site: Site) -> None:
    for page in site.pages.values():
        data = _data(page) if not page.path else _page(page)
        [description] = [meta.get("content") for meta in page.head.all("meta") if meta.get("name") == "description"]
        assert data["url"] == SITE_URL + page.address
        assert data["inLanguage"] == page.language
        assert data["description"] == description
        assert data["name"] in page.body.text
        [other] = [data[name]["@id"] for name in ("workTranslation", "translationOfWork") if name in data]
        assert other.removesuffix("#website") == SITE_URL + page.counterpart


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("path", MAIN)
def test_what_it_is_about(site: Site, path: str, language: Language) -> None:
    assert _page(site.page(path, language)).get("mainEntity", {}).get("@type") == MAIN[path]


def test_nothing_is_said_that_the_page_does_not_show(site: Site) -> None:
    for page in site.pages.values():
        shown = page.body.text
        for node in _nodes(_page(page).get("mainEntity", {}) if page.path else {}):
            for name in SHOWN & node.keys():
                assert " ".join(node[name].split()) in shown, (page.address, name)


def test_a_meeting_has_what_its_record_states_and_no_more(site: Site, archive: Archive) -> None:
    for meeting in archive.meetings.values():
        for language in Language:
            event = _page(site.page(meeting.path, language))["mainEntity"]
            assert event["name"] == meeting.title[language]
            assert event.get("startDate") == _start(meeting)
            assert ("location" in event) is (meeting.record.place != "not-stated")
            assert ("organizer" in event) is (meeting.record.organiser != "not-stated")
            assert "eventStatus" not in event and "eventAttendanceMode" not in event
            people = [each["name"] for each in event.get("attendee", [])]
            assert people == [archive.people[each.person].name for each in meeting.attendances]
            assert [each.get("url") for each in event["subjectOf"]] == [each.address for each in meeting.sources]


def _start(meeting: Meeting) -> str | None:
    first = str(meeting.date).split("/")[0]
    return None if "Q" in first else first


def test_a_document_has_its_status_and_what_it_says(site: Site, archive: Archive) -> None:
    for id, record in archive.documents.items():
        for language in Language:
            document = _page(site.page(f"documents/{id}/", language))["mainEntity"]
            assert document["creativeWorkStatus"] == archive.document_status(id)[language]
            assert document.get("abstract") == (record.says[language] if record.says else None)


def test_the_example_meeting(site: Site) -> None:
    event = _page(site.page(MEETING, Language.EN))["mainEntity"]
    assert event["startDate"] == "2030-06-12"
    assert event["location"]["name"] == "Thanh Loan culture house"
    assert event["organizer"]["name"] == "Central Organisation Commission"


@pytest.mark.parametrize(
    ("more", "value"),
    [
        ({}, {"value": 50}),
        ({"approximation": "about"}, {"value": 50}),
        ({"approximation": "more-than"}, {"minValue": 50}),
        ({"approximation": "at-least"}, {"minValue": 50}),
        ({"approximation": "nearly"}, {"maxValue": 50}),
        ({"approximation": "less-than"}, {"maxValue": 50}),
        ({"approximation": "at-most"}, {"maxValue": 50}),
        ({"value_to": 60}, {"minValue": 50, "maxValue": 60}),
        ({"value_to": 60, "approximation": "about"}, {"minValue": 50, "maxValue": 60}),
    ],
)
def test_a_figure_has_its_value_or_its_bounds(archive: Archive, more: Node, value: Node) -> None:
    figure = archive.figures[0]
    fields = {name: model.Approximation(each) if isinstance(each, str) else each for name, each in more.items()}
    record = figure.record.model_copy(update={"value": 50, **fields})
    changed = Archive(archive.records)
    changed.figures_by("page", figure.home.path)[0] = dataclasses.replace(figure, record=record)
    facts = PageFacts(figure.home.path, Language.EN, "T", "D")
    [page, _] = linked_data(facts, changed, SITE_URL)["@graph"]
    mentioned = page["mentions"][0]
    assert {name: mentioned[name] for name in mentioned.keys() & {"value", "minValue", "maxValue"}} == value
    assert mentioned["description"] == record.amount(Language.EN)


@pytest.mark.parametrize("language", Language)
def test_a_review_is_based_on_its_source(site: Site, language: Language) -> None:
    article = _page(site.page("reviews/2031/priorities/", language))["mainEntity"]
    assert article["temporalCoverage"] == "2032"
    whole, table = article["isBasedOn"]
    assert whole["publisher"]["name"] == table["publisher"]["name"] == "Tạp chí Thượng Hà"
    assert whole["url"] and whole["datePublished"] == "2032-01"
    assert "url" not in table and "datePublished" not in table  # neither is stated


@pytest.mark.parametrize("language", Language)
def test_the_downloads_are_those_of_the_page(site: Site, language: Language) -> None:
    page = site.page("downloads/", language)
    files = {node["contentUrl"] for node in _nodes(_page(page)) if "contentUrl" in node}
    linked = {SITE_URL + "data/" + link.get("href").rpartition("/")[2] for link in page.article.all("a")}
    assert len(files) == 2 * len(TYPES) and files <= linked
    assert all((site.folder / address.removeprefix(SITE_URL)).is_file() for address in files)


def test_breadcrumbs_lead_from_the_first_page_to_this_one(site: Site) -> None:
    for page in site.pages.values():
        if not page.path:
            continue
        crumbs = _data(page)["@graph"][1]
        steps = crumbs["itemListElement"]
        addresses = [step["item"].removeprefix(SITE_URL) for step in steps]
        assert crumbs["@type"] == "BreadcrumbList"
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert addresses[0] == page.language.prefix and addresses[-1] == page.address
        assert all(before in site.pages for before in addresses)
        # The lists of kinds and years are reached from the page of all statements, not from a folder of their own.
        folders = [address for address in addresses if not address.endswith("statements/")]
        assert all(after.startswith(before) for before, after in pairwise(folders))
    trail = [step["name"] for step in _data(site.page(MEETING, Language.EN))["@graph"][1]["itemListElement"]]
    assert trail[:2] == ["Home", "Meetings"]


@pytest.mark.parametrize("language", Language)
def test_the_first_page_offers_the_search(site: Site, language: Language) -> None:
    data = _data(site.page("", language))
    assert data["@type"] == "WebSite"
    address = data["potentialAction"]["target"]["urlTemplate"]
    assert address == f"{SITE_URL}{language.prefix}search/?q={{search_term_string}}"
    assert data["license"] == word("licence_url", language)


def test_no_text_ends_the_element() -> None:
    hostile = {"name": "</script><script>alert(1)</script><!-- & ]]>"}
    html = str(script(hostile))
    [element] = read(f"<html>{html}</html>").all("script")
    assert html.count("<") == 2
    assert json.loads("".join(each for each in element.children if isinstance(each, str))) == hostile
