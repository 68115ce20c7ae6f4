"""Sets up the Hugo site whose pages hold what ours hold, and compares the two.

Hugo gets what is the same on all pages of a section as text, cut from pages that this site made; the records as they
are; and worked out beforehand, which spares it work: the dates as they are read, the names of documents, the meetings
before and after, descriptions, and what pages other than the meetings' hold (`hugo_pages.py`). It makes the rest.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import yaml

from benchmarks.hugo_pages import Blocks, contents, placed
from macros import records as model
from macros.archive import Archive
from macros.pages.data_pages import DataPage, list_pages, record_pages
from macros.pages.linked_data import linked_data
from macros.text.dates import PartialDate
from macros.text.language import Language, all_words
from macros.views.descriptions import cut
from macros.views.lists.catalogue import lists
from macros.views.page_facts import PageFacts
from macros.views.rendering import View
from macros.views.repository import Repository
from tests.support.html_reader import read
from tests.support.project import build, copy

BASE = "http://127.0.0.1:8000/"  # as this site has it where none is set
_LAYOUTS = Path(__file__).with_name("hugo") / "whole"
_SECTIONS = ("meetings", "documents", "people", "provinces", "topics", "kinds", "years", "figures", "method")
_LEAST = 0.95  # of the words of our pages
_CORRECTED = ("meeting", "document", "person", "province")


def write(tree: Path, archive: Archive) -> None:
    """Layouts, data and content of the site, beside the records in `tree/data`."""
    shutil.copytree(_LAYOUTS, tree / "layouts")
    shells, titles = _shells()
    for name, shell in shells.items():
        _write(tree / f"layouts/{name}.html", shell)
    for name, values in _data(archive, titles).items():
        _write(tree / f"data/{name}.json", _json(values))
    sources = {path.stem: _yaml(path)["sources"] for path in (tree / "data/documents").glob("*.yml")}
    sources["provinces"] = {each["id"]: each for each in _yaml(tree / "data/provinces.yml")["sources"]}
    pages = _pages(archive)
    for language in Language:
        blocks = Blocks(archive, lists(archive), language, sources)
        _write(tree / f"content/{language}/_index.md", _json({"title": archive.site_name(language)}))
        names = titles[language] | {page.path: page.title[language] for page in pages}
        for page in pages:
            above = list(_above(page, names))
            front = {"title": page.title[language], "description": cut(page.description[language]), "above": above}
            front["card"] = above[0]["path"].strip("/") if above else "home"
            front |= _meeting(archive, page) if page.template == "meeting" else _other(archive, page, blocks)
            _write(tree / f"content/{language}/{page.path.rstrip('/')}.md", _json(front))
        _write(tree / f"data/ways/{language}.json", _json(blocks.ways))


def check(site: Path, archive: Archive) -> None:
    """Refuse a site that holds less than ours: of a meeting, a person and a list the words, in both languages."""
    pages = {page.path: page for page in _pages(archive)}
    meeting = next(meeting for meeting in reversed(archive.meetings.values()) if meeting.attendances)
    for path in (meeting.path, f"people/{meeting.attendances[0].person}/", "kinds/conclusion/"):
        for language in Language:
            has, without = held(site, pages[path], archive, language)
            if has < _LEAST:
                reported = " ".join(without[:20])
                raise SystemExit(
                    f"Hugo, {language}/{path}: {has:.0%} of the words that our page has, without {reported}"
                )


def held(site: Path, page: DataPage, archive: Archive, language: Language) -> tuple[float, list[str]]:
    """The share of the words of our page that Hugo's has, and those that it lacks; similar statements apart."""
    made = page.html(archive, language, Repository(site_url=BASE))
    ours = re.sub(r'<p class="statement__related">.*?</p>', "", made, flags=re.DOTALL)
    html = (site / language.prefix / page.path / "index.html").read_text("utf-8")
    words, theirs = Counter(_words(ours)), Counter(_words(html[html.index("<main") :]))
    return (words & theirs).total() / words.total(), list((words - theirs).elements())


def _words(html: str) -> list[str]:
    return re.findall(r"\w+", unescape(re.sub(r"<[^>]*>", " ", html)))


def _pages(archive: Archive) -> list[DataPage]:
    """Those that Hugo makes: all but the parts of reviews, for which it has no layout."""
    pages = [*record_pages(archive, lists(archive)), *list_pages(archive, lists(archive))]
    return [page for page in pages if page.template != "review"]


def _above(page: DataPage, titles: dict[str, str]) -> Iterator[dict[str, str]]:
    """The pages that lead to a page, without the first."""
    folders = page.path.split("/")[:-1]
    addresses = ["".join(f"{folder}/" for folder in folders[:depth]) for depth in range(1, len(folders))]
    for address in dict.fromkeys([page.section, *addresses]):
        if address and address in titles:
            yield {"path": address, "label": titles[address]}


def _meeting(archive: Archive, page: DataPage) -> dict[str, Any]:
    before, after = (each.id if each else None for each in archive.neighbours(page.values["home"]))
    return {"layout": "meeting", "meeting": page.id, "before": before, "after": after}


