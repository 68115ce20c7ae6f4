"""Real builds killed, starved of disk and run at once: is the published site always a whole old or a whole new one?

`make torture` writes what it counted to `benchmarks/results/torture.md`. Two states of the data take turns; after each
build the published folder must be, byte by byte, the site of the one or of the other, and the next build must leave
nothing behind.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

from tests.support import project
from tests.support.edits import Edit

RESULTS = Path("benchmarks/results/torture.md")
MEETING = "data/meetings/2022-06-29.yml"
CHANGES = (
    Edit(MEETING, "en: afternoon", "en: ¦late afternoon"),
    Edit(MEETING, "en: late afternoon", "en: ¦afternoon"),
)
PAGE = 4096  # bytes: what a disk in memory gives to files


class Torture:
    """One project whose builds are hindered; `counts` says how each kind of trouble ended."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = Random(seed)
        self.tree = project.copy(folder / "project")
        self.disk = folder / "disk"
        self.disk.mkdir()
        self.counts: Counter[tuple[str, str]] = Counter()
        self.turn = 0
        self.whole: list[str] = []
        for _ in CHANGES:
            started = time.monotonic()
            assert project.build(self.tree).returncode == 0
            self.seconds = time.monotonic() - started
            self.whole.append(_fingerprint(self.tree / "site"))
            self.change()
        pages = (-(-file.stat().st_size // PAGE) for file in (self.tree / "site").rglob("*"))
        self.bytes = sum(pages) * PAGE

    def change(self) -> None:
        """Edit the data: there and back again by turns."""
        CHANGES[self.turn % 2].apply(self.tree)
        self.turn += 1

    def kill(self) -> None:
        """A build killed at some moment, in the middle or just about its end."""
        process = project.start(self.tree)
        try:
            process.communicate(timeout=self.random.uniform(0, self.seconds * 1.1))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
        self._judge("killed", process.returncode, "")

    def starve(self) -> None:
        """A build that may write files up to some size only."""
        size = self.random.randrange(1_000, 400_000)
        limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
        result = project.build(self.tree, before=limit)
        self._judge("quota used up", result.returncode, result.stdout + result.stderr)

    def fill(self) -> None:
        """A build on a disk too small for it, beside a site that is published there."""
        with _disk(self.disk, self.bytes + self.random.randrange(self.bytes)) as site:
            subprocess.run(["cp", "-r", self.tree / "site", site], check=True)
            result = project.build(self.tree, "--site-dir", str(site))
            self._judge("disk full", result.returncode, result.stdout + result.stderr, site)

    def meet(self) -> None:
        """Two builds at once, begun a moment apart."""
        first = project.start(self.tree)
        time.sleep(self.random.uniform(0, self.seconds / 2))
        second = project.start(self.tree)
        for process in (first, second):
            process.communicate()
            self._judge("two at once", process.returncode, "")

    def _judge(self, trouble: str, code: int, said: str, site: Path | None = None) -> None:
        site = site or self.tree / "site"
        assert _fingerprint(site) in self.whole, f"{trouble}: {site} is broken"
        assert "Traceback" not in said, said
        if code > 0:
            assert "The published site is unchanged" in said, said
        ended = "refused with advice" if code > 0 else "published" if code == 0 else "site kept whole"
        self.counts[trouble, ended] += 1

    def finish(self) -> None:
        """A last build, which nothing hinders, leaves nothing but the site."""
        assert project.build(self.tree).returncode == 0
        assert [path.name for path in self.tree.glob(".site*")] == []


def _fingerprint(site: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        digest.update(f"{file.relative_to(site)}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


@contextmanager
def _disk(folder: Path, size: int) -> Iterator[Path]:
    """A disk of so many bytes, in memory; needs the superuser."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True)
    try:
        yield folder / "site"
    finally:
        subprocess.run(["umount", folder], check=True)


def main() -> None:
    """Hinder many builds, show the progress, print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--others", type=int, default=30, help="how many of each other kind of trouble")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        torture = Torture(Path(folder), arguments.seed)
        troubles: list[Callable[[], None]] = [torture.kill] * arguments.kills
        others = [torture.starve, torture.meet, *([torture.fill] if os.geteuid() == 0 else [])]
        troubles += others * arguments.others
        torture.random.shuffle(troubles)
        for count, trouble in enumerate(troubles, 1):
            trouble()
            torture.change()
            print(f"\r{count} / {len(troubles)}", end="", file=sys.stderr, flush=True)
        torture.finish()
    rows = [f"| {trouble} | {ended} | {times} |" for (trouble, ended), times in sorted(torture.counts.items())]
    text = "\n".join(
        [
            f"# Builds in trouble, {date.today().isoformat()}",
            "",
            "After each, the published folder was byte by byte the old site or the new one, and the last build left",
            "nothing behind (`make torture`).",
            "",
            "| trouble | how it ended | builds |",
            "|---|---|--:|",
            *rows,
            "",
        ]
    )
    print(f"\n{text}")
    if arguments.write:
        RESULTS.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
