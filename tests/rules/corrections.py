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


def part(name: str, address: str = "meetings/2022-06-29/", to: str = "") -> Files:
    """A correction of a part of what stands at an address."""
    return {
        "data/corrections/2026-11-26-a.yml": f"changes:\n  - address: {address}\n    part: {name}\n"
        + (f"    to: {to}\n" if to else "")
    }


TABLE = {
    "correction-of-no-part": Cases(
        good=[
            part("date"),
            part("place.province"),
            part("chairs"),
            part("chairs.truong-thi-mai.office"),
            part("sources.s1.url"),
            part("under", "meetings/2022-06-29/#a"),
            part("force", "meetings/2022-06-29/#a"),
            part("value", "reviews/2023/achievements/#a"),
            part("list_open", "reviews/2023/achievements/#a"),
            part("region.basis", "provinces/"),
            part("operates_from", "provinces/#unit-gia-lai"),
            part("successor", "provinces/kon-tum/"),
            part("formed_into", "provinces/kon-tum/"),  # as it was called until December 2026
            part("abbreviation", "glossary/#tccsd"),
            part("since", "corrections/"),
            part("number", "meetings/2022-06-29/", "documents/96-qd-tw/"),
        ],
        bad=[
            part("¦number"),
            part("¦place.provinces"),
            part("¦sources.s1.address"),
            part("¦date.day"),
            part("¦date", "meetings/2022-06-29/#a"),
            part("¦text"),
            part("¦name", "nowhere/"),
        ],
    ),
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
