"""A page says that its facts were corrected, also where another record has them: its unit, its sources."""

from __future__ import annotations

import pytest

from macros import records as model
from macros.archive import Archive
from macros.records import CORRECTION


@pytest.mark.parametrize(
    ("address", "part", "pages"),
    [
        ("meetings/2030-06-12/#thanks", "note", ["meetings/2030-06-12/"]),
        ("units/bach-sa/", "operates_from", ["units/bach-sa/", "provinces/hoang-trach/", "provinces/bach-sa/"]),
        ("provinces/#unit-moc-linh", "in_force", ["units/moc-linh/", "provinces/moc-linh/"]),
        ("provinces/", "region.basis", ["provinces/"]),
        ("provinces/", "sources", ["provinces/"]),
        ("provinces/moc-linh/", "successor", ["provinces/moc-linh/", "units/moc-linh/"]),
    ],
)
def test_the_pages_of_a_correction(archive: Archive, address: str, part: str, pages: list[str]) -> None:
    assert set(_corrected(archive, address, part)) == set(pages)


def test_a_source_of_provinces_is_on_the_pages_of_those_that_name_it(archive: Archive) -> None:
    assert archive.records.region
    for source in archive.records.region.sources:
        named = {id: each.successor for id, each in archive.provinces.items() if source.id in each.sources}
        pages = {"provinces/", *(f"provinces/{id}/" for id in named), *(f"units/{id}/" for id in named.values())}
        assert set(_corrected(archive, "provinces/", f"sources.{source.id}.url")) == pages


def _corrected(archive: Archive, address: str, part: str) -> list[str]:
    """The pages of the archive that tell of a correction."""
    entry = model.CorrectionRecord.model_validate(
        {
            "date": "2032-06-01",
            "commit": "0" * 40,
            "reason": {"vi": "Sửa"},
            "changes": [{"what": "changed", "address": address, "part": part, "after": {"vi": "a", "en": "b"}}],
        }
    )
    return Archive(archive.records.with_records(CORRECTION, {"2032-06-01-a": entry})).corrections.pages
