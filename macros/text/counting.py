"""How many of a thing, in words, as headings count: `Ba bài học`, `three lessons`.

Words up to twenty are in `words.yml`. The library that knows more (num2words) spells these the same,
and needs a package without releases since 2014.
"""

from __future__ import annotations

from macros.text.language import Language, number, word


def in_words(count: int, language: Language) -> str:
    """A number from 1 to 20 in words, any other in digits."""
    named = word("numbers", language).split("|")
    return named[count - 1] if 1 <= count <= len(named) else number(count, language)


def thing(count: int, name: str, language: Language) -> str:
    """What is counted, in the form that goes with the number: `count_<name>` in `words.yml` is `one|many`."""
    forms = word(f"count_{name}", language).split("|")
    return forms[0] if count == 1 else forms[-1]


def counted(count: int, name: str, language: Language) -> str:
    """So many of a thing, in words: `năm bài học`, `one lesson`."""
    return f"{in_words(count, language)} {thing(count, name, language)}"
