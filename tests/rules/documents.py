"""Documents: good and bad values."""

from __future__ import annotations

import pytest

from macros.checks.rules.documents import official
from tests.rules.cases import Cases
from tests.rules.table import DOCUMENT, MEETING, Files


def document(number: str, date: str = "2023-02-02", id: str = "96-qd-tw-2023", more: str = "") -> Files:
    """A document."""
    return {f"data/documents/{id}.yml": f"number: {number}\ndate: {date}\n{more}"}


def named(text: str, documents: str) -> Files:
    """A statement, with Regulation 96 among the documents."""
    return {
        **document("96-QĐ/TW"),
        MEETING: f"results:\n  - id: a\n    text:\n      vi: {text}\n      en: x\n    documents: {documents}\n",
    }


def text(vi: str) -> Files:
    """A text in both languages."""
    return {MEETING: f"title:\n  vi: {vi}\n  en: A title"}


def changed(*documents: tuple[str, str, str]) -> Files:
    """Documents that replace others: of each its id, its date, and what it replaces."""
    return {
        f"data/documents/{id}.yml": f"date: {date}\nreplaces:\n{replaced}" if replaced else f"date: {date}\n"
        for id, date, replaced in documents
    }


def change(document: str, since: str = "not-stated") -> str:
    """An entry of `replaces:`."""
    return f"  - document: {document}\n    since: {since}\n"


