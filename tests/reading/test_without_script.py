"""With JavaScript off every page reads, every list is a link away, and so is the other language."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from macros.text.language import Language
from tests.support.page_kinds import PAGES
from tests.support.tab import Open

# What a reader sees who can press nothing that needs a script: heading, words, dead buttons and fields.
_SEEN = """() => {
    const seen = (selector) => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
    return {
        heading: seen("h1").length,
        words: document.querySelector("main").innerText.split(/\\s+/).length,
        dead: seen("button:not([popovertarget]), input, select, [role=button]").map((each) => each.outerHTML),
    };
}"""
# From a page by one click after another, each by the address it leads to, down to cards or rows.
WAYS: tuple[tuple[str, list[str], str], ...] = (
    ("statements/", ["kinds/result/"], ".statement"),
    ("statements/", ["years/2031/"], ".statement, .parts a"),
    ("topics/", ["topics/cadres/"], ".statement"),
    ("provinces/", ["provinces/moc-linh/"], ".statement"),
    ("documents/", ["documents/types/regulation/", "documents/45-qd-tw/"], ".statement"),
    ("meetings/", ["meetings/levels/regional/", "meetings/2030-06-12/"], ".said"),
    ("figures/", [], "tbody tr"),
)


@pytest.mark.parametrize("language", Language)
def test_every_kind_of_page_reads(open_tab: Open, language: Language) -> None:
    tab = open_tab(390, javascript=False)
    faults = []
    for path in PAGES:
        assert tab.visit(language.prefix + path) == 200
        seen = tab.page.evaluate(_SEEN)
        if seen["heading"] != 1 or seen["words"] < 20:
            faults.append(f"{path}: {seen['heading']} headings, {seen['words']} words")
        faults += [f"{path}: {dead}" for dead in seen["dead"]]
        switch = tab.page.locator("a.language-switch")
        expect(switch).to_be_visible()
        if switch.evaluate("link => link.href") != f"{tab.address}{language.other.prefix}{path}":
            faults.append(f"{path}: {switch.get_attribute('href')}")
    assert faults == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("start", "way", "shown"), WAYS)
def test_every_list_is_reached(open_tab: Open, language: Language, start: str, way: list[str], shown: str) -> None:
    tab = open_tab(javascript=False)
    tab.visit(language.prefix + start)
    for path in way:
        link = tab.page.locator("main a").filter(visible=True)
        links = link.evaluate_all("links => links.map(link => link.href)")
        address = f"{tab.address}{language.prefix}{path}"
        assert address in links, tab.path
        link.nth(links.index(address)).click()
        tab.page.wait_for_url(address)
    expect(tab.page.locator("main").locator(shown).first).to_be_visible()
