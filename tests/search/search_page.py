"""The search page and the dialog as a reader uses them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Locator

from macros.text.language import Language
from tests.support.tab import Tab

_DONE = "() => document.querySelector('ol[data-results]')?.getAttribute('aria-busy') === null"


@dataclass
class SearchPage:
    """The search page of one language in a tab."""

    tab: Tab
    language: Language = Language.VI

    def visit(self, words: str = "", **filters: Any) -> SearchPage:
        """Open the address of a search and wait for its results."""
        query = urlencode({**({"q": words} if words else {}), **filters}, doseq=True)
        self.tab.visit(f"{self.language.prefix}search/" + (f"?{query}" if query else ""))
        return self.settle()

    def settle(self) -> SearchPage:
        """Wait until nothing is being searched."""
        self.tab.page.wait_for_function(_DONE)
        return self

    @property
    def ids(self) -> list[str]:
        """The hits in their order."""
        found: list[str] = self.tab.page.eval_on_selector_all(
            "ol[data-results] > li[data-id]", "items => items.map(item => item.dataset.id)"
        )
        return found

    @property
    def links(self) -> list[str]:
        """Where the hits lead."""
        found: list[str] = self.tab.page.eval_on_selector_all(
            "ol[data-results] > li[data-id]", "items => items.map(item => item.querySelector('a[href]').href)"
        )
        return found

    @property
    def total(self) -> int:
        """How many are found, as told to the reader."""
        return int("".join(filter(str.isdigit, self.part("count").inner_text())) or 0)

    def part(self, name: str) -> Locator:
        """A part of the page by its `data-` name."""
        return self.tab.page.locator(f"[data-search-page] [data-{name}]")

    def counts(self, facet: str) -> dict[str, int]:
        """The counts beside the values of a facet."""
        found: dict[str, int] = self.tab.page.evaluate(
            """facet => Object.fromEntries(
                [...document.querySelectorAll(`input[data-facet="${facet}"]`)].map((box) => [
                    box.value, +box.closest("label").querySelector("[data-facet-count]").dataset.facetCount,
                ]))""",
            facet,
        )
        return found


@dataclass
class Dialog:
    """The search dialog on any page."""

    tab: Tab

    def open(self, key: str = "/") -> Dialog:
        """Open it from the keyboard and wait until it takes what is typed."""
        self.tab.page.keyboard.press(key)
        self.tab.page.wait_for_function("() => document.activeElement?.matches('[data-search-dialog] input')")
        return self

    def type(self, words: str) -> Dialog:
        """Type as a reader does and wait for the results of the whole query."""
        field = self.tab.page.locator("[data-search-dialog] input")
        field.press_sequentially(words, delay=15)
        return self.settle()

    def paste(self, words: str) -> Dialog:
        """Put words into the field at once and wait for their results."""
        self.tab.page.locator("[data-search-dialog] input").fill(words)
        return self.settle()

    def settle(self) -> Dialog:
        """Wait until what is in the field has been searched for."""
        self.tab.page.wait_for_function(
            """() => {
                const dialog = document.querySelector("[data-search-dialog]");
                return dialog.dataset.shown === dialog.querySelector("input").value;
            }"""
        )
        return self

    @property
    def ids(self) -> list[str]:
        """The hits in their order."""
        found: list[str] = self.tab.page.eval_on_selector_all(
            "[data-hits] li[data-id]", "items => items.map(item => item.dataset.id)"
        )
        return found
