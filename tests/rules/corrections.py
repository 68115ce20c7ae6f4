"""The log of corrections: good and bad days."""

from __future__ import annotations

from tests.rules.cases import Cases
from tests.rules.table import Files


def logged(name: str, date: str, since: str = "2026-11-26") -> Files:
    """An entry of the log, and the day from which it is kept."""
    return {f"data/corrections/{name}.yml": f"date: {date}\n", "data/published.yml": f"since: {since}\n"}


def changed(after: str) -> Files:
    """A correction of the wording “a”."""
    return {
        "data/corrections/2026-11-26-a.yml": "changes:\n  - what: changed\n    before:\n      vi: a\n      en: x\n"
        f"    after:\n      {after}\n      en: x\n"
    }


TABLE = {
    "publication-day": Cases(
        good=[{"data/published.yml": "since: 2026-11-26"}, {"data/published.yml": "since: soon"}],
        bad=[
            {"data/published.yml": "since: ¦2026"},
            {"data/published.yml": "since: ¦2026-11"},
            {"data/published.yml": "since: ¦2026-11-26/27"},
        ],
    ),
    "correction-of-nothing": Cases(
        good=[
            changed("vi: b"),
            {"data/corrections/2026-11-26-a.yml": "changes:\n  - what: moved\n    to: meetings/2022-06-30/\n"},
        ],
        bad=[changed("¦vi: a")],
    ),
    "correction-day": Cases(
        good=[logged("2026-11-26-a", "2026-11-26"), logged("2027-01-15-b", "2027-01-15"), logged("x", "soon")],
        bad=[
            logged("2027-01-15-b", "¦2027-01-16"),
            logged("2027-01-b", "¦2027-01"),
            logged("2027-01-15", "¦2027-01-15"),
            logged("2026-11-25-a", "¦2026-11-25"),
        ],
    ),
}