def _other(archive: Archive, page: DataPage, blocks: Blocks) -> dict[str, Any]:
    language, shown = blocks.language, list(blocks.of(page))
    facts = PageFacts(page.path, language, page.title[language], "")
    main = linked_data(facts, archive, BASE)["@graph"][0].get("mainEntity")
    return {
        "blocks": shown,
        "contents": contents(shown),
        "corrected": page.template in _CORRECTED,
        "feed": page.template == "topic" and bool(page.values["listings"]["statement"].whole.count),
        "main": _json(main) if main else None,
    }


def _data(archive: Archive, titles: dict[Language, dict[str, str]]) -> dict[str, Any]:
    """What layouts look up beside the records."""
    words = {language: {key: each[language] for key, each in all_words().items()} for language in Language}
    for language, own in words.items():
        since = archive.corrections.since
        own["never_corrected"] = own["corrected_never"].format(day=since.shown(language) if since else "")
        own["home_title"] = titles[language][""]
        own["site_name"] = archive.site_name(language)
    views = [View(archive, language, "", Repository()) for language in Language]
    return {
        "words": words,
        "names": {
            id: {view.language: archive.document_name(id)[view.language] for view in views} for id in archive.documents
        },
        "dates": {str(date): {view.language: view.date(date) for view in views} for date in _dates(archive)},
        "plain_dates": {str(date): {each: date.shown(each) for each in Language} for date in _dates(archive)},
        "places": placed(archive.statements),
        "parts": {part.path: _part(archive, part, views) for part in archive.review_parts},
    }


def _dates(archive: Archive) -> Iterator[PartialDate]:
    sources = [use.source for use in archive.sources()]
    dates = [meeting.date for meeting in archive.meetings.values()]
    dates += [figure.record.as_of for figure in archive.figures]
    stated = [date for source in sources for date in (source.published, source.last_seen)]
    yield from dates
    yield from (date for date in stated if isinstance(date, PartialDate))


def _part(archive: Archive, part: Any, views: list[View]) -> dict[str, Any]:
    """A part of a review as if it were a meeting, for the cards of its statements."""
    statements = []
    for statement in archive.statements_of(part):
        record = statement.record.model_dump(mode="json", exclude_none=True)
        statements.append(record | {"example": statement.example})
    return {
        "label": {view.language: view.home_label(part).striptags() for view in views},
        "chairs": model.NOT_STATED,
        "sources": [{"id": source.id, "publisher": source.publisher} for source in part.sources],
        "statements": statements,
    }


@cache
def _shells() -> tuple[dict[str, str], dict[Language, dict[str, str]]]:
    """Layouts that hold what this site's pages have in common, by section and language; titles of pages by hand."""
    with tempfile.TemporaryDirectory() as folder:
        tree = copy(Path(folder) / "tree")
        built = build(tree, "--quiet")
        if built.returncode:
            raise SystemExit(built.stderr)
        shells, titles = {}, {}
        for language in Language:
            site = tree / "site" / language.prefix
            for section in _SECTIONS:
                page = next(iter(sorted((site / section).glob("*/index.html"))), site / section / "index.html")
                shells[f"{section}/baseof.{language}"] = _shell(page, tree / "site")
            shells[f"baseof.{language}"] = shells[f"meetings/baseof.{language}"]
            by_hand = [path.parent.relative_to(site) for path in site.glob("*/index.html")]
            titles[language] = {f"{path}/": _title(site / path) for path in by_hand if str(path) != "en"}
            titles[language][""] = _title_in_navigation(site)
    return shells, titles


# What differs from page to page, and what Hugo puts there.
_OWN = (
    (r"<title>.*?</script>\n", '{{ partial "head.html" . }}\n'),
    (r'(?<=<a class="tool language-switch" href=")[^"]*', "{{ (index .Translations 0).RelPermalink }}"),
    (r'(?<=<div class="page">).*?(?=<main)', '\n{{ block "toc" . }}{{ end }}\n'),
    (
        r'(?<=<article class="md-content__inner md-typeset">).*?(?=<p class="print-address">)',
        '\n{{ partial "frame.html" . }}{{ block "main" . }}{{ end }}\n',
    ),
    (r'(<p class="print-address">[^:]*): [^<]*', r"\1: {{ .Permalink }}"),
)


def _shell(page: Path, site: Path) -> str:
    address = f"/{page.parent.relative_to(site)}/"
    html = page.read_text("utf-8").replace("{{", '{{ "{{" }}').replace('aria-current="page"', 'aria-current="true"')
    html = re.sub(
        r'(?<= )(href|src|action|data-base)="([^"#:]*)"', lambda m: f'{m[1]}="{urljoin(address, m[2])}"', html
    )
    for own, put_in in _OWN:
        html, found = re.subn(own, put_in, html, count=1, flags=re.DOTALL)
        if not found:
            raise SystemExit(f"{page}: nothing like {own}")
    return html


def _title(page: Path) -> str:
    html = (page / "index.html").read_text("utf-8")
    found = re.search(r"<title>(.*?) – ", html)
    return unescape(found[1]) if found else ""


def _title_in_navigation(site: Path) -> str:
    menu = read((site / "index.html").read_text("utf-8")).all("nav", css="menu__sheet")[0]
    return menu.all("a")[0].text


def _yaml(path: Path) -> Any:
    return yaml.load(path.read_bytes(), yaml.CSafeLoader)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
