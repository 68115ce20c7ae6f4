"""Every way of mistyping that search forgives, through the dialog and the search page as they are shipped.

The queries are made from the small archive as the search bench makes its own (`benchmarks/queries/`); what readers of
the live archive type is measured by `make bench-search`.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from benchmarks.queries import Query
from benchmarks.queries.generated import generated
from macros.archive import Archive
from macros.text.language import Language
from tests.search.search_page import Dialog, SearchPage
from tests.support.tab import Open

SEED = 1
A_CLASS = 2  # queries of each class typed into the dialog and the page
_RANKS = """async ([base, language, queries]) => {
    const { Client } = await import(`${base}assets/javascripts/search/client.js`);
    const client = new Client(base, language);
    const found = [];
    for (const text of queries) {
        const { hits } = await client.ask("search", { text, options: {}, shown: 3 });
        found.push(hits.map(({ id }) => id));
    }
    return found;
}"""


@pytest.fixture(scope="module")
def queries(archive: Archive) -> list[Query]:
    """Queries of every class that the small archive gives, by a seed."""
    return generated(archive, SEED, 12)


def _right(query: Query, ids: list[str]) -> bool:
    return ids[0] in query.targets if ids and query.targets else not ids and not query.targets


def test_the_right_answer_comes_first_in_every_class(open_tab: Open, queries: list[Query]) -> None:
    tab = open_tab()
    tab.visit("search/")
    right: dict[str, list[bool]] = defaultdict(list)
    for language in Language:
        asked = [query for query in queries if query.language is language]
        found = tab.page.evaluate(_RANKS, [tab.address, language.value, [query.text for query in asked]])
        for query, ids in zip(asked, found, strict=True):
            right[query.kind].append(_right(query, ids))
    shares = {kind: sum(each) / len(each) for kind, each in right.items()}
    everything = [one for each in right.values() for one in each]
    assert {kind: share for kind, share in shares.items() if share < 0.8} == {}  # a class has some ten queries here
    assert sum(everything) / len(everything) >= 0.97
    assert tab.errors == []


@pytest.mark.parametrize("language", Language)
def test_typed_into_the_page_and_the_dialog(open_tab: Open, queries: list[Query], language: Language) -> None:
    by_class: dict[str, list[Query]] = defaultdict(list)
    for query in queries:
        if query.language is language:
            by_class[query.kind].append(query)
    page, tab = SearchPage(open_tab(), language), open_tab()
    tab.visit(f"{language.prefix}topics/")
    dialog = Dialog(tab).open()
    missed = []
    for chosen in by_class.values():
        for query in chosen[:: max(1, len(chosen) // A_CLASS)][:A_CLASS]:
            if not _right(query, page.visit(query.text).ids):
                missed.append(f"page: {query.text}")
            tab.page.keyboard.press("Control+a")
            dialog.paste(query.text)
            if bool(query.targets) != bool(set(dialog.ids) & query.targets):
                missed.append(f"dialog: {query.text}")
    asked = sum(min(A_CLASS, len(chosen)) for chosen in by_class.values())
    assert len(missed) <= 0.05 * 2 * asked, missed
