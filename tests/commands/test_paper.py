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
from macros.records import REVIEW
from macros.text.language import Language, word
from tests import chromium
from tests.support.built_site import Site
from tests.support.page_kinds import MEETING
from tests.support.project import SITE_URL
from tests.support.tab import Open

YEAR = 2031


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


@pytest.mark.parametrize("language", Language)
def test_a_conclusion_has_its_dot_on_paper(open_tab: Open, language: Language) -> None:
    """Browsers print no grounds unless they are reported to."""
    tab = open_tab()
    tab.visit(f"{language.prefix}{MEETING}")
    tab.page.emulate_media(media="print")
    dots = tab.page.locator("[data-conclusion]").evaluate_all(
        "blocks => blocks.map(block => getComputedStyle(block, '::before').printColorAdjust)"
    )
    assert set(dots) == {"exact"}


@pytest.mark.parametrize("path", ["", MEETING, "topics/training/", "reviews/2031/achievements/", "search/?q=45+qd+tw"])
@pytest.mark.parametrize("language", Language)
def test_nothing_to_press_is_printed(open_tab: Open, language: Language, path: str) -> None:
    tab = open_tab()
    tab.visit(language.prefix + path)
    if "?" in path:
        tab.page.locator("[data-results] li").first.wait_for()
    tab.page.emulate_media(media="print")
    pressed = tab.page.locator("button:not(.mark), input, select, .button, .feed, [role=button]").filter(visible=True)
    assert pressed.evaluate_all("elements => elements.map(element => element.outerHTML)") == []
    assert _plain(word("permalink", language)) not in _plain(tab.page.locator("main").inner_text())


@pytest.mark.parametrize("language", Language)
def test_a_search_prints_as_a_list_of_what_was_asked(open_tab: Open, language: Language) -> None:
    tab = open_tab()
    tab.visit(f"{language.prefix}search/?q=12+ct+tw&kind=priority")
    tab.page.locator("[data-chips] li").first.wait_for()
    assert not tab.page.locator(".search-asked").is_visible()
    printed = PdfReader(io.BytesIO(tab.page.pdf(prefer_css_page_size=True)))
    text = " ".join(page.extract_text() for page in printed.pages)
    heading = tab.page.locator("h1").text_content() or ""
    assert heading.endswith(f": 12 ct tw · {word('kind_priority', language)}")
    assert _plain(heading) in _plain(printed.pages[0].extract_text())
    assert f"{SITE_URL}{language.prefix}search/?q=12+ct+tw&kind=priority" in text.replace("\n", "")
    assert "#year-of-the-congress>" in text.replace("\n", "").replace(" ", ""), "each result has its address"
    tab.page.set_viewport_size({"width": 660, "height": 900})
    tab.page.emulate_media(media="print")
    list_, whole = (tab.page.locator(part).bounding_box() for part in ("[data-results]", "main"))
    assert list_ and whole and list_["width"] == whole["width"]


def test_a_list_that_goes_on_says_so_on_paper(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit("search/?q=dang")
    tab.page.locator("[data-results] li").first.wait_for()
    shown = tab.page.locator("[data-shown]")
    assert not shown.is_visible()
    tab.page.locator("[data-more]").click()
    tab.page.locator("[data-results] li").nth(39).wait_for()
    tab.page.emulate_media(media="print")
    assert shown.is_visible()
    assert shown.inner_text() == word("search_shown", Language.VI).format(shown=40)
    tab.page.emulate_media(media="screen")
    tab.visit("search/?q=45+qd+tw")
    tab.page.locator("[data-results] li").first.wait_for()
    tab.page.emulate_media(media="print")
    assert not shown.is_visible()


def test_what_was_chosen_to_be_printed_goes_with_the_next_search(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit("search/?q=45+qd+tw")
    tab.page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    tab.page.locator("[data-style=print]").click()
    tab.page.wait_for_function("() => window.printed")
    assert tab.page.locator("[data-print] li").count()
    tab.page.locator("[data-form] input[type=search]").fill("biên chế")
    tab.page.locator("[data-form] input[type=search]").press("Enter")
    tab.page.wait_for_function("() => document.querySelector('h1').textContent.endsWith('biên chế')")
    assert tab.page.locator("[data-print] li").count() == 0


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
        if statement.home.path in paths(archive, YEAR) and _plain(statement.on_page[language]) not in text
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


def test_an_archive_without_a_review_has_no_booklet(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    without = Archive(archive.records.with_records(REVIEW, {}))
    monkeypatch.setattr("macros.commands.booklet.read_archive", lambda data: without)
    assert main([str(tmp_path), "chromium"]) == 0
    reported = capsys.readouterr().err
    for language in Language:
        assert word("booklet_none", language) in reported
    assert list(tmp_path.iterdir()) == []


def _flat(outline: list[Any]) -> Iterator[Destination]:
    for each in outline:
        if isinstance(each, list):
            yield from _flat(each)
        else:
            yield each
