"""How long the check takes on the real data and with a thousand synthetic meetings more: `make bench-check`.

Each synthetic meeting is a real one of another day, with statements drawn from all meetings and numbered, so that
every text is its own. The times are processor time, the best of three runs in one process,
without the start of Python.
"""

from __future__ import annotations

import gc
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import yaml

from macros.check import as_text
from macros.content import Content
from macros.language import Language
from macros.loading import examine
from macros.problems import Problem
from macros.records import Reading
from macros.rules import RULES
from macros.rules.rule import Rule
from macros.strict_yaml import parse

DATA = Path("data")
MEETINGS = 1_000
SEED = 4
RUNS = 3
_FIRST_DAY = date(1990, 1, 1)
_SECTIONS = ("results", "difficulties", "tasks")


def synthetic(data: Path, number: int) -> None:
    """Write so many meetings more into `data`."""
    random = Random(SEED)
    paths = sorted((data / "meetings").glob("*.yml"))
    real: list[dict[str, Any]] = [yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) for path in paths]
    statements = [each for meeting in real for section in _SECTIONS for each in meeting.get(section, [])]
    for count in range(number):
        meeting = dict(random.choice(real))
        day = (_FIRST_DAY + timedelta(days=count)).isoformat()
        meeting["date"] = day
        source = meeting["sources"][0]["id"]
        drawn = random.sample(statements, 6)
        meeting["results"] = [
            {**each, "id": f"s{index}", "text": _numbered(each["text"], count * 10 + index), "source": source}
            for index, each in enumerate(drawn)
        ]
        for section in ("difficulties", "tasks", "conclusions", "figures"):
            meeting.pop(section, None)
        text = yaml.dump(meeting, allow_unicode=True, sort_keys=False, width=10_000, Dumper=yaml.CSafeDumper)
        (data / "meetings" / f"{day}.yml").write_text(text, "utf-8")


def best(function: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds."""
    times = []
    for _ in range(RUNS):
        parse.cache_clear()  # as the command, which begins with nothing read
        begin = time.process_time()
        function()
        times.append(time.process_time() - begin)
    return min(times)


def _all(rule: Rule, content: Content) -> list[Problem]:
    return list(rule.broken(content))


def _numbered(text: dict[str, str], number: int) -> dict[str, str]:
    # Letters, for a number that stands in one language only would be told of.
    mark = "".join(chr(ord("a") + int(digit)) for digit in str(number))
    return {language: f"{words.rstrip('.')} ({mark})." for language, words in text.items()}


def report(title: str, data: Path) -> None:
    """Print the times for one folder of data."""
    reading = Reading(data)
    content = Content(reading.raw, reading.records.places)
    taken = [(best(partial(_all, rule, content)), name) for name, rule in RULES.items()]
    _, problems = examine(data)
    print(f"{title}: {len(reading.raw)} files, {len(content.statements)} statements, {len(problems)} problems")
    print(f"  read and typed   {best(lambda: Reading(data)):7.2f} s")
    print(f"  the whole check  {best(lambda: examine(data)):7.2f} s")
    print(f"  shown as text    {best(lambda: as_text(problems, data.parent, list(Language))):7.2f} s")
    print(
        "  slowest rules    " + ", ".join(f"{name} {seconds * 1000:.0f} ms" for seconds, name in sorted(taken)[:-4:-1])
    )


def main() -> None:
    """Measure both."""
    gc.disable()  # as the command does
    report("real data", DATA)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(DATA, data)
        synthetic(data, MEETINGS)
        report(f"{MEETINGS} synthetic meetings more", data)


if __name__ == "__main__":
    main()
