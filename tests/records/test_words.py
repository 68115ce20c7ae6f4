"""The words of the interface are there in both languages."""

from __future__ import annotations

import re

import pytest
import yaml

from macros.text.language import WORDS_FILE
from macros.views.templating import TEMPLATES
from tests.support.project import ROOT

WORDS: dict[str, dict[str, str]] = yaml.load(WORDS_FILE.read_text("utf-8"), yaml.CSafeLoader)
# Said on English pages only, where Vietnamese is the other language.
ENGLISH_ONLY = {
    "original_note",
    "original_page",
    "original_statement",
    "search_untranslated",
    "title_rendering",
    "untranslated_note",
    "untranslated_name",
}
_USES = re.compile(r"""\bword\(\s*["']([a-z_0-9-]+)["']\s*[,)]""")


@pytest.mark.parametrize("key", WORDS)
def test_a_word_has_both_languages(key: str) -> None:
    assert {"vi", "en"} <= WORDS[key].keys() <= {"vi", "en", "also"}
    assert WORDS[key]["en"].strip()
    assert WORDS[key]["vi"].strip() or key in ENGLISH_ONLY


def test_every_word_used_exists() -> None:
    files = [*TEMPLATES.glob("**/*.html"), *ROOT.glob("overrides/**/*.html"), *ROOT.glob("macros/**/*.py")]
    used = {key for file in files for key in _USES.findall(file.read_text("utf-8"))}
    assert len(used) > 50
    assert used - WORDS.keys() == set()
