"""Dates: good and bad values."""

from __future__ import annotations

from tests.rules.cases import Cases
from tests.rules.table import DOCUMENT, MEETING, Files


def meeting(id: str, date: str) -> Files:
    """A meeting with its id and its day."""
    return {f"data/meetings/{id}.yml": f"date: {date}"}


def figure(as_of: str, published: str = "2022-06-30", held: str = "2022-06-29") -> Files:
    """A figure of a meeting."""
    return {
        MEETING: f"date: {held}\nfigures:\n  - id: admitted\n    value: 5\n    as_of: {as_of}\n    source: s1\n"
        f"sources:\n  - id: s1\n    published: {published}\n"
    }


def of_review(as_of: str, published: str) -> Files:
    """A figure of a review, whose sources stand in another file."""
    return {
        "data/reviews/2023/achievements.yml": "areas:\n  - figures:\n      - id: a\n        value: 5\n"
        f"        as_of: {as_of}\n        source: article\n",
        "data/reviews/2023/review.yml": f"sources:\n  - id: article\n    published: {published}\n",
    }


def review(folder: str, year: str) -> Files:
    """The year for which a review's priorities are."""
    return {f"data/reviews/{folder}/priorities.yml": f"year: {year}\n"}


TABLE = {
    "meeting-day": Cases(
        good=[
            meeting("2022-06-29", "2022-06-29"),
            meeting("2020-05-31-kon-tum", "2020-05-30/31"),
            meeting("2018-12-phu-yen", "2018-12-07"),
            meeting("2024-da-nang", "2024"),
            meeting("2022-q3-national", "2022-Q3"),
            meeting("2022-06-29", "30/11/2023"),
            meeting("2022-06-29", "2222-06-29"),
        ],
        bad=[
            meeting("2022-06-29", "¦2022-06-28"),
            meeting("2022-06-29", "¦2023-06-29"),
            meeting("2024-da-nang", "¦2023-12"),
            meeting("2022-q3-national", "¦2022-Q2"),
            meeting("hoi-nghi-2022", "¦2022"),
            meeting("2022-13-45", "¦2022"),
        ],
    ),
    "implausible-year": Cases(
        good=[figure("2013"), meeting("x", "1930"), {DOCUMENT: "in_force: 2025-07-01"}],
        bad=[
            {"data/published.yml": "since: ¦2926-11-26"},
            {"data/published.yml": "since: ¦1900-11-26"},
            {MEETING: "sources:\n  - last_seen: ¦1025-11-20"},
            figure("¦3022"),
            meeting("x", "¦0222-06-29"),
            {DOCUMENT: "in_force: ¦2205-07-01"},
            figure("¦2020/2205"),
        ],
    ),
    "day-to-come": Cases(
        good=[
            figure("2025/2030"),
            meeting("x", "2022-06-29"),
            {DOCUMENT: "date: 2023-02-02\nin_force: 2099-01-01"},
            meeting("x", "2999"),
            {"data/published.yml": "since: 2099-01-01"},
        ],
        bad=[
            meeting("x", "¦2099-01-01"),
            {DOCUMENT: "date: ¦2098"},
            figure("2022", "¦2099-06-30"),
            {MEETING: "sources:\n  - id: s1\n    last_seen: ¦2098-11-20"},
        ],
    ),
    "year-of-a-review": Cases(
        good=[review("2023", "2024"), review("2023", "sang năm")],
        bad=[
            review("2023", "¦2042"),
            review("2023", "¦2023"),
            {"data/reviews/23/review.yml": "¦title:\n  vi: A\n", "data/reviews/23/priorities.yml": "year: 2024\n"},
        ],
    ),
    "figure-of-the-future": Cases(
        good=[
            figure("2022-06"),
            figure("2022"),
            figure("2022-06-29"),
            figure("2025/2030"),
            of_review("2023", "2024-01"),
            figure("2222"),
            figure("2022", "1022"),
        ],
        bad=[
            figure("¦2023"),
            figure("¦2022-07"),
            figure("¦2022-06-30", "not-stated"),
            of_review("¦2024-11-30", "2024-01-15"),
        ],
    ),
    "source-before-the-meeting": Cases(
        good=[
            figure("2022"),
            figure("2022", "2022-06-29"),
            figure("2022", "2022"),
            figure("2022", "not-stated"),
            figure("2022", "2022", "2222"),
        ],
        bad=[figure("2022", "¦2022-06-28"), figure("2022", "¦2021")],
    ),
    "in-force-before-the-date": Cases(
        good=[{DOCUMENT: "date: 2025-06-12\nin_force: 2025-06-12"}, {DOCUMENT: "date: not-stated\nin_force: 2025"}],
        bad=[
            {DOCUMENT: "date: 2025-06-12\nin_force: ¦2025-06-11"},
            {DOCUMENT: "date: 2025-06-12\nin_force_on:\n  day: ¦2025-06-11"},
            {DOCUMENT: "date: 2025-06-12\nended:\n  since: ¦2025-05"},
        ],
    ),
}
