"""The build bench: this site beside Material with macros, Zensical and Hugo, on the same records, in one run.

`make bench` runs it whole and writes `benchmarks/results/builds.md` and `.json`. Every process may use the same cores.
Wall and processor time, and the most memory that a build's processes held together. All build in memory where the
system has a folder there: the same file took the disk of one machine 0.1 ms or 1.2, by what was deleted before.
"""

from __future__ import annotations

import argparse
import datetime
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

import yaml

from benchmarks import hugo_site
from benchmarks.archives import write
from benchmarks.peer_pages import Pages, other_pages
from benchmarks.peers import HUGO_COMMAND, PEERS
from benchmarks.serving import edit_to_page
from macros.checks.loading import read_archive
from tests.support.project import copy

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks/results"
OURS, PAGES, HUGO = "ours", "ours, pages and lists alone", "hugo"
AGAIN, EDITED, RESTORED = "ours, nothing changed", "ours, one meeting edited", "ours, site gone, cache kept"
# The slower a peer, the smaller: at 10,000 meetings it would take hours and tens of gigabytes.
_LARGEST = {"material in navigation": 1_000, "material": 1_000, "zensical": 1_000}
_LARGEST_IN_PARTS = 1_000
_TURNS = 5  # builds of this site and of Hugo in turn, as a machine's speed changes from minute to minute
_PAGES_COMMAND = ["python", "-m", "benchmarks.parts", "--pages-only"]
_PACKAGES = {"material": "mkdocs-material", "zensical": "zensical", HUGO: "hugo"}
_IN_MEMORY = Path("/dev/shm")
_BIN = Path(sys.executable).parent


@dataclass
class Row:
    """One build: seconds, mebibytes, files and bytes of its site."""

    meetings: int
    builder: str
    wall: float
    cpu: float
    peak_mib: float
    files: int
    bytes: int


