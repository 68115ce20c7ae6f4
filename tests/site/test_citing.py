"""Citations name the work that was published, as programs that read BibTeX and RIS find; search takes away the same."""

from __future__ import annotations

import csv
import io
import json
import random
import subprocess
from collections import defaultdict
from typing import Any

import pypandoc
import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from macros.archive import Archive
from macros.records import NOT_STATED, Source, Text
from macros.search.citations import COLUMNS, Citation, citations
from macros.search.documents import RECORD_KINDS, SearchDocument, documents
from macros.text.dates import PartialDate
from macros.text.language import Language
from macros.views.citing import STYLES
from tests.support.project import SITE_URL
from tests.support.tab import Open

SEED, DRAWN = 17, 20
# Everything that the search of a language can take away, in the order of its documents, and the files made of it.
TAKE = """async ([scripts, base, language]) => {
    const { SearchIndex } = await import(`${scripts}index.js`);
    const { citation } = await import(`${scripts}cited.js`);
    const { STYLES } = await import(`${scripts}citing.js`);
    const index = await new SearchIndex(base, language).open();
    const items = await Promise.all(Array.from({ length: index.count }, (_, number) => citation(index, number)));
    const files = Object.entries(STYLES).map(([name, { write }]) => [name, write(items)]);
    return { items, files: Object.fromEntries(files) };
}"""


def _cited(archive: Archive, language: Language = Language.VI) -> list[tuple[SearchDocument, Citation]]:
    found = documents(archive, language)
    return list(zip(found, citations(archive, language, found, site_url=SITE_URL), strict=True))


def _drawn(archive: Archive) -> list[tuple[SearchDocument, Citation]]:
    """So many by chance, from every type of record in turn."""
    by_kind: defaultdict[str, list[tuple[SearchDocument, Citation]]] = defaultdict(list)
    for each in _cited(archive):
        by_kind["statement" if each[0].id in {s.id for s in archive.statements} else each[0].kind].append(each)
    chance = random.Random(SEED)
    shuffled = [chance.sample(each, len(each)) for _, each in sorted(by_kind.items())]
    return [each[turn] for turn in range(DRAWN) for each in shuffled if turn < len(each)][:DRAWN]


def _work(archive: Archive, document: SearchDocument) -> dict[str, Any]:
    """The work that a citation of a document should name, by the records alone."""
    items: dict[str, Source] = {each.id: each.source for each in archive.statements}
    items |= {each.id: each.source for each in archive.figures}
    items |= {f"{part.path}{group.id}": part.sources[0] for part in archive.review_parts for group in part.groups}
    if source := items.get(document.id):
        stated = isinstance(source.published, PartialDate)
        return {
            "authors": [archive.author_name(source.author)] if source.author else [],
            "title": source.cited_title(Language.VI),
            "language": source.title_language if source.title != NOT_STATED else "vi",
            "container": source.publisher,
            "date": str(source.published) if stated else "",
            "url": source.address,
            "seen": str(source.last_seen or archive.held_since(document.home.path)),
            "undated": not stated,
        }
    type = RECORD_KINDS[document.kind]
    record = archive.records[type][document.id.rpartition("/")[2]]
    date, issuer = type.date_of(record), getattr(record, "issuer", None)
    return {
        "authors": [issuer.vi] if isinstance(issuer, Text) else [],
        "title": type.title_of(record).vi,
        "language": "vi",
        "container": archive.site_name(Language.VI),
        "date": str(date) if date else "",
        "url": f"{SITE_URL}{document.home.path}{document.anchor and '#'}{document.anchor}",
    }


def _braceless(text: str) -> str:
    return text.replace("{", "").replace("}", "").replace("\\", "")


def test_the_drawn_are_of_every_type(archive: Archive) -> None:
    drawn = _drawn(archive)
    assert len(drawn) == DRAWN
    assert {each.kind for each, _ in drawn} >= {"figure", "document", "person", "topic", "term", "province"}


