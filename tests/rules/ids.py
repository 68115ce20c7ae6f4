"""Ids that lists have taken."""

from __future__ import annotations

from tests.rules.cases import Cases

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
}
