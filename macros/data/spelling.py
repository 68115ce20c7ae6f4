"""Which known word was probably meant: the same word written in another way, or one that a typing slip made of it."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import takewhile

from macros.data.problems import Bilingual

_MOST_SLIPS = 2
_SHORTEST = 3  # letters: of two, a slip makes another word


def without_accents(text: str) -> str:
    """The text in plain Latin letters: `Đà Nẵng` becomes `Da Nang`."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(each for each in parts if not unicodedata.combining(each))


def slug(text: str) -> str:
    """The text as an id: lower-case letters without accents, digits, hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", without_accents(text.lower().replace("’", "-"))).strip("-")


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was meant; None where that is not sure.

    Digits are never guessed: 96-qd-tw and 37-qd-tw are two documents.
    """
    written = slug(word)
    by_slug = {slug(each): each for each in known}
    if not written or written in by_slug:
        return by_slug.get(written)
    longer = [each for each in by_slug if "-" in written and each.startswith(f"{written}-")]
    if len(longer) != 1:
        longer = [each for each in by_slug if is_slip(written, each)]
    return by_slug[longer[0]] if len(longer) == 1 else None


def did_you_mean(word: str, known: Iterable[str]) -> Bilingual:
    """A hint that names the known word that was meant; empty where that is not sure."""
    right = closest(word, known)
    return Bilingual(f" Có phải bạn muốn viết “{right}”?", f" Did you mean “{right}”?") if right else Bilingual()


def is_slip(word: str, other: str) -> bool:
    """True for two slugs that differ by a typing slip in a part or two, or by a hyphen; digits are never a slip."""
    if len(word) < _SHORTEST or re.findall(r"\d+", word) != re.findall(r"\d+", other):
        return False
    parts, others = word.split("-"), other.split("-")
    if len(parts) != len(others):
        return slips("".join(parts), "".join(others)) <= 1
    counts = [slips(part, part_of_other) for part, part_of_other in zip(parts, others, strict=True)]
    return max(counts) <= 1 and sum(counts) <= _MOST_SLIPS


def slips(word: str, other: str) -> int:
    """0 for the same word; 1 where a letter was left out, added, put for another or exchanged with the next; else 2."""
    if word == other:
        return 0
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False))))
    word, other = word[same:], other[same:]
    exchanged = word[1::-1] + word[2:] == other
    return 1 if exchanged or other[1:] in (word, word[1:]) or word[1:] == other else 2
