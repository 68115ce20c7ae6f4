"""How Vietnamese and English say that a number is not exact, and what a number with such words amounts to.

Editors copy “hơn 1.200” or “75-80%” from a source. A figure keeps the number and its approximation apart, so that both
languages can say it, and so that the number can be drawn and compared.
"""

import re
from dataclasses import dataclass

# The words for each value of a figure's `approximation:`. The words that pages show are in `words.yml`.
WORDS: dict[str, tuple[str, ...]] = {
    "more-than": ("hơn", "trên", "nhiều hơn", "more than", "over", "above", ">"),
    "nearly": ("gần", "nearly", "almost"),
    "about": ("khoảng", "chừng", "ước", "ước tính", "xấp xỉ", "about", "around", "approximately", "some", "~", "≈"),
    "less-than": ("dưới", "ít hơn", "less than", "fewer than", "under", "below", "<"),
    "at-least": ("ít nhất", "tối thiểu", "không dưới", "at least", "≥"),
    "at-most": ("nhiều nhất", "tối đa", "không quá", "at most", "up to", "≤"),
}
_NAMES = {word: name for name, words in WORDS.items() for word in words}
_WORD = "|".join(sorted(map(re.escape, _NAMES), key=len, reverse=True))
_NUMBER = r"\d[\d.,]*(?<![.,])"
_AMOUNT = re.compile(
    rf"(?:(?P<word>{_WORD})\s*)?(?:từ\s+|from\s+)?(?P<first>{_NUMBER})(?P<plus>\+)?"
    rf"(?:\s*(?:-|–|—|đến|tới|to)\s*(?P<last>{_NUMBER}))?\s*(?P<unit>%|[^\W\d_].*)?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(rf"\s*\((?P<word>{_WORD})\)", re.IGNORECASE)


@dataclass(frozen=True)
class Amount:
    """What an editor wrote as a number: the numbers as written, and the unit that followed them.

    `approximation` is a key of `WORDS`; it and `last`, the end of a range, are empty where there is none.
    """

    first: str
    last: str = ""
    approximation: str = ""
    unit: str = ""


def amount(text: str) -> Amount | None:
    """The amount that the text holds; None where it holds no approximation and no range."""
    match = _AMOUNT.fullmatch(text.strip())
    if not match:
        return None
    approximation = "more-than" if match["plus"] else _NAMES.get((match["word"] or "").lower(), "")
    if not approximation and not match["last"]:
        return None
    return Amount(match["first"], match["last"] or "", approximation, match["unit"] or "")


def in_brackets(text: str) -> tuple[re.Match[str], str] | None:
    """Where the text holds an approximation in brackets, “(hơn)”, and which it is; None where it holds none."""
    match = _IN_BRACKETS.search(text)
    return (match, _NAMES[match["word"].lower()]) if match else None
