"""The meaning of a change is whole: no value of the archive changes without a word of it, nor without being logged."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, NamedTuple

import pytest

from macros import records as model
from macros.archive import Archive
from macros.archive.diff import Change, compare
from macros.commands.log_corrections import corrections
from macros.records import MEETING, TOPIC
from macros.records.parts import path
from macros.records.walk import fields_of
from tests.records.every_leaf import Leaf, leaves, without_places

# Stands for the head of an entry of the log.
_ENTRY = {"date": "2032-06-01", "commit": "0" * 40, "reason": {"vi": "Sửa"}}
# Words that readers type, and what is said of the archive itself: their change is none of a published fact.
_NO_FACTS = {model.ThesaurusFile, model.Ring, model.Words, model.AdditionsFile, model.Addition, model.Reach}


class Compared(NamedTuple):
    """A leaf with another value, and what that changes."""

    leaf: Leaf
    changes: list[Change]

    @property
    def logged(self) -> list[dict[str, Any]]:
        return corrections(self.changes)


@pytest.fixture(scope="module")
def compared(archive: Archive) -> list[Compared]:
    """The leaves of the small archive, changed in turn: the first and the last of each field and way of changing it."""
    kinds: dict[tuple[Any, ...], list[Leaf]] = {}
    for leaf in leaves(archive):
        kinds.setdefault((leaf.fields, leaf.adds, tuple(leaf.name.split()[2:])), []).append(leaf)
    tried = [leaf for alike in kinds.values() for leaf in alike[:1] + alike[1:][-1:]]
    return [Compared(leaf, compare(archive, Archive(leaf.records))) for leaf in tried]


def test_every_field_of_every_record_is_tried(compared: list[Compared]) -> None:
    tried = {field for each in compared for field in each.leaf.fields}
    records = {each for each in vars(model).values() if isinstance(each, type) and issubclass(each, model.Record)}
    fields = {(record, name) for record in records - _NO_FACTS for name in fields_of(record) if name != "id"}
    assert fields <= tried


def test_make_changes_speaks_of_every_leaf(compared: list[Compared]) -> None:
    assert [each.leaf.name for each in compared if not each.changes] == []


def test_the_log_speaks_of_every_leaf_but_its_own(compared: list[Compared]) -> None:
    missed = [each for each in compared if not each.leaf.adds and not each.logged]
    # A percentage whose unit is “%” in both languages reads the same without its English.
    others = [each for each in missed if not each.leaf.name.startswith("corrections/") and not _reads_the_same(each)]
    assert missed and others == []


def _reads_the_same(each: Compared) -> bool:
    return all(change.before.vi == change.after.vi == (change.before.en or change.after.en) for change in each.changes)


def test_what_is_logged_can_be_read_again(compared: list[Compared]) -> None:
    for each in compared:
        if each.logged:
            entry = model.CorrectionRecord.model_validate({**_ENTRY, "changes": each.logged})
            for difference in entry.changes:
                assert difference.before != difference.after, each.leaf.name
                assert not difference.part or path(difference.part, difference.address), each.leaf.name


def test_every_part_has_a_name_in_words(compared: list[Compared]) -> None:
    for change in (change for each in compared for change in each.changes if change.part):
        assert path(change.part, change.address), change
        for name in (change.part_name.vi, change.part_name.en):
            assert name and not re.search("[`_]", name) and len(name) < 100, change


def _with_meeting(archive: Archive, id: str, **lists: Any) -> Archive:
    """The archive with other lists in one of its meetings."""
    records = without_places(archive.records)
    meeting = records[MEETING][id].model_copy(update=lists)
    return Archive(records.with_records(MEETING, {**records[MEETING], id: meeting}))


def test_the_same_is_no_change(archive: Archive) -> None:
    assert [compare(archive, _with_meeting(archive, id)) for id in archive.meetings] == [[] for _ in archive.meetings]


def test_a_statement_under_another_heading_is_a_correction(archive: Archive) -> None:
    tried = [(id, meeting.record) for id, meeting in archive.meetings.items() if meeting.record.results]
    assert tried
    for id, meeting in tried:
        moved, *rest = meeting.results
        changes = compare(
            archive,
            _with_meeting(archive, id, results=rest, difficulties=[moved, *meeting.difficulties]),
        )
        [change] = changes
        assert (change.address, change.what, change.part) == (f"meetings/{id}/#{moved.id}", "changed", "under")
        assert (change.before.vi, change.after.vi) == ("Kết quả", "Khó khăn, vướng mắc")
        assert len(corrections(changes)) == 1


@pytest.mark.parametrize("name", ["sources", "conclusions", "chairs", "provinces", "documents"])
def test_another_order_is_a_change_but_no_correction(archive: Archive, name: str) -> None:
    lists = {id: getattr(meeting.record, name) for id, meeting in archive.meetings.items()}
    tried = {id: items for id, items in lists.items() if isinstance(items, list) and len(items) > 1}
    assert tried
    for id, items in tried.items():
        changes = compare(archive, _with_meeting(archive, id, **{name: items[::-1]}))
        assert [(change.address, change.what, change.part) for change in changes] == [
            (f"meetings/{id}/", "reordered", name)
        ]
        assert corrections(changes) == []


def test_the_order_of_topics_is_that_of_their_file(archive: Archive) -> None:
    records = archive.records
    topics = dict(reversed(records[TOPIC].items()))
    assert [(each.address, each.what) for each in compare(archive, Archive(records.with_records(TOPIC, topics)))] == [
        ("topics/", "reordered")
    ]


@pytest.mark.parametrize("target", ["method/", "meetings/2030-06-12/"])
def test_a_redirect_that_leads_elsewhere_is_a_correction(archive: Archive, target: str) -> None:
    records = archive.records
    for old, to in records.redirects.items():
        if to != target:
            changes = compare(archive, Archive(replace(records, redirects={**records.redirects, old: target})))
            found = [change for change in changes if change.address == old]
            assert [(change.what, change.to) for change in found] == [("redirected", target)]
            assert [each["what"] for each in corrections(found)] == ["moved"]


def test_the_first_english_of_a_text_is_no_correction(archive: Archive) -> None:
    meeting = archive.records[MEETING]["2030-06-12"]
    before = _with_meeting(archive, "2030-06-12", title=meeting.title.model_copy(update={"en": None}))
    changes = compare(before, archive)
    assert [(change.before.en, change.after.en) for change in changes] == [("", meeting.title.en)]
    assert corrections(changes) == []
    assert len(corrections(compare(archive, before))) == 1
