"""The search dialog in a real browser: opened from anywhere, driven from the keyboard, costing nothing before."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from macros.text.language import Language
from tests.search.search_page import Dialog, SearchPage
from tests.support.page_kinds import PAGES
from tests.support.tab import Open, Tab

CAREFUL = "meetings/2030-06-12/careful-planning"


def _of_search(tab: Tab) -> list[str]:
    return [url.removeprefix(tab.address) for url in tab.requests if "search" in url]


@pytest.mark.parametrize("language", Language)
def test_a_plain_page_fetches_nothing_of_search(open_tab: Open, language: Language) -> None:
    """But the small script that waits for a key; the rest comes with the field's focus."""
    tab = open_tab()
    for path in set(PAGES) - {"search/", "edit/"}:  # which have fields of their own
        tab.requests.clear()
        tab.visit(language.prefix + path)
        tab.page.evaluate("() => new Promise((done) => requestIdleCallback(done, { timeout: 500 }))")
        own = [url for url in _of_search(tab) if url not in (path, language.prefix + path)]
        assert own in (["assets/javascripts/search/open.js"], []), path
    Dialog(tab).open()
    tab.page.wait_for_load_state("networkidle")
    assert not any("assets/search/" in url for url in _of_search(tab))
    Dialog(tab).type("bien che" if language is Language.VI else "staffing")
    assert any(f"assets/search/{language}/index.json" in url for url in _of_search(tab))


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_from_the_keyboard_alone(open_tab: Open, key: str) -> None:
    tab = open_tab()
    tab.visit("provinces/")
    dialog = Dialog(tab).open(key).type("quy hoach can bo phai than trong chat che")
    assert dialog.ids[0] == CAREFUL
    chosen = tab.page.locator("[data-hits] [aria-selected=true]")
    for _ in range(9):
        tab.page.keyboard.press("ArrowDown")
        if chosen.locator("xpath=ancestor::li[@data-id]").count():
            break
    field = tab.page.locator("[data-search-dialog] input")
    assert chosen.get_attribute("id") == field.get_attribute("aria-activedescendant")
    assert chosen.locator("xpath=ancestor::li[@data-id]").get_attribute("data-id") == CAREFUL
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url("**/meetings/2030-06-12/**")
    assert tab.in_view("careful-planning")
    tab.page.wait_for_selector("#careful-planning mark")
    assert tab.errors == []


