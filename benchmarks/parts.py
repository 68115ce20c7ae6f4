"""What each part of a build costs by itself: `python -m benchmarks.parts`, run in a project tree.

With `--pages-only` it is `mkdocs build` without search index, exports and feeds; else it prints, as JSON, the seconds
of processor time of each part, one after another in one process and from nothing.
"""

from __future__ import annotations

import gc
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mkdocs.__main__ import cli

from macros.archive.related import related
from macros.build.writing import Writer
from macros.checks.loading import read_archive
from macros.commands.compressed import compress
from macros.derived.exports import exports
from macros.derived.feeds import feeds
from macros.derived.social_cards import Cards
from macros.search.site import site_search
from macros.speed.cache import Cache
from macros.speed.digests import digest
from macros.text.language import Language

_CARDS = 21  # hand-written pages of a language
_COMPRESSED = 100  # of all pages; it is the slowest part by far, and only web servers of one's own need it


def _pages_only() -> None:
    for part in ("_search", "_exports", "_feeds"):
        setattr(Writer, part, lambda *_: digest([]))
    sys.argv = ["mkdocs", "build", "--quiet", "--strict"]
    cli()


def _parts() -> dict[str, float]:
    gc.disable()  # as a build does
    took: dict[str, float] = {}

    def timed(name: str, work: Callable[[], object]) -> None:
        begin = time.process_time()
        work()
        took[name] = round(time.process_time() - begin, 2)

    begin = time.process_time()
    archive = read_archive(Path("data"))
    took["reading and checking the data"] = round(time.process_time() - begin, 2)
    timed("similar statements", lambda: [related(archive).similar(statement) for statement in archive.statements])
    for language in Language:
        timed(f"search index, {language}", lambda: site_search(archive, language, ()))  # noqa: B023
    timed("exports", lambda: list(exports(archive, "https://archive.example.org/")))
    timed("feeds", lambda: feeds(archive, "https://archive.example.org/"))
    with tempfile.TemporaryDirectory() as folder:
        cards = Cards(Path(folder), archive, Cache(Path(folder) / "cache"))
        pages = [f"page-{number}/" for number in range(_CARDS)]

        def draw() -> None:
            for page in pages:
                cards.write(page, Language.VI, f"Trang số {page}")

        timed("social cards, 21", draw)
    with tempfile.TemporaryDirectory() as folder:
        for number, page in enumerate(sorted(Path("site/meetings").rglob("index.html"))[:_COMPRESSED]):
            shutil.copyfile(page, Path(folder) / f"{number}.html")
        timed(f"gzip and brotli of {_COMPRESSED} pages", lambda: compress(Path(folder)))
    return took


if __name__ == "__main__":
    if sys.argv[1:] == ["--pages-only"]:
        _pages_only()
    else:
        print(json.dumps(_parts()))
