"""Vietnamese alone is enough: no text without English is lost on an English page, and none passes for English.

Every text of the small archive is tried, in a site that has no English at all and in one where every other text has.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser

from macros.assets.policy import HEADERS
from macros.checks.loading import examine, read_archive
from macros.commands.booklet import booklet, paths
from macros.data.problems import Severity
from macros.text.language import Language, word
from macros.text.passages import CLASS
from tests.search.search_page import SearchPage
from tests.support import html_reader
from tests.support.alone import Marked, alone
from tests.support.built_site import Site, SitePage
from tests.support.html_reader import Element
from tests.support.project import CONTACT, REPO_URL, SITE_URL, build
from tests.support.server import serve
from tests.support.tab import Tab

STATUS = "contribute/translations/"
NOTE = f"{CLASS}-note"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
WORD = re.compile("mốc[a-j]+x")


@dataclass
class Tried:
    """A site of which some texts have no English."""

    project: Path
    site: Site
    texts: list[Marked]

    @property
    def pages(self) -> list[SitePage]:
        """The English pages, but those that only lead on to another."""
        return [page for page in self.site.in_language(Language.EN) if page.root.all("article")]

    def read(self, address: str) -> str:
        """A file of the site."""
        return (self.site.folder / address).read_text("utf-8-sig")


@pytest.fixture(scope="module", params=[1, 2], ids=["no English", "every other text"])
def tried(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tried:
    project = tmp_path_factory.mktemp("alone") / "project"
    texts = alone(project, request.param)
    folder = project.parent / "site"
    result = build(project, "--site-dir", str(folder), SITE_URL=SITE_URL, REPO_URL=REPO_URL, CONTACT_EMAIL=CONTACT)
    assert result.returncode == 0, result.stdout + result.stderr
    return Tried(project, Site(folder, result.stdout), texts)


def words(element: Element, lang: str = "") -> Iterator[tuple[str, str]]:
    """The marked words in an element's text, each with the language that it bears."""
    lang = element.get("lang") or lang
    for child in element.children:
        if isinstance(child, Element):
            if child.tag not in ("script", "style", "title", "desc"):  # in the last two nothing can bear a language
                yield from words(child, lang)
        else:
            yield from ((found, lang) for found in WORD.findall(child))


def test_every_text_is_on_an_english_page(tried: Tried) -> None:
    here = {found for page in tried.pages for found, _ in words(page.body)}
    there = {found for page in tried.site.in_language(Language.VI) for found, _ in words(page.body)}
    assert [text for text in tried.texts if text.word in there - here] == []
    assert len(here) > 0.98 * len(tried.texts)


def test_an_english_page_shows_what_has_no_english_as_the_vietnamese_page_does(tried: Tried) -> None:
    for page in tried.pages:
        original = tried.site.pages[page.counterpart]
        here = {found for found, _ in words(page.article)}
        there = {found for found, _ in words(original.article)}
        assert page.path == STATUS or there <= here, page.address


def test_all_vietnamese_on_an_english_page_bears_its_language(tried: Tried) -> None:
    for page in tried.pages:
        assert [found for found, lang in words(page.body) if lang != "vi"] == [], page.address
    for page in tried.site.in_language(Language.VI):
        assert page.root.all(css=NOTE) == [], page.address


def test_a_page_says_once_that_passages_are_not_translated(tried: Tried) -> None:
    said = word("untranslated_note", Language.EN)
    counts = set()
    for page in tried.pages:
        notes = page.article.all("p", css=NOTE)
        passages = page.article.all(css=CLASS)
        assert [note.text for note in notes] == ([said] if passages else []), page.address
        counts.add(bool(passages))
    assert counts == {True, False}  # pages without any text of the data have no note


def test_no_attribute_holds_markup(tried: Tried) -> None:
    for page in tried.pages:
        for element in page.root.all():
            assert [value for value in element.attributes.values() if "<" in value] == [], (page.address, element.tag)


