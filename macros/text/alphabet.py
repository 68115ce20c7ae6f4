"""The order of words in a list: of Vietnamese as its dictionaries have it, letter, then tone, syllable by syllable."""

import re
import unicodedata

from macros.text.language import Language

_WORD = re.compile(r"\w+")  # quotation marks and hyphens do not count
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")  # level, huyền, hỏi, ngã, sắc, nặng


def place(text: str, language: Language) -> tuple[object, ...]:
    """What to sort a text by."""
    if language is Language.EN:
        return tuple(_WORD.findall(text.casefold()))
    return tuple(map(_syllable, _WORD.findall(unicodedata.normalize("NFC", text).lower())))


def initial(text: str, language: Language) -> str:
    """The letter under which a text is, as a capital: `Đ` of `đảng viên`; `0-9` for all that begin with a digit."""
    letter = next(filter(str.isalnum, text), "").lower()
    if letter.isdigit():
        return "0-9"
    if language is Language.VI:
        letter = _split(letter)[0]
    return letter.upper()


def _syllable(text: str) -> tuple[list[int], list[int]]:
    split = [_split(letter) for letter in text]
    return [_LETTERS.find(letter) for letter, _ in split], [_TONES.index(tone) for _, tone in split]


def _split(letter: str) -> tuple[str, str]:
    """A letter and its tone: `ấ` is `â` with sắc."""
    marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks if mark in _TONES[1:]), "")
    return unicodedata.normalize("NFC", marks.replace(tone, "")) if tone else letter, tone
