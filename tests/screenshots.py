"""Pictures of the site for whoever reviews a change to its looks: `make screenshots` writes `screenshots/`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from macros.text.language import Language
from tests import chromium
from tests.support.project import ROOT, build
from tests.support.server import serve
from tests.support.tab import Scheme

PAGES = {
    "home": "",
    "lessons": "reviews/2023/lessons/",
    "meeting": "meetings/2022-06-29/",
    "province": "provinces/quang-ngai/",
    "document": "documents/96-qd-tw/",
    "search": "search/?q=ket+nap+dang+vien",
}
WIDTHS = {"phone": 390, "tablet": 768, "desktop": 1280}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def take(address: str, target: Path) -> int:
    """Picture every page at every width, light and dark, in both languages, and a printed meeting; gives the count."""
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        for scheme in SCHEMES:
            for device, width in WIDTHS.items():
                context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
                page = context.new_page()
                for language in Language:
                    for name, path in PAGES.items():
                        page.goto(f"{address}{language.prefix}{path}", wait_until="networkidle")
                        page.screenshot(path=target / f"{name}-{language}-{device}-{scheme}.png", full_page=True)
                        count += 1
                        if name == "meeting" and scheme == "light" and device == "desktop":
                            page.pdf(path=target / f"print-{language}.pdf", prefer_css_page_size=True)
                            count += 1
                context.close()
        browser.close()
    return count


def main(arguments: list[str]) -> int:
    """Build the site and picture it."""
    target = Path(arguments[0])
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        built = build(ROOT, "--site-dir", str(site))
        if built.returncode:
            print(built.stderr, file=sys.stderr)
            return 1
        with serve(site) as address:
            print(f"{take(address, target)} → {target}/")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
