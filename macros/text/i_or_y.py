"""i and y at the end of a syllable of which they are the whole vowel: kỉ luật and kỷ luật, quí and quý are one word.

Both are in use after h, k, l, m, s, t and qu; after another vowel they sound differently (tai, tay), and after other
consonants there is but one (thi, chị).
"""

import re

_I, _Y = "iìỉĩíị", "yỳỷỹýỵ"
_LETTER = r"[^\W\d_]"
_SYLLABLE = rf"(?<!{_LETTER})(qu|[hklmst]){{}}(?!{_LETTER})"
_WITH_I = re.compile(_SYLLABLE.format("i"))
_WITH_EITHER = re.compile(_SYLLABLE.format(f"([{_I}{_Y}])"), re.IGNORECASE)


def with_y(text: str) -> str:
    """A text in small letters without tones, with y for each such i; as long as the text."""
    return _WITH_I.sub(r"\1y", text)


def either(pattern: str) -> str:
    """A pattern of words that finds them in either spelling, where capitals do not count."""

    def both(match: re.Match[str]) -> str:
        tone = max(_I.find(match[2].lower()), _Y.find(match[2].lower()))
        return f"{match[1]}[{_I[tone]}{_Y[tone]}]"

    return _WITH_EITHER.sub(both, pattern)
