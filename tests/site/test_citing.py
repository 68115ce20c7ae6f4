"""A statement is cited in the same words on its card, which Python writes, and among search results, in the browser."""

from __future__ import annotations

from typing import Any

from macros.archive import Archive
from macros.search.site import phrases
from macros.text.language import Language
from macros.views import citing
from tests.support.project import SITE_URL
from tests.support.tab import Open

WRITE = """async ([module, items, words]) => {
    const { STYLES } = await import(module);
    const all = (style) => items.map((item) => STYLES[style].write([item], words));
    return Object.fromEntries(["vi", "en", "bibtex", "ris"].map((style) => [style, all(style)]));
}"""


def test_both_write_every_statement_alike(open_tab: Open, archive: Archive) -> None:
    items: list[dict[str, Any]] = [
        {**citing.statement_citation(s, archive), "id": s.id, "address": f"{SITE_URL}{s.home.path}#{s.record.id}"}
        for s in archive.statements
    ]
    # The same without any English.
    items += [{**item, **{part: [item[part][0], None] for part in ("by", "title", "text")}} for item in items]
    words = phrases(archive, Language.VI)
    tab = open_tab()
    tab.visit("search/")
    written = tab.page.evaluate(WRITE, [f"{tab.address}assets/javascripts/search/citing.js", items, words])
    assert items
    for number, item in enumerate(items):
        address = item["address"]
        for language in Language:
            assert written[language][number] == citing.prose(item, address, archive.site_name(language), language)
        assert written["bibtex"][number] == citing.bibtex(item, item["id"], address)
        assert written["ris"][number].splitlines() == citing.ris(item, item["id"], address).splitlines()
