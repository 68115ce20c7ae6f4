"""What the downloads hold: the columns that their page documents, safe cells, plain values."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import frictionless
import pytest

from macros import records as model
from macros.archive import Archive
from macros.checks.loading import read_archive
from macros.derived.exports import BOM, PACKAGE, WORKBOOK, addresses, exports
from macros.derived.tables import source_address
from macros.records import FIGURE, SOURCE, STATEMENT, TYPES, Record, RecordType
from macros.records.walk import leaves
from macros.text.language import Language, word
from tests.support.built_site import Site
from tests.support.edits import MARK, Edit
from tests.support.files import MEETING
from tests.support.project import SITE_URL, SMALL_DATA

TABLES = [type.collection for type in TYPES]
_CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _content(archive: Archive, address: str) -> bytes:
    pieces = (piece for name, piece in exports(archive, SITE_URL) if name == address)
    return b"".join(piece if isinstance(piece, bytes) else piece.encode() for piece in pieces)


def _json(archive: Archive, table: str) -> dict[str, dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(_content(archive, f"data/{table}.json"))
    return {row["id"]: row for row in rows}


def _rows(archive: Archive, table: str) -> list[dict[str, str]]:
    text = _content(archive, f"data/{table}.csv").decode().removeprefix(BOM)
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _csv(archive: Archive, table: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in _rows(archive, table)}


def _sheets(archive: Archive) -> dict[str, list[list[str]]]:
    """The cells of each sheet of the workbook, in their order, without those that are empty."""
    book = zipfile.ZipFile(io.BytesIO(_content(archive, WORKBOOK)))
    names = [sheet.get("name", "") for sheet in ET.fromstring(book.read("xl/workbook.xml")).iter(f"{_CELL}sheet")]
    found = {}
    for number, name in enumerate(names, 1):
        rows = ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{_CELL}row")
        found[name] = [["".join(cell.itertext()) for cell in row.iter(f"{_CELL}c")] for row in rows]
    return found


def _scalars(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _scalars(each)
    else:
        yield value if isinstance(value, bool | int | float) else str(value)


def test_the_addresses_of_the_exports_are_known_before_they_are_written(archive: Archive) -> None:
    assert addresses() == list(dict(exports(archive, SITE_URL)))


def test_the_same_records_make_the_same_files(archive: Archive) -> None:
    assert list(exports(archive, SITE_URL)) == list(exports(archive, SITE_URL))


@pytest.mark.parametrize("type", [each for each in TYPES if each.file], ids=lambda type: type.collection)
def test_whole_records_hold_every_stated_leaf(archive: Archive, type: RecordType[Any]) -> None:
    written = json.loads(_content(archive, f"data/records/{type.collection}.json"))
    records = archive.records[type]
    assert list(written) == list(map(str, records))
    for id, record in records.items():
        stated = Counter(each for leaf in leaves(record) for each in _scalars(leaf.value))
        assert Counter(_scalars(written[str(id)])) == stated


@pytest.mark.parametrize("type", TYPES, ids=lambda type: type.collection)
def test_tables_hold_every_leaf_that_no_other_table_holds(archive: Archive, type: RecordType[Any]) -> None:
    inside = {each.record for each in TYPES if each is not type}
    cells = {row["address"]: " ".join(row.values()) for row in _rows(archive, type.collection)}
    records: dict[RecordType[Any], list[tuple[str, Record]]] = {
        STATEMENT: [(each.id, each.record) for each in archive.statements],
        FIGURE: [(each.id, each.record) for each in archive.figures],
        SOURCE: [(source_address(use.path, use.source.id), use.source) for use in archive.sources()],
    }
    own = [(f"{type.collection}/{id}", record) for id, record in archive.records[type].items()]
    for address, record in records.get(type, own):
        for leaf in leaves(record):
            if not any(field.record and issubclass(field.record, tuple(inside)) for field in leaf.fields):
                for value in _scalars(leaf.value):
                    assert (str(value).lower() if isinstance(value, bool) else str(value)) in cells[address], leaf.path


def test_the_data_package_describes_the_tables(archive: Archive, tmp_path: Path) -> None:
    for address, piece in exports(archive, SITE_URL):
        (tmp_path / address).parent.mkdir(parents=True, exist_ok=True)
        with (tmp_path / address).open("ab") as file:
            file.write(piece if isinstance(piece, bytes) else piece.encode())
    report = frictionless.validate(str(tmp_path / PACKAGE))
    assert report.valid, report.flatten(["name", "fieldName", "rowNumber", "message"])
    package = json.loads((tmp_path / PACKAGE).read_text("utf-8"))
    assert [resource["name"] for resource in package["resources"]] == TABLES
    assert package["licenses"][0]["name"] == "CC-BY-4.0"


@pytest.mark.parametrize("table", TABLES)
def test_a_row_begins_with_its_address(archive: Archive, table: str) -> None:
    rows = _rows(archive, table)
    assert all(list(row)[:2] == ["address", "id"] for row in rows)
    assert len({row["address"] for row in rows}) == len(rows)
    if table == "meetings":
        assert "meetings/2030-06-12" in {row["address"] for row in rows}


def test_the_workbook_has_a_sheet_for_each_table(archive: Archive) -> None:
    sheets = _sheets(archive)
    assert list(sheets)[1:] == TABLES
    assert any("CC BY 4.0" in cell for row in sheets["README"] for cell in row)
    for table in TABLES:
        assert [row[0] for row in sheets[table][1:]] == [row["address"] for row in _rows(archive, table)]


@pytest.mark.parametrize("written", ["=1+1", "@SUM(A1)", "<r><t>x</t></r>", "https://example.org/", "0012", " x"])
def test_a_text_of_the_workbook_is_a_text(archive: Archive, written: str) -> None:
    statement = archive.statements[0]
    record = statement.record.model_copy(update={"text": model.both(written, written)})
    changed = Archive(archive.records)
    changed.statements[0] = dataclasses.replace(statement, record=record)
    row = _sheets(changed)["statements"][1]
    assert row[0] == statement.id
    assert [cell.strip() for cell in row].count(written.strip()) == 2


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_documented(live_site: Site, archive: Archive, table: str, language: Language) -> None:
    documented = {code.text for code in live_site.page("downloads/", language).article.all("code")}
    missing = set(next(iter(_json(archive, table).values()), {})) - documented
    assert missing == set()


@pytest.mark.parametrize("language", Language)
def test_every_download_is_linked(site: Site, language: Language) -> None:
    page = site.page("downloads/", language)
    linked = {urljoin(SITE_URL + page.address, link.get("href")) for link in page.article.all("a")}
    assert {SITE_URL + address for address in addresses()} <= linked


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
