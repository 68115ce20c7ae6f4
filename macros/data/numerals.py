"""Numbers written in ways that are not YAML's, such as 1.250, 98,5 or 85%: how to write them, and their value."""

import re
import unicodedata

from macros.data.problems import Bilingual

# Digits that a number of the archive may have, before and after the point together: a computer's number with a point
# (IEEE 754) holds 15 exactly, and what counts people or money is far below.
MOST_DIGITS = 15
TOO_LONG = Bilingual(
    f"Số có hơn {MOST_DIGITS} chữ số. Hãy xem lại số; nếu là chữ hay số hiệu, hãy đặt trong dấu ngoặc kép.",
    f"The number has more than {MOST_DIGITS} digits. Check it; if it is text or a reference, put it in quotes.",
)
UNIT_ASIDE = Bilingual(" Đơn vị ghi ở `unit:` ({unit}).", " Write the unit in `unit:` ({unit}).")
_IF_NUMBER = Bilingual(" Nếu là số, hãy viết {number}.", " If it is a number, write {number}.")
_NO_QUOTES = Bilingual(" Hãy bỏ dấu ngoặc kép: {number}.", " Remove the quotes: {number}.")
_THOUSANDS_OR_DECIMALS = Bilingual(
    " Nếu là hàng nghìn, hãy viết {thousands}; nếu là số thập phân, {decimal}.",
    " If these are thousands, write {thousands}; if decimals, {decimal}.",
)
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:([.,_ \u00a0\u202f])\d{3})(?:\1\d{3})*")
_DECIMAL = re.compile(r"(-?)\+?0*(\d+)(?:[.,](\d+))?")
# Thousands in one way and decimals in the other: 1.234,5 as Vietnamese prints it, 1,234.5 as English does.
_BOTH = re.compile(r"(-?[1-9]\d{0,2}(?:\.\d{3})+),(\d{1,2})|(-?[1-9]\d{0,2}(?:,\d{3})+)\.(\d{1,2})")
_POWERS = {
    **dict.fromkeys(("nghìn", "ngàn", "thousand"), 3),
    **dict.fromkeys(("triệu", "million"), 6),
    **dict.fromkeys(("tỷ", "tỉ", "billion"), 9),
}
_FORM = re.compile(r"(?P<number>[+-]?\d[\d.,_\u00a0\u202f]*(?: \d{3})*)(?:\s*(?P<unit>%)|\s+(?P<words>[^\W\d_].*))?")


def advice(text: str, *, whole: bool = False) -> Bilingual:
    """How to write the number that the text holds; empty where it holds none.

    Args:
        text: what was written.
        whole: whether only a whole number will do.
    """
    form = _FORM.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not form:
        return Bilingual()
    unit = '"%"' if form["unit"] else form["words"] or ""
    written = form["number"].strip(".,_ \u00a0\u202f")
    thousands, decimal = _joined(written), _decimal(written, whole=whole)
    in_full, rest = in_digits(written, unit)
    if in_full:
        unit = rest
        message = _IF_NUMBER.format(number=in_full)
    elif thousands and decimal:
        message = _THOUSANDS_OR_DECIMALS.format(thousands=thousands, decimal=decimal)
    elif right := thousands or decimal:
        message = (_NO_QUOTES if right == text else _IF_NUMBER).format(number=right)
    else:
        return Bilingual()
    return message.then(UNIT_ASIDE.format(unit=unit)) if unit else message


def in_digits(written: str, words: str) -> tuple[str, str]:
    """The number that digits and a word for a power of ten make, and what follows that word: 1500000 for 1,5 triệu.

    Both are empty where the words do not begin with one, or where they do not make a whole number.
    """
    word, _, rest = words.partition(" ")
    power = _POWERS.get(word.lower())
    number = plain(written)
    # With a word after it, a group of three is a decimal part: 1.234 tỷ may be either.
    if power is None or not re.fullmatch(r"\d+(\.\d+)?", number) or _GROUPED.fullmatch(written):
        return "", ""
    whole, _, decimals = number.partition(".")
    return str(int(f"{whole}{decimals}{'0' * (power - len(decimals))}")), rest


def too_long(written: str) -> bool:
    """Whether a number, as it is written, has more digits than can be distinguished."""
    return sum(map(str.isdigit, written)) > MOST_DIGITS


def plain(written: str) -> str:
    """A number as YAML reads it: 1234 for 1.234, 98.5 for 98,5; unchanged where that cannot be known."""
    return _joined(written) or _decimal(written, whole=False) or written


def _joined(written: str) -> str:
    return re.sub(r"[^\d-]", "", written) if _GROUPED.fullmatch(written) else ""


def _decimal(written: str, *, whole: bool) -> str:
    if both := _BOTH.fullmatch(written):
        written = f"{re.sub(r'[.,]', '', both[1] or both[3])}.{both[2] or both[4]}"
    match = _DECIMAL.fullmatch(written)
    if not match:
        return ""
    sign, digits, decimals = match[1], match[2], (match[3] or "").rstrip("0")
    if len(decimals) > 2 or (decimals and whole):
        return ""
    return f"{sign}{digits}.{decimals}" if decimals else f"{sign}{digits}"
