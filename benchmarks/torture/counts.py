"""How the cases of each kind ended, and the page of results."""

from __future__ import annotations

import json
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


def reported(title: str, seed: int, counts: Counts) -> dict[str, Any]:
    """The counts of a part as they are kept."""
    rows = [[kind, ended, times] for (kind, ended), times in sorted(counts.items())]
    return {"title": title, "date": date.today().isoformat(), "seed": seed, "rows": rows}


def keep(part: str, reported: dict[str, Any]) -> None:
    """Write the counts of a part to the page of results, next to the other parts' last ones."""
    parts: dict[str, Any] = json.loads(_KEPT.read_text("utf-8")) if _KEPT.exists() else {}
    parts[part] = reported
    _KEPT.write_text(json.dumps(parts, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    head = "# Torture\n\nWhat is not listed did not happen (`make torture`).\n"
    RESULTS.write_text("\n".join([head, *map(markdown, parts.values())]), "utf-8")


def markdown(reported: dict[str, Any]) -> str:
    """The table of a part."""
    ways: dict[str, list[str]] = {}
    totals: Counter[str] = Counter()
    for kind, ended, times in reported["rows"]:
        ways.setdefault(kind, []).append(f"{ended} {times:,}")
        totals[kind] += times
    rows = [f"| {kind} | {totals[kind]:,} | {', '.join(ended)} |" for kind, ended in ways.items()]
    whole = f"{reported['date']}, seed {reported['seed']}: {totals.total():,} cases of {len(rows)} kinds."
    return "\n".join([f"## {reported['title']}", "", whole, "", "| kind | cases | ended |", "|---|--:|---|", *rows, ""])
