"""The quiet line below a statement says what the statement does not say itself, and always its source."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urljoin

import pytest

from macros.archive import Archive
from macros.archive.items import Meeting, Statement
from macros.records import StatementKind, Text
from macros.text.language import Language, word
from macros.views.rendering import View
from macros.views.repository import Repository
from tests.support import html_reader
from tests.support.built_site import Site
from tests.support.html_reader import Element


def _with_day(statement: Statement) -> Statement:
    """A statement that says its day and its speaker itself."""
    who = statement.record.by_office.vi if statement.record.by_office else ""
    vi, en = (f"{who} {statement.date.shown(language)}: {statement.text[language]}" for language in Language)
    record = statement.record.model_copy(update={"text": Text.without_validation((vi, en))})
    return replace(statement, record=record)


@pytest.mark.parametrize("language", Language)
def test_who_and_when_are_said_once(archive: Archive, language: Language) -> None:
    view = View(archive, language, f"{language.prefix}years/2031/", Repository())
    reported = [_with_day(statement) for statement in archive.statements_by("kind", StatementKind.CONCLUSION)]
    for statement in (*archive.statements, *reported):
        card = html_reader.read(view.statements([statement]))
        [line] = card.all("div", css="run__line")
        text, day = str(statement.text[language]), statement.date.shown(language)
        name = archive.people[statement.record.by].name if statement.record.by else ""
        if name:
            assert (name in line.text) == (name not in text)
        if isinstance(statement.home, Meeting):
            assert (day in line.text) == (day not in text)
            assert (word("read_at_meeting", language) in line.text) == (day in text)
        links = [str(each.get("href")) for each in line.all("a")]
        assert any(link.endswith(f"#{statement.record.id}") for link in links)
        assert statement.source.address in links or any(f"#source-{statement.record.source}" in link for link in links)
    assert reported


@pytest.mark.parametrize("language", Language)
def test_the_source_of_every_statement_is_at_most_a_click_away(site: Site, language: Language) -> None:
    """In the line above, in the note of its mark, or, from tables, where its link leads."""
    pages, far = list(site.in_language(language)), []
    where = {}
    for page in pages:
        for said in page.article.all(css="said"):
            [line] = said.all(css="said__where")
            where[f"{page.address}#{said.get('id')}"] = _has_source(line)
    for page in pages:
        above = {id(card): run for run in page.article.all(css="run") for card in run.all(having="data-statement")}
        for card in page.article.all(having="data-statement"):
            shown = page.item(card.get("id")) if card.get("id") else above.get(id(card), card)
            leads = (urljoin(f"/{page.address}", str(link.get("href"))).lstrip("/") for link in card.all("a"))
            if not _has_source(shown) and not any(where.get(each) for each in leads):
                far.append(f"{page.address}: {card.text}")
    assert where and far == []


def _has_source(shown: Element) -> bool:
    return any("#source-" in str(link.get("href")) or link.get("rel") for link in shown.all("a"))
