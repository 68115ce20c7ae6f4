"""As many statements, figures, documents and meetings in the data as on the pages and in the downloads."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.archive import Archive
from macros.text.language import Language, number
from tests.support.built_site import Site
from tests.support.project import SITE_URL

TABLES = ("statements", "figures", "documents", "meetings")
LIST_FOLDERS = ("years", "levels", "types", "appointments")
_MEETING_LISTS = (
    "results",
    "difficulties",
    "proposals",
    "programme",
    "appointments",
    "conclusions",
    "remarks",
    "tasks",
)


def _load(data: Path, pattern: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(data.glob(pattern)):
        home = path.relative_to(data).with_suffix("").as_posix()
        yield home, yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


@pytest.fixture(scope="module")
def in_data(project_folder: Path) -> dict[str, set[str]]:
    """The ids of every record, read off the files without the project's own code."""
    data = project_folder / "data"
    found: dict[str, set[str]] = {
        "statements": set(),
        "figures": set(),
        "documents": {path.stem for path in data.glob("documents/*.yml")},
        "meetings": {path.stem for path in data.glob("meetings/*.yml")},
    }
    for home, meeting in _load(data, "meetings/*.yml"):
        found["statements"] |= {f"{home}/{item['id']}" for name in _MEETING_LISTS for item in meeting.get(name, [])}
        found["figures"] |= {f"{home}/{item['id']}" for item in meeting.get("figures", [])}
    for home, part in _load(data, "reviews/*/*.yml"):
        found["statements"] |= {f"{home}/{item['id']}" for item in part.get("frame", [])}
        for group in [*part.get("areas", []), *part.get("lessons", []), *part.get("priorities", [])]:
            items = [*group["statements"], *group.get("examples", [])]
            found["statements"] |= {f"{home}/{item['id']}" for item in items}
            found["figures"] |= {f"{home}/{item['id']}" for item in group.get("figures", [])}
    return found


def _json(site: Site, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((site.folder / "data" / f"{table}.json").read_text("utf-8"))
    return rows


def _csv(site: Site, table: str) -> list[dict[str, str]]:
    text = (site.folder / "data" / f"{table}.csv").read_bytes().decode("utf-8")
    assert text.startswith("\ufeff"), "spreadsheet programs need the byte order mark"
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


@pytest.mark.parametrize("table", TABLES)
def test_the_data_is_not_empty(in_data: dict[str, set[str]], table: str) -> None:
    assert len(in_data[table]) > 7


@pytest.mark.parametrize("table", TABLES)
def test_the_archive_holds_every_record(archive: Archive, in_data: dict[str, set[str]], table: str) -> None:
    held = {
        "statements": [statement.id for statement in archive.statements],
        "figures": [figure.id for figure in archive.figures],
        "documents": list(archive.documents),
        "meetings": list(archive.meetings),
    }[table]
    assert sorted(held) == sorted(in_data[table])


@pytest.mark.parametrize("language", Language)
def test_every_statement_and_figure_has_its_anchor(
    site: Site, in_data: dict[str, set[str]], language: Language
) -> None:
    anchored: dict[str, list[str]] = {"statements": [], "figures": []}
    for page in site.in_language(language):
        for table, attribute in (("statements", "data-statement"), ("figures", "data-figure")):
            here = [element for element in page.root.all(having=attribute) if element.get("id")]
            assert all(element.get(attribute) == page.path + element.get("id") for element in here), page.address
            anchored[table] += [element.get(attribute) for element in here]
    assert sorted(anchored["statements"]) == sorted(in_data["statements"])
    assert sorted(anchored["figures"]) == sorted(in_data["figures"])


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("table", ["documents", "meetings"])
def test_every_document_and_meeting_has_its_page(
    site: Site, in_data: dict[str, set[str]], table: str, language: Language
) -> None:
    pages = {page.path.split("/")[1] for page in site.in_language(language) if page.path.startswith(f"{table}/")}
    assert pages - {"", *LIST_FOLDERS} == in_data[table]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("table", ["documents", "meetings"])
def test_every_document_and_meeting_is_listed(
    site: Site, in_data: dict[str, set[str]], table: str, language: Language
) -> None:
    folders = tuple(f"{table}/{folder}/" for folder in LIST_FOLDERS)
    pages = (page for page in site.in_language(language) if page.path == f"{table}/" or page.path.startswith(folders))
    links = [link.get("href") for page in pages for link in page.article.all("a")]
    listed = {href.rstrip("/").rsplit("/", 1)[-1] for href in links}
    assert in_data[table] <= listed


@pytest.mark.parametrize("table", TABLES)
def test_both_downloads_hold_every_record_once(site: Site, in_data: dict[str, set[str]], table: str) -> None:
    assert sorted(row["id"] for row in _json(site, table)) == sorted(in_data[table])
    assert [row["id"] for row in _csv(site, table)] == [row["id"] for row in _json(site, table)]


@pytest.mark.parametrize("table", TABLES)
def test_both_downloads_have_the_same_columns(site: Site, table: str) -> None:
    rows = _json(site, table)
    assert all(list(row) == list(rows[0]) for row in rows)
    assert list(_csv(site, table)[0]) == list(rows[0])


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", Language)
def test_a_row_leads_to_its_place_on_the_site(site: Site, table: str, language: Language) -> None:
    for row in _json(site, table):
        address, _, anchor = row[f"url_{language}"].removeprefix(SITE_URL).partition("#")
        page = site.pages[address]
        assert page.language is language
        assert not anchor or anchor in page.ids
        assert f"{page.path}{anchor}".rstrip("/").endswith(row["id"])


def test_no_cell_begins_like_a_formula(site: Site) -> None:
    cells = [cell for table in TABLES for row in _csv(site, table) for cell in row.values()]
    assert cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize("language", Language)
def test_the_home_page_gives_the_numbers(
    site: Site, in_data: dict[str, set[str]], project_folder: Path, language: Language
) -> None:
    text = site.page("", language).article.text
    of_appointments = [
        id for id, each in _load(project_folder / "data", "meetings/*.yml") if each["form"] == "cadre-meeting"
    ]
    counts = {table: len(in_data[table]) for table in TABLES} | {
        "meetings": len(in_data["meetings"]) - len(of_appointments)
    }
    assert all(number(count, language) in text for count in counts.values())
