"""Reading a text for search: one table for the build's Python and the browser's JavaScript."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from macros.search.files import ids, term_hash
from macros.text.folding import read
from macros.text.language import Language
from tests.support.tab import Open

VECTORS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("search_vectors.json").read_text("utf-8"))
_SCRIPTS = "assets/javascripts/search/"
NUMBERS = [[], [0], [0, 1, 2], [46, 47, 94], [0, 47, 95, 2300], [5, 100000, 2000000, 2000001], list(range(0, 9999, 37))]
TERMS = ["dang", "dang vien", "96qdtw", "@2023-06-23", "20739", ""]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: repr(vector["text"]))
def test_python_reads_as_the_table_says(vector: dict[str, Any]) -> None:
    reading = read(vector["text"], Language(vector["language"]))
    spans = sorted(reading.spans, key=lambda span: span.start)
    assert [token.term for token in reading.tokens] == vector["terms"]
    assert [token.form for token in reading.tokens] == vector["forms"]
    assert [list(span.terms) for span in spans] == vector["spans"]


def test_javascript_reads_as_the_table_says(open_tab: Open) -> None:
    tab = open_tab()
    tab.visit("search/")
    seen = tab.page.evaluate(
        """async ([address, vectors]) => {
            const { read } = await import(address);
            return vectors.map(({ text, language }) => {
                const { tokens, spans } = read(text, language);
                return {
                    terms: tokens.map((token) => token.term),
                    forms: tokens.map((token) => token.form),
                    spans: spans.map((span) => span.terms),
                };
            });
        }""",
        [f"{tab.address}{_SCRIPTS}folding.js", VECTORS],
    )
    wanted = [{key: vector[key] for key in ("terms", "forms", "spans")} for vector in VECTORS]
    assert [(vector["text"], got) for vector, got, want in zip(VECTORS, seen, wanted, strict=True) if got != want] == []


def test_javascript_reads_what_python_writes(open_tab: Open) -> None:
    """Lists of numbers come back as they were; terms are looked for in the file they were put in."""
    tab = open_tab()
    tab.visit("search/")
    numbers, hashes = tab.page.evaluate(
        """async ([base, texts, terms]) => {
            const { ids } = await import(`${base}index.js`);
            const { termHash } = await import(`${base}folding.js`);
            return [texts.map(ids), terms.map(termHash)];
        }""",
        [f"{tab.address}{_SCRIPTS}", [ids(each) for each in NUMBERS], TERMS],
    )
    assert numbers == NUMBERS
    assert hashes == [term_hash(term) for term in TERMS]
