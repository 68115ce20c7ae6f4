"""What comes out of the printer: a page, and the booklet of a year."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from macros.archive import Archive
from macros.commands.booklet import booklet, main, paths, print_pdf
from macros.text.language import Language, word
from tests import chromium
from tests.support.built_site import Site
from tests.support.page_kinds import MEETING
from tests.support.project import SITE_URL
from tests.support.tab import Open

YEAR = 2023


def _text(document: PdfReader) -> str:
    return _plain(" ".join(page.extract_text() for page in document.pages))


def _plain(text: str) -> str:
    """Letters and digits only: lines are broken and hyphens lost in what a PDF gives back."""
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text)).lower()


@pytest.mark.parametrize("language", Language)
def test_a_page_prints_as_a_document(open_tab: Open, archive: Archive, language: Language) -> None:
    tab = open_tab(scheme="dark")
    tab.visit(language.prefix + MEETING)
    printed = PdfReader(io.BytesIO(tab.page.pdf(prefer_css_page_size=True)))
    text = _text(printed)
    [meeting] = [meeting for meeting in archive.meetings.values() if meeting.path == MEETING]
    assert _plain(f"{SITE_URL}{language.prefix}{MEETING}") in text
    for source in meeting.sources:
        assert _plain(source.address or "") in text
    for statement in archive.statements:
        if statement.home is meeting:
            assert _plain(statement.text[language]) in text
    for pressed in ("permalink", "switch_language", "report_form"):
        assert _plain(word(pressed, language)) not in text
    assert _plain(f"1 / {len(printed.pages)}") in _plain(printed.pages[0].extract_text())


@pytest.fixture(scope="module", params=list(Language))
def book(request: pytest.FixtureRequest, site: Site, archive: Archive) -> Iterator[tuple[Language, PdfReader]]:
    """The booklet in one language, printed from the built site."""
    language: Language = request.param
    source = site.folder / f"booklet.{language}.html"
    source.write_text(booklet(site.folder, paths(archive, YEAR), YEAR, language), "utf-8")
    target = source.with_suffix(".pdf")
    print_pdf(chromium.find(), source, target)
    yield language, PdfReader(target)
    for file in (source, target):
        file.unlink()


def test_the_booklet_holds_the_year(book: tuple[Language, PdfReader], archive: Archive) -> None:
    language, document = book
    text = _text(document)
    missing = [
        statement.id
        for statement in archive.statements
        if statement.home.path in paths(archive, YEAR) and _plain(statement.text[language]) not in text
    ]
    assert missing == []


def test_the_booklet_has_bookmarks(book: tuple[Language, PdfReader], archive: Archive) -> None:
    language, document = book
    marks = [each.title for each in _flat(document.outline)]
    for meeting in archive.meetings.values():
        assert (meeting.title[language] in marks) == (meeting.date.year == YEAR)


def test_links_lead_inside_the_booklet_or_to_the_web(book: tuple[Language, PdfReader], archive: Archive) -> None:
    language, document = book
    inside, outside = [], []
    for page in document.pages:
        for annotation in page.get("/Annots", []):
            action = annotation.get_object()
            target = action.get("/A", {})
            if "/URI" in target:
                outside.append(str(target["/URI"]))
            else:
                inside.append(action)
    assert len(inside) > len(paths(archive, YEAR))
    assert outside
    assert [url for url in outside if not url.startswith(("http://", "https://"))] == []
    chapters = {f"{SITE_URL}{language.prefix}{path}" for path in paths(archive, YEAR)}
    assert [url for url in outside if url.split("#")[0] in chapters] == []


def test_a_year_without_records_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main([str(tmp_path), "1999", "chromium"]) == 1
    told = capsys.readouterr().err
    for language in Language:
        assert word("booklet_empty", language).format(year=1999) in told
    assert list(tmp_path.iterdir()) == []


def _flat(outline: list[Any]) -> Iterator[Destination]:
    for each in outline:
        if isinstance(each, list):
            yield from _flat(each)
        else:
            yield each
