"""Pages show every code with its meaning in both languages."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.data.codes import Codes
from macros.pages.authoring.field_reference import COLLECTIONS, RECORDS
from macros.pages.authoring.library import MACROS
from macros.pages.authoring.macro import call, id_codes
from macros.pages.authoring.sandbox import PageError
from macros.records import Happened
from macros.records.choice import Choice
from macros.text.language import Language
from macros.views.rendering import View
from macros.views.repository import Repository
from tests.support import html_reader
from tests.support.html_reader import Element

# What the log of corrections holds is written by the machine.
BY_HAND = [kind for kind in Choice.__subclasses__() if kind is not Happened]


def _rows(table: Element) -> list[list[str]]:
    return [[cell.text for cell in row.all("td")] for row in table.all("tbody")[0].all("tr")]


def _written(codes: Codes) -> list[list[str]]:
    return [[code.id, code.vi, code.en] for code in codes]


@pytest.mark.parametrize("language", Language)
def test_every_choice_has_its_table_below_the_fields(archive: Archive, language: Language) -> None:
    view = View(archive, language, f"{language.prefix}x/", Repository())
    shown: list[list[list[str]]] = []
    for record in RECORDS:
        page = html_reader.read(str(call(view, MACROS["fields"], record)()))
        tables = {table.get("id"): table for table in page.all("table") if "codes" in table.classes}
        assert {link.get("href") for link in page.all("a")} == {f"#{id}" for id in tables}
        shown += map(_rows, tables.values())
    assert len(BY_HAND) > 7
    for kind in BY_HAND:
        assert _written(kind.codes()) in shown, kind


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", COLLECTIONS)
def test_every_id_of_a_short_list_has_its_name(archive: Archive, kind: str, language: Language) -> None:
    view = View(archive, language, f"{language.prefix}x/", Repository())
    records = getattr(archive, kind)
    [table] = html_reader.read(str(call(view, MACROS["codes"], kind)())).all("table")
    assert _rows(table) == _written(id_codes(archive, COLLECTIONS[kind]))
    assert [row[0] for row in _rows(table)] == sorted(records)
    for id, vi, en in _rows(table):
        name = records[id].name if kind == "topics" else records[id].short
        assert (vi, en) == (name.vi, name.en)


def test_another_list_is_refused(archive: Archive) -> None:
    with pytest.raises(PageError, match="list of codes"):
        call(View(archive, Language.VI, "x/", Repository()), MACROS["codes"], "people")
