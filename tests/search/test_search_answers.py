"""What readers were seen to type, with the answer that they look for first, through the search as it is shipped."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from macros.text.language import Language
from tests.support.tab import Open

_FIRST = """async ([base, language, queries]) => {
    const { Client } = await import(`${base}assets/javascripts/search/client.js`);
    const client = new Client(base, language);
    const first = {};
    for (const text of queries) {
        const { hits } = await client.ask("search", { text, options: {}, shown: 1 });
        first[text] = hits[0]?.id ?? "";
    }
    return first;
}"""


def _first(open_tab: Open, language: Language, queries: list[str]) -> dict[str, str]:
    tab = open_tab()
    tab.visit(f"{language.prefix}search/")
    found: dict[str, str] = tab.page.evaluate(_FIRST, [tab.address, language.value, queries])
    assert tab.errors == []
    return found


@pytest.mark.parametrize("language", Language)
def test_a_province_by_its_name_with_accents_or_without(open_tab: Open, archive: Archive, language: Language) -> None:
    """In both languages: English prints most names without accents, its readers may type them with."""
    wanted = {p.short[written]: id for id, p in archive.provinces.items() for written in Language}
    assert _first(open_tab, language, list(wanted)) == wanted


@pytest.mark.parametrize("language", Language)
def test_an_abbreviation_of_the_glossary_leads_to_its_term(
    open_tab: Open, archive: Archive, language: Language
) -> None:
    wanted = {term.abbreviation: id for id, term in archive.glossary.items() if term.abbreviation}
    assert _first(open_tab, language, list(wanted)) == wanted
