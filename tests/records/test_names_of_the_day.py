"""A meeting bears the names that its places had on its day, and is found from all the provinces of its unit."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from macros.archive import Archive, names_of_the_day
from macros.archive.names_of_the_day import BEFORE_UNITS
from macros.records import MEETING
from macros.text.dates import PartialDate

# In tests/archive: Hoàng Trạch and Bạch Sa are the unit Bạch Sa from 2032-01-05, Mộc Lĩnh is a unit from 2032-03-01.
BACH_SA = ("units", "bach-sa")
OF_UNIT = "2032-01-05-bach-sa"


@pytest.mark.parametrize(
    ("provinces", "day", "places"),
    [
        (["bach-sa"], "2032-01-04", [("provinces", "bach-sa")]),
        (["bach-sa"], "2032-01-05", [BACH_SA]),
        (["hoang-trach"], "2032-01-05", [BACH_SA]),
        (["bach-sa", "moc-linh", "hoang-trach"], "2032-02-01", [BACH_SA, ("provinces", "moc-linh")]),
        ([], "2032-02-01", []),
    ],
)
def test_the_names_of_a_day(archive: Archive, provinces: list[str], day: str, places: list[Any]) -> None:
    assert archive.records.region
    found = names_of_the_day.places(archive.records.region, provinces, datetime.date.fromisoformat(day))
    assert found == places


@pytest.mark.parametrize(
    ("date", "is_unit"),
    [("2032", False), ("2032-01", False), ("2032-Q1", False), ("2032-02", True), ("2032-01-05/06", True)],
)
def test_of_a_day_that_is_not_known_the_old_name_is_taken_where_it_may_have_held(
    archive: Archive, date: str, is_unit: bool
) -> None:
    record = archive.meetings[OF_UNIT].record.model_copy(update={"date": PartialDate.parse(date)})
    meetings = {**archive.records[MEETING], OF_UNIT: record}
    [place] = Archive(archive.records.with_records(MEETING, meetings)).meetings[OF_UNIT].own_places
    assert (place == BACH_SA) is is_unit


@pytest.mark.parametrize("province", ["bach-sa", "hoang-trach"])
def test_a_meeting_of_a_unit_is_found_from_all_its_parts(archive: Archive, province: str) -> None:
    meeting = archive.meetings[OF_UNIT]
    assert meeting in archive.meetings_by("provinces", province)
    assert meeting in archive.meetings_by(*BACH_SA)
    assert meeting not in archive.meetings_by(BEFORE_UNITS, "bach-sa")
    for statement in archive.statements_of(meeting):
        assert statement.places == [BACH_SA]
        assert statement in archive.statements_by("provinces", province)
        assert statement in archive.statements_by(*BACH_SA)


def test_what_is_from_before_a_unit_is_found_from_it_as_such(archive: Archive) -> None:
    for items in (archive.statements_by, archive.figures_by, archive.meetings_by):
        before, own = items(BEFORE_UNITS, "bach-sa"), items(*BACH_SA)
        assert before
        assert not {each.date for each in before} & {each.date for each in own}
        parts = {each for province in ("bach-sa", "hoang-trach") for each in items("provinces", province)}
        assert {*before, *own} == parts