OLD = ("a-2019", "2019-05-30", "")
TABLE = {
    "document-number-form": Cases(
        good=[
            *map(document, ("96-QĐ/TW", "04-NQ/TW", "202/2025/QH15", "06-KL/BTCTW", "76-TTr/TU", "20/NQ-HĐND")),
            *map(document, ("not-stated", '"03"', "178/2024/NĐ-CP", "168-KH/VPTW", "1667/2025")),
            *map(document, ("2292-QĐNS/TW", "43-CV/BCĐ", "04-ĐA/TU")),
        ],
        bad=[
            *map(document, ("¦96-QD/TW", "¦96 QĐ/TW", "¦96/QĐ-TW", "¦4-NQ/TW", "¦202-2025-QH15", "¦Quy định 96")),
            *map(document, ('"¦96-QĐ/T.Ư"', "¦96-qđ/tw", "¦số 96-QĐ/TW", "¦QĐ 96")),
        ],
        fixed=[
            (document("96/QD-TW"), document("96-QĐ/TW")),
            (document("4-NQ/TW"), document("04-NQ/TW")),
            (document("không nêu"), document("not-stated")),
            (document("số 96-QĐ/TW"), document("96-QĐ/TW")),
            (document("96-QĐ/TW."), document("96-QĐ/TW")),
            (document("“96-QĐ/TW”"), document("96-QĐ/TW")),
            (document("96-QĐ/TƯ"), document("96-QĐ/TW")),
            (document("202/2025-qh15"), document("202/2025/QH15")),
        ],
    ),
    "document-number-in-a-text": Cases(
        good=[text("Quy định 96-QĐ/TW"), text("Nghị quyết 20/NQ-HĐND"), text("Ghi là “96 QĐ/TW”"), text("năm 2025 NQ")],
        bad=[text("Quy định ¦96 QĐ/TW và ¦4-NQ/TW"), text("Nghị quyết ¦202-2025-QH15"), text("Quy định ¦96-QD/TW.")],
        fixed=[(text("Quy định số 96 - QD/TW nêu"), text("Quy định số 96-QĐ/TW nêu"))],
    ),
    "document-not-identified": Cases(
        good=[document("96-QĐ/TW")],
        bad=[document("¦not-stated"), document("96-QĐ/TW", "¦not-stated"), document('¦"03"', "¦not-stated")],
    ),
    "document-id": Cases(
        good=[
            document("96-QĐ/TW"),
            document("96-QĐ/TW", id="96-qd-tw"),
            document("04-NQ/TW", "2016", "nq-tw4-khoa-xii", "known_as:\n  vi: Nghị quyết Trung ương 4\n"),
            document("202/2025/QH15", "2025-06-12", "202-2025-qh15"),
            document("not-stated"),
            *map(document, ("số 96-QĐ/TW", "96-QĐ/TW.", "“96-QĐ/TW”", "96-QĐ/TƯ", "NQ 21", "69-QD/TW")),
            document("96-QĐ/TW", "2203-02-02"),
        ],
        bad=[
            document("¦69-QĐ/TW"),
            document("¦96-NQ/TW"),
            document("96-QĐ/TW", "¦2022-02-02"),
            document("¦96-QĐ/TW", id="196-qd-tw"),
            document("¦96-QĐ/TW", id="quy-dinh-moi"),
        ],
    ),
    "document-twice": Cases(
        good=[{**document("35-CT/TW", "2019-05-30", "a"), **document("35-CT/TW", "2024-06-14", "b")}],
        bad=[{**document("35-CT/TW", "2019-05-30", "a"), **document("¦35-CT/TW", "2019-05-30", "b")}],
    ),
    "replaced-in-a-circle": Cases(
        good=[
            changed(("a", "2019", ""), ("b", "2020", change("a")), ("c", "2021", change("b") + change("a"))),
            changed(("b", "2020", "  - unrecorded:\n      vi: 96-QĐ/TW\n")),
        ],
        bad=[
            changed(("a", "2019", change("¦a"))),
            changed(("a", "2019", change("¦b")), ("b", "2020", change("a"))),
            changed(("a", "2019", change("d") + change("¦c")), ("b", "2020", change("a")), ("c", "2021", change("b"))),
            # What only leads to a circle is not in it.
            changed(("a", "2022", change("b")), ("b", "2019", change("¦c")), ("c", "2020", change("b"))),
        ],
    ),
    "changed-before-its-date": Cases(
        good=[
            changed(OLD, ("b", "2024-06-14", change("a-2019", "2024-06-14"))),
            changed(OLD, ("b", "2019-05-30", change("a-2019"))),
            changed(OLD, ("b", "2019", change("a-2019", "2019-05"))),
            changed(OLD, ("b", "not-stated", change("a-2019"))),
            changed(("a", "not-stated", ""), ("b", "2024", change("a", "2023"))),
        ],
        bad=[
            changed(OLD, ("b", "2024-06-14", change("a-2019", "¦2019-05-29"))),
            changed(OLD, ("b", "2018", change("¦a-2019"))),
            changed(OLD, ("b", "2018", change("a-2019", "¦2018-12"))),
            {**changed(OLD), "data/documents/c.yml": "date: 2018\namends:\n" + change("¦a-2019")},
        ],
    ),
    "document-not-linked": Cases(
        good=[
            named("Theo 96-QĐ/TW.", "[96-qd-tw-2023]"),
            named("Theo 97-QĐ/TW.", "[]"),
            {DOCUMENT: "number: 96-QĐ/TW"},
        ],
        bad=[named("Theo ¦96-QĐ/TW.", "[]"), named("Theo ¦96-QĐ/TW.", "[97-qd-tw]")],
    ),
}


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("96-QĐ/TW", "96-QĐ/TW"),
        ("96/QĐ-TW", "96-QĐ/TW"),
        ("96 QD/TW", "96-QĐ/TW"),
        ("76-TTR/TU", "76-TTr/TU"),
        ("05-CT/T.Ư", "05-CT/TW"),
        ("202-2025-QH15", "202/2025/QH15"),
        ("số 96-QĐ/TW", "96-QĐ/TW"),
        ("96 QD/TW.", "96-QĐ/TW"),
        ("“96-QĐ/TW”", "96-QĐ/TW"),
        ("QĐ 96", None),
        ("ba", None),
    ],
)
def test_the_official_form(written: str, right: str | None) -> None:
    assert official(written) == right
