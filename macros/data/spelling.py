"""Which known word somebody meant: the same word otherwise written, or one that a slip of the hand made of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import takewhile

_MOST_SLIPS = 2
_SHORTEST = 3  # letters: of two, a slip makes another word


def slug(text: str) -> str:
    """The text as an id: lower-case letters without accents, digits, hyphens."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("’", "-"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(each for each in plain if not unicodedata.combining(each))).strip("-")


def meant(word: str, known: Iterable[str]) -> str | None:
    """The known word that was meant; None where that is not sure.

    Digits are never guessed: 96-qd-tw and 37-qd-tw are two documents.
    """
    written = slug(word)
    by_slug = {slug(each): each for each in known}
    if not written or written in by_slug:
        return by_slug.get(written)
    longer = [each for each in by_slug if each.startswith(f"{written}-")]
    if len(longer) == 1 and "-" in written:
        return by_slug[longer[0]]
    alike = [each for each in by_slug if slipped(written, each)]
    return by_slug[alike[0]] if len(alike) == 1 else None


def slipped(word: str, other: str) -> bool:
    """True for two slugs of which a slip of the hand makes the one the other; digits are never a slip."""
    if len(word) < _SHORTEST or re.findall(r"\d+", word) != re.findall(r"\d+", other):
        return False
    return _alike(word, other)


def _alike(word: str, other: str) -> bool:
    """True for words of the same parts but for a slip in a part or two, or for a hyphen."""
    parts, others = word.split("-"), other.split("-")
    if len(parts) != len(others):
        return _slip("".join(parts), "".join(others)) <= 1
    slips = [_slip(part, part_of_other) for part, part_of_other in zip(parts, others, strict=True)]
    return max(slips) <= 1 and sum(slips) <= _MOST_SLIPS


def _slip(word: str, other: str) -> int:
    """0 for the same word; 1 where a letter was left out, added, put for another or exchanged with the next; else 2."""
    if word == other:
        return 0
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False))))
    word, other = word[same:], other[same:]
    exchanged = word[1::-1] + word[2:] == other
    return 1 if exchanged or other[1:] in (word, word[1:]) or word[1:] == other else 2
