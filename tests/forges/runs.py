"""A pipeline that runs: what it prints goes into the log, and of each job how long it took and how it ended is kept."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from tests.forges.scratch import environment


@dataclass
class Job:
    """A job of a pipeline: seconds from its first line to its last, and whether it did what it should."""

    name: str
    seconds: float
    passed: bool


@dataclass
class Pipeline:
    """A pipeline that has ended."""

    name: str
    seconds: float
    jobs: list[Job]
    passed: bool


# Of a line: the job that it is about, what it says, and how the job ended where the line tells.
Line = tuple[str, str, bool | None]


def run(
    name: str, command: Sequence[str | Path], folder: Path, log: TextIO, read: Callable[[str], Line], **more: str
) -> Pipeline:
    """Run a pipeline to its end.

    Args:
        name: what the pipeline is called in the log.
        command: the command and its arguments.
        folder: where it runs.
        log: where all that it prints goes, each line after its job.
        read: makes out of a line of the output what it says.
        more: settings for the command.
    """
    print(f"\n===== {name}", file=log, flush=True)
    first: dict[str, float] = {}
    last: dict[str, float] = {}
    ended: dict[str, bool] = {}
    begun = time.monotonic()
    with subprocess.Popen(
        list(map(str, command)),
        cwd=folder,
        env=environment(**more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None
        for text in process.stdout:
            job, said, passed = read(text.rstrip("\n"))
            now = time.monotonic() - begun
            if job and passed is None:
                first.setdefault(job, now)
                last[job] = now
            elif job:  # said at the end of the job, or of them all
                ended[job] = bool(passed)
            print(f"{now:7.1f} s  {job:<12} {said}", file=log, flush=True)
    jobs = [Job(job, last[job] - first[job], ended.get(job, False)) for job in first]
    return Pipeline(name, time.monotonic() - begun, jobs, process.returncode == 0)
