"""Run the parts, show how their cases ended, fail where one ended wrongly: `make torture`."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.torture import browser, builds, counts, inputs
from benchmarks.torture.counts import Counts
from tests import chromium
from tests.reading.hostile import HostileData
from tests.support import project
from tests.support.page_kinds import PAGES


def _inputs(folder: Path, seed: int, times: int, minutes: float) -> Counts:
    spoiled = inputs.Inputs(folder, seed)
    spoiled.spoil(times)
    return spoiled.counts


def _browser(folder: Path, seed: int, times: int, minutes: float) -> Counts:
    """The small archive as it is, then with hostile texts in the place of its own."""
    tree = project.copy_small(folder / "project")
    settings = project.TODAY | {"SITE_URL": project.SITE_URL}
    assert project.build(tree, before=None, **settings).returncode == 0
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        browsing = browser.Browsing(started, tree / "site", seed)
        browsing.bring(times)
        data = HostileData(tree)
        texts = {way: browser.payload(browsing.random) for way in sorted(data.texts, key=str)}
        while refused := data.refused(texts):
            texts = {way: text for way, text in texts.items() if way not in refused}
        result = project.build(tree, before=None, **settings)
        assert result.returncode == 0, result.stdout + result.stderr
        browsing.walk(list(PAGES))
    print(f"{len(texts)} hostile texts in the data", *browsing.reported, sep="\n", file=sys.stderr)
    return browsing.counts


def _builds(folder: Path, seed: int, times: int, minutes: float) -> Counts:
    hindered = builds.Builds(folder, seed)
    until = time.monotonic() + 60 * minutes
    for number in range(times):  # in rounds: where time ends the run, each kind was tried as often as the others
        kinds = [*hindered.kinds]
        hindered.random.shuffle(kinds)
        for kind in kinds:
            if time.monotonic() < until:
                hindered.hinder(kind)
                print(
                    f"\r{number + 1} / {times}, {hindered.counts.total()} builds ", end="", file=sys.stderr, flush=True
                )
    hindered.finish()
    return hindered.counts


Part = tuple[str, tuple[str, ...], int, Callable[[Path, int, int, float], Counts]]
PARTS: dict[str, Part] = {
    "inputs": (inputs.TITLE, inputs.RIGHT, 3_400, _inputs),
    "browser": (browser.TITLE, browser.RIGHT, 25, _browser),
    "builds": (builds.TITLE, builds.RIGHT, 10, _builds),
}


def main() -> int:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=[*PARTS], help=", ".join(PARTS))
    parser.add_argument("--times", type=int, help="how many cases of each kind, in the place of each part's number")
    parser.add_argument("--minutes", type=float, default=24 * 60, help="after which no further build is begun")
    parser.add_argument("--seed", type=int, default=21)
    parser.add_argument("--write", action="store_true", help=f"write {counts.RESULTS}")
    arguments = parser.parse_args()
    commit = counts.commit()
    wrong: dict[tuple[str, str], int] = {}
    for part in arguments.parts:
        title, right, times, run = PARTS[part]
        with tempfile.TemporaryDirectory() as folder:
            ended = run(Path(folder), arguments.seed, arguments.times or times, arguments.minutes)
        reported = counts.reported(title, commit, arguments.seed, ended)
        print(f"\n{counts.markdown(reported)}")
        if arguments.write:
            counts.keep(part, reported)
        wrong |= ended.beyond(right)
    print(f"wrong: {wrong or 'nothing'}")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
