"""The page of a topic: what was said in a table of years and levels, and its figures with what can be compared."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.records import Level
from macros.text.language import Language, word
from macros.views.lists.catalogue import Lists
from macros.views.matrix import matrix
from tests.support.built_site import Site
from tests.support.tab import Open

TOPIC = "topics/members/"


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
        s.id: (f"year-{s.date.year}", word(f"level_{s.level}", language))
        for s in archive.statements_by("topics", "members")
    }
    assert found == expected


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


def test_a_table_has_the_newest_whole_years_that_have_room(archive: Archive) -> None:
    listing = Lists(archive, 3)("statement", "topics", "cadres")
    table = matrix(listing)
    assert 0 < table.shown < len(listing.items)
    assert table.shown == sum(len(items) for row in table.rows for items in row.fields.values())
    assert [row.year for row in table.rows] == sorted({row.year for row in table.rows}, reverse=True)
    for row in table.rows[1:]:
        assert sum(map(len, row.fields.values())) == listing.count(int(row.year))
    assert all(row.path == f"topics/cadres/{row.year}/" for row in table.rows)


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
