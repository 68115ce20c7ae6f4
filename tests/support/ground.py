"""How much of a phone's screen is what a page has to say, and how far down its first conclusion is.

The ground of statements is all from the first to the last of them, what lies between included. A line of text counts
with its line height. The window is 390 × 844 pixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from macros.text.language import Language

WIDTH, HEIGHT = 390, 844
_CARD = re.compile(r'class="statement" data-statement=')
_MEASURED = r"""() => {
    const all = (selector) => [...document.querySelectorAll(`main ${selector}`)];
    const shown = (selector) => all(selector).filter((each) => each.checkVisibility());
    const blocks = shown("[data-statement]").map((each) => each.getBoundingClientRect());
    const top = Math.min(...blocks.map((each) => each.top)), bottom = Math.max(...blocks.map((each) => each.bottom));
    let font = Infinity, text = 0, end = -Infinity;
    for (const each of shown("[data-statement-text]")) {
        const style = getComputedStyle(each);
        font = Math.min(font, parseFloat(style.fontSize));
        for (const line of each.getClientRects()) {
            const around = Math.max(0, parseFloat(style.lineHeight) - line.height) / 2;
            text += Math.max(0, line.bottom + around - Math.max(line.top - around, end));
            end = Math.max(end, line.bottom + around);
        }
    }
    const words = { all: 0, said: 0 }, range = document.createRange();
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        range.selectNodeContents(walker.currentNode);
        const { top: begins, height, width } = range.getBoundingClientRect();
        if (!height || width < 2 || begins < top || begins >= bottom) continue;
        if (!walker.currentNode.parentElement.checkVisibility()) continue; // boxes in closed details have a size
        const count = walker.currentNode.data.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
        words.all += count;
        if (walker.currentNode.parentElement.closest("[data-statement-text]")) words.said += count;
    }
    const first = document.querySelector("main [data-conclusion] [data-statement-text]");
    const second = first && first.getBoundingClientRect().top + 2 * parseFloat(getComputedStyle(first).lineHeight);
    return [document.scrollingElement.scrollHeight, text / (bottom - top), words.said / words.all, font, second];
}"""


@dataclass(frozen=True)
class Ground:
    """One page: its height in screens, the shares of statements in the ground and in the words on it, their smallest
    letters in pixels, and where the second line of the first conclusion ends, in screens; None without one."""

    path: str
    screens: float
    text: float
    words: float
    font: float
    conclusion: float | None


def measured(browser: Browser, address: str, paths: list[str]) -> Iterator[Ground]:
    """The ground of pages, by their addresses within the site."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, java_script_enabled=False)
    page = context.new_page()
    for path in paths:
        yield _measured(page, address, path)
    context.close()


def _measured(page: Page, address: str, path: str) -> Ground:
    page.goto(address + path, wait_until="load")
    page.evaluate("document.fonts.ready")
    height, text, words, font, second = page.evaluate(_MEASURED)
    return Ground(path, height / HEIGHT, text, words, font, second and second / HEIGHT)


def lists(site: Path, language: Language, count: int = 10) -> list[str]:
    """The addresses of the lists that have most cards of statements."""
    cards = {
        str(file.parent.relative_to(site)) + "/": len(_CARD.findall(file.read_text("utf-8")))
        for file in (site / language.prefix).rglob("index.html")
        if language is Language.EN or Language.EN.prefix.strip("/") not in file.relative_to(site).parts
    }
    return sorted(cards, key=lambda path: -cards[path])[:count]


def concluded(site: Path, language: Language) -> list[str]:
    """The addresses of the meetings that have a conclusion."""
    files = sorted((site / language.prefix / "meetings").glob("*/index.html"))
    return [str(file.parent.relative_to(site)) + "/" for file in files if " data-conclusion" in file.read_text("utf-8")]
