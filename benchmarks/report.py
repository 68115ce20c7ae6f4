"""The search bench's figures as Markdown."""

from __future__ import annotations

from typing import Any

from benchmarks.queries import READERS

_ROW = (
    "| {size} | {language} | {lane} | {at_1:.3f} | {at_3:.3f} | {mrr:.3f} | {first} | {second} | {typing} | {cold} "
    "| {warm} | {build} |"
)
_HEAD = (
    "| statements | language | engine | success@1 | @3 | MRR | first search | second | typing | cold p50 / p95 ms "
    "| warm p50 / p95 ms | index built in s |",
    "|--:|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
)


_SETS = {
    "tuning": "tuning half",
    "held-out": "held-out half",
    "readers": "of readers, in their own words (for tuning: the engine has been fitted to them)",
    "fresh-1": "of readers, in their own words (measured once before tuning, fitted to since)",
    "fresh-2": "of readers, in their own words (written for tuning)",
    "fresh-3": "of readers, in other words than a statement’s (tuned on); only that statement counts",
    "unseen": "of readers, in their own words (never looked at while tuning)",
}


def markdown(report: dict[str, Any]) -> str:
    """One table over all lanes, and one of the classes of the real archive."""
    machine = report["machine"]
    lines = [
        f"Queries: {_SETS[report['half']]}. {machine['date']}, {machine['cores']} cores, {machine['chromium']}, "
        f"Material {machine['material']}, Pagefind {machine['pagefind']}. Bytes are bodies as sent (gzip), requests in "
        "brackets; milliseconds in the page, cold the first pass over all queries, warm the second.",
        "",
        *_HEAD,
        *map(_lane, report["rows"]),
        "",
        *_classes(
            [row for row in report["rows"] if row["size"] == "real"],
            "at_3" if report["half"] in READERS else "at_1",
        ),
    ]
    return "\n".join(lines) + "\n"


def _lane(row: dict[str, Any]) -> str:
    times, sent, score = row["milliseconds"], row["transfer"], row["scores"]["all"]
    return _ROW.format(
        size=row["size"],
        language=row["language"],
        lane=row["lane"],
        at_1=score["at_1"],
        at_3=score["at_3"],
        mrr=score["mrr"],
        first=_sent(sent["first"]),
        second=_sent(sent["second"]),
        typing=_sent(sent["typing"]),
        cold=f"{times['cold_p50']} / {times['cold_p95']}",
        warm=f"{times['warm_p50']} / {times['warm_p95']}",
        build=row["build_seconds"],
    )


def _sent(sent: dict[str, int]) -> str:
    return f"{sent['bytes'] / 1000:.0f} KB ({sent['requests']})"


def _classes(rows: list[dict[str, Any]], figure: str) -> list[str]:
    lanes = list(dict.fromkeys(row["lane"] for row in rows))
    kinds = sorted({kind for row in rows for kind in row["scores"]} - {"all"})
    names = " | ".join(lanes)
    success = f"success@{figure[-1]}"
    lines = [f"| class (real archive, {success}) | queries | {names} |", "|---|--:|" + "--:|" * len(lanes)]
    for kind in kinds:
        asked = [row["scores"][kind] for row in rows if row["lane"] == lanes[0] and kind in row["scores"]]
        count = sum(score["queries"] for score in asked)
        shares = [_share([row for row in rows if row["lane"] == lane], kind, figure) for lane in lanes]
        lines.append(f"| {kind} | {count} | " + " | ".join(f"{share:.3f}" for share in shares) + " |")
    empty = [sum(row["scores"]["all"]["nothing"] for row in rows if row["lane"] == lane) for lane in lanes]
    return [*lines, "| answerable, and nothing found | | " + " | ".join(map(str, empty)) + " |"]


def _share(rows: list[dict[str, Any]], kind: str, figure: str) -> float:
    """Over both languages."""
    scores = [row["scores"][kind] for row in rows if kind in row["scores"]]
    right: float = sum(score[figure] * score["queries"] for score in scores)
    asked: int = sum(score["queries"] for score in scores)
    return right / asked
