"""Vietnamese typed in the encodings of old Word files, TCVN3 and VNI, and UTF-8 that was read as another encoding.

In the old encodings a font shows `Hội nghị` where the file holds `Héi nghÞ` (TCVN3, fonts .Vn…) or `Hoäi nghò` (VNI,
fonts VNI-…). Pasted into the data the font is gone. Such a text is recognised by its letters: most of its words are no
Vietnamese as they stand and become Vietnamese syllables when they are read in the old encoding.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from macros.data.decoding import repaired


class Recognised(NamedTuple):
    """A text in another encoding: the encoding's name, the fonts that go with it, and the text in Unicode."""

    encoding: str
    fonts: str
    text: str


# TCVN 5712:1993, VN3: what fonts such as .VnTime show for the characters from U+00A1 on. Capitals with a tone have no
# codes of their own: fonts whose names end in H show all letters as capitals.
TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
# VNI for Windows: letters of their own, and vowels with a mark behind them.
_VNI_ALONE = dict(zip("ñôöíìæóòî", "đơưíìỉĩịỵ", strict=True))
_VNI_MARKED = {
    "a": ("ùøûõïêéèúüëâáàåãä", "áàảãạăắằẳẵặâấầẩẫậ"),
    "e": ("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    "o": ("ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    "u": ("ùøûõï", "úùủũụ"),
    "y": ("ùøûõ", "ýỳỷỹ"),
    "ô": ("ùøûõï", "ớờởỡợ"),
    "ö": ("ùøûõï", "ứừửữự"),
}
VNI = _VNI_ALONE | {
    f"{vowel}{mark}": letter
    for vowel, (marks, letters) in _VNI_MARKED.items()
    for mark, letter in zip(marks, letters, strict=True)
}
_VNI_FORM = re.compile("|".join(sorted(VNI, key=len, reverse=True)), re.IGNORECASE)

_WORD = re.compile("[A-Za-z\u00a1-\u00ff]+")
_OLD = re.compile("[\u00a1-\u00ff]")
_NEW = re.compile("[\u0100-\u024f\u0300-\u036f\u0400-\u04ff\u1e00-\u1eff]")  # letters that neither encoding shows
# How many of the words that hold such letters, and of all words, must be Vietnamese when they are read so.
_SHARE_OF_OLD, _SHARE_OF_ALL = 0.8, 0.6
_LEAST_WORDS, _LEAST_LETTERS = 2, 3  # letters, where there is but one word
# The letters with marks, from the most frequent to the rarest in the texts of this archive.
_BY_FREQUENCY = "đàưáộảủịếệêốạơăỉôấứổềựíóểợớâờụầởồậìãắọừýữúùặẩòửẫỳũỗằõễĩẻỡỏéỷẹèẽỹẵỵẳ"

# A Vietnamese syllable: a consonant, a rhyme, a tone that the rhyme bears.
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


def recognised(text: str) -> Recognised | None:
    """What the text is in, if it is not plain Unicode; None for all other texts, in whatever language."""
    if (right := repaired(text)) != text:
        return Recognised("UTF-8", "", right)
    if not _OLD.search(text) or _NEW.search(text):
        return None
    read = [
        Recognised(encoding, fonts, converted)
        for encoding, fonts, convert in _ENCODINGS
        if _is_vietnamese(text, convert) and (converted := convert(text))
    ]
    if len(read) > 1 and sum(not word.isascii() for word in text.split()) < _LEAST_WORDS:
        return None  # one word that is Vietnamese in either encoding tells neither
    return min(read, key=lambda each: _rareness(each.text), default=None)


def _is_vietnamese(text: str, convert: Callable[[str], str]) -> bool:
    """Whether the text's odd words are Vietnamese when they are converted, and are not as they stand."""
    words = [word for word in _WORD.findall(text) if len(word) > 1 and not (word.isascii() and word.isupper())]
    old = [word for word in words if not word.isascii()]
    read = {word for word in old if not _is_odd(convert(word))}
    others = [word for word in words if word.isascii() and is_syllable(word)]
    known = sum(word in read for word in old)
    if known < _SHARE_OF_OLD * len(old) or known + len(others) < _SHARE_OF_ALL * len(words):
        return False
    if not any(_is_odd(word) for word in read):
        return False
    return len(words) >= _LEAST_WORDS or len(words[0]) >= _LEAST_LETTERS


def _rareness(text: str) -> float:
    """How rare the letters with marks are in Vietnamese, on average: a text read in the wrong encoding has odd ones."""
    places = [_BY_FREQUENCY.index(letter) for letter in text.lower() if letter in _BY_FREQUENCY]
    return sum(places) / max(len(places), 1)


def _is_odd(word: str) -> bool:
    """True for a word that no Vietnamese text in Unicode has: no syllable, or with capitals in its midst."""
    return not is_syllable(word) or not (word.islower() or word.isupper() or word.istitle())


def _from_tcvn3(text: str) -> str:
    capitals = not re.search("[a-z]", text)
    read = _WORD.sub(lambda word: _tcvn3_word(word[0], capitals=capitals), text)
    # The encoding has no capitals with a tone: a sentence's first letter was one by its font.
    starts = not text[0].isascii() and text.endswith((".", "!", "?"))
    return read[0].upper() + read[1:] if starts else read


def _tcvn3_word(word: str, *, capitals: bool) -> str:
    read = "".join(TCVN3.get(letter, letter) for letter in word)
    plain = [letter for letter in word if letter.isascii()]
    if all(map(str.isupper, plain)) and (len(plain) > 1 or (capitals and re.search("[A-Z]", word))):
        return read.upper()
    return read


def _from_vni(text: str) -> str:
    return _VNI_FORM.sub(_vni_letter, text)


def _vni_letter(found: re.Match[str]) -> str:
    letter = VNI[found[0].lower()]
    return letter.upper() if found[0][0].isupper() else letter


_ENCODINGS = (
    ("TCVN3", ".VnTime, .VnArial", _from_tcvn3),
    ("VNI", "VNI-Times, VNI-Helve", _from_vni),
)


def is_syllable(word: str) -> bool:
    """True for a word of one syllable as Vietnamese writes it, in any case: `Nghị`, `QUYẾT`; false for `Pleiku`."""
    marks = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in marks if mark in _TONES]
    bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    bare = re.sub("(?<=[aăoôuơe])k$", "c", bare)  # as in Đắk Lắk
    if len(tones) > 1 or not (_SYLLABLE.fullmatch(bare) or (tones and bare in ("gi", "gin", "giêng"))):
        return False
    return not _STOPPED.fullmatch(bare) or bool(tones and tones[0] in _OF_STOPPED)
