"""Redirects: good and bad lines."""

from __future__ import annotations

from tests.rules.cases import Cases
from tests.rules.table import MEETING, Files

TERM = "glossary/#chi-bo"
LESSON = "reviews/2023/lessons/#unity"


def lines(*redirects: str) -> Files:
    """These lines, beside a meeting with a statement, a review's heading with a figure, a topic, and a term."""
    return {
        MEETING: "results:\n  - id: careful\n    text:\n      vi: A\n      en: B\n",
        "data/reviews/2023/lessons.yml": "lessons:\n  - id: unity\n    title:\n      vi: A\n      en: B\n"
        "    figures:\n      - id: admitted\n        value: 5\n",
        "data/topics.yml": "cadres:\n  name:\n    vi: A\n    en: B\n",
        "data/glossary.yml": "chi-bo:\n  term:\n    vi: A\n    en: B\n",
        "data/provinces.yml": "provinces:\n  hue: {}\nunits:\n  hue: {}\n",
        "data/redirects.yml": "".join(f"{line}\n" for line in redirects),
    }


PAGE = "meetings/2022-06-29/"
TABLE = {
    "redirect-to-nowhere": Cases(
        good=[
            lines(
                f"meetings/2022-06-30/: {PAGE}",
                f"{PAGE}#care: {PAGE}#careful",
                f"topics/a/: {LESSON}",
                "topics/b/: reviews/2023/lessons/#admitted",
                f"glossary/#chi-bo-dang: {TERM}",
                "topics/c/: topics/cadres/",
                "topics/d/: topics/",
                "provinces/#unit-hue: units/hue/",
                "provinces/thua-thien-hue/: provinces/hue/",
            )
        ],
        bad=[
            lines(f"{PAGE}#care: ¦{PAGE}#carefull"),
            lines("meetings/2022-06-30/: ¦meetings/2022-06-28/"),
            lines(f"meetings/2022-06-30/: ¦en/{PAGE}"),
            lines("topics/a/: ¦topics/cadre/", f"topics/b/: ¦{PAGE}#unity"),
        ],
    ),
    "redirect-from-what-exists": Cases(
        good=[lines(f"{PAGE}#care: {PAGE}#careful")],
        bad=[
            lines(f"¦{PAGE}#careful: {LESSON}"),
            lines(f"¦{PAGE}: {LESSON}"),
            lines(f"¦{TERM}: {PAGE}"),
            lines(f"¦meetings/: {PAGE}"),
            lines(f"¦{PAGE}#careful: {PAGE}#careful"),
        ],
    ),
    "redirect-without-page": Cases(
        good=[lines(f"{PAGE}#care: {LESSON}", f"meetings/2022-06-30/#x: {LESSON}", f"meetings/2022-06-30/: {PAGE}")],
        bad=[lines(f"¦meetings/2022-06-30/#x: {PAGE}#careful")],
    ),
    "redirect-in-steps": Cases(
        good=[lines(f"{PAGE}#a: {PAGE}#careful", f"{PAGE}#b: {PAGE}#careful")],
        bad=[
            lines(f"{PAGE}#a: ¦{PAGE}#b", f"{PAGE}#b: {PAGE}#careful"),
            lines(f"{PAGE}#a: ¦{PAGE}#a"),
            lines(f"{PAGE}#a: ¦{PAGE}#b", f"{PAGE}#b: ¦{PAGE}#a"),
            lines(f"{PAGE}#x: ¦{PAGE}#a", f"{PAGE}#a: ¦{PAGE}#b", f"{PAGE}#b: ¦{PAGE}#a"),
        ],
        fixed=[
            (
                lines(f"{PAGE}#a: {PAGE}#b", f"{PAGE}#b: {PAGE}#c", f"{PAGE}#c: {LESSON}"),
                lines(f"{PAGE}#a: {LESSON}", f"{PAGE}#b: {LESSON}", f"{PAGE}#c: {LESSON}"),
            )
        ],
    ),
}
