"""Each rule beside its table: what it lets pass, what it finds and where, and what its fix makes of that."""

from __future__ import annotations

import pytest

from macros.checks import RULES
from tests.rules import (
    addresses,
    blanks,
    corrections,
    dates,
    documents,
    encodings,
    english,
    evidence,
    facts,
    ids,
    letters,
    outcomes,
    plausibility,
    redirects,
    summaries,
    texts,
    thesaurus,
    units,
)
from tests.rules.table import Files, fixed, found, marked

TABLES = [
    blanks.TABLE,
    encodings.TABLE,
    letters.TABLE,
    addresses.TABLE,
    texts.TABLE,
    dates.TABLE,
    documents.TABLE,
    facts.TABLE,
    ids.TABLE,
    redirects.TABLE,
    corrections.TABLE,
    plausibility.TABLE,
    evidence.TABLE,
    thesaurus.TABLE,
    units.TABLE,
    english.TABLE,
    summaries.TABLE,
    outcomes.TABLE,
]
GOOD = [(rule, files) for table in TABLES for rule, cases in table.items() for files in cases.good]
BAD = [(rule, files) for table in TABLES for rule, cases in table.items() for files in cases.bad]
FIXED = [(rule, *each) for table in TABLES for rule, cases in table.items() for each in cases.fixed]


def test_every_rule_has_its_table() -> None:
    tested = {rule for table in TABLES for rule in table}
    assert tested == RULES.keys()
    for table in TABLES:
        assert all(cases.good and cases.bad for cases in table.values())


@pytest.mark.parametrize(("rule", "files"), GOOD, ids=[f"{rule}-{n}" for n, (rule, _) in enumerate(GOOD)])
def test_what_keeps_the_rule_passes(rule: str, files: Files) -> None:
    assert found(rule, files) == []


@pytest.mark.parametrize(("rule", "files"), BAD, ids=[f"{rule}-{n}" for n, (rule, _) in enumerate(BAD)])
def test_what_breaks_the_rule_is_found_where_it_stands(rule: str, files: Files) -> None:
    assert found(rule, files) == marked(files)
    assert marked(files)


@pytest.mark.parametrize(("rule", "before", "after"), FIXED, ids=[f"{case[0]}-{n}" for n, case in enumerate(FIXED)])
def test_the_fix_fixes_it(rule: str, before: Files, after: Files) -> None:
    assert fixed(rule, before) == after
    assert found(rule, after) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_says_in_both_languages_how_to_fix_it(rule: object) -> None:
    hints = RULES[rule.name].hint  # type: ignore[attr-defined]
    assert len(set(hints)) == 2
    assert all(hint.endswith(".") for hint in hints)
