"""Ids that lists have taken, and names of files: good and bad values."""

from __future__ import annotations

from tests.rules.cases import Cases
from tests.rules.table import Files

PROVINCES = "provinces:\n  kon-tum:\n    successor: quang-ngai\n  quang-ngai:\n    successor: quang-ngai\n"


def meetings(*each: tuple[str, str, str]) -> Files:
    """Meetings: id, level, provinces; ¦ before the level marks a file's beginning."""
    files = {f"data/meetings/{id}.yml": f"level: {level}\nprovinces: [{ids}]\n" for id, level, ids in each}
    files = {name: f"¦{text.replace('¦', '')}" if "¦" in text else text for name, text in files.items()}
    return {"data/provinces.yml": PROVINCES, **files}


TABLE = {
    "id-of-a-list": Cases(
        good=[
            {"data/documents/96-qd-tw-2023.yml": "number: 96-QĐ/TW\n", "data/people.yml": "years:\n  name: A\n"},
            {"data/documents/letters.yml": "number: 12\n"},
        ],
        bad=[
            {"data/documents/years.yml": "¦number: not-stated\n"},
            {"data/documents/types.yml": "¦number: 12\n"},
            {"data/people.yml": "a:\n  name: A\nletters:\n  ¦name: B\n"},
        ],
    ),
    "meeting-file-name": Cases(
        good=[
            meetings(("2031-12-09", "regional", "kon-tum")),
            meetings(("2031-12-09-national", "national", "")),
            meetings(("2031-q2-national", "national", "")),
            meetings(("2031-12-09-kon-tum", "provincial", "kon-tum")),
            meetings(("2031-12-09-quang-ngai", "provincial", "kon-tum")),  # what it is part of today
            meetings(("2031-12-quang-ngai-kon-tum", "provincial", "kon-tum, quang-ngai")),
            meetings(("2031-12-09-kon-tum", "provincial", "")),
            meetings(("2031-national-sap-xep", "national", "")),  # the day is not known
            meetings(
                ("2031-12-09-kon-tum", "provincial", "kon-tum"), ("2031-12-09-kon-tum-2", "provincial", "kon-tum")
            ),
            meetings(("2031-12-09", "regional", ""), ("2031-12-09-chieu", "regional", "")),
            meetings(("hue-2031", "provincial", "kon-tum"), ("2031-12-09-hue", "no-level", "kon-tum")),
        ],
        bad=[
            meetings(("2031-12-09-kontum", "¦provincial", "kon-tum")),
            meetings(("2031-12-09-xyz", "¦provincial", "kon-tum")),
            meetings(("2031-12-09", "¦provincial", "kon-tum")),
            meetings(("2031-12-09-kon-tum-2", "¦provincial", "kon-tum")),
            meetings(("2031-12-09-kon-tum", "¦provincial", "quang-ngai")),
            meetings(("2031-xyz", "¦provincial", "kon-tum")),
            meetings(("2031-12-09-xyz", "¦regional", "")),
            meetings(("2031-12-09-kon-tum", "¦regional", "kon-tum")),
            meetings(("2031-12-09", "¦national", "")),
            meetings(("2031-12-09-nationwide", "¦national", "")),
            meetings(("2031-12-09-national", "national", ""), ("2031-12-09-xyz", "¦regional", "")),
        ],
    ),
}
