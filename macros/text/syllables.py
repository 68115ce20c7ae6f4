"""Whether a word is written as a Vietnamese syllable can be: a consonant, a rhyme, a tone that the rhyme bears."""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền, sắc, ngã, hỏi, nặng
_OF_STOPPED = "\u0301\u0323"  # a syllable that ends in c, ch, p or t bears one of these
_ONSET = "ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx]"
# The rhymes of the language by their vowels: each with the endings that follow it.
_RHYMES = """
a c ch i m n ng nh o p t u y -|ă c m n ng p t|â c m n ng p t u y|e c m n ng o p t -|ê ch m n nh p t u -
i ch m n nh p t u a -|iê c m n ng p t u|o c i m n ng p t -|oo c ng|oa c ch i m n ng nh o p t y -|oă c m n ng t
oe n o t -|ô c i m n ng p t -|ơ i m n p t -|u c i m n ng p t a -|uâ n ng t y|uê ch nh -|uô c i m n ng t|uơ -
uy a ch n nh t u p -|uyê n t|ư c i m n ng t u a -|ươ c i m n ng p t u|y m n nh t ch -|yê m n ng t u
ă -|â -|êu -
"""
_SYLLABLE = re.compile(
    f"(?:{_ONSET})?(?:"
    + "|".join(
        f"{vowel}(?:{'|'.join('' if end == '-' else end for end in ends)})"
        for vowel, *ends in (group.split() for group in re.split(r"[|\n]", _RHYMES.strip()))
    )
    + ")"
)
_STOPPED = re.compile(".*(?:ch|[cpt])")


def is_syllable(word: str) -> bool:
    """True for a word of one syllable as Vietnamese writes it, in any case: `Nghị`, `QUYẾT`; false for `Pleiku`."""
    marks = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in marks if mark in _TONES]
    bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    bare = re.sub("(?<=[aăoôuơe])k$", "c", bare)  # as in Đắk Lắk
    if len(tones) > 1 or not (_SYLLABLE.fullmatch(bare) or (tones and bare in ("gi", "gin", "giêng"))):
        return False
    return not _STOPPED.fullmatch(bare) or bool(tones and tones[0] in _OF_STOPPED)
