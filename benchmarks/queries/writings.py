"""How a hurried reader writes Vietnamese and English words otherwise than the archive prints them.

Every function takes the words of a phrase and a random source, and returns what is typed; None where these words
cannot be written in that way.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Callable, Sequence
from random import Random

from benchmarks.queries.entries import fold

Writing = Callable[[Sequence[str], Random], str | None]

_TELEX_TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
_VNI_TONES = {"\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5"}
_VNI_MARKS = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}
_TONES = "".join(_TELEX_TONES)
_OLD_PLACE = re.compile(f"(?<!q)(o(?=[{_TONES}][ae])|u(?=[{_TONES}]y))([{_TONES}])([aey])(?![a-z\u0300-\u036f])")
_NEW_PLACE = re.compile(f"(?<!q)(o(?=[ae][{_TONES}])|u(?=y[{_TONES}]))([aey])([{_TONES}])(?![a-z\u0300-\u036f])")
_ROMAN = {"II": 2, "III": 3, "IV": 4, "V": 5, "VII": 7, "IX": 9, "X": 10, "XI": 11, "XII": 12, "XIII": 13, "XIV": 14}
_ROMAN |= {"XV": 15, "XVI": 16, "XVII": 17, "XX": 20}
_COUNTED = {"hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_DIGITS = {word: str(value) for word, value in (_ROMAN | _COUNTED).items()}


def as_printed(words: Sequence[str], _: Random) -> str:
    """The words themselves."""
    return " ".join(words)


def quoted(words: Sequence[str], _: Random) -> str:
    """Between quotation marks, as for an exact phrase."""
    return f'"{" ".join(words)}"'


def unaccented(words: Sequence[str], _: Random) -> str:
    """Without any mark, in small letters."""
    return fold(" ".join(words))


def toneless(words: Sequence[str], _: Random) -> str | None:
    """With the marks of letters (ê, ơ, đ) but without tones."""
    written = unicodedata.normalize("NFC", re.sub(f"[{_TONES}]", "", _decomposed(words)))
    return None if written in (_composed(words), fold(written)) else written


def half_accented(words: Sequence[str], random: Random) -> str | None:
    """Some words as printed, the others without marks."""
    marked = [i for i, word in enumerate(words) if fold(word) != word.lower()]
    if len(marked) < 2:
        return None
    bare = set(random.sample(marked, random.randint(1, len(marked) - 1)))
    return " ".join(fold(word) if i in bare else word.lower() for i, word in enumerate(words))


def decomposed(words: Sequence[str], _: Random) -> str | None:
    """In Unicode form NFD, as some keyboards and PDF files give it."""
    written = unicodedata.normalize("NFD", " ".join(words))
    return None if written == " ".join(words) else written


def tone_moved(words: Sequence[str], _: Random) -> str | None:
    """With the tone of oa, oe, uy on the other vowel: hóa for hoá and the other way round."""
    text = _decomposed(words)
    moved = _NEW_PLACE.sub(r"\1\3\2", text) if _NEW_PLACE.search(text) else _OLD_PLACE.sub(r"\1\3\2", text)
    return None if moved == text else unicodedata.normalize("NFC", moved)


def wrong_d(words: Sequence[str], random: Random) -> str | None:
    """With đ written as d, as Icelandic ð or Ð, or as the only mark kept."""
    text = _composed(words)
    if "đ" not in text:
        return None
    kept = unicodedata.normalize("NFC", "".join(c if c == "đ" else fold(c) for c in text))
    return random.choice([text.replace("đ", "d"), text.replace("đ", "ð"), text.title().replace("Đ", "Ð"), kept])


def telex(words: Sequence[str], random: Random) -> str | None:
    """The keys of the Telex method with no keyboard program to turn them into letters: `ddangr vieen`."""
    written = " ".join(_telex(word, random) for word in words)
    return None if written == _composed(words) else written


def vni(words: Sequence[str], random: Random) -> str | None:
    """The keys of the VNI method, digits within the word or all at its end: `d9ang3 vie6n`, `dang3 vien6`."""
    at_end = random.random() < 0.5
    written = " ".join(_vni(word, at_end) for word in words)
    return written if re.search(r"\d", written) else None


def spaced_wrongly(words: Sequence[str], random: Random) -> str:
    """With one space missing, or with spaces doubled."""
    words = [fold(word) for word in words] if random.random() < 0.7 else [word.lower() for word in words]
    if random.random() < 0.3:
        return "  ".join(words) + " "
    gap = random.randrange(len(words) - 1)
    return " ".join([*words[:gap], words[gap] + words[gap + 1], *words[gap + 2 :]])


def mistyped(words: Sequence[str], random: Random) -> str:
    """Without marks and with one letter wrong, missing, doubled or swapped with the next."""
    text = fold(" ".join(words))
    at = random.choice([i for i, c in enumerate(text) if c != " "])
    edits = [
        text[:at] + random.choice([c for c in string.ascii_lowercase if c != text[at]]) + text[at + 1 :],
        text[:at] + text[at + 1 :],
        text[:at] + text[at] + text[at:],
    ]
    if text[at + 1 : at + 2].strip() and text[at] != text[at + 1]:
        edits.append(text[:at] + text[at + 1] + text[at] + text[at + 2 :])
    return random.choice(edits)


def in_digits(words: Sequence[str], random: Random) -> str | None:
    """With Roman numerals and number words in digits."""
    written = [_DIGITS.get(word, _DIGITS.get(word.lower(), word)) for word in words]
    if written == list(words):
        return None
    return fold(" ".join(written)) if random.random() < 0.5 else " ".join(written)


def _decomposed(words: Sequence[str]) -> str:
    return unicodedata.normalize("NFD", " ".join(words).lower())


def _composed(words: Sequence[str]) -> str:
    return unicodedata.normalize("NFC", " ".join(words).lower())


def _telex(word: str, random: Random) -> str:
    keys, tone = "", ""
    for c in unicodedata.normalize("NFD", word.lower()):
        if c in _TELEX_TONES:
            tone = _TELEX_TONES[c]
        elif c == "\u0302":
            keys += keys[-1]
        elif c in ("\u0306", "\u031b"):
            keys += "w"
        else:
            keys += "dd" if c == "đ" else c
    if random.random() < 0.5:
        keys = keys.replace("uwow", "uow")
    return keys + tone


def _vni(word: str, at_end: bool) -> str:
    keys, marks, tone = "", "", ""
    for c in unicodedata.normalize("NFD", word.lower()):
        if c in _VNI_TONES:
            tone = _VNI_TONES[c]
        elif c in _VNI_MARKS:
            marks = _VNI_MARKS[c] if at_end else ""
            keys += "" if at_end else _VNI_MARKS[c]
        else:
            keys += "d9" if c == "đ" else c
    return keys + marks + tone
