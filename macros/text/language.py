"""The two languages of the site: their words, numbers and dates. Vietnamese is the original, English its rendering."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from macros.data.problems import Bilingual, Place, Problem, Refused
from macros.data.strict_yaml import Places, read

WORDS_FILE = Path(__file__).parent.parent / "words.yml"
_WORDS = "macros/words.yml"
_ALSO = "also"  # other names by which editors call it
_BLANK = re.compile(r"\{\w*\}")
_NO_WORDS = Bilingual("Cần các dòng `khóa: {vi: …, en: …}`.", "Expected lines `key: {vi: …, en: …}`.")
_NO_WORD = Bilingual(
    "“{key}” cần đúng `vi:` và `en:`, đều là chữ; `also:` nếu có.",
    "“{key}” takes `vi:` and `en:`, both text, and `also:` where there is any.",
)
_OTHER_BLANKS = Bilingual(
    "“{key}”: hai ngôn ngữ cần cùng các chỗ trống trong ngoặc nhọn.",
    "“{key}”: both languages need the same blanks in braces.",
)
_LACKING = Bilingual("Thiếu từ “{key}”. Hãy thêm lại dòng này.", "The word “{key}” is missing. Put its line back.")


class Language(StrEnum):
    """A language of the site; its value is the code used in HTML, in `docs/` and in data."""

    VI = "vi"
    EN = "en"

    @property
    def other(self) -> Language:
        """The other language of the two."""
        return Language.EN if self is Language.VI else Language.VI

    @property
    def prefix(self) -> str:
        """What the addresses of its pages begin with; Vietnamese is at the root."""
        return "" if self is Language.VI else "en/"


@cache
def all_words() -> dict[str, dict[str, str]]:
    """The words of the interface by key and language, read once, until `all_words.cache_clear()`.

    Raises `Refused` where the file has mistakes.
    """
    loaded: dict[str, dict[str, str]]
    loaded, places, problems = read(WORDS_FILE, _WORDS)
    if problems or (problems := list(_wrong_words(loaded, places))):
        raise Refused(problems)
    return loaded


def _wrong_words(loaded: Any, places: Places) -> Iterator[Problem]:
    """What is not a word in both languages, or has other blanks to be filled in than its rendering."""
    if not isinstance(loaded, dict):
        yield Problem(places.at, *_NO_WORDS)
        return
    for key, each in loaded.items():
        languages = {str(language) for language in Language}
        texts = each if isinstance(each, dict) else {}
        if not languages <= texts.keys() <= {*languages, _ALSO} or not all(isinstance(x, str) for x in texts.values()):
            yield Problem(places.find((key,)), *_NO_WORD.format(key=key))
            continue
        blanks = [set(_BLANK.findall(texts[language])) for language in languages if texts[language]]
        if any(found != blanks[0] for found in blanks):
            yield Problem(places.find((key,)), *_OTHER_BLANKS.format(key=key))


def word(key: str, language: str) -> str:
    """A word or phrase of the interface; raises `Refused` for a key that `words.yml` lacks."""
    known = all_words()
    if key not in known:
        raise Refused([Problem(Place(_WORDS), *_LACKING.format(key=key))])
    return known[key][language]


def words(prefix: str, language: str) -> dict[str, str]:
    """The words of the interface whose key begins so, by the rest of their key."""
    return {key.removeprefix(prefix): each[language] for key, each in all_words().items() if key.startswith(prefix)}


@lru_cache(maxsize=10_000)
def number(value: int | float, language: Language) -> str:
    """A number as the language prints it: 20.739 in Vietnamese, 20,739 in English."""
    return str(format_decimal(value, locale=language.value))


@cache
def format_day(day: date, language: Language) -> str:
    """A day: 30-11-2023 as Vietnamese official prose prints it, 30 November 2023 in English."""
    pattern = "d-M-y" if language is Language.VI else "d MMMM y"
    return str(format_date(day, pattern, locale="vi" if language is Language.VI else "en_GB"))


@cache
def month_name(month: int, language: Language) -> str:
    """A month in few letters: 5, May."""
    return str(format_date(date(2000, month, 1), "L" if language is Language.VI else "LLL", locale=language.value))


@cache
def format_month(day: date, language: Language) -> str:
    """A month: tháng 5-2023, May 2023."""
    if language is Language.VI:
        return str(format_date(day, "'tháng' M-y", locale="vi"))
    return str(format_date(day, "MMMM y", locale="en_GB"))


def in_words(count: int, language: Language) -> str:
    """A number from 1 to 20 in words, as `words.yml` spells it; any other in digits."""
    named = word("numbers", language).split("|")
    return named[count - 1] if 1 <= count <= len(named) else number(count, language)


def noun(count: int, name: str, language: Language) -> str:
    """What is counted, in the form that goes with the number: `count_<name>` in `words.yml` is `one|many`."""
    forms = word(f"count_{name}", language).split("|")
    return forms[0] if count == 1 else forms[-1]


def counted(count: int, name: str, language: Language) -> str:
    """A number of things, in words: `năm bài học`, `one lesson`."""
    return f"{in_words(count, language)} {noun(count, name, language)}"
