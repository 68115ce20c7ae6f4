"""Values written as YAML read back as the same."""

from __future__ import annotations

from typing import Any

import pytest

from macros.data.strict_yaml import parse
from macros.data.writing import lines_of, scalar

# On the right how it is written.
TEXTS = {
    "một câu": "một câu",
    "2026-11-30": "2026-11-30",
    "1.234.567": "1.234.567",
    "98,5": "98,5",
    "20.739": '"20.739"',
    "757": '"757"',
    "2024": '"2024"',
    "010": '"010"',
    "true": '"true"',
    "a: b": '"a: b"',
    "a #b": '"a #b"',
    "“a” và b": "“a” và b",
    "[a]": '"[a]"',
    "": '""',
}


@pytest.mark.parametrize(("text", "written"), TEXTS.items())
def test_a_text_stays_a_text(text: str, written: str) -> None:
    assert list(lines_of("vi", text)) == [f"vi: {written}"]
    assert parse(f"vi: {written}".encode(), "")[0] == {"vi": text}


@pytest.mark.parametrize(
    "value",
    [
        {"value": 20739, "unit": {"vi": "đảng viên", "en": "Party members"}},
        {"value": 98.5, "open": True, "topics": ["members", "cadres"]},
        {"changes": [{"before": {"vi": "20.739"}, "after": {"vi": "20.793"}}, {"what": "removed"}]},
    ],
)
def test_a_record_reads_back_as_it_was(value: dict[str, Any]) -> None:
    text = "\n".join(line for name, part in value.items() for line in lines_of(name, part))
    assert parse(text.encode(), "")[0] == value


def test_a_typed_number_stays_a_number() -> None:
    assert [scalar(text) for text in ("2031", "20.5", "010", "lời: nói")] == ["2031", "20.5", '"010"', '"lời: nói"']
