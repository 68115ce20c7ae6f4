"""axe-core, best practices included, finds nothing on any kind of page: light and dark, narrow and wide."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page

from macros.text.language import Language
from tests.node import TOOLS
from tests.support.page_kinds import MISSING, PAGES
from tests.support.tab import Open, Scheme

COLOURS = ["color-contrast", "link-in-text-block"]
SCHEMES: dict[Scheme, dict[str, Any]] = {"light": {}, "dark": {"runOnly": {"type": "rule", "values": COLOURS}}}
FORMS = ("meetings/2031-06-18", "people&entry=quach-duc-thinh", "documents/12-qd-tw-2032")  # the last is new
SEARCHES = ("search/?q=ket+nap+dang+vien&kind=conclusion", "search/?q=qwxz+zxwq")


@cache
def _axe() -> str:
    return (TOOLS / "node_modules/axe-core/axe.min.js").read_text("utf-8")


def _violations(page: Page) -> list[str]:
    """What axe finds in the light; in the dark only what colours can change, for the rest is the same."""
    page.evaluate(_axe())
    found: list[str] = []
    for scheme, only in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        violations: list[dict[str, Any]] = page.evaluate(
            "only => axe.run({ resultTypes: ['violations'], ...only }).then(result => result.violations)", only
        )
        found += [
            f"{page.url} {scheme}: {violation['id']}: {node['html'][:200]} {node['failureSummary']}"
            for violation in violations
            for node in violation["nodes"]
        ]
    page.emulate_media(color_scheme="light")
    return found


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", Language)
def test_no_kind_of_page_shuts_anybody_out(open_tab: Open, language: Language, width: int) -> None:
    tab = open_tab(width)
    found = []
    for path in (*PAGES, MISSING):
        tab.visit(language.prefix + path)
        found += _violations(tab.page)
    for path in SEARCHES:
        tab.visit(language.prefix + path)
        tab.page.locator("[data-results]:not([aria-busy])").wait_for(state="attached")
        found += _violations(tab.page)
    for record in FORMS:
        tab.visit(f"{language.prefix}edit/?record={record}")
        tab.page.locator("[data-work]").wait_for()
        if tab.page.locator("[data-drawing]").is_visible():
            tab.page.locator("[data-preview] > summary").click()
            tab.page.locator("[data-drawn] h1").wait_for()
        found += _violations(tab.page)
    tab.visit(language.prefix)
    tab.page.keyboard.press("/")
    tab.page.keyboard.type("can bo")
    tab.page.locator("dialog[open] .hit").first.wait_for()
    found += _violations(tab.page)
    assert found == []
