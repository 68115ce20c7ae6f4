"""The index against a brute-force search over random archives: the same documents in the same order."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from macros.archive import Archive
from macros.build.service_worker import ALL
from macros.search.documents import SearchDocument, SearchHome, documents
from macros.search.files import search_files
from macros.search.index import CAP, Index
from macros.search.rings import rings
from macros.search.site import abbreviations, site_search
from macros.search.titled_pages import titled_pages
from macros.text.dates import PartialDate
from macros.text.folding import fold, normal
from macros.text.language import Language
from tests.search.search_oracle import Oracle, Slot
from tests.support.built_site import NOT_FOUND, Site
from tests.support.project import SITE_URL, SMALL
from tests.support.server import serve

ARCHIVES = 12
QUERIES = 25
_SYLLABLES = (
    "đảng", "viên", "kết", "nạp", "tổ", "chức", "cơ", "sở", "cán", "bộ", "quy", "hoạch", "đánh", "giá", "đường",
    "dương", "tốt", "bốn", "chi", "kiểm", "tra", "giám", "sát", "quảng", "ngãi", "bình", "định", "đại", "hội",
)  # fmt: skip
_NUMBERS = ("20.739", "96-QĐ/TW", "21-KL/TW", "29-6-2022", "2023", "4", "97,5%")
_SEARCH = """async ([base, language, queries]) => {
    const { open } = await import(`${base}assets/javascripts/search/engine.js`);
    const engine = await open(`${base}assets/search/`, language, { candidates: 1 });
    const answers = [];
    for (const query of queries) {
        const { numbers, slots, closest, near = 0, chips } = await engine.search(query, { exact: true });
        const field = (chip) => chip && [chip.field, chip.value];
        const summary = ({ terms, span, required, spare, unknown, ring, chip }) =>
            ({ terms, span, required, spare, unknown, part: ring?.part, field: field(chips[chip]) });
        answers.push({ numbers: closest ? [] : numbers.slice(0, numbers.length - near), slots: slots.map(summary) });
    }
    return answers;
}"""


def _random_documents(chance: random.Random) -> list[SearchDocument]:
    def text(longest: int) -> str:
        words = chance.choices([*_SYLLABLES, *_NUMBERS], k=chance.randint(1, longest))
        return " ".join(words)

    return [
        SearchDocument(
            id=f"meetings/{number}/a",
            kind="conclusion",
            home=SearchHome(f"meetings/{number}/", text(6), "x"),
            anchor="a",
            title=text(3) if chance.random() < 0.2 else "",
            text=text(24),
            said_by="",
            context=(text(4),),
            date=PartialDate.parse(str(chance.randint(2013, 2025))),
        )
        for number in range(chance.randint(3, 120))
    ]


def _query(chance: random.Random) -> str:
    words = chance.choices([*_SYLLABLES, *_NUMBERS], k=chance.randint(1, 5))
    return fold(normal(" ".join(words)))


def _search(browser: Browser, folder: Path, site: Site, language: Language, queries: list[str]) -> list[Any]:
    shutil.copytree(site.folder / "assets/javascripts", folder / "assets/javascripts", dirs_exist_ok=True)
    for name in ("index.html", NOT_FOUND):
        (folder / name).write_text("<!doctype html><title>x</title>", "utf-8")
    with serve(folder) as address:
        page = browser.new_page()
        page.goto(address)
        answers: list[Any] = page.evaluate(_SEARCH, [address, language.value, queries])
        page.close()
    return answers


@pytest.mark.parametrize("seed", range(ARCHIVES))
@pytest.mark.parametrize("cap", [CAP, 7])
def test_same_documents_in_the_same_order(browser: Browser, site: Site, tmp_path: Path, seed: int, cap: int) -> None:
    """Also where lists are cut: then the same documents match, and the whole lists are read for it."""
    chance = random.Random(seed)
    found = _random_documents(chance)
    files = search_files(found, Index(found, Language.VI, {}, cap=cap), ())
    for address, content in files.items():
        path = tmp_path / "assets/search/vi" / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    queries = [_query(chance) for _ in range(QUERIES)]
    oracle = Oracle.over(found, Language.VI, {})
    for query, answer in zip(queries, _search(browser, tmp_path, site, Language.VI, queries), strict=True):
        if not answer["numbers"]:
            continue
        wanted = oracle.ranked([_slot(slot) for slot in answer["slots"]])
        if cap == CAP:
            assert answer["numbers"] == wanted, query
        else:
            assert sorted(answer["numbers"]) == sorted(wanted), query


@pytest.mark.parametrize("language", Language)
def test_the_built_index(browser: Browser, site: Site, archive: Archive, language: Language, tmp_path: Path) -> None:
    shutil.copytree(site.folder / "assets/search", tmp_path / "assets/search")
    found = documents(archive, language, titled_pages(SMALL / "docs", archive))
    short = abbreviations(archive, language)
    oracle = Oracle.over(found, language, short, rings(archive, short))
    queries = [fold(normal(document.text[:60])) for document in found[::4]]
    compared = 0
    for query, answer in zip(queries, _search(browser, tmp_path, site, language, queries), strict=True):
        if answer["numbers"]:
            assert answer["numbers"] == oracle.ranked([_slot(slot) for slot in answer["slots"]]), query
            compared += 1
    assert compared > len(queries) * 0.9


def test_files_are_the_same_bytes_again(archive: Archive, site: Site) -> None:
    built = {
        path.relative_to(site.folder).as_posix(): path.read_bytes()
        for path in (site.folder / "assets/search").rglob("*")
        if path.is_file() and path.name != ALL  # the same files in one, for reading without a connection
    }
    pages = titled_pages(SMALL / "docs", archive)
    of_each = (site_search(archive, language, pages, SITE_URL) for language in Language)
    assert built == dict(item for files in of_each for item in files.items())


def test_everything_is_searched_once(archive: Archive, site: Site, project_folder: Path) -> None:
    """Every statement, figure, record, heading and page of the navigation, in both languages, and nothing else."""
    pages = titled_pages(project_folder / "docs", archive)
    ids = [
        *(statement.id for statement in archive.statements),
        *(figure.id for figure in archive.figures),
        *archive.meetings,
        *archive.documents,
        *archive.provinces,
        *(f"units/{id}" for id in archive.units),
        *archive.topics,
        *archive.people,
        *archive.glossary,
        *(f"{part.path}{group.id}" for part in archive.review_parts for group in part.groups),
        *(page.path for page in pages),
    ]
    for language in Language:
        assert sorted(document.id for document in documents(archive, language, pages)) == sorted(ids)
        head = json.loads((site.folder / f"assets/search/{language}/index.json").read_text("utf-8"))
        assert head["documents"] == len(ids)


def _slot(read: dict[str, Any]) -> Slot:
    flags = {name: bool(read.get(name)) for name in ("span", "required", "spare", "unknown")}
    field = read.get("field")
    return Slot(tuple(read["terms"]), **flags, part=read.get("part"), field=(field[0], field[1]) if field else None)
