"""The page of a topic: what was said in a table of years and levels, and its figures with what can be compared."""

from __future__ import annotations

from collections import Counter

import pytest

from macros.archive import Archive
from macros.archive.items import ReviewPart, Statement
from macros.records import Level
from macros.text.language import Language, word
from macros.views.lists.catalogue import Lists
from macros.views.matrix import ROOM, Row, matrix
from tests.support.built_site import Site
from tests.support.tab import Open

TOPIC = "topics/members/"


def _year(statement: Statement) -> int:
    """The year in whose row it stands: of a task that a review sets, the year that it is for."""
    home = statement.home
    return home.for_year if isinstance(home, ReviewPart) and home.for_year else statement.date.year


@pytest.mark.parametrize("language", Language)
def test_each_statement_of_a_topic_stands_in_its_year_and_level(
    site: Site, archive: Archive, language: Language
) -> None:
    page = site.page(TOPIC, language).article
    found = {}
    for row in page.all("tr"):
        for field in row.all("td"):
            for each in field.all("p", having="data-statement"):
                found[each.get("data-statement")] = row.get("id"), field.get("data-label")
                assert each.all("a")[-1].get("href").startswith("../../")
    expected = {
        s.id: (f"year-{_year(s)}", word(f"level_{s.level}", language))
        for s in archive.statements_by("topics", "members")
    }
    assert found == expected


@pytest.mark.parametrize("language", Language)
def test_each_figure_of_a_topic_stands_in_the_year_its_period_ends(
    site: Site, archive: Archive, language: Language
) -> None:
    article = site.page(TOPIC, language).article
    found = {
        each.get("href").removeprefix("#"): (row.get("id"), field.get("data-label"))
        for row in article.all("tr")
        for field in row.all("td")
        for list in field.all("ul", css="matrix__figures")
        for each in list.all("a")
    }
    expected = {
        f.id: (f"year-{f.record.as_of.end.year}", word(f"level_{f.level}", language))
        for f in archive.figures_by("topics", "members")
    }
    assert found == expected
    assert set(found) <= {row.all("td")[0].get("id") for row in article.all("tr", having="data-figure")}


def test_a_year_that_has_only_figures_has_its_row(archive: Archive) -> None:
    lists = Lists(archive)
    figures = lists("figure", "topics", "members")
    years = {f"{each.record.as_of.end.year}" for each in figures.items}
    silent = next(
        each for each in lists.by("statement", "documents").values() if years - set(map(each.key, each.items))
    )
    said = {f"{_year(each)}" for each in silent.items}
    assert {row.year for row in matrix(silent, figures).rows} >= years | said


@pytest.mark.parametrize("language", Language)
def test_what_a_review_sets_for_a_year_stands_apart_in_that_year(
    site: Site, archive: Archive, language: Language
) -> None:
    article = site.page(TOPIC, language).article
    tasks = [s for s in archive.statements_by("topics", "members") if _year(s) != s.date.year]
    assert tasks
    headings = {each.text for each in article.all("p", css="matrix__ahead")}
    assert headings == {word("matrix_ahead", language).format(year=_year(s), review=s.date.year) for s in tasks}


def test_on_a_wide_screen_the_table_of_a_topic_takes_the_whole_width(open_tab: Open) -> None:
    tab = open_tab(1280)
    tab.visit(TOPIC)
    box = tab.page.locator(".matrix").bounding_box()
    assert box and box["width"] > 1000
    widths = tab.page.locator(".matrix td:not(.none)").evaluate_all(
        "cells => cells.map(cell => cell.getBoundingClientRect().width)"
    )
    assert min(widths) > 200
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("language", Language)
def test_the_figures_of_a_topic_say_what_can_be_compared(site: Site, archive: Archive, language: Language) -> None:
    article = site.page(TOPIC, language).article
    seen = archive.topics["members"].figures_seen
    assert seen and seen[language] in article.text
    [table] = article.all("table", css="figures-table")
    assert word("figures_compared", language) in table.all("caption")[0].text
    rows = [each.get("data-figure") for each in table.all("tr", having="data-figure")]
    assert set(rows) == {each.id for each in archive.figures_by("topics", "members")}


def test_what_a_review_says_of_provinces_is_provincial(archive: Archive) -> None:
    for statement in archive.statements:
        if statement.home.path.startswith("reviews/"):
            assert statement.level is (Level.PROVINCIAL if statement.record.provinces else Level.REGIONAL)


@pytest.mark.parametrize("room", [3_000, 6_000, 9_000, 30_000])
def test_a_table_without_room_for_all_has_some_of_every_year(archive: Archive, room: int) -> None:
    listing = Lists(archive, 3)("statement", "topics", "cadres")
    table = matrix(listing, beside=" " * (ROOM - room))
    shown = {s.id for row in table.rows for field in row.fields.values() for s in (*field.statements, *field.ahead)}
    assert table.shown == sum(map(_held, table.rows)) == len(shown)
    assert (table.shown == len(listing.items)) is (room == 30_000)
    assert [row.year for row in table.rows] == sorted({row.year for row in table.rows}, reverse=True)
    counts = Counter(listing.key(s) for s in listing.items if s.id in shown)
    assert sorted(counts) == sorted(set(map(listing.key, listing.items)))[-len(counts) :]
    # No year has two more than one that has others left, and of each year conclusions come first.
    most = max(counts.values())
    for row in table.rows:
        assert row.fields, "an empty row"
        said = [s for s in listing.items if listing.key(s) == row.year]
        left = [s for s in said if s.id not in shown]
        assert counts[row.year] >= min(most - 1, len(said)) or room == 3_000
        assert not any(s.kind == "conclusion" for s in left) or all(
            s.kind == "conclusion" for s in said if s.id in shown
        )
        assert row.in_all == (len(said) if left else 0)
        assert row.path == (f"topics/cadres/{row.year}/" if said else "")


def _held(row: Row) -> int:
    return sum(len(field.statements) + len(field.ahead) for field in row.fields.values())


def test_a_reader_puts_figures_in_the_order_of_a_column(open_tab: Open) -> None:
    tab = open_tab(1280)
    tab.visit("figures/")
    heading = tab.page.locator(".figures-table th").first
    for order in ("ascending", "descending"):
        heading.locator("button").click()
        assert heading.get_attribute("aria-sort") == order
        values = tab.page.locator(".figures-table td:first-child").evaluate_all(
            "cells => cells.map(cell => Number(cell.dataset.sort))"
        )
        assert len(set(values)) > 2
        assert values == sorted(values, reverse=order == "descending")