@pytest.mark.parametrize("number", range(DRAWN))
def test_programs_read_the_work_as_its_record_has_it(archive: Archive, number: int) -> None:
    document, citation = _drawn(archive)[number]
    written = dict(zip(STYLES, citation.texts, strict=True))
    work = _work(archive, document)

    [ris] = rispy.loads(written["ris"])
    assert ris.get("authors", []) == [f"{name}," for name in work["authors"]]
    assert ris["title"] == work["title"]
    assert ris["secondary_title"] == work["container"]
    assert ris.get("year", "") == work["date"][:4]
    assert work["date"].startswith(ris.get("date", "").replace("/", "-"))
    assert ris["language"] == work["language"]
    assert ris.get("access_date", "").replace("/", "-") == work.get("seen", "")
    assert ris["urls"] == [work["url"] or citation.cells[COLUMNS.index("url")]]

    library = parse_string(written["bibtex"])
    assert not library.failed_blocks
    [entry] = library.entries
    fields = {field.key: field.value for field in entry.fields}
    # Each name in braces of its own is one name, not a family name and given names.
    assert fields.get("author", "") == " and ".join(f"{{{name}}}" for name in work["authors"])
    assert _braceless(fields["title"]) == work["title"]
    assert fields["langid"] == {"vi": "vietnamese", "en": "english"}[work["language"]]
    assert _braceless(fields[{"article": "journal", "online": "organization"}[entry.entry_type]]) == work["container"]
    assert fields.get("year", "") == work["date"][:4]
    assert work["date"].startswith(fields.get("date", ""))
    assert fields.get("urldate", "") == work.get("seen", "")
    for note in (ris["notes"][0], fields["note"]):
        assert ("Không rõ ngày đăng" in note) == work.get("undated", False)
    for text in (*written.values(), ris["notes"][0], fields["note"]):
        assert (
            citation.cells[COLUMNS.index("url")].removeprefix(SITE_URL) in text
        )  # our page, which is where it was read


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "ris"])
def test_pandoc_imports_the_work_as_its_record_has_it(archive: Archive, form: str) -> None:
    """As CSL, the data of citation managers: names whole, titles in their letters, the day, the language.

    Of RIS, Pandoc takes the year alone, and a name that is whole as a family name.
    """
    drawn = _drawn(archive)
    written = "".join(
        dict(zip(STYLES, citation.texts, strict=True))["ris" if form == "ris" else "bibtex"] for _, citation in drawn
    )
    command = [pypandoc.get_pandoc_path(), "--from", form, "--to", "csljson"]
    said = subprocess.run(command, input=written, capture_output=True, encoding="utf-8", check=True)
    assert said.stderr == ""
    for (document, _), item in zip(drawn, json.loads(said.stdout), strict=True):
        work = _work(archive, document)
        assert [[*author.values()] for author in item.get("author", [])] == [[name] for name in work["authors"]]
        assert item.get("title-short", item["title"]) == work["title"]
        assert item["language"].split("-")[0] == work["language"]
        assert item.get("container-title", item.get("publisher")) == work["container"]
        issued = item.get("issued", {}).get("date-parts", [[]])[0]
        assert "-".join(f"{part:02}" for part in issued) == (work["date"][:4] if form == "ris" else work["date"])
        assert not work["url"] or item["URL"] == work["url"]
        accessed = item.get("accessed", {}).get("date-parts", [[]])[0]
        assert form == "ris" or "-".join(f"{part:02}" for part in accessed) == work.get("seen", "")


def test_a_page_is_here_from_the_day_it_was_added_else_from_the_first(archive: Archive) -> None:
    added = {path: each.date for path, each in archive.additions.items()}
    first = archive.corrections.since
    assert added
    assert first
    assert {home.path: archive.held_since(home.path) for home in archive.homes} == {
        home.path: added.get(home.path, first) for home in archive.homes
    }


def test_a_statement_of_a_review_names_the_article_and_not_our_page(archive: Archive) -> None:
    overview = next(iter(archive.review_parts))
    article = overview.sources[0]
    assert article.author
    for document, citation in _cited(archive):
        if document.home.path == overview.path and document.kind != "figure":
            vi, en, bibtex, ris = citation.texts
            assert not any(overview.title.vi in text for text in (vi, bibtex, ris))
            name, office = archive.author_name(article.author), article.author.office
            assert office
            assert f"{name}, {office.vi}, {article.publisher}" in vi
            assert f"{name}, {office.en}, {article.publisher}, “{article.title}” [{article.title_rendering}]" in en
            assert f"{{{{{name}}}}}" in bibtex
            assert f"AU  - {name},\n" in ris


@pytest.mark.parametrize("language", Language)
def test_the_search_takes_away_what_the_build_wrote(open_tab: Open, archive: Archive, language: Language) -> None:
    tab = open_tab()
    tab.visit(f"{language.prefix}search/")
    scripts, base = (f"{tab.address}assets/{folder}/" for folder in ("javascripts/search", "search"))
    taken = tab.page.evaluate(TAKE, [scripts, base, language.value])
    items = {item["row"]["id"]: item for item in taken["items"]}
    for document, citation in _cited(archive, language):
        assert items[document.id] == {
            "row": dict(zip(COLUMNS, citation.cells, strict=True)),
            **dict(zip(STYLES, citation.texts, strict=True)),
        }
    assert len(rispy.loads(taken["files"]["ris"])) == len(items)
    assert len(parse_string(taken["files"]["bibtex"]).entries) == len(items)
    rows = list(csv.DictReader(io.StringIO(taken["files"]["csv"].removeprefix("\ufeff"), newline="")))
    assert [row["id"] for row in rows] == [item["row"]["id"] for item in taken["items"]]
