"""English words without their endings, so that *cadres* finds *cadre* and *organization* finds *organisation*.

A light stemmer: it joins the forms that readers mix (plurals, -ed, -ing, -ly, -al, British and American spelling) and
leaves the rest alone. `overrides/assets/javascripts/search/folding.js` holds the same rules.
"""

import re

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("['’]s$", ""),
        ("(..)sses$", r"\1ss"),
        ("(..)ies$", r"\1y"),
        ("(..[^sui])s$", r"\1"),
        ("(..)ied$", r"\1y"),
        ("eed$", "ee"),
        ("^([^aeiouy]*[aeiouy].*)(?:ing|ed)$", r"\1"),  # from the beginning: else it takes hours with a long word
        ("(....)ly$", r"\1"),
        ("([^aeiou])ise$|([^aeiou])ize$", r"\1\2is"),
        ("iz(?=ation|$)", "is"),
        ("(.....)al$", r"\1"),
        ("mme$", "m"),
        ("(..)our$", r"\1or"),
        ("(..)tre$", r"\1ter"),
        ("(..)([bdfgmnprt])\\2$", r"\1\2"),
        ("(...)[ie]$", r"\1"),
        ("(..)y$", r"\1i"),
    )
)
_ROMAN = re.compile("[ivx]+")


def stem(word: str) -> str:
    """A folded English word without its ending; Roman numerals and words of three letters stay as they are."""
    if _ROMAN.fullmatch(word):
        return word
    for pattern, replacement in _RULES:
        if len(word) <= 3:
            break
        word = pattern.sub(replacement, word)
    return word
