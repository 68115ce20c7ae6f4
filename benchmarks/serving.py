"""How long who edits waits: from saving a meeting's file until the browser shows it, under `make serve`."""

from __future__ import annotations

import re
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import chromium
from tests.support.project import preview

_EDITS = 5
_PAUSE = 4.0  # seconds, as somebody reads what came


def edit_to_page(tree: Path) -> float:
    """Seconds, the median of a few edits of a meeting's title; the file is as before at the end."""
    file = sorted((tree / "data/meetings").glob("*.yml"))[-1]
    text = file.read_text("utf-8")
    title = re.search(r"(?m)^title:\n  vi: (.*)$", text)
    assert title is not None
    took = []
    with (
        tempfile.TemporaryDirectory() as folder,
        preview(tree, Path(folder) / "log") as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{address}meetings/{file.stem}/")
        for number in range(_EDITS):
            time.sleep(_PAUSE)
            begin = time.monotonic()
            file.write_text(text.replace(title[1], f"{title[1]} (lần {number})", 1), "utf-8")
            page.locator("h1", has_text=f"(lần {number})").wait_for(timeout=120_000)
            took.append(time.monotonic() - begin)
        file.write_text(text, "utf-8")
    return statistics.median(took)
