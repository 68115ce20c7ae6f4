"""A reader in a real browser: finds a lesson, changes the language there, searches, does without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from macros.archive import Archive
from macros.text.language import Language
from tests.support.page_kinds import LESSON, MEETING, STATEMENT
from tests.support.tab import Open


@pytest.mark.parametrize("width", [390, 1280])
def test_from_home_to_a_lesson_and_to_the_other_language_and_back(open_tab: Open, width: int) -> None:
    tab = open_tab(width)
    page = tab.page
    tab.visit("")
    page.locator(f"article a[href$='#{LESSON}']").first.click()
    page.wait_for_url(f"**/reviews/2031/lessons/#{LESSON}")
    assert tab.path == f"reviews/2031/lessons/#{LESSON}"
    assert tab.in_view(LESSON)
    expect(page.locator(f"#{LESSON}")).to_contain_text("Bắt đầu từ chi bộ")
    page.locator("a.language-switch").click()
    page.wait_for_url(f"**/en/reviews/2031/lessons/#{LESSON}")
    assert tab.path == f"en/reviews/2031/lessons/#{LESSON}"
    assert tab.in_view(LESSON)
    expect(page.locator(f"#{LESSON}")).to_contain_text("Start from the cell")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("a.language-switch").click()
    page.wait_for_url(f"{tab.address}reviews/2031/lessons/#{LESSON}")
    assert tab.in_view(LESSON)
    assert tab.errors == []
    assert tab.strangers == []


def test_the_place_is_kept_when_the_reader_has_moved_on(open_tab: Open) -> None:
    tab = open_tab()
    page = tab.page
    tab.visit(MEETING)
    page.locator(f"#{STATEMENT} .mark").click()
    page.locator(f"#note-{STATEMENT} .statement__link").click()
    page.wait_for_url(f"**/#{STATEMENT}")
    page.locator("a.language-switch").click()
    page.wait_for_url(f"**/en/{MEETING}#{STATEMENT}")
    assert tab.in_view(STATEMENT)


def test_the_note_on_an_english_page_leads_to_the_same_place(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit(f"en/reviews/2031/lessons/#{LESSON}")
    tab.page.locator("p.original a").click()
    tab.page.wait_for_url(f"{tab.address}reviews/2031/lessons/#{LESSON}")
    assert tab.in_view(LESSON)


def test_the_note_of_a_statement_leads_to_its_source(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit(MEETING)
    tab.page.locator(f"#{STATEMENT} .mark").click()
    tab.page.locator(f"#note-{STATEMENT} .note__source a").first.click()
    tab.page.wait_for_url("**/#source-s1")
    assert tab.in_view("source-s1")


@pytest.mark.parametrize("language", Language)
def test_without_scripts_a_meeting_can_be_read_in_both_languages(
    open_tab: Open, archive: Archive, language: Language
) -> None:
    tab = open_tab(javascript=False)
    tab.visit(f"{language.prefix}{MEETING}")
    page = tab.page
    for statement in archive.statements_of(archive.meetings["2030-06-12"]):
        expect(page.locator(f"#{statement.record.id}")).to_be_visible()
        expect(page.locator(f"#{statement.record.id}")).to_contain_text(statement.text[language])
    page.locator("a.language-switch").click()
    expect(page.locator("html")).to_have_attribute("lang", language.other.value)
    assert tab.path == f"{language.other.prefix}{MEETING}"


@pytest.mark.parametrize(
    ("path", "words", "found"),
    [("", "nhà công vụ", "nhà công vụ"), ("", "20.739", "20.739"), ("en/", "rotation", "rotation")],
)
def test_the_search_opens_by_key_and_finds(open_tab: Open, path: str, words: str, found: str) -> None:
    tab = open_tab()
    page = tab.page
    tab.visit(path)
    page.keyboard.press("/")
    field = page.locator("[data-search-dialog] input")
    expect(field).to_be_focused()
    field.press_sequentially(words)
    results = page.locator("[data-hits] li[data-id]")
    expect(results.first).to_be_visible()
    expect(results.first).to_contain_text(re.compile(re.escape(found), re.IGNORECASE))
    assert tab.errors == []
    assert tab.strangers == []
