"""Duplicates and reach: good and bad values."""

from __future__ import annotations

from tests.rules.cases import Cases
from tests.rules.table import DOCUMENT, MEETING, Files

OTHER = "data/meetings/2023-06-23.yml"


def statements(*texts: str) -> str:
    """Statements with these texts."""
    lines = "".join(f"  - id: s{n}\n    text:\n      vi: {text}\n      en: x{n}\n" for n, text in enumerate(texts))
    return f"results:\n{lines}"


def figures(*facts: tuple[str, str, str]) -> str:
    """Figures: value, what, day."""
    lines = "".join(
        f"  - id: f{n}\n    value: {value}\n    unit:\n      vi: người\n    what:\n      vi: {what}\n    as_of: {day}\n"
        for n, (value, what, day) in enumerate(facts)
    )
    return f"figures:\n{lines}"


def named(**files: str) -> Files:
    """A topic, a person and a term, with what names them."""
    return {
        "data/topics.yml": files.get("topics", "{cadres: {}}"),
        "data/people.yml": files.get("people", "{lan: {name: Lan}}"),
        "data/glossary.yml": files.get("glossary", "chi-bo:\n  term:\n    vi: chi bộ\n    en: cell\n"),
        MEETING: files.get(
            "meeting",
            "results:\n  - text:\n      vi: Chi bộ họp.\n      en: x\n    by: lan\n    topics: [cadres]\n",
        ),
    }


def sources(first: str, second: str, more: str = "") -> Files:
    """Two sources of a meeting, of which a figure names the first."""
    return {
        MEETING: "figures:\n  - id: a\n    source: s1\n"
        f"sources:\n  - id: s1\n    url: {first}\n  - id: {second}{more}\n"
    }


def held(*meetings: tuple[str, str, str]) -> Files:
    """Meetings of one province: id, day, title."""
    return {
        f"data/meetings/{id}.yml": f"date: {day}\nlevel: provincial\nprovinces: [hue]\ntitle:\n  vi: {title}\n"
        for id, day, title in meetings
    }


def titled(*documents: tuple[str, str, str]) -> Files:
    """Documents: number, date, title."""
    return {
        f"data/documents/d{n}.yml": f"number: {number}\ndate: {date}\ntitle:\n  vi: {title}\n"
        for n, (number, date, title) in enumerate(documents)
    }


