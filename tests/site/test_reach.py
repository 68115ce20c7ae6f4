"""How far the archive reaches: counted from its meetings, and as editors say."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.pages.authoring.library.reach import newest_meeting, spans
from macros.text.language import Language
from tests.support.built_site import Site


@pytest.mark.parametrize(
    ("years", "found"),
    [
        ([], []),
        ([2030], [(2030, 2030)]),
        ([2030, 2031], [(2030, 2031)]),
        ([2028, 2030, 2031, 2034], [(2028, 2028), (2030, 2031), (2034, 2034)]),
    ],
)
def test_years_that_follow_each_other_are_a_span(years: list[int], found: list[tuple[int, int]]) -> None:
    assert spans(years) == found


@pytest.mark.parametrize(
    ("language", "day", "researched", "missing"),
    [
        (Language.VI, "4-3-2032", "1-4-2032", "Chưa có bản ghi nào về năm 2029."),
        (Language.EN, "4 March 2032", "1 April 2032", "There is no record of 2029."),
    ],
)
def test_the_first_page_and_the_method_say_how_far(
    archive: Archive, site: Site, language: Language, day: str, researched: str, missing: str
) -> None:
    newest = newest_meeting(archive)
    assert newest and newest.id == "2032-03-04-national"
    for path in ("", "method/"):
        text = " ".join(site.page(path, language).article.text.split())
        assert day in text and researched in text, path
    assert missing in site.page("method/", language).article.text


def test_the_years_without_a_meeting_of_a_level_are_named(archive: Archive, site: Site) -> None:
    [table] = [
        each for each in site.page("method/", Language.VI).article.all("table") if "Năm không có bản ghi" in each.text
    ]
    rows = [[cell.text.strip() for cell in row.all("th", "td")] for row in table.all("tr")][1:]
    assert rows == [
        ["Cấp khu vực", "4", "2032"],
        ["Cấp tỉnh", "5", "2030"],
        ["Toàn quốc", "5", "không có năm nào"],
    ]
