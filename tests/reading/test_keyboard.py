"""A reader without a mouse: every stop is seen, in the order of the page, through header, language and cards."""

from __future__ import annotations

from typing import Any

import pytest

from macros.text.language import Language
from tests.support.page_kinds import MEETING
from tests.support.tab import Open

STOPS = 75
# The element that has the focus: how it is marked, and whether it can be seen where it stands (WCAG 2.4.7, 2.4.11).
_FOCUSED = """() => {
    const element = document.activeElement;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const shown = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return {
        html: element.outerHTML.slice(0, 120),
        classes: [...element.classList],
        outline: outlineStyle === "none" ? 0 : parseFloat(outlineWidth),
        seen: element.contains(shown) || Boolean(shown?.contains(element) && shown !== document.documentElement),
    };
}"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", Language)
def test_every_stop_is_seen(open_tab: Open, language: Language, width: int) -> None:
    tab = open_tab(width)
    tab.visit(language.prefix + MEETING)
    stops: list[dict[str, Any]] = []
    for _ in range(STOPS):
        tab.page.keyboard.press("Tab")
        if tab.page.evaluate("document.activeElement === document.body"):
            break  # the end of the page
        stops.append(tab.page.evaluate(_FOCUSED))
    assert [stop["html"] for stop in stops if stop["outline"] < 2 or not stop["seen"]] == []
    classes = [name for stop in stops for name in stop["classes"]]
    assert classes[0] == "skip"
    wanted = ["search-open", "language-switch", "mark"]
    assert [name for name in dict.fromkeys(classes) if name in wanted] == wanted


@pytest.mark.parametrize("language", Language)
def test_the_first_stop_leads_past_the_header(open_tab: Open, language: Language) -> None:
    tab = open_tab()
    tab.visit(language.prefix + MEETING)
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Enter")
    tab.page.keyboard.press("Tab")
    assert tab.page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("language", Language)
def test_the_other_language_is_reached_and_led_back_from(open_tab: Open, language: Language) -> None:
    tab = open_tab()
    for here in (language, language.other):
        if here is language:
            tab.visit(here.prefix + MEETING)
        tab.page.locator("a.language-switch").focus()
        tab.page.keyboard.press("Enter")
        tab.page.wait_for_url(f"{tab.address}{here.other.prefix}{MEETING}")
