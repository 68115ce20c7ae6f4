"""How the cases of each kind ended, and the page of results."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

RESULTS = Path("benchmarks/results/torture.md")
_KEPT = RESULTS.with_suffix(".json")


class Counts(Counter[tuple[str, str]]):
    """How often a kind of case ended in a way."""

    def beyond(self, right: Iterable[str]) -> dict[tuple[str, str], int]:
        """What ended in none of the right ways."""
        return {key: times for key, times in self.items() if key[1] not in set(right)}


def commit() -> str:
    """The commit whose code is tried."""
    edited = _git("status", "--porcelain", "--untracked-files=no", "--", ".", f":!{RESULTS.parent}")
    return _git("rev-parse", "--short", "HEAD") + (" with edits" if edited else "")


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], check=True, capture_output=True, encoding="utf-8").stdout.strip()


def reported(title: str, commit: str, seed: int, counts: Counts) -> dict[str, Any]:
    """The counts of a part as they are kept."""
    rows = [[kind, ended, times] for (kind, ended), times in sorted(counts.items())]
    return {"title": title, "commit": commit, "date": date.today().isoformat(), "seeds": [seed], "rows": rows}


def keep(part: str, reported: dict[str, Any]) -> None:
    """Write the counts of a part to the page of results; another seed's at the same commit are added to the first's."""
    parts: dict[str, Any] = json.loads(_KEPT.read_text("utf-8")) if _KEPT.exists() else {}
    before = parts.get(part)
    if before and before.get("commit") == reported["commit"] and not {*before["seeds"]} & {*reported["seeds"]}:
        reported = reported | {"seeds": before["seeds"] + reported["seeds"], "rows": _added(before, reported)}
    parts[part] = reported
    _KEPT.write_text(json.dumps(parts, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    head = "# Torture\n\nWhat is not listed did not happen (`make torture`).\n"
    RESULTS.write_text("\n".join([head, *map(markdown, parts.values())]), "utf-8")


def _added(*reports: dict[str, Any]) -> list[list[Any]]:
    rows: Counter[tuple[str, str]] = Counter()
    for kind, ended, times in (row for report in reports for row in report["rows"]):
        rows[kind, ended] += times
    return [[*key, times] for key, times in sorted(rows.items())]


def markdown(reported: dict[str, Any]) -> str:
    """The table of a part."""
    ways: dict[str, list[str]] = {}
    totals: Counter[str] = Counter()
    for kind, ended, times in reported["rows"]:
        ways.setdefault(kind, []).append(f"{ended} {times:,}")
        totals[kind] += times
    rows = [f"| {kind} | {totals[kind]:,} | {', '.join(ended)} |" for kind, ended in ways.items()]
    seeds = f"seed{'s' if len(reported['seeds']) > 1 else ''} {', '.join(map(str, reported['seeds']))}"
    tried = f"{reported['date']}, commit {reported['commit']}, {seeds}"
    whole = f"{tried}: {totals.total():,} cases of {len(rows)} kinds."
    return "\n".join([f"## {reported['title']}", "", whole, "", "| kind | cases | ended |", "|---|--:|---|", *rows, ""])
