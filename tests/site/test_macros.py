"""The macros that page authors call give what is asked for, in the language of the page, and are documented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros.archive import Archive
from macros.archive.items import ReviewPart, Statement
from macros.pages.authoring.field_reference import RECORDS, fields
from macros.pages.authoring.library import MACROS
from macros.pages.authoring.macro import call
from macros.pages.authoring.sandbox import PageError
from macros.text.language import Language
from macros.views.rendering import View
from macros.views.repository import Repository
from tests.support import html_reader
from tests.support.built_site import Site
from tests.support.html_reader import Element

Rule = Callable[[Statement], bool]


def _call(archive: Archive, name: str, *args: Any, language: Language = Language.VI, **kwargs: Any) -> Element:
    """What a macro puts on a page at `x/` of the language."""
    view = View(archive, language, f"{language.prefix}x/", Repository())
    return html_reader.read(str(call(view, MACROS[name], *args, **kwargs)()))


def _shown(element: Element, attribute: str) -> list[str]:
    return [item.get(attribute) for item in element.all(having=attribute)]


FILTERS: list[tuple[dict[str, Any], Rule]] = [
    ({}, lambda s: True),
    ({"kind": "lesson"}, lambda s: s.kind.value == "lesson"),
    ({"kind": "conclusion"}, lambda s: s.kind.value == "conclusion"),
    ({"force": "direction"}, lambda s: s.force is not None and s.force.value == "direction"),
    ({"topic": "cadres"}, lambda s: "cadres" in s.record.topics),
    ({"province": "thanh-loan"}, lambda s: "thanh-loan" in s.provinces),
    ({"document": "71-2031-qh17"}, lambda s: "71-2031-qh17" in s.record.documents),
    ({"person": "dang-khai-minh"}, lambda s: s.record.by == "dang-khai-minh"),
    ({"meeting": "2030-06-12"}, lambda s: s.home.path == "meetings/2030-06-12/"),
    ({"year": 2031}, lambda s: s.date.year == 2031),
    ({"example": True}, lambda s: s.example),
    (
        {"kind": "result", "year": 2031, "example": False},
        lambda s: s.kind.value == "result" and s.date.year == 2031 and not s.example,
    ),
    ({"topic": "documents", "kind": "conclusion"}, lambda s: "documents" in s.record.topics and s.force is not None),
]


@pytest.mark.parametrize(("filters", "rule"), FILTERS, ids=[str(filters) for filters, _ in FILTERS])
def test_statements_fit_every_filter(archive: Archive, filters: dict[str, Any], rule: Rule) -> None:
    wanted = [statement.id for statement in archive.statements if rule(statement)]
    assert wanted
    assert sorted(_shown(_call(archive, "statements", **filters), "data-statement")) == sorted(wanted)


def test_statements_limited_are_the_latest(archive: Archive) -> None:
    latest = [statement.id for statement in archive.statements][-3:]
    assert _shown(_call(archive, "statements", limit=3), "data-statement") == latest


def test_no_statement_is_said_in_words(archive: Archive) -> None:
    for language, said in ((Language.VI, "Không có mục nào phù hợp."), (Language.EN, "Nothing matches.")):
        shown = _call(archive, "statements", kind="lesson", meeting="2030-06-12", language=language)
        assert shown.text == said


@pytest.mark.parametrize(("language", "printed"), [(Language.VI, "12.480"), (Language.EN, "12,480")])
@pytest.mark.parametrize("style", ["cards", "table"])
def test_figures_of_a_year(archive: Archive, style: str, language: Language, printed: str) -> None:
    shown = _call(archive, "figures", year=2031, style=style, language=language)
    wanted = [figure.id for figure in archive.figures if isinstance(figure.home, ReviewPart)]
    assert _shown(shown, "data-figure") == wanted
    assert printed in shown.text


def test_figures_of_a_meeting_and_of_a_province(archive: Archive) -> None:
    meeting = archive.meetings["2031-01-15-moc-linh"]
    wanted = [figure.id for figure in archive.figures_by("page", meeting.path)]
    assert wanted
    assert _shown(_call(archive, "figures", meeting="2031-01-15-moc-linh"), "data-figure") == wanted
    of_province = [figure.id for figure in archive.figures_by("provinces", "moc-linh")]
    assert of_province
    assert _shown(_call(archive, "figures", province="moc-linh"), "data-figure") == of_province


@pytest.mark.parametrize(
    ("filters", "number"),
    [({}, 14), ({"level": "regional"}, 4), ({"level": "national"}, 5), ({"latest": 6}, 6)],
)
def test_meetings_fit_the_filter(archive: Archive, filters: dict[str, Any], number: int) -> None:
    links = [link.get("href") for link in _call(archive, "meetings", **filters).all("a")]
    assert len({href for href in links if href.startswith("../meetings/")}) == number


@pytest.mark.parametrize(("name", "groups"), [("achievements", 2), ("lessons", 3), ("priorities", 2)])
def test_a_review_in_full_and_as_a_list(archive: Archive, name: str, groups: int) -> None:
    assert len(_call(archive, name, 2031, style="list").all("li")) == groups
    full = _call(archive, name, 2031)
    assert len([section for section in full.all("section") if "group" in section.classes]) == groups
    assert full.all(having="data-statement")


def test_evidence_counts_every_statement_once(archive: Archive) -> None:
    lines = [[int(cell.text) for cell in row.all("td")] for row in _call(archive, "evidence").all("tbody")[0].all("tr")]
    assert len(lines) == len(archive.review_years) + 1
    assert all(all_ == sum(having) for all_, *having in lines)
    together = [sum(column) for column in zip(*lines, strict=True)]
    worded = [s for s in archive.statements if s.record.evidence and s.record.evidence.wording]
    without = [s for s in archive.statements if not s.record.evidence]
    assert together[0] == len(archive.statements)
    assert (together[1], together[3]) == (len(worded), len(without))
    assert all(together)


@pytest.mark.parametrize(
    ("name", "id", "href", "vi", "en"),
    [
        ("province", "thanh-loan", "../provinces/thanh-loan/", "Thanh Loan", "Thanh Loan"),
        ("document", "71-2031-qh17", "../documents/71-2031-qh17/", "71/2031/QH17", "71/2031/QH17"),
        ("topic", "cadres", "../topics/cadres/", "Công tác cán bộ", "Personnel work"),
        ("person", "dang-khai-minh", "../people/dang-khai-minh/", "Đặng Khải Minh", "Đặng Khải Minh"),
        ("term", "tccsd", "../glossary/#tccsd", "TCCSĐ", "TCCSĐ"),
    ],
)
def test_one_record_as_a_link(archive: Archive, name: str, id: str, href: str, vi: str, en: str) -> None:
    for language, label in ((Language.VI, vi), (Language.EN, en)):
        [link] = _call(archive, name, id, language=language).all("a")
        assert link.get("href") == href
        assert link.text == label


def test_one_figure_in_a_sentence(archive: Archive) -> None:
    shown = _call(archive, "figure", "reviews/2031/achievements/members-admitted", language=Language.EN)
    assert shown.text == "12,480 Party members (2031; source)"
    [link] = shown.all("a")
    assert link.get("href") == "../reviews/2031/achievements/#members-admitted"


@pytest.mark.parametrize(("name", "args"), [("province", ["thanh-lan"]), ("count", ["statments"]), ("lessons", [1999])])
def test_what_does_not_exist_is_refused(archive: Archive, name: str, args: list[Any]) -> None:
    with pytest.raises(PageError):
        _call(archive, name, *args)


@pytest.mark.parametrize("language", Language)
def test_every_macro_is_documented_for_authors(live_site: Site, language: Language) -> None:
    shown = live_site.page("contribute/macros/", language).article
    documented = " ".join(code.text for code in shown.all("code", "pre"))
    assert [name for name in MACROS if f"{name}(" not in documented] == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("record", RECORDS)
def test_the_fields_of_every_record_are_on_the_contributors_page(
    live_site: Site, record: str, language: Language
) -> None:
    tables = [
        table
        for table in live_site.page("contribute/fields/", language).article.all("table")
        if "fields" in table.classes
    ]
    shown = [[row.all("code")[0].text for row in table.all("tbody")[0].all("tr")] for table in tables]
    wanted = [field.name for field in fields(RECORDS[record])]
    assert wanted in shown


def test_the_meaning_of_a_field_follows_the_language(archive: Archive) -> None:
    for language, meaning in ((Language.VI, "mã người nói"), (Language.EN, "id of the speaker")):
        rows = _call(archive, "fields", "statement", language=language).all("tr")
        assert [row.all("td")[1].text for row in rows if row.all("td") and row.all("code")[0].text == "by"] == [meaning]
