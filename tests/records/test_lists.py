"""Lists are laid on pages that do not grow with the archive, and lose nothing on the way."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Callable, Iterator
from heapq import nlargest
from itertools import chain
from unittest.mock import ANY
from urllib.parse import urljoin

import pytest
from markupsafe import Markup

from benchmarks.archives import write
from macros.archive import Archive
from macros.archive.items import SourceUse
from macros.checks.loading import read_archive
from macros.pages.data_pages import list_pages, record_pages
from macros.pages.pictures.meeting_years import meeting_years
from macros.pages.pictures.speakers_by_year import speakers_by_year
from macros.text.dates import PartialDate
from macros.text.language import Language
from macros.views.lists.catalogue import PER_PAGE, Lists
from macros.views.lists.listing import Listing, key_name
from macros.views.lists.navigation import around
from macros.views.rendering import View
from macros.views.repository import Repository
from tests.support import html_reader
from tests.support.project import REPO_URL, SITE_URL, SMALL_DATA

MEETINGS = 150
FEW = 8
SHELL, SHELL_COMPRESSED = 16_000, 4_500  # bytes that the theme adds to a page
HTML, COMPRESSED = 60_000, 12_000


class _ByFirstLetter(Listing):
    def key(self, item: str) -> str:
        return item[0]


def _laid(names: list[str], limit: int) -> Listing:
    return _ByFirstLetter("name", ANY, "list/", names, limit)


def _addresses(listing: Listing) -> dict[str, list[str]]:
    return {part.path: list(part.items) for pages in listing.pages.values() for part in pages}


@pytest.mark.parametrize(
    ("names", "pages"),
    [
        (["a1", "a2", "b1"], {}),
        (["a1", "a2", "b1", "b2"], {"list/a/": ["a1", "a2"], "list/b/": ["b1", "b2"]}),
        (
            ["a1", "a2", "a3", "a4", "b1"],
            {"list/a/": ["a1", "a2", "a3"], "list/a/2/": ["a4"], "list/b/": ["b1"]},
        ),
        (
            ["a1", "a2", "a3", "a4", "a5", "a6"],
            {"list/a/": ["a1", "a2", "a3"], "list/a/2/": ["a4", "a5", "a6"]},
        ),
    ],
)
def test_a_list_divides_only_where_it_is_too_long(names: list[str], pages: dict[str, list[str]]) -> None:
    assert _addresses(_laid(names, 3)) == pages


def test_the_pages_of_a_year_stay_as_they_are_when_other_years_grow() -> None:
    before = _addresses(_laid(["a1", "a2", "a3", "a4", "b1", "b2"], 3))
    after = _addresses(_laid(["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4", "c1"], 3))
    unchanged = {path for path, items in before.items() if after.get(path) == items}
    assert unchanged == before.keys() - {"list/b/"}
    assert after["list/b/"][: len(before["list/b/"])] == before["list/b/"]


@pytest.mark.parametrize(
    ("key", "vi", "en"),
    [
        ("", "", ""),
        ("2023", "năm 2023", "2023"),
        ("no-date", "không rõ ngày", "date not stated"),
        ("h", "chữ H", "letter H"),
    ],
)
def test_the_name_of_a_part(key: str, vi: str, en: str) -> None:
    assert [key_name(key, language) for language in Language] == [vi, en]


@pytest.mark.parametrize(
    ("days", "vi", "en"),
    [
        (["2023-03-01", "2023-03-09"], "tháng 3", "Mar"),
        (["2023", "2023-01-05", "2023-05"], "tháng 1–5", "Jan–May"),
        (["2023", "2023-Q1"], "", ""),
    ],
)
def test_the_months_of_a_page(days: list[str], vi: str, en: str) -> None:
    uses = [SourceUse("", ANY, ANY, PartialDate.parse(day)) for day in [*days, "2024"]]
    listing = Listing("source", ANY, "", uses, len(days))
    assert [listing.months(listing.first_pages[0], language) for language in Language] == [vi, en]


@pytest.mark.parametrize("pages", [2, 30, 31, 90])
def test_a_page_of_very_many_leads_to_few_and_all_are_reached(archive: Archive, pages: int) -> None:
    days = [f"2031-{1 + number * 12 // pages:02}-01" for number in range(pages)]
    uses = [SourceUse("", ANY, ANY, PartialDate.parse(day)) for day in [*days, "2030"]]
    listing = Listing("source", ANY, "list/", uses, 1)
    linked: dict[str, set[str]] = {}
    for part in listing.pages["2031"]:
        html = around(View(archive, Language.VI, part.path, Repository()), listing, part)
        links = {urljoin(f"/{part.path}", a.get("href")).lstrip("/") for a in html_reader.read(str(html)).all("a")}
        linked[part.path] = links - {"list/2030/", part.path}
    assert max(map(len, linked.values())) <= 30
    reached, waiting = {"list/2031/"}, ["list/2031/"]
    while waiting:
        new = linked[waiting.pop()] - reached
        reached |= new
        waiting += new
    assert reached == linked.keys() and len(reached) == pages


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    data = tmp_path_factory.mktemp("large") / "data"
    write(data, MEETINGS, SMALL_DATA)
    return read_archive(data)


@pytest.fixture(scope="module")
def pages(large: Archive) -> dict[str, html_reader.Element]:
    """The Vietnamese pages of a large archive with few items a page."""
    lists = Lists(large, FEW)
    found = {}
    for page in [*record_pages(large, lists), *list_pages(large, lists)]:
        assert page.path not in found, "two pages at one address"
        found[page.path] = html_reader.read(str(page.html(large, Language.VI, Repository())))
    return found


def _reached(pages: dict[str, html_reader.Element], start: str) -> Iterator[html_reader.Element]:
    """The pages of a list: the one it begins on, and those below it that links lead to."""
    seen, waiting = {start}, [start]
    while waiting:
        path = waiting.pop()
        yield pages[path]
        links = (urljoin(f"/{path}", a.get("href").partition("#")[0]).lstrip("/") for a in pages[path].all("a"))
        new = {link for link in links if link in pages and link.startswith(start)} - seen
        seen |= new
        waiting += new


def _stated(elements: Iterator[html_reader.Element], attribute: str) -> set[str]:
    return {item.get(attribute) for element in elements for item in element.all(having=attribute)}


@pytest.mark.parametrize("facet", ["topics", "provinces", "documents", "people", "kinds"])
def test_every_statement_is_reached_by_links(large: Archive, pages: dict[str, html_reader.Element], facet: str) -> None:
    values = {
        "topics": {id: large.statements_by("topics", id) for id in large.topics},
        "provinces": {id: large.statements_by("provinces", id) for id in large.provinces},
        "documents": {id: large.statements_by("documents", id) for id in large.documents},
        "people": {
            id: [*large.statements_by("people", id), *large.appointments_by("people", id)] for id in large.people
        },
        "kinds": {
            kind.value: [s for s in large.statements if s.kind is kind] for kind in {s.kind for s in large.statements}
        },
    }[facet]
    assert max(map(len, values.values())) > FEW
    for id, statements in values.items():
        assert {s.id for s in statements} == _stated(_reached(pages, f"{facet}/{id}/"), "data-statement"), id


def test_every_meeting_of_a_level_is_reached_by_links(large: Archive, pages: dict[str, html_reader.Element]) -> None:
    levels = Counter(meeting.record.level for meeting in large.meetings_by("sort", "meeting"))
    for level, count in levels.items():
        found = _stated(_reached(pages, f"meetings/levels/{level}/"), "data-meeting")
        assert found == {m.id for m in large.meetings_by("sort", "meeting") if m.record.level is level}
        assert len(found) == count


def test_a_page_lists_few(large: Archive, pages: dict[str, html_reader.Element]) -> None:
    homes = {*(meeting.path for meeting in large.meetings.values()), *(part.path for part in large.review_parts)}
    for path, page in pages.items():
        if path in homes:
            continue  # a meeting or a review itself, with all that was said there
        # A person’s statements and appointments; meetings and those on appointments, on a unit’s page also from before.
        lists = 4 if path.startswith("units/") else 2
        for attribute in ("data-statement", "data-meeting"):
            listed = [item for item in page.all(having=attribute) if item.tag != "p"]  # `p` is in a topic’s table
            assert len(listed) <= lists * max(FEW, 10), path


def test_counts_on_the_way_are_the_number_of_what_is_there(
    large: Archive, pages: dict[str, html_reader.Element]
) -> None:
    for year in {statement.date.year for statement in large.statements}:
        page = pages[f"years/{year}/"]
        listed = {
            urljoin(f"/years/{year}/", item.all("a")[0].get("href")).lstrip("/"): int(
                item.all("span", css="count")[0].text.strip("()").replace(".", "")
            )
            for item in page.all("li")
            if item.all("span", css="count")
        }
        for path, count in listed.items():
            section, id, rest = path.split("/", 2)
            if section == "topics":
                assert count == sum(s.date.year == year for s in large.statements_by("topics", id)), path
                assert rest in (f"{year}/", f"#year-{year}")


def test_no_page_is_larger_than_it_may_be(large: Archive) -> None:
    """With the limits of the real site: the fullest pages of each sort of list, in the longer language."""
    lists = Lists(large)
    repository = Repository.configured(REPO_URL, "main", "", "ban@archive.example.org", SITE_URL)
    made = [*list_pages(large, lists), *record_pages(large, lists)]
    fullest = {}
    for sort in PER_PAGE:
        listed = [page for page in made if page.template == "list" and page.values["listing"].sort == sort]
        fullest[sort] = nlargest(8, listed, key=lambda page: len(page.values["part"].items))
    records = [page for page in made if page.template in ("topic", "province", "unit", "year", "person")]
    for page in [*chain.from_iterable(fullest.values()), *records]:
        html = page.html(large, Language.VI, repository).encode()
        assert len(html) <= HTML - SHELL, page.path
        assert len(gzip.compress(html, 6)) <= COMPRESSED - SHELL_COMPRESSED, page.path


@pytest.mark.parametrize("picture", [meeting_years, speakers_by_year])
def test_a_picture_of_all_meetings_stays_small(large: Archive, picture: Callable[[View], Markup]) -> None:
    assert len(picture(View(large, Language.VI, "x/", Repository())).encode()) < 33_000


def test_the_lists_of_the_large_archive_are_divided(large: Archive) -> None:
    lists = Lists(large)
    assert lists("statement", "topics", "cadres").pages
    assert any(len(pages) > 1 for pages in lists("statement", "kind", "conclusion").pages.values())
    assert lists("meeting").pages
