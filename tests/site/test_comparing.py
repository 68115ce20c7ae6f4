"""Years, people, units and figures show what was said, by whom and where, not how much there is of it."""

from __future__ import annotations

from itertools import pairwise
from urllib.parse import urljoin

import pytest

from macros.archive import Archive
from macros.archive.names_of_the_day import BEFORE_UNITS
from macros.text.language import Language, word
from macros.views.lists.catalogue import Lists
from macros.views.offices import offices
from tests.support.built_site import Site
from tests.support.html_reader import Element

YEAR = 2031


def _anchors(article: Element) -> list[str]:
    return [each.get("id") for each in article.all("h2", having="id")]


@pytest.mark.parametrize("language", Language)
def test_a_year_shows_its_newest_conclusions_first(site: Site, archive: Archive, language: Language) -> None:
    article = site.page(f"years/{YEAR}/", language).article
    assert _anchors(article)[:4] == ["part-conclusions", "part-results", "part-figures", "part-meetings"]
    shown = [each.get("data-statement") for each in article.all(having="data-conclusion")]
    said = [s.id for s in archive.statements_by("kind", "conclusion") if s.date.year == YEAR]
    assert shown == said[-6:][::-1]
    held = [each.get("data-meeting") for each in article.all("li", having="data-meeting")]
    assert held == [m.id for m in archive.meetings_by("sort", "meeting") if m.date.year == YEAR][-8:][::-1]
    assert 0 < len(article.all("tr", having="data-figure")) <= 8


@pytest.mark.parametrize("language", Language)
def test_the_index_of_people_states_the_last_office_of_each(site: Site, archive: Archive, language: Language) -> None:
    article = site.page("people/", language).article
    items = [item for part in article.all("ul", css="people") for item in part.all("li")]
    assert len(items) == len(archive.people)
    for item in items:
        id = item.all("a")[0].get("href").strip("/").split("/")[-1]
        appearances = archive.appearances_by("people", id)
        if appearances:
            assert appearances[-1].attendance.office[language] in item.text
    letters = [each.get("id") for each in article.all("h2") if (each.get("id") or "").startswith("letter-")]
    assert letters == sorted(set(letters)) and len(letters) > 1


@pytest.mark.parametrize("language", Language)
def test_a_person_has_conclusions_before_other_statements(site: Site, archive: Archive, language: Language) -> None:
    for id in archive.people:
        article = site.page(f"people/{id}/", language).article
        kinds = ["data-conclusion" in each.attributes for each in article.all(having="data-statement")]
        said = [s.kind == "conclusion" for s in archive.statements_by("people", id)]
        appointed = len(archive.appointments_by("people", id))
        assert kinds[: len(said)] == sorted(said, reverse=True), id
        assert len(kinds) == len(said) + appointed
        held = [item for part in article.all("ul", css="held") for item in part.all("li")]
        assert len(held) == len(offices(archive.appearances_by("people", id)))


def test_an_office_is_stated_once_for_the_meetings_in_a_row_that_state_it(archive: Archive) -> None:
    for id in archive.people:
        appearances = archive.appearances_by("people", id)
        held = offices(appearances)
        assert sum(each.times for each in held) == len(appearances)
        assert all(one.office.vi != other.office.vi for one, other in pairwise(held))


@pytest.mark.parametrize("language", Language)
def test_figures_are_found_by_subject_province_and_unit(site: Site, archive: Archive, language: Language) -> None:
    article = site.page("figures/", language).article
    counts = {
        "topics": {id: len(archive.figures_by("topics", id)) for id in archive.topics},
        "provinces": {id: len(archive.figures_by("provinces", id)) for id in archive.provinces},
        "units": {
            id: len(archive.figures_by("units", id)) + len(archive.figures_by(BEFORE_UNITS, id)) for id in archive.units
        },
    }
    links, without = {}, set()
    for item in (item for part in article.all("ul", css="parts") for item in part.all("li")):
        address, _, anchor = urljoin("/figures/", item.all("a")[0].get("href")).lstrip("/").partition("#")
        if anchor:
            links[address] = item.all("span", css="count")[0].text.strip("()")
            assert anchor in site.page(address, language).ids
        elif item.all("span", css="count")[0].text == "(0)":
            without.add(address)
    by_page = {f"{collection}/{id}/": count for collection, ids in counts.items() for id, count in ids.items()}
    assert links == {page: str(count) for page, count in by_page.items() if count}
    assert without == {page for page, count in by_page.items() if not count}
    assert any(page.startswith("provinces/") for page in without)


@pytest.mark.parametrize("language", Language)
def test_figures_stand_by_the_end_of_their_period_the_newest_first(
    site: Site, archive: Archive, language: Language
) -> None:
    ends = {figure.id: figure.record.as_of.end for figure in archive.figures}
    for path in ("figures/", "topics/members/"):
        [table] = site.page(path, language).article.all("table", css="figures-table")
        rows = table.all("tr", having="data-figure")
        shown = [ends[row.get("data-figure")] for row in rows]
        assert len(set(shown)) > 2
        assert shown == sorted(shown, reverse=True)
        assert word("figures_order", language) in table.all("caption")[0].text
        assert [row.all("td")[2].get("data-sort") for row in table.all("tr", having="data-figure")] == list(
            map(str, shown)
        )


def test_of_too_many_figures_those_with_the_latest_periods_are_shown(archive: Archive) -> None:
    listing = Lists(archive, 3)("figure")
    newest = [figure.record.as_of.end for figure in listing.newest]
    others = {figure.record.as_of.end for figure in listing.items} - set(newest)
    assert listing.pages
    assert max(others, default=newest[-1]) <= min(newest)


@pytest.mark.parametrize("language", Language)
def test_the_contents_of_the_figures_name_every_heading(site: Site, language: Language) -> None:
    page = site.page("figures/", language)
    assert all(heading.get("id") for heading in page.article.all("h2"))


@pytest.mark.parametrize("language", Language)
def test_a_unit_says_who_chaired_its_meetings_and_those_of_its_parts(
    site: Site, archive: Archive, language: Language
) -> None:
    article = site.page("units/bach-sa/", language).article
    [held] = article.all("ul", css="held")
    meetings = [*archive.meetings_by(BEFORE_UNITS, "bach-sa"), *archive.meetings_by("units", "bach-sa")]
    chairs = {archive.people[p.person].name for m in meetings if m.sort == "meeting" for p in m.chairs}
    assert chairs and all(name in held.text for name in chairs)