def main() -> None:
    """Run what the arguments ask for and print or write the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.builds", description=__doc__)
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument("--builders", nargs="+", default=[OURS, *PEERS])
    parser.add_argument("--write", action="store_true", help="write benchmarks/results/")
    chosen = parser.parse_args()
    if _IN_MEMORY.is_dir():
        tempfile.tempdir = str(_IN_MEMORY)
    rows: list[Row] = []
    edits: dict[str, float] = {}
    parts: dict[int, dict[str, float]] = {}
    turns: dict[int, list[tuple[float, float]]] = {}
    sizes = list(map(int, chosen.sizes.split(",")))
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder) / "data"
            _say(f"{size} meetings: writing them …")
            write(data, size, ROOT / "data")
            archive = read_archive(data)
            others = other_pages(archive)
            for builder in chosen.builders:
                if size <= _LARGEST.get(builder, size):
                    tree = Path(folder) / builder.replace(" ", "-")
                    rows += _measured(tree, data, size, builder, others)
                    if builder == OURS and size <= _LARGEST_IN_PARTS:
                        parts[size] = _parts(tree, size)
                        _say(f"{size} meetings, edits under serve …")
                        edits[f"{size:,} meetings"] = round(edit_to_page(tree), 2)
                    if builder == HUGO and size == min(sizes):
                        hugo_site.check(tree / "site", archive)
                    if builder not in (OURS, HUGO):
                        shutil.rmtree(tree)
            if size == _LARGEST_IN_PARTS and {OURS, HUGO} <= set(chosen.builders):
                turns[size] = _in_turn(Path(folder) / OURS, Path(folder) / HUGO, size)
    _say("the real archive, edits under serve …")
    with tempfile.TemporaryDirectory() as folder:
        edits["the real archive"] = round(edit_to_page(copy(Path(folder) / "tree")), 2)
    machine = _machine()
    reported = {
        "machine": machine,
        "rows": [asdict(row) for row in rows],
        "turns": turns,
        "parts": parts,
        "edits": edits,
    }
    if chosen.write:
        (RESULTS / "builds.json").write_text(json.dumps(reported, ensure_ascii=False, indent=1) + "\n", "utf-8")
        (RESULTS / "builds.md").write_text(markdown(machine, rows, turns, parts, edits), "utf-8")
    print(markdown(machine, rows, turns, parts, edits))


def _measured(tree: Path, data: Path, size: int, builder: str, others: Pages) -> list[Row]:
    if builder != OURS:
        shutil.copytree(data, tree / "data")
        files = sorted((data / "meetings").glob("*.yml"))
        meetings = {file.stem: yaml.load(file.read_bytes(), yaml.CSafeLoader) for file in files}
        return [_build(tree, size, builder, PEERS[builder](tree, meetings, others))]
    copy(tree)
    shutil.rmtree(tree / "data")
    shutil.copytree(data, tree / "data")
    command = ["mkdocs", "build", "--quiet", "--strict"]
    rows: list[Row] = []
    if size <= _LARGEST_IN_PARTS:
        rows.append(_build(tree, size, PAGES, _PAGES_COMMAND))
        _forget(tree)
    rows += [_build(tree, size, OURS, command), _build(tree, size, AGAIN, command)]
    if size <= _LARGEST_IN_PARTS:
        shutil.rmtree(tree / "site")
        rows.append(_build(tree, size, RESTORED, command))
    edited = sorted((tree / "data/meetings").glob("*-[0-9][0-9][0-9][0-9][0-9].yml"))[-1]
    edited.write_text(edited.read_text("utf-8").replace("title:\n  vi: ", "title:\n  vi: Sửa – ", 1), "utf-8")
    return [*rows, _build(tree, size, EDITED, command)]


def _in_turn(ours: Path, hugo: Path, size: int) -> list[tuple[float, float]]:
    """Seconds that the pages and lists of this site took, and those of Hugo, one after the other again and again."""
    took = []
    for _ in range(_TURNS):
        _forget(ours)
        shutil.rmtree(hugo / "site")
        pages = _build(ours, size, PAGES, _PAGES_COMMAND)
        took.append((pages.wall, _build(hugo, size, HUGO, HUGO_COMMAND).wall))
    return took


def _forget(ours: Path) -> None:
    """Leave nothing of an earlier build but what any build finds: fonts and pictures."""
    shutil.rmtree(ours / ".cache/pages")
    shutil.rmtree(ours / "site")


def _parts(tree: Path, size: int) -> dict[str, float]:
    _say(f"{size} meetings, part by part …")
    command = [sys.executable, "-m", "benchmarks.parts"]
    done = subprocess.run(command, cwd=tree, env=_environment(), check=True, capture_output=True, text=True)
    parts: dict[str, float] = json.loads(done.stdout)
    return parts


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}


def _build(tree: Path, size: int, builder: str, command: list[str]) -> Row:
    _say(f"{size} meetings, {builder} …")
    begin = time.monotonic()
    process = subprocess.Popen([str(_BIN / command[0]), *command[1:]], cwd=tree, env=_environment())
    peak = _Peak(process.pid)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    peak.stop()
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{builder}: exit code {os.waitstatus_to_exitcode(status)}")
    files = [path for path in (tree / "site").rglob("*") if path.is_file()]
    row = Row(
        size,
        builder,
        round(wall, 2),
        round(usage.ru_utime + usage.ru_stime, 2),
        round(peak.mib, 1),
        len(files),
        sum(path.stat().st_size for path in files),
    )
    _say(f"  {row.wall} s, {row.cpu} s of processor time, {row.peak_mib} MiB, {row.files} files")
    return row


class _Peak:
    """The most memory that a process and its children hold together, what they share counted once."""

    def __init__(self, root: int) -> None:
        self.root = root
        self.mib = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop watching."""
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        pause = 0.1
        while not self._done.wait(pause):
            begin = time.monotonic()
            self.mib = max(self.mib, sum(map(_proportional, _family(self.root))) / 1024)
            # Looking takes the system some time for each GiB, during which what is looked at stands still.
            pause = max(0.1, 30 * (time.monotonic() - begin))