def test_arrows_lead_back_to_the_field(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit("topics/")
    dialog = Dialog(tab).open().type("can bo")
    chosen = tab.page.locator("[data-hits] [aria-selected=true]")
    tab.page.keyboard.press("ArrowDown")
    assert chosen.count() == 1
    tab.page.keyboard.press("ArrowUp")
    assert chosen.count() == 0
    tab.page.keyboard.press("ArrowUp")
    assert "search/?q=can+bo" in str(chosen.get_attribute("href"))  # the last: all results
    dialog.type(" x")
    assert chosen.count() == 0


def test_keys_that_an_input_method_uses_are_left_to_it(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit("topics/")
    Dialog(tab).open().type("can bo")
    taken = tab.page.evaluate(
        """() => {
            const field = document.querySelector("[data-search-dialog] input");
            const composed = { isComposing: true, bubbles: true, cancelable: true };
            const pressed = (key) => new KeyboardEvent("keydown", { key, ...composed });
            return ["ArrowDown", "Enter", "Escape"].filter((key) => !field.dispatchEvent(pressed(key)));
        }"""
    )
    assert taken == []
    assert tab.page.locator("[data-hits] [aria-selected=true]").count() == 0


FIELDS = ("dialog", "home", "page")


def _typed(tab: Tab, where: str, words: str) -> str:
    """Type into a field of search as soon as it is there; gives what holds it and its list."""
    tab.visit({"dialog": "topics/", "home": "", "page": "search/"}[where])
    if where == "dialog":
        Dialog(tab).open()
    else:
        tab.page.locator("main input[type=search]").focus()
    tab.page.keyboard.type(words, delay=10)
    return {"dialog": "[data-search-dialog]", "home": "[data-search-field]", "page": "[data-search-page]"}[where]


@pytest.mark.parametrize("where", FIELDS)
@pytest.mark.parametrize("words", ["qd45", "xqzv jkwq"])
def test_enter_leads_to_the_list(open_tab: Open, where: str, words: str) -> None:
    """Where nothing is chosen: at once, whatever of search is still on its way, found or not."""
    tab = open_tab()
    _typed(tab, where, words)
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url(f"**/search/?q={words.replace(' ', '+')}")
    assert tab.errors == []


@pytest.mark.parametrize("where", FIELDS)
def test_suggestions_come_first(open_tab: Open, where: str) -> None:
    """A topic whose name goes on with what is typed; chosen with an arrow, Enter searches for it."""
    tab = open_tab()
    root = _typed(tab, where, "can b")
    first = tab.page.locator(f"{root} [role=option]").first
    expect(first).to_contain_text("án bộ")
    query = str(first.get_attribute("href"))
    tab.page.keyboard.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    tab.page.keyboard.press("Enter")
    page = SearchPage(tab)
    tab.page.wait_for_url(f"**/{query.rsplit('/', 1)[-1]}")
    assert page.settle().total > 0 and tab.page.locator("main input[type=search]").input_value() != "can b"
    assert tab.errors == []


def test_a_term_is_suggested(open_tab: Open) -> None:
    tab = open_tab()
    root = _typed(tab, "page", "tổ chức c")
    term = tab.page.locator(root).get_by_role("option", name="tổ chức cơ sở đảng Thuật ngữ")
    expect(term).to_be_visible()


def test_a_suggestion_is_made_for_either_spelling(open_tab: Open) -> None:
    root = _typed(tab := open_tab(), "page", "qui đ")
    expect(tab.page.locator(root).get_by_role("option", name="Quy định")).not_to_have_count(0)


@pytest.mark.parametrize("where", ["home", "page"])
def test_escape_closes_what_typing_opened(open_tab: Open, where: str) -> None:
    """And leaves the words; so does going on to the next field."""
    tab = open_tab()
    popup = tab.page.locator(f"{_typed(tab, where, 'can b')} [data-popup]")
    field = tab.page.get_by_role("combobox", name="Tìm trong kho tư liệu")
    expect(popup).to_be_visible()
    assert field.get_attribute("aria-expanded") == "true"
    tab.page.keyboard.press("Escape")
    expect(popup).to_be_hidden()
    assert field.input_value() == "can b" and field.get_attribute("aria-expanded") == "false"
    tab.page.keyboard.press("ArrowDown")
    expect(popup).to_be_visible()
    tab.page.keyboard.press("Tab")
    expect(popup).to_be_hidden()


def test_the_field_of_the_first_page_costs_nothing_before_it_is_used(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit("")
    field = tab.page.locator("main input[type=search]")
    assert field.get_attribute("role") is None
    field.focus()
    expect(field).to_have_attribute("role", "combobox")
    tab.page.wait_for_load_state("networkidle")
    assert not any("assets/search/" in url for url in _of_search(tab))


def test_enter_where_search_cannot_be_loaded_opens_the_search_page(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit("topics/")
    tab.page.context.route("**/typing.js", lambda route: route.abort())
    Dialog(tab).open()
    tab.page.keyboard.type("qd45")
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_url("**/search/?q=qd45")


def test_the_button_closes(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit("topics/")
    Dialog(tab).open().type("qd45")
    tab.page.locator("[data-search-dialog] .search__close").click()
    assert not tab.page.locator("[data-search-dialog]").is_visible()
    assert tab.path == "topics/"


def test_escape_leaves_the_reader_where_they_were(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit("topics/")
    tab.page.locator("[data-search-open]").focus()
    Dialog(tab).open()
    tab.page.keyboard.press("Escape")
    assert not tab.page.locator("[data-search-dialog]").is_visible()
    assert tab.page.evaluate("document.activeElement.matches('[data-search-open]')")
    assert tab.path == "topics/"


def test_hits_stand_under_the_page_they_are_on(open_tab: Open) -> None:
    """With kind and date, the matched words marked with their accents; last, the way to all results."""
    tab = open_tab()
    tab.visit("")
    dialog = Dialog(tab).open().type("can bo")
    assert dialog.ids
    group = tab.page.locator("[data-hits] .search__group:has([role=group])").first
    assert group.locator("p").first.inner_text() and group.locator("li[data-id]").count()
    assert "cán" in tab.page.locator("[data-hits] mark").first.inner_text().lower()
    assert tab.page.locator("[data-hits] .hit__line").first.inner_text()
    tab.page.locator("[data-hits] a").last.click()
    tab.page.wait_for_url("**/search/?q=can+bo")
    page = SearchPage(tab).settle()
    assert page.total >= len(page.ids) > 0


def test_typing_shows_only_the_last_search(open_tab: Open) -> None:
    """A slow answer to what was typed before never takes the place of a later one."""
    tab = open_tab()
    tab.visit("")
    dialog = Dialog(tab).open()

    def late(route: Route) -> None:
        tab.page.wait_for_timeout(30)
        route.continue_()

    tab.page.context.route("**/texts/*.json", late)
    for piece in ("luan", " chuyen", " can", " bo"):
        tab.page.keyboard.type(piece, delay=5)
        tab.page.wait_for_timeout(230)  # longer than the pause: each piece is searched for
    dialog.type(" ")
    tab.page.wait_for_timeout(600)
    wanted = SearchPage(open_tab()).visit("luan chuyen can bo").ids[: len(dialog.ids)]
    assert wanted and set(dialog.ids) == set(wanted)
    assert tab.errors == []


def test_nothing_found_offers_the_other_language(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit("")
    Dialog(tab).open().type("planning careful rigorous effective")
    link = tab.page.locator("[data-hits] li[lang=en] a").first
    assert str(link.get_attribute("href")).endswith("en/meetings/2030-06-12/#careful-planning")


@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_the_window(open_tab: Open, width: int) -> None:
    tab = open_tab(width)
    tab.visit("")
    Dialog(tab).open().type("hội nghị giao ban")
    wide = tab.page.evaluate(
        """() => {
            const dialog = document.querySelector("[data-search-dialog]");
            const { left, right, bottom } = dialog.getBoundingClientRect();
            const list = dialog.querySelector("[data-hits]");
            return [left >= 0, right <= innerWidth, bottom <= innerHeight, list.scrollWidth <= list.clientWidth];
        }"""
    )
    assert wide == [True, True, True, True]


def test_a_deploy_while_the_page_is_open(open_tab: Open) -> None:
    """Files of the old index are gone: the new one is read once; where that fails too, the reader is told."""
    tab = open_tab()
    tab.visit("search/")
    gone: list[str] = []

    def once(route: Route) -> None:
        gone.append(route.request.url)
        if len(gone) == 1:
            route.fulfill(status=404, body="gone")
        else:
            route.continue_()

    tab.page.context.route("**/terms/*.txt", once)
    page = SearchPage(tab).visit("biên chế")
    assert len(gone) > 1 and page.total > 0
    tab.page.context.unroute("**/terms/*.txt")
    tab.page.context.route("**/terms/*.txt", lambda route: route.fulfill(status=404, body="gone"))
    page = SearchPage(tab).visit("cán bộ")
    assert page.ids == [] and "tải lại trang" in page.part("count").inner_text()


@pytest.mark.parametrize(("asked", "gone"), [("[data-more]", "texts"), ("[data-style=bibtex]", "citations")])
def test_what_is_asked_for_after_a_deploy_fails_in_words(open_tab: Open, asked: str, gone: str) -> None:
    """What was found stays; the reader is told how to go on."""
    page = SearchPage(open_tab()).visit(kind=["result", "lesson", "priority", "conclusion"])
    page.tab.page.context.route(f"**/{gone}/*.json", lambda route: route.fulfill(status=404, body="gone"))
    page.tab.page.locator(asked).click()
    expect(page.part("count")).to_contain_text("tải lại trang")
    assert len(page.ids) == 20


def test_a_worker_that_could_not_be_loaded_is_started_again(open_tab: Open) -> None:
    tab = open_tab()
    tab.page.context.route("**/worker.js*", lambda route: route.abort(), times=1)
    tab.visit("search/")
    field = tab.page.get_by_role("combobox", name="Tìm trong kho tư liệu")
    field.fill("cán bộ")
    expect(tab.page.locator("[data-count]").first).to_contain_text("tải lại trang")
    field.fill("luân chuyển cán bộ")
    expect(tab.page.locator("[data-results] > li").first).to_be_visible()