def test_titles_and_previews_of_links_say_that_they_are_vietnamese(tried: Tried) -> None:
    seen = 0
    for page in tried.pages:
        [heading] = page.article.all("h1")
        head = {meta.get("property"): meta.get("content") for meta in page.head.all("meta")}
        parts = [child for child in heading.children if isinstance(child, Element)]
        # A name in a longer English title does not make that Vietnamese.
        if [part.get("class") for part in parts] == [CLASS] and 2 * len(parts[0].text) >= len(heading.text):
            seen += 1
            assert head["og:title"] == f"{heading.text} (in Vietnamese)"
            assert page.head.all("title")[0].text.startswith(head["og:title"])
        elif not WORD.search(heading.text):
            assert "(in Vietnamese)" not in head["og:title"]
    assert seen > 5
    for page in (page for page in tried.pages if re.fullmatch("topics/[a-z-]+/", page.path)):
        [said] = [meta.get("content") for meta in page.head.all("meta") if meta.get("property") == "og:description"]
        assert said.endswith(" (in Vietnamese)") == bool(WORD.search(said))


def names(node: Any) -> Iterator[Any]:
    """The values of JSON-LD that are names."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("name", "headline", "alternativeHeadline", "unitText"):
                yield value
            yield from names(value)
    elif isinstance(node, list):
        for each in node:
            yield from names(each)


def facts(page: SitePage) -> Any:
    [script] = [each for each in page.head.all("script") if each.get("type") == "application/ld+json"]
    return json.loads("".join(child for child in script.children if isinstance(child, str)))


def test_linked_data_gives_names_their_language_and_claims_no_translation(tried: Tried) -> None:
    untranslated = 0
    for page in tried.pages:
        reported = facts(page)
        for name in names(reported):
            if isinstance(name, dict):
                assert name["@language"] == "vi"
                assert WORD.search(name["@value"])
            else:
                # A list's name ends with words of the interface, a document's begins with them.
                assert not (found := WORD.search(name)) or found[0] != name.split()[-1] or "," in name, name
        main = reported["@graph"][0] if "@graph" in reported else reported
        if isinstance(main["name"], dict):
            untranslated += 1
            assert main["inLanguage"] == ["en", "vi"]
            assert "translationOfWork" not in main
            assert "workTranslation" not in facts(tried.site.pages[page.counterpart])["@graph"][0]
        else:
            assert main["inLanguage"] == "en"
            assert "translationOfWork" in main
    assert untranslated > 5


def test_feeds_give_texts_their_language(tried: Tried) -> None:
    seen = 0
    for file in sorted(tried.site.folder.glob("en/**/feed.xml")):
        for element in ET.parse(file).getroot().iter():
            text = element.text or ""
            if element.tag.endswith("}name"):  # that of the site, of which the region is a part
                continue
            if element.get("type") == "html":
                content = html_reader.read(text)
                found = list(words(content))
                assert [word for word, lang in found if lang != "vi"] == [], file
                assert len(content.all("p", css=NOTE)) == bool(found)
                seen += len(found)
            elif re.search(rf"{WORD.pattern}$", text) and " – " not in text:  # all of it is one text
                assert element.get(LANG) == "vi", text
                seen += 1
    assert seen > 20


def test_exports_leave_english_empty(tried: Tried) -> None:
    seen = 0
    for file in sorted(tried.site.folder.glob("data/*.csv")):
        rows = json.loads(tried.read(f"data/{file.stem}.json"))
        sheet = csv.DictReader(tried.read(f"data/{file.name}").splitlines())
        for row, cells in zip(rows, sheet, strict=True):
            for column in (name.removesuffix("_vi") for name in row if name.endswith("_vi") and name != "url_vi"):
                vi, en, cell = row[f"{column}_vi"], row[f"{column}_en"], cells[f"{column}_en"]
                if isinstance(vi, list):
                    assert [text is None for text in en] == [bool(WORD.search(text)) for text in vi]
                elif WORD.search(vi):
                    assert (en, cell) == (None, "")
                    seen += 1
                else:
                    assert en == cell
                    assert bool(en) == bool(vi)
    assert seen > 20


def blocks(tried: Tried, kind: str) -> Iterator[Any]:
    """The files of the English search index of a kind."""
    for file in sorted(tried.site.folder.glob(f"assets/search/en/*/{kind}/*.json")):
        yield json.loads(file.read_text("utf-8"))


def test_the_english_index_holds_every_text_and_knows_that_it_is_vietnamese(tried: Tried) -> None:
    terms = "".join(file.read_text("utf-8") for file in tried.site.folder.glob("assets/search/en/*/terms/*.txt"))
    rows = [row for block in blocks(tried, "texts") for row in block["documents"]]
    seen = 0
    for _, _, id, _, title, text, said_by, *_, last in rows:
        bits = last if isinstance(last, int) else 0
        for place, value in enumerate((title, text, said_by)):
            for found in WORD.findall(value):
                assert f"{found.replace('ố', 'o')}\t" in terms, id
            if WORD.fullmatch(value.split()[-1] if value else "") and not re.search(r"[:–;]", value):
                assert bits >> place & 1, (id, value)
                seen += 1
            if not WORD.search(value):
                assert not bits >> place & 1, (id, value)
    assert seen > 20


def test_the_english_search_finds_them_and_shows_them_as_vietnamese(tried: Tried, browser: Browser) -> None:
    texts = [text for text in tried.texts if text.file.startswith("meetings/") and text.path[-1] == "text"]
    with serve(tried.site.folder, HEADERS["Content-Security-Policy"]) as address:
        context = browser.new_context(service_workers="block")
        tab = Tab(context, address)
        page = SearchPage(tab, Language.EN)
        for text in (texts[0], texts[-1]):
            for query in (text.word, text.word.replace("ố", "o")):
                [id, *_] = page.visit(query).ids
                hit = tab.page.locator(f"li[data-id='{id}']")
                shown = hit.locator(".hit__text")
                assert text.word in shown.inner_text()
                assert shown.get_attribute("lang") == "vi"
                assert hit.locator(".hit__untranslated").inner_text() == word("search_untranslated", Language.EN)
        page.visit("", kind="topic")
        titles = tab.page.locator(".hit__title").all()
        assert titles
        for title in titles:
            assert (title.get_attribute("lang") == "vi") == bool(WORD.search(title.inner_text()))
        assert tab.errors == []
        context.close()


def test_citations_fall_back_to_the_vietnamese(tried: Tried) -> None:
    lacking = 0
    for block in blocks(tried, "citations"):
        for cells, _, english, *_ in block["citations"]:
            row = dict(zip(block["columns"], (block["pieces"][each] for each in cells), strict=True))
            if row["text_vi"] and not row["text_en"]:
                lacking += 1
                assert WORD.search(row["text_vi"])
                assert row["text_vi"].removesuffix(".") in "".join(block["pieces"][each] for each in english)
    assert lacking > 20
    page = tried.site.page(
        next(each.path for each in tried.pages if each.path.startswith("meetings/2031")),
        Language.EN,
    )
    for paragraph in page.article.all("p", having="data-cite"):
        if paragraph.get("lang") == "en":
            assert [found for found, lang in words(paragraph) if lang != "vi"] == []


def test_the_booklet_marks_them_too(tried: Tried) -> None:
    archive = read_archive(tried.project / "data")
    html = html_reader.read(booklet(tried.site.folder, paths(archive, 2031), 2031, Language.EN))
    [body] = html.all("body")
    found = list(words(body))
    assert len(found) > 50
    assert [word for word, lang in found if lang != "vi"] == []


def test_the_status_page_lists_them_with_the_way_to_each(tried: Tried) -> None:
    page = tried.site.page(STATUS, Language.EN)
    [heading] = [each for each in page.article.all("h3") if each.get("id") == CLASS]
    texts = [text for text in tried.texts if not text.in_log]
    assert heading.text.endswith(f"({len(texts):,})")
    files = [each for each in page.article.all("details") if "toc" not in each.classes]
    assert len(files) == len({text.file for text in texts})
    links = [link.get("href") for file in files for link in file.all("a") if not link.classes]
    assert len(links) == len(list(words(page.article)))
    for link in links:
        path, _, anchor = link.partition("#")
        target = tried.site.page(path.removeprefix("../../"), Language.EN)
        assert not anchor or anchor in target.ids, link


def test_the_check_says_so_once_a_file_and_finds_nothing_wrong(tried: Tried) -> None:
    _, problems = examine(tried.project / "data")
    said = [problem.place.file for problem in problems if problem.severity is Severity.INFO]
    assert sorted(said) == sorted({f"data/{text.file}" for text in tried.texts if not text.in_log})
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []
