"""What the builds' bench gives Hugo for the pages beside the meetings' own: blocks that its layouts can show."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from benchmarks.hugo_pages import Blocks, contents, placed
from macros.archive import Archive
from macros.pages.data_pages import DataPage, list_pages, record_pages
from macros.records import StatementKind
from macros.text.language import Language
from macros.views.lists.catalogue import lists
from tests.support.project import ROOT

_LAYOUTS = ROOT / "benchmarks/hugo/whole/_partials/blocks"


def test_every_block_has_a_layout_and_every_layout_blocks(archive: Archive) -> None:
    pages: dict[str, list[DataPage]] = defaultdict(list)
    for page in [*record_pages(archive, lists(archive)), *list_pages(archive, lists(archive))]:
        if page.template not in ("meeting", "review"):  # one has a layout of its own, the other none
            pages[f"{page.template} {page.path.split('/')[0]}"].append(page)
    for language in Language:
        blocks = Blocks(archive, lists(archive), language, defaultdict(_Sources))
        shown = [block for some in pages.values() for page in some[-3:] for block in blocks.of(page)]
        assert {block["is"] for block in shown} == {path.stem for path in _LAYOUTS.iterdir()}
        assert all(entry["id"] and entry["text"] for entry in contents(shown))


def test_a_statement_stands_where_the_data_has_it(archive: Archive) -> None:
    places = placed(archive.statements)
    for statement in archive.statements:
        place = places[statement.id]
        if statement.home.path.startswith("meetings/") and statement.kind is StatementKind.CONCLUSION:
            record = archive.meetings[place["home"]].record
            assert getattr(record, place["list"])[place["at"]] is statement.record


class _Sources(defaultdict[str, Any]):
    def __init__(self) -> None:
        super().__init__(list)
