"""What a message may advise for a field that is missing: `not-stated` where the model allows it, and only there."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from macros import model
from macros.yaml_files.messages import MAY_BE_NOT_STATED

HOLDERS: dict[str, type[model.Record]] = {
    "MeetingRecord": model.MeetingRecord,
    "DocumentRecord": model.DocumentRecord,
    "sources": model.Source,
}


def may_be_not_stated(annotation: Any, name: str) -> bool:
    """True for a field that may hold `not-stated`."""
    return annotation == model.NotStated or name == "url" or model.NotStated in get_args(annotation)


@pytest.mark.parametrize("holder", HOLDERS)
def test_messages_advise_it_where_the_model_allows_it(holder: str) -> None:
    fields = HOLDERS[holder].fields().items()
    allowed = {name for name, field in fields if field.is_required() and may_be_not_stated(field.annotation, name)}
    assert set(MAY_BE_NOT_STATED[holder]) == allowed
