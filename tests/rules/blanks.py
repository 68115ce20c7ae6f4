"""Fields without a value: good and bad values, and what is left when they are removed."""

from __future__ import annotations

from tests.rules.cases import Cases
from tests.rules.table import MEETING, Files


def meeting(*lines: str) -> Files:
    """A meeting with these lines."""
    return {MEETING: "".join(f"{line}\n" for line in lines)}


NEEDED = ("title:", "  vi: Họp", "  en: Meeting")
ITEM = ("results:", "  - id: a")
TABLE = {
    "empty-value": Cases(
        good=[
            meeting(*NEEDED),
            meeting("title: ''", "level: ''"),
            meeting(*NEEDED, "documents: []"),
            meeting(*NEEDED, "organiser_note:", "  vi: Có"),
        ],
        bad=[
            meeting("title:", "  vi: ''", "  en: ¦''"),
            meeting(*NEEDED, "documents_note: ¦''"),
            meeting(*NEEDED, 'documents_note: ¦""'),
            meeting(*NEEDED, "documents_note: ¦{}"),
            meeting(*NEEDED, "documents_note:", "  ¦vi: ''", "  en: ''", "date: 2022"),
            meeting("title:", "  vi: Họp", "  en: ¦''"),
            meeting(*ITEM, "    note: ¦''", "    text:", "      vi: Câu"),
            meeting("results:", "  - note: ¦''", "    id: a"),
            meeting("sources:", "  - id: s1", "    author: ¦''"),
        ],
        fixed=[
            (meeting(*NEEDED, "documents_note: ''"), meeting(*NEEDED)),
            (meeting(*NEEDED, "documents_note: ''", "level: regional"), meeting(*NEEDED, "level: regional")),
            (meeting(*NEEDED, "documents_note:", "  vi: ''", "  en: ''", "date: 2022"), meeting(*NEEDED, "date: 2022")),
            (meeting("title:", "  vi: Họp", "  en: ''"), meeting("title:", "  vi: Họp")),
            (meeting(*ITEM, "    note: {}", "    source: s1"), meeting(*ITEM, "    source: s1")),
            (meeting("results:", "  - note: ''", "    id: a"), meeting(*ITEM)),
            (
                meeting(*NEEDED, "documents_note: ''", "# ghi chú của người viết", "date: 2022"),
                meeting(*NEEDED, "# ghi chú của người viết", "date: 2022"),
            ),
        ],
    ),
    "empty-list": Cases(
        good=[meeting(*ITEM, "    topics: []"), meeting(*ITEM, "    documents: [a]")],
        bad=[meeting(*ITEM, "    documents: ¦[]"), meeting(*ITEM, "    provinces: ¦[ ]")],
        fixed=[(meeting(*ITEM, "    documents: []", "    source: s1"), meeting(*ITEM, "    source: s1"))],
    ),
}
