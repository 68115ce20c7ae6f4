"""A statement is text; its mark opens what else is known of it: by finger, by key, without script, on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from macros.text.language import Language, word
from tests.support.page_kinds import MEETING, STATEMENT
from tests.support.tab import Open

REVIEW = "reviews/2031/lessons/"
_TARGET = """mark => {
    const after = getComputedStyle(mark, "::after");
    const [top, right, bottom, left] = ["top", "right", "bottom", "left"].map((side) => -parseFloat(after[side]));
    return { width: mark.offsetWidth + left + right, height: mark.offsetHeight + top + bottom };
}"""


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", [REVIEW, MEETING])
def test_a_mark_opens_its_note_and_escape_gives_the_focus_back(
    open_tab: Open, path: str, width: int, javascript: bool
) -> None:
    tab = open_tab(width, javascript=javascript)
    page = tab.page
    tab.visit(path)
    mark = page.locator("main .mark").first
    note = page.locator(f"#{mark.get_attribute('popovertarget')}")
    expect(note).to_be_hidden()
    mark.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    box, window = note.bounding_box(), page.viewport_size
    assert box and window
    assert box["x"] >= 0 and box["x"] + box["width"] <= window["width"]
    assert box["y"] >= 0 and box["y"] + box["height"] <= window["height"]
    page.keyboard.press("Tab")
    assert note.evaluate("note => note.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(mark).to_be_focused()


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without"])
def test_a_note_has_a_button_that_closes_it(open_tab: Open, javascript: bool) -> None:
    tab = open_tab(390, javascript=javascript)
    tab.visit(REVIEW)
    mark = tab.page.locator("main .mark").first
    note = tab.page.locator(f"#{mark.get_attribute('popovertarget')}")
    mark.click()
    close = note.get_by_role("button", name=word("search_close", Language.VI), exact=True)
    box = close.bounding_box()
    assert box and min(box["width"], box["height"]) >= 24
    close.click()
    expect(note).to_be_hidden()


@pytest.mark.parametrize("path", [REVIEW, MEETING])
def test_a_mark_is_large_enough_for_a_finger(open_tab: Open, path: str) -> None:
    tab = open_tab(390)
    tab.visit(path)
    sizes = [mark.evaluate(_TARGET) for mark in tab.page.locator("main .mark").all()]
    assert sizes
    assert [size for size in sizes if min(size["width"], size["height"]) < 24] == []


_ASTRAY = """() => [...document.querySelectorAll("main .mark")].filter((mark) => {
    const text = [...mark.previousElementSibling.getClientRects()].at(-1), own = mark.getBoundingClientRect();
    return Math.abs(own.top - text.top) > text.height / 2 || own.left < text.left
        || own.right > document.documentElement.clientWidth;
}).map((mark) => mark.textContent)"""


@pytest.mark.parametrize("width", [320, 345, 390, 610, 1280])
@pytest.mark.parametrize("path", [REVIEW, MEETING])
def test_a_mark_is_on_the_last_line_of_its_text(open_tab: Open, path: str, width: int) -> None:
    tab = open_tab(width)
    tab.visit(path)
    assert tab.page.evaluate(_ASTRAY) == []


def test_marks_are_numbered_in_reading_order(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit("reviews/2031/achievements/")
    marks = tab.page.locator("main .mark").all_inner_texts()
    assert marks == [str(number) for number in range(1, len(marks) + 1)]


@pytest.mark.parametrize("language", Language)
def test_on_paper_notes_are_footnotes(open_tab: Open, language: Language) -> None:
    tab = open_tab()
    tab.visit(language.prefix + REVIEW)
    tab.page.emulate_media(media="print")
    notes = tab.page.locator(".notes .note")
    assert notes.count() == tab.page.locator("main .mark").count()
    for note in notes.all():
        expect(note).to_be_visible()
    expect(notes.first).to_contain_text(word("from_summary", language), ignore_case=True)
    expect(notes.first.locator(".note__ways")).to_be_hidden()


@pytest.mark.parametrize("language", Language)
def test_a_statement_that_a_link_leads_to_says_where_it_is_from(open_tab: Open, language: Language) -> None:
    tab = open_tab(390)
    tab.visit(language.prefix + MEETING)
    where = tab.page.locator(f"#{STATEMENT} .said__where")
    expect(where).to_be_hidden()
    tab.visit(f"{language.prefix}{MEETING}?#{STATEMENT}")
    expect(where).to_be_visible()
    expect(where).to_contain_text("2030")
    expect(where.locator('[href*="#source-"]')).to_be_visible()  # so that from a table of texts, too, it is one click


@pytest.mark.parametrize("language", Language)
def test_the_day_of_a_meeting_stays_in_view(open_tab: Open, language: Language) -> None:
    tab = open_tab(390)
    tab.visit(language.prefix + MEETING)
    tab.page.mouse.wheel(0, 1500)
    tab.page.wait_for_function("() => scrollY > 500")
    assert tab.page.locator(".dateline").evaluate("line => line.getBoundingClientRect().top") == 0


@pytest.mark.parametrize("language", Language)
def test_the_first_conclusion_is_on_the_first_screen(open_tab: Open, language: Language) -> None:
    tab = open_tab(390)
    tab.visit(language.prefix + MEETING)
    top = tab.page.locator("[data-conclusion]").first.evaluate("block => block.getBoundingClientRect().top")
    assert top + 60 < 800


@pytest.mark.parametrize("width", [390, 1280])
def test_the_other_language_keeps_the_place(open_tab: Open, width: int) -> None:
    tab = open_tab(width)
    page = tab.page
    tab.visit(MEETING)
    page.mouse.wheel(0, 600)
    page.wait_for_function("() => scrollY > 300")
    page.locator("a[data-counterpart]").filter(visible=True).last.click()
    page.wait_for_url(f"**/en/{MEETING}#*")
    page.wait_for_function("() => scrollY > 100")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_other_language_keeps_the_statement_that_the_address_names(open_tab: Open, width: int) -> None:
    tab = open_tab(width)
    page = tab.page
    last = page.locator("[data-statement]").last
    tab.visit(MEETING)
    id = last.get_attribute("id")
    tab.visit(f"{MEETING}?#{id}")
    page.mouse.wheel(0, -40)  # a reader's thumb
    page.wait_for_timeout(300)
    page.locator("a[data-counterpart]").filter(visible=True).last.click()
    page.wait_for_url(f"**/en/{MEETING}#{id}")
    expect(page.locator(f"#{id}")).to_be_in_viewport()


def test_the_other_language_keeps_the_search(open_tab: Open) -> None:
    tab = open_tab()
    state = "q=can+bo+tre&kind=conclusion&off=year%3A2031&sort=newest"
    tab.visit(f"search/?{state}")
    tab.page.locator("a.language-switch").click()
    tab.page.wait_for_url(f"**/en/search/?{state}")
    expect(tab.page.locator("[data-form] [name=q]")).to_have_value("can bo tre")


def test_the_contents_mark_where_the_reader_is_and_the_address_follows(open_tab: Open) -> None:
    tab = open_tab(1400)
    page = tab.page
    tab.visit("reviews/2031/achievements/")
    last = page.locator("main h2[id]").last
    last.evaluate("heading => heading.scrollIntoView()")
    id = last.get_attribute("id")
    expect(page.locator(".toc a[aria-current]")).to_have_count(1)
    page.wait_for_function("() => location.hash")
    marked = page.locator(".toc a[aria-current]").get_attribute("href")
    assert page.evaluate("location.hash") == marked
    assert id


@pytest.mark.parametrize("language", Language)
def test_every_record_leads_to_those_before_and_after_it(open_tab: Open, language: Language) -> None:
    tab = open_tab()
    for path in (MEETING, "topics/training/", "documents/45-qd-tw/", "people/vu-ha-ngan/", "provinces/moc-linh/"):
        tab.visit(language.prefix + path)
        around = tab.page.locator("nav.siblings a")
        assert around.count() in (1, 2), path
        addresses = around.evaluate_all("links => links.map(link => link.href)")
        for address in addresses:
            assert tab.visit(address.removeprefix(tab.address)) == 200
