"""How long the check takes on the real data and with a thousand meetings: `make bench-check`.

The times are processor time, the best of three runs in one process, without the start of Python.
"""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.archives import DATA, write
from macros.archive.data_files import Content, remember
from macros.archive.reader import Reading
from macros.checks import RULES
from macros.checks.loading import examine
from macros.checks.rule import Rule
from macros.commands.findings import Findings, as_text
from macros.data.problems import Problem
from macros.text.language import Language

MEETINGS = 1_000
RUNS = 3


def best(function: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds."""
    times = []
    for _ in range(RUNS):
        remember({})  # as the command, which begins with nothing read
        begin = time.process_time()
        function()
        times.append(time.process_time() - begin)
    return min(times)


def _all(rule: Rule, content: Content) -> list[Problem]:
    return list(rule.broken(content))


def report(title: str, data: Path) -> None:
    """Print the times for one folder of data."""
    reading = Reading(data)
    content = Content(reading.records.files)
    taken = [(best(partial(_all, rule, content)), name) for name, rule in RULES.items()]
    _, problems = examine(data)
    print(f"{title}: {len(content.files)} files, {len(content.statements)} statements, {len(problems)} problems")
    print(f"  read and typed   {best(lambda: Reading(data)):7.2f} s")
    print(f"  the whole check  {best(lambda: examine(data)):7.2f} s")
    print(f"  shown as text    {best(lambda: as_text(Findings.all(problems), data.parent, list(Language))):7.2f} s")
    print(
        "  slowest rules    " + ", ".join(f"{name} {seconds * 1000:.0f} ms" for seconds, name in sorted(taken)[:-4:-1])
    )


def main() -> None:
    """Measure both."""
    gc.disable()  # as the command does
    report("real data", DATA)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        write(data, MEETINGS)
        report(f"{MEETINGS} meetings", data)


if __name__ == "__main__":
    main()
