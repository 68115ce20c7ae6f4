"""Which fields may be `not-stated`: messages and blank records advise it there, and only there."""

from __future__ import annotations

import pytest

from macros import records as model
from macros.records.walk import fields_of

ALLOWED: dict[type[model.Record], set[str]] = {
    model.MeetingRecord: {"organiser", "place", "period", "chairs", "participants"},
    model.DocumentRecord: {"issuer", "number", "date", "title"},
    model.Source: {"title", "url", "published"},
    model.StatementRecord: set(),
    model.Figure: {"counted_from"},
}


@pytest.mark.parametrize("record", ALLOWED, ids=lambda record: record.__name__)
def test_it_is_known_of_each_field_whether_it_may_be_not_stated(record: type[model.Record]) -> None:
    assert {name for name, field in fields_of(record).items() if field.may_be_not_stated} == ALLOWED[record]
