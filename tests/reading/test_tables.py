"""Tables of records read on a phone without moving sideways, and give room to the column that is their point."""

from __future__ import annotations

import pytest

from macros.text.language import Language
from tests.support.tab import Open

TABLES = ("people/vu-ha-ngan/", "documents/", "provinces/moc-linh/", "method/sources/")
POINTS = {"people/vu-ha-ngan/": (".offices", 3), "documents/": (".documents", 4)}


@pytest.mark.parametrize("path", TABLES)
@pytest.mark.parametrize("language", Language)
def test_on_a_phone_a_row_is_a_block_of_lines(open_tab: Open, language: Language, path: str) -> None:
    tab = open_tab(390)
    tab.visit(language.prefix + path)
    tables = tab.page.locator("main .table-wrap:not(details *):has(table:not(.written))")
    assert tables.count()
    wide = tables.evaluate_all("frames => frames.filter(frame => frame.scrollWidth > frame.clientWidth).length")
    heights = tables.locator("tbody tr").evaluate_all("rows => rows.map(row => row.getBoundingClientRect().height)")
    assert wide == 0
    assert max(heights) < 340


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("path", POINTS)
@pytest.mark.parametrize("language", Language)
def test_the_point_of_a_table_has_its_room(open_tab: Open, language: Language, path: str, media: str) -> None:
    """A third of what is there, on a screen as on A4 between its margins."""
    tab = open_tab(1280)
    tab.visit(language.prefix + path)
    if media == "print":
        tab.page.set_viewport_size({"width": 657, "height": 990})
        tab.page.emulate_media(media="print")
    table, column = POINTS[path]
    room, whole = tab.page.locator(f"table{table}").evaluate(
        "(table, column) => [table.querySelector(`td:nth-child(${column}), tr > :nth-child(${column})`), table]"
        ".map(part => part.getBoundingClientRect().width)",
        column,
    )
    assert room > whole * 0.27
    assert tab.page.locator(f"table{table}").evaluate("table => table.parentElement.scrollWidth") <= whole + 1
