"""What the downloads hold: the columns that their page documents, safe cells, plain values."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from macros import records as model
from macros.archive import Archive
from macros.checks.loading import read_archive
from macros.derived.exports import BOM, addresses, exports
from macros.text.language import Language, word
from tests.support.built_site import Site
from tests.support.edits import MARK, Edit
from tests.support.files import MEETING
from tests.support.project import SITE_URL, SMALL_DATA

TABLES = ("statements", "figures", "documents", "meetings")


def _text(archive: Archive, address: str) -> str:
    return "".join(piece for name, piece in exports(archive, SITE_URL) if name == address)


def _json(archive: Archive, table: str) -> dict[str, dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(_text(archive, f"data/{table}.json"))
    return {row["id"]: row for row in rows}


def _csv(archive: Archive, table: str) -> dict[str, dict[str, str]]:
    text = _text(archive, f"data/{table}.csv").removeprefix(BOM)
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def test_the_addresses_of_the_exports_are_known_before_they_are_written(archive: Archive) -> None:
    assert addresses() == list(dict(exports(archive, SITE_URL)))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_documented(live_site: Site, archive: Archive, table: str, language: Language) -> None:
    documented = {code.text for code in live_site.page("downloads/", language).article.all("code")}
    columns = next(iter(_json(archive, table).values()))
    missing = {
        column
        for column in columns
        if column not in documented and column.removesuffix("_vi").removesuffix("_en") not in documented
    }
    assert missing == set()


@pytest.mark.parametrize("language", Language)
def test_every_download_is_linked(site: Site, language: Language) -> None:
    links = [link.get("href") for link in site.page("downloads/", language).article.all("a")]
    for table in TABLES:
        for form in ("json", "csv"):
            assert any(href.endswith(f"data/{table}.{form}") for href in links), f"{table}.{form}"


@pytest.mark.parametrize("language", Language)
def test_every_page_states_the_licence_of_data_and_texts(site: Site, language: Language) -> None:
    for page in site.in_language(language):
        [link] = [each for each in page.root.all("a") if each.get("rel") == "license"]
        assert link.get("href") == word("licence_url", language)


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+84 24", "'+84 24"),
        ("-5 độ", "'-5 độ"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("một = một", "một = một"),
        ("chữ, có dấu phẩy", "chữ, có dấu phẩy"),
        ('chữ “trong” "ngoặc"', 'chữ “trong” "ngoặc"'),
    ],
)
def test_a_cell_never_runs_as_a_formula(tmp_path: Path, written: str, cell: str) -> None:
    shutil.copytree(SMALL_DATA, tmp_path / "data")
    quoted = json.dumps(written, ensure_ascii=False)
    Edit(MEETING, "vi: Khó quy hoạch đội ngũ cán bộ trẻ.", f"vi: {MARK}{quoted}").apply(tmp_path)
    archive = read_archive(tmp_path / "data")
    id = "meetings/2030-06-12/planning-young-cadres"
    assert _csv(archive, "statements")[id]["text_vi"] == cell
    assert _json(archive, "statements")[id]["text_vi"] == written


def test_a_figure_is_a_number_with_its_day(archive: Archive) -> None:
    id = "reviews/2031/achievements/members-admitted"
    row = _json(archive, "figures")[id]
    assert row["value"] == 12480
    assert row["as_of"] == "2031"
    assert row["unit_en"] == "Party members"
    assert _csv(archive, "figures")[id]["value"] == "12480"


def test_a_figure_that_is_not_exact_has_its_range_and_approximation(archive: Archive) -> None:
    figure = archive.figures[0]
    record = figure.record.model_copy(update={"value_to": 30_000, "approximation": model.Approximation.ABOUT})
    changed = Archive(archive.records)
    changed.figures[0] = dataclasses.replace(figure, record=record)
    row, cells = _json(changed, "figures")[figure.id], _csv(changed, "figures")[figure.id]
    assert (row["value_to"], row["approximation"]) == (30_000, "about")
    assert (cells["value_to"], cells["approximation"]) == ("30000", "about")
    exact = _csv(archive, "figures")[figure.id]
    assert (exact["value_to"], exact["approximation"]) == ("", "")


def test_a_conclusion_names_its_speaker_force_and_source(archive: Archive) -> None:
    row = _json(archive, "statements")["meetings/2030-06-12/careful-planning"]
    assert row["kind"] == "conclusion"
    assert row["force"] == "direction"
    assert row["by"] == "Đặng Khải Minh"
    assert row["office_en"].startswith("Head of the Central")
    assert row["topics"] == ["cadres", "documents"]
    assert row["provinces"] == ["bach-sa", "moc-linh"]
    assert row["source_publisher"] == "Báo Thượng Hà"


def test_lists_and_truth_values_are_plain_in_csv(archive: Archive) -> None:
    row = _csv(archive, "statements")["reviews/2031/achievements/highland-cells"]
    assert row["provinces"] == "moc-linh; hoang-trach"
    assert row["list_open"] == "true"
    assert row["force"] == ""
