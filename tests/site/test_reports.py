"""Whoever finds a mistake can tell it, with an account or without: each card names itself to the forge and by mail."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.archive.items import Figure, Statement
from macros.text.language import Language
from macros.views.repository import LONGEST_TEXT, Report
from tests.support.built_site import Site
from tests.support.files import MEETING_PAGE as MEETING
from tests.support.project import CONTACT, REPO_URL, SITE_URL, SMALL
from tests.support.tab import Open

# What a mail program or a forge makes of an address, asked of the browser.
DECODE = """notes => Object.fromEntries(notes.map(note => [
  note.id, [...note.querySelectorAll("a.edit-link")].map(link => {
    const url = new URL(link.href);
    return {start: url.protocol + url.host, path: decodeURIComponent(url.pathname),
            fields: Object.fromEntries(url.searchParams)};
})]))"""


def _items(archive: Archive) -> list[Statement | Figure]:
    return [*archive.statements, *archive.figures]


@pytest.mark.parametrize("language", Language)
def test_a_browser_reads_each_report_as_it_is_meant(open_tab: Open, archive: Archive, language: Language) -> None:
    tab = open_tab()
    for path in (MEETING, "reviews/2031/achievements/"):
        tab.visit(language.prefix + path)
        items = [item for item in _items(archive) if item.home.path == path]
        assert items
        cards = tab.page.locator(".note").evaluate_all(DECODE)
        for item in items:
            address = f"{SITE_URL}{language.prefix}{path}#{item.record.id}"
            report = Report.about(item, language, SITE_URL)
            assert report.address == address
            _, form, mail = cards[f"note-{item.record.id}"]
            assert form["path"] == "/nhom/kho/issues/new"
            assert form["fields"]["template"] == "correction.yml"
            assert form["fields"]["address"] == address
            assert form["fields"]["text"] == report.text
            assert item.id in form["fields"]["title"]
            assert (mail["start"], mail["path"]) == ("mailto:", CONTACT)
            assert item.id in mail["fields"]["subject"]
            assert mail["fields"]["body"] == report.body.replace("\n", "\r\n")
            assert address in report.body and report.text in report.body


@pytest.mark.parametrize("language", Language)
def test_a_report_names_what_the_reader_sees(archive: Archive, language: Language) -> None:
    for item in _items(archive):
        report = Report.about(item, language, SITE_URL)
        shown = item.text[language] if isinstance(item, Statement) else item.record.what[language]
        assert shown[: LONGEST_TEXT // 2] in report.text
        assert len(report.text) <= LONGEST_TEXT + 1


@pytest.mark.parametrize("language", Language)
def test_every_card_can_be_reported_where_it_is_at_home(site: Site, language: Language) -> None:
    cards = 0
    for page in site.in_language(language):
        tables = {id(row) for row in page.root.all("tr", having="data-figure")}
        for attribute in ("data-statement", "data-figure"):
            for card in page.root.all(having=attribute):
                if id(card) in tables or not card.get("id"):
                    continue
                cards += 1
                links = [link.get("href") for link in page.item(card.get("id")).all("a", css="edit-link")]
                starts = (f"{REPO_URL}/blob/main/data/", f"{REPO_URL}/issues/new?", f"mailto:{CONTACT}?")
                assert [any(link.startswith(start) for link in links) for start in starts] == [True] * 3, page.address
    assert cards > 40


@pytest.mark.parametrize("language", Language)
def test_a_figure_in_a_table_can_be_edited(site: Site, archive: Archive, language: Language) -> None:
    places = {figure.id: figure.place for figure in archive.figures}
    rows = site.page("figures/", language).root.all("tr", having="data-figure")
    assert rows
    for row in rows:
        place = places[row.get("data-figure")]
        wanted = f"{REPO_URL}/blob/main/{place.file}#L{place.line}"
        assert wanted in [link.get("href") for link in row.all("a")]


@pytest.mark.parametrize("language", Language)
def test_pages_of_one_file_lead_to_it(site: Site, archive: Archive, language: Language) -> None:
    """Hand-written pages and records; a list draws on many files and names each at its own page."""
    docs = SMALL / "docs" / language
    written = {file.relative_to(docs).as_posix().removesuffix("index.md") for file in docs.rglob("*.md")}
    paths = {path.replace(".md", "/") for path in written} | {meeting.path for meeting in archive.meetings.values()}
    for folder in ("documents", "provinces", "topics", "people"):
        paths |= {f"{folder}/{id}/" for id in getattr(archive, folder)}
    for path in paths:
        page = site.page(path, language)
        [edit] = [link.get("href") for link in page.article.all("a") if link.get("rel") == "edit"]
        file, _, line = edit.removeprefix(f"{REPO_URL}/blob/main/").partition("#L")
        assert (SMALL / file.removesuffix("?plain=1")).is_file() and int(line) >= 1, page.address
