"""The words of the interface are there in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from macros.commands import booklet, changes, check, confirm, fix, links, log_corrections, new, suggestions
from macros.data.problems import Refused
from macros.text import language
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


WRONG = {
    "a list": ("- a\n", "macros/words.yml:1:1", "Expected lines"),
    "nothing": ("", "macros/words.yml:1:1", "The file is empty"),
    "one language": ("a: {vi: b}\n", "macros/words.yml:1:4", "“a” takes `vi:` and `en:`"),
    "a text alone": ("a: {vi: b, en: c}\nd: e\n", "macros/words.yml:2:4", "“d” takes `vi:` and `en:`"),
    "a number": ("a: {vi: 1, en: c}\n", "macros/words.yml:1:4", "both text"),
    "another key": ("a: {vi: b, en: c, fr: d}\n", "macros/words.yml:1:4", "both text"),
    "other blanks": ('a: {vi: "{b}", en: "{c}"}\n', "macros/words.yml:1:4", "the same blanks"),
    "an alias": ("a: &b {vi: b, en: c}\nd: *b\n", "macros/words.yml:1:4", "anchors and aliases"),
}


@pytest.fixture
def words_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    file = tmp_path / "words.yml"
    monkeypatch.setattr(language, "WORDS_FILE", file)
    language.all_words.cache_clear()
    yield file
    language.all_words.cache_clear()


@pytest.mark.parametrize(("text", "place", "said"), WRONG.values(), ids=WRONG)
def test_a_wrong_word_is_reported_in_its_place(words_file: Path, text: str, place: str, said: str) -> None:
    words_file.write_text(text, "utf-8")
    with pytest.raises(Refused) as refused:
        language.all_words()
    assert str(refused.value.problems[0].place) == place
    assert said in refused.value.problems[0].en


@pytest.mark.parametrize("command", [booklet, changes, check, confirm, fix, links, log_corrections, new, suggestions])
def test_every_command_says_where_a_word_is_wrong(
    words_file: Path, capsys: pytest.CaptureFixture[str], command: ModuleType
) -> None:
    words_file.write_text("- a\n", "utf-8")
    arguments = {booklet: ["site", "chromium"], changes: ["HEAD"]}
    assert command.main(arguments.get(command, [])) == 1
    assert capsys.readouterr().err.startswith("macros/words.yml:1:1: ")


def test_a_missing_word_is_reported(words_file: Path) -> None:
    words_file.write_text('a: {vi: "{n} b", en: "{n} c", also: d}\n', "utf-8")
    assert language.word("a", "vi") == "{n} b"
    with pytest.raises(Refused, match="errors in the content") as refused:
        language.word("site_name", "vi")
    assert "The word “site_name” is missing" in refused.value.problems[0].en


def test_every_word_used_exists() -> None:
    files = [*TEMPLATES.glob("**/*.html"), *ROOT.glob("overrides/**/*.html"), *ROOT.glob("macros/**/*.py")]
    used = {key for file in files for key in _USES.findall(file.read_text("utf-8"))}
    assert len(used) > 50
    assert used - WORDS.keys() == set()
