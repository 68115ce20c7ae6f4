"""The search bench: relevance, bytes, requests and milliseconds of this site's search and its peers, in one run.

`make bench-search` runs it whole and writes `benchmarks/results/search.md` and `.json`, and for each set of queries of
readers `search-<set>.md` and `.json`.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, get_args

from playwright.sync_api import Browser, sync_playwright

from benchmarks.lanes import LANES, ROOT
from benchmarks.measure import answers, scores, transfer
from benchmarks.queries import NEVER_LOOKED_AT, READERS, Half, Query, added, load
from benchmarks.report import markdown
from benchmarks.synthetic import grown
from macros.archive import Archive
from macros.checks.loading import read_archive
from macros.search.documents import SearchDocument, documents
from macros.search.titled_pages import titled_pages
from macros.text.folding import fold, normal
from macros.text.language import Language
from tests import chromium

RESULTS = ROOT / "benchmarks/results"
THREE = 3  # the places of which one must be right, for a query of a reader
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# What is measured at which size: the slower the peer, the smaller; English on the real archive only.
_LANES_AT = {"10000": {"ours", "brute-force", "pagefind-folded"}, "100000": {"ours"}}


def main() -> None:
    """Run what the arguments ask for and print or write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="real,1000,10000,100000")
    parser.add_argument("--half", choices=get_args(Half), default="held-out")
    parser.add_argument("--lanes", default=",".join(LANES))
    parser.add_argument("--languages", default="vi,en")
    parser.add_argument("--misses", action="store_true", help="list the queries that ours answers wrongly")
    parser.add_argument("--write", action="store_true", help="write benchmarks/results/")
    chosen = parser.parse_args()
    if chosen.misses and chosen.half in NEVER_LOOKED_AT:
        parser.error("these queries are never looked at")
    archive = read_archive(ROOT / "data")
    queries = load(chosen.half, archive)
    readers = chosen.half == "readers"
    rows = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=_ARGUMENTS)
        for size in chosen.sizes.split(","):
            for language in map(Language, chosen.languages.split(",")):
                for lane in chosen.lanes.split(","):
                    if lane in _LANES_AT.get(size, LANES) and (size == "real" or language is Language.VI):
                        rows.append(_row(browser, archive, queries, size, language, lane, chosen.misses, readers))
    report = {"machine": _machine(), "half": chosen.half, "rows": rows}
    if chosen.write:
        RESULTS.mkdir(exist_ok=True)
        name = f"search-{chosen.half}" if chosen.half in READERS else "search"
        (RESULTS / f"{name}.json").write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", "utf-8")
        (RESULTS / f"{name}.md").write_text(markdown(report), "utf-8")
    print(markdown(report))


def _row(
    browser: Browser,
    archive: Archive,
    queries: list[Query],
    size: str,
    language: Language,
    lane: str,
    misses: bool,
    readers: bool,
) -> dict[str, Any]:
    print(f"{size} {language} {lane} …", file=sys.stderr, flush=True)
    found = (
        documents(archive, language, titled_pages(ROOT / "docs", archive))
        if size == "real"
        else grown(archive, language, int(size))
    )
    asked = _widened([query for query in queries if query.language is language], found, size)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seconds = LANES[lane](archive, found, language, folder)
        row = {
            "size": size,
            "documents": len(found),
            "language": language.value,
            "lane": lane,
            "build_seconds": round(seconds, 2),
            "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "disk_bytes": sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
            "transfer": transfer(browser, folder),
        }
        ids, timing = answers(browser, folder, [query.text for query in asked])
    late = added(archive)
    ids = [_judged(query, found, late) for query, found in zip(asked, ids, strict=True)]
    if misses:
        _print_misses(asked, ids, THREE if readers else 1)
    return row | {"milliseconds": timing.summary(), "scores": scores(asked, ids)}


def _judged(query: Query, found: list[str], late: frozenset[str]) -> list[str]:
    """What is found without the records added since the query’s answers were judged, but for those that are answers."""
    return [id for id in found if not (query.since and query.targets) or id not in late or id in query.targets]


def _widened(queries: list[Query], found: Sequence[SearchDocument], size: str) -> list[Query]:
    """In a grown archive every document that holds a phrase word for word answers it as well as the real ones."""
    if size == "real":
        return queries
    texts = [(document.id, f" {fold(normal(f'{document.title} {document.text}'))} ") for document in found]
    wider = []
    for query in queries:
        words = fold(normal(query.text)).strip('" ')
        same = {id for id, text in texts if words in text} if len(words.split()) > 2 and query.targets else set()
        wider.append(replace(query, targets=query.targets | same))
    return wider


def _print_misses(queries: list[Query], found: list[list[str]], places: int) -> None:
    for query, ids in zip(queries, found, strict=True):
        if (query.targets and not query.targets.intersection(ids[:places])) or (not query.targets and ids):
            print(f"[{query.kind}] {query.text} → {ids[:3]}, wanted {sorted(query.targets)[:3]}")


def _machine() -> dict[str, str]:
    return {
        "date": datetime.date.today().isoformat(),
        "cores": str(os.cpu_count()),
        "python": platform.python_version(),
        "chromium": subprocess.run(
            [chromium.find(), "--version"], capture_output=True, text=True, check=True
        ).stdout.strip(),
        "pagefind": version("pagefind"),
        "material": version("mkdocs-material"),
    }


if __name__ == "__main__":
    main()