def _family(root: int) -> list[int]:
    found = [root]
    for process in found:
        try:
            children = Path(f"/proc/{process}/task/{process}/children").read_text()
        except OSError:
            continue
        found += map(int, children.split())
    return found


def _proportional(process: int) -> int:
    """A process's memory in KiB, its share of what it has in common with others."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def markdown(
    machine: dict[str, str],
    rows: list[Row],
    turns: dict[int, list[tuple[float, float]]],
    parts: dict[int, dict[str, float]],
    edits: dict[str, float],
) -> str:
    """The figures as tables; the ratio is to this site's clean build of the same meetings."""
    ours = {row.meetings: row.wall for row in rows if row.builder == OURS}
    lines = [
        f"{machine['date']}, {machine['cores']} cores, {machine['memory']}, sites {machine['disk']}; both languages, "
        f"all processes on the same cores. Python {machine['python']}, Material {machine['material']}, Zensical "
        f"{machine['zensical']}, Hugo {machine['hugo']}. All make the same pages, for meetings, people, documents and "
        "lists (see `benchmarks/peers.py`); ours also search, exports and feeds, where it does not say “pages and "
        "lists alone”. Hugo’s pages hold what those of “pages and lists alone” hold, but for similar statements and "
        "the maps of topics; its bare pages hold the records without masthead, navigation, citations and what "
        "programs are listed. At 10,000 meetings the slow peers are left out.",
        "",
        "| meetings | builder | wall s | of ours | cpu s | peak MiB | files | MB |",
        "|--:|---|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        ratio = f"{row.wall / ours[row.meetings]:.2f}" if row.meetings in ours else ""
        lines.append(
            f"| {row.meetings:,} | {row.builder} | {row.wall:.1f} | {ratio} | {row.cpu:.1f} | {row.peak_mib:.0f} "
            f"| {row.files:,} | {row.bytes / 1e6:.1f} |"
        )
    for size, pairs in turns.items():
        reported = "; ".join(f"{pages:.1f} and {hugo:.1f}" for pages, hugo in pairs)
        times = median(pages / hugo for pages, hugo in pairs)
        lines += [
            "",
            f"In turn at {size:,} meetings, pages and lists alone and Hugo, s: {reported}; {times:.2f} times.",
        ]
    largest = max(row.meetings for row in rows)
    for builder in _LARGEST:
        lines += _extrapolated([row for row in rows if row.builder == builder], largest)
    for size, took in parts.items():
        reported = "; ".join(f"{name} {seconds:.1f}" for name, seconds in took.items())
        lines += ["", f"Parts of ours at {size:,} meetings, seconds of processor time from nothing: {reported}."]
    waited = "; ".join(f"{name} {seconds:.1f} s" for name, seconds in edits.items())
    lines += ["", f"From saving a meeting's file to the page in Chromium under `make serve`: {waited}."]
    for smaller, larger in zip(sorted(ours), sorted(ours)[1:], strict=False):
        exponent = math.log(ours[larger] / ours[smaller]) / math.log(larger / smaller)
        lines += ["", f"Growth of ours from {smaller:,} to {larger:,} meetings: exponent {exponent:.2f}."]
    return "\n".join(lines) + "\n"


def _extrapolated(rows: list[Row], size: int) -> list[str]:
    """What a builder would take that was not run with so many meetings, if it goes on as it grew last."""
    if len(rows) < 2 or rows[-1].meetings >= size:
        return []
    smaller, larger = rows[-2:]
    exponent = math.log(larger.wall / smaller.wall) / math.log(larger.meetings / smaller.meetings)
    minutes = larger.wall * (size / larger.meetings) ** exponent / 60
    name = f"{larger.builder} at {size:,} meetings"
    return ["", f"Extrapolated, not measured: {name}, with exponent {exponent:.2f}, {minutes:,.0f} minutes."]


def _machine() -> dict[str, str]:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "date": datetime.date.today().isoformat(),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": f"{memory:.0f} GiB",
        "disk": "in memory" if _IN_MEMORY.is_dir() else "on disk",
        "python": platform.python_version(),
        **{name: version(package) for name, package in _PACKAGES.items()},
    }


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
