"""Appointment meetings: which they are, and that lists, counts, pictures and search have them apart."""

from __future__ import annotations

import re

import pytest

from macros.archive import Archive
from macros.archive.items import Meeting, MeetingSort
from macros.derived import tables
from macros.pages.authoring.library.links import count
from macros.pages.authoring.library.lists import meetings
from macros.pages.pictures.meeting_years import meeting_years
from macros.records import MEETING, Form, Level
from macros.records.statement import kinds
from macros.search.documents import documents
from macros.text.language import Language
from macros.views.lists.catalogue import lists
from macros.views.rendering import View
from macros.views.repository import Repository
from tests.support.built_site import Site

# Of the small archive: by its form.
APPOINTMENTS = ["2031-thanh-loan"]
LISTED = re.compile(r'data-meeting="(.*?)"')


@pytest.mark.parametrize(
    ("form", "stated", "sort"),
    [
        (Form.CADRE_MEETING, [], "appointment_meeting"),
        (Form.CADRE_MEETING, ["appointments", "conclusions"], "appointment_meeting"),
        (Form.CADRE_MEETING, ["results"], "appointment_meeting"),
        (Form.COMMITTEE_CONFERENCE, ["appointments"], "appointment_meeting"),
        (Form.COMMITTEE_CONFERENCE, ["appointments", "conclusions"], "meeting"),
        (Form.COMMITTEE_CONFERENCE, ["appointments", "remarks"], "meeting"),
        (Form.COMMITTEE_CONFERENCE, ["results"], "meeting"),
        (Form.BRIEFING, [], "meeting"),  # of which nothing is known but that it was held
    ],
)
def test_the_form_or_what_is_recorded_says_which_they_are(
    archive: Archive, form: Form, stated: list[str], sort: str
) -> None:
    full = archive.meetings["2031-01-15-moc-linh"].record
    some = full.results  # whatever is in a list: only that it is not empty counts
    own = {name: some if name in stated else [] for name in kinds(type(full))}
    record = full.model_copy(update={"form": form, **own})
    region = archive.records.region
    assert region
    meeting = Meeting("meetings/x/", record.title, record.date, record.sources, record, region, "x")
    assert meeting.sort == sort


def _view(archive: Archive, language: Language = Language.VI) -> View:
    return View(archive, language, "x/", Repository())


def test_every_count_has_them_apart(archive: Archive, site: Site) -> None:
    others = [id for id in archive.meetings if id not in APPOINTMENTS]
    all_lists = lists(archive)
    by_level = [each.id for listing in all_lists.by("meeting", "level").values() for each in listing.items]
    for sort, ids in ((MeetingSort.MEETING, others), (MeetingSort.APPOINTMENT_MEETING, APPOINTMENTS)):
        assert [each.id for each in all_lists(sort).items] == ids
        assert count(_view(archive), f"{sort}s") == len(ids)
        found = [each.id for each in documents(archive, Language.VI) if each.tags["kind"] == (sort,)]
        assert sorted(found) == sorted(ids)
    assert sorted(by_level) == sorted(others)
    assert set(LISTED.findall(meeting_years(_view(archive)))) == set(others)
    assert set(LISTED.findall(meetings(_view(archive), latest=100))) == set(others)
    assert LISTED.findall(meetings(_view(archive), form=Form.CADRE_MEETING)) == APPOINTMENTS
    assert set(LISTED.findall(meetings(_view(archive), level=Level.PROVINCIAL))).isdisjoint(APPOINTMENTS)
    rows = {row.id: row for row in tables.rows(archive, MEETING)}
    [column] = [each for each in tables.columns(MEETING) if each.name == "appointment_meeting"]
    assert [id for id, row in rows.items() if column.value(row)] == APPOINTMENTS


@pytest.mark.parametrize("language", Language)
def test_pages_name_them_apart(site: Site, language: Language) -> None:
    assert [
        each.get("data-meeting")
        for each in site.page("meetings/appointments/", language).article.all("li", css="meetings__item")
    ] == APPOINTMENTS
    for path in ("years/2031/", "provinces/thanh-loan/"):
        page = site.page(path, language)
        assert {"part-meetings", "part-appointment-meetings"} <= set(page.ids), path
        [heading] = [each for each in page.article.all("h2") if each.get("id") == "part-appointment-meetings"]
        assert re.findall(r"\((\d+)\)", heading.text) == ["1"]
    assert "part-conclusion" not in site.page("meetings/2031-thanh-loan/", language).ids
    assert "part-conclusion" in site.page("meetings/2031-05-08/", language).ids


def test_a_person_has_appointments_apart_from_what_the_person_said(archive: Archive, site: Site) -> None:
    by = [each.id for each in archive.statements if "two-members-moved" in each.id]
    for person in ("le-thuy-an", "tran-hoai-nam"):
        assert [each.id for each in archive.appointments_by("people", person)] == by
        assert by[0] not in [each.id for each in archive.statements_by("people", person)]
        assert "part-appointments" in site.page(f"people/{person}/", Language.VI).ids
    assert by[0] in [each.id for each in archive.statements_by("people", "vu-ha-ngan")]
    assert by[0] in [each.id for each in archive.statements_by("provinces", "moc-linh")]
