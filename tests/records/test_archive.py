"""The archive holds what it is there for, with relations that can be followed both ways."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from macros import records as model
from macros.archive import Archive
from macros.archive.items import Meeting, ReviewPart
from macros.records import ACHIEVEMENTS, LESSONS, PRIORITIES, Form, Level, RecordType, StatementKind


def _part(archive: Archive, part: RecordType[Any]) -> ReviewPart:
    found = archive.part(2031, part)
    assert found is not None
    return found


def test_the_meetings_of_each_level(archive: Archive) -> None:
    levels = Counter(meeting.record.level for meeting in archive.meetings.values())
    assert levels == {Level.REGIONAL: 4, Level.PROVINCIAL: 6, Level.NATIONAL: 5}


@pytest.mark.parametrize(
    ("records", "number"),
    [("documents", 12), ("provinces", 4), ("units", 3), ("topics", 7)],
)
def test_the_other_records(archive: Archive, records: str, number: int) -> None:
    assert len(getattr(archive, records)) == number


def test_the_parts_of_a_review(archive: Archive) -> None:
    assert len(_part(archive, ACHIEVEMENTS).groups) == 2
    assert len(_part(archive, LESSONS).groups) == 3
    priorities = _part(archive, PRIORITIES)
    assert len(priorities.groups) == 2
    assert priorities.for_year == 2032
    assert priorities.frame


def test_local_examples_name_provinces(archive: Archive) -> None:
    examples = [statement for statement in archive.statements if statement.example]
    assert len(examples) == 3
    assert {province for example in examples for province in example.provinces} == archive.provinces.keys()
    assert [example.list_open for example in examples].count(True) == 1


@pytest.mark.parametrize(
    ("value", "as_of"),
    [(12480, "2031"), (41.5, "2031-11-30"), (96, "2031")],
)
def test_the_figures_of_a_review(archive: Archive, value: float, as_of: str) -> None:
    figures = archive.figures_by("page", _part(archive, ACHIEVEMENTS).path)
    assert len(figures) == 3
    assert (value, as_of) in [(figure.record.value, str(figure.record.as_of)) for figure in figures]


def test_every_statement_has_a_source_and_a_topic(archive: Archive) -> None:
    for statement in archive.statements:
        assert statement.source in statement.home.sources
        assert set(statement.record.topics) <= archive.topics.keys()
        assert statement.record.topics


@pytest.mark.parametrize(
    ("kind", "forces"),
    [
        (StatementKind.CONCLUSION, {"direction", "decision", "guidance"}),
        (StatementKind.REMARK, {"assessment", "information", "opening", "closing"}),
        (StatementKind.APPOINTMENT, {None}),
    ],
)
def test_what_somebody_said_has_a_speaker_and_the_force_of_its_kind(
    archive: Archive, kind: StatementKind, forces: set[str | None]
) -> None:
    statements = [statement for statement in archive.statements if statement.kind is kind]
    assert statements
    for statement in statements:
        assert statement.force in forces
        assert statement.record.by or statement.record.by_office
        assert isinstance(statement.home, Meeting)


def test_an_appointment_is_found_from_the_people_appointed(archive: Archive) -> None:
    [appointment] = [each for each in archive.statements if each.record.id == "new-head-elected"]
    assert archive.appointments_by("people", "dang-khai-minh") == [appointment]
    assert appointment not in archive.statements_by("people", "dang-khai-minh")


def test_ids_are_unique_over_the_archive(archive: Archive) -> None:
    ids = [statement.id for statement in archive.statements] + [figure.id for figure in archive.figures]
    assert len(set(ids)) == len(ids)


def test_relations_lead_back(archive: Archive) -> None:
    for statement in archive.statements:
        assert statement in archive.statements_of(statement.home)
        assert statement in archive.statements_of(statement.home, statement.kind)
        assert all(statement in archive.statements_by("topics", topic) for topic in statement.record.topics)
        assert all(statement in archive.statements_by("documents", id) for id in statement.record.documents)
        assert all(statement in archive.statements_by("provinces", id) for id in statement.provinces)
        if statement.record.by:
            assert statement in archive.statements_by("people", statement.record.by)
    for figure in archive.figures:
        assert figure in archive.figures_by("page", figure.home.path)
        assert all(figure in archive.figures_by("provinces", id) for id in figure.provinces)
    for meeting in archive.meetings.values():
        for attendance in meeting.attendances:
            assert meeting in [seen.meeting for seen in archive.appearances_by("people", attendance.person)]
        assert all(meeting in archive.meetings_by("provinces", id) for id in meeting.record.provinces)


def test_a_province_and_the_unit_it_became_name_each_other(archive: Archive) -> None:
    for id, province in archive.provinces.items():
        assert id in archive.units[province.successor].formed_from
    for unit_id, unit in archive.units.items():
        assert {archive.provinces[id].successor for id in unit.formed_from} == {unit_id}


def test_everything_is_in_order_of_time(archive: Archive) -> None:
    for items in (
        [meeting.date for meeting in archive.meetings.values()],
        [statement.date for statement in archive.statements],
        [figure.home.date for figure in archive.figures],
    ):
        keys = [date.sort_key for date in items]
        assert keys == sorted(keys)


def test_neighbours_follow_each_other_on_one_level(archive: Archive) -> None:
    for meeting in archive.meetings.values():
        before, after = archive.neighbours(meeting)
        if before:
            assert archive.neighbours(before)[1] == meeting
            assert before.record.level is meeting.record.level
        if after:
            assert archive.neighbours(after)[0] == meeting


def test_the_meeting_that_a_review_shows_in_a_photograph_claims_nothing_of_it(archive: Archive) -> None:
    meeting = archive.meetings["2031-06-18"]
    assert meeting.record.form is Form.BRIEFING
    assert meeting.record.place == meeting.record.organiser == meeting.record.chairs == model.NOT_STATED
    assert archive.statements_of(meeting) == []
    assert archive.figures_by("page", meeting.path) == []


def test_machine_translated_sources_are_marked(archive: Archive) -> None:
    translated = [meeting for meeting in archive.meetings.values() if meeting.machine_translated]
    assert translated
    assert len(translated) < len(archive.meetings)