TABLE = {
    "text-twice-in-a-file": Cases(
        good=[{MEETING: statements("Một việc.", "Hai việc.")}, {MEETING: statements("A"), OTHER: statements("A")}],
        bad=[{MEETING: statements("Một việc.", "Hai việc.", "¦một  việc")}],
    ),
    "text-twice": Cases(
        good=[{MEETING: statements("Một việc."), OTHER: statements("Hai việc.")}],
        bad=[{MEETING: statements("Một việc."), OTHER: statements("¦Một việc")}],
    ),
    "figure-twice": Cases(
        good=[{MEETING: figures(("5", "dự họp", "2022"), ("5", "dự họp", "2023"), ("5", "vắng", "2022"))}],
        bad=[
            {MEETING: figures(("5", "dự họp", "2022"), ("¦6", "dự họp", "2022"))},
            {MEETING: figures(("5", "dự họp", "2022"), ("¦5", "Dự họp.", "2022"))},
        ],
    ),
    "figure-unlike-another": Cases(
        good=[{MEETING: figures(("5", "dự họp", "2022")), OTHER: figures(("5", "dự họp", "2022"))}],
        bad=[{MEETING: figures(("5", "dự họp", "2022")), OTHER: figures(("¦6", "dự họp", "2022"))}],
    ),
    "id-twice-in-a-list": Cases(
        good=[{MEETING: "topics: [cadres, people]\nprovinces: [cadres]"}, {MEETING: "counts: [5, 5]"}],
        bad=[
            {MEETING: "topics: [cadres, people, ¦cadres]"},
            {MEETING: "results:\n  - documents:\n      - a\n      - ¦a\n"},
        ],
    ),
    "abbreviation-twice": Cases(
        good=[{"data/glossary.yml": "a:\n  abbreviation: HĐND\nb:\n  abbreviation: UBND\nc:\n  forms: []\n"}],
        bad=[{"data/glossary.yml": "a:\n  abbreviation: HĐND\nb:\n  abbreviation: ¦HĐND\n"}],
    ),
    "person-twice": Cases(
        good=[{"data/people.yml": "lan:\n  name: Lan\nha:\n  name: Hà\n"}],
        bad=[
            {"data/people.yml": "lan:\n  name: Lan\nba-lan:\n  name: ¦lan\n"},
            {"data/people.yml": "le-hung:\n  name: Lê Hưng\nle-hung-2:\n  name: ¦Le Hung\n"},
        ],
    ),
    "meeting-twice": Cases(
        good=[
            held(("2031-12-09-hue", "2031-12-09", "Giao ban"), ("2031-12-10-hue", "2031-12-10", "Giao ban")),
            held(("2031-12-09-hue", "2031-12-09", "Giao ban"), ("2031-12-09-hue-2", "2031-12-09", "Tổng kết")),
            held(("a", "not-stated", "Giao ban"), ("b", "not-stated", "Giao ban")),
            {
                **held(("2031-12-09-hue", "2031-12-09", "Giao ban")),
                OTHER: "date: 2031-12-09\nlevel: provincial\nprovinces: [da-nang]\ntitle:\n  vi: Giao ban\n",
            },
        ],
        bad=[
            held(("2031-12-09-hue", "2031-12-09", "Giao ban"), ("2031-12-09-hue-2", "2031-12-09", "¦GIAO BAN.")),
            held(("2031-12-hue", "2031-12", "Giao ban"), ("2031-12-hue-2", "2031-12", "¦Giao ban")),
        ],
    ),
    "document-title-twice": Cases(
        good=[
            titled(("1-QĐ/TW", "2031-01-01", "Về cán bộ"), ("2-QĐ/TW", "2031-01-02", "Về cán bộ")),
            titled(("1-QĐ/TW", "2031-01-01", "Về cán bộ"), ("2-QĐ/TW", "2031-01-01", "Về đảng viên")),
            titled(("1-QĐ/TW", "2031-01-01", "Về cán bộ"), ("1-QĐ/TW", "2031-01-01", "Về cán bộ")),  # document-twice
        ],
        bad=[titled(("1-QĐ/TW", "2031-01-01", "Về cán bộ"), ("not-stated", "2031-01-01", "¦về cán bộ"))],
    ),
    "source-twice": Cases(
        good=[
            sources("https://a.vn/1", "s2\n    url: https://a.vn/2"),
            sources("not-stated", "s2\n    url: not-stated"),
        ],
        bad=[sources("https://a.vn/1", "s2\n    url: ¦https://a.vn/1")],
    ),
    "unreachable": Cases(
        good=[
            named(),
            {**named(), DOCUMENT: "number: 96-QĐ/TW", OTHER: "title:\n  vi: Học 96-QĐ/TW\n  en: x"},
            {**named(), DOCUMENT: "number: not-stated", OTHER: "documents: [96-qd-tw-2023]"},
            named(glossary="a:\n  term:\n    vi: zzz\n    en: z\n  see: [b]\nb:\n  term:\n    vi: yyy\n  see: [a]\n"),
        ],
        bad=[
            named(topics="{cadres: {}, merger: ¦{}}"),
            named(people="{lan: {name: Lan}, ha: ¦{name: Hà}}"),
            named(glossary="to-dang:\n  ¦term:\n    vi: tổ đảng\n    en: group\n"),
            {**named(), DOCUMENT: "¦number: 96-QĐ/TW"},
        ],
    ),
    "unused-source": Cases(
        good=[
            sources("not-stated", "s1"),
            sources("not-stated", "s2", "\n    supports:\n      vi: Ngày họp.\n      en: The day."),
            sources("not-stated", "s2", "\ndate_basis:\n  vi: s2 in ngày này.\n  en: s2 prints it."),
        ],
        bad=[sources("not-stated", "¦s2")],
    ),
}
