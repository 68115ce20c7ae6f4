"""How a text is read for search: its words without accents, its numbers, dates and document numbers.

Vietnamese is typed in many ways that mean the same: with or without accents, composed or decomposed, with the old or
the new placement of tones (hoà, hòa), with i or y where both are in use (tỉ lệ, tỷ lệ). All of them fold to the same
term. A term's *form* keeps the accents, so that what was typed with accents can be preferred where it is exactly so.

`overrides/assets/javascripts/search/folding.js` holds the same rules for queries.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from macros.text.english import stem
from macros.text.i_or_y import with_y
from macros.text.language import Language

Abbreviations = Mapping[str, tuple[str, ...]]

# Types of documents as their numbers abbreviate them, with the words that name the type in a running text.
DOCUMENT_WORDS = {
    "quy dinh": "qd",
    "quyet dinh": "qd",
    "ket luan": "kl",
    "nghi quyet": "nq",
    "chi thi": "ct",
    "huong dan": "hd",
    "ke hoach": "kh",
    "to trinh": "ttr",
    "thong bao": "tb",
    "quy che": "qc",
    "bao cao": "bc",
    "regulation": "qd",
    "decision": "qd",
    "conclusion": "kl",
    "resolution": "nq",
    "directive": "ct",
    "guidance": "hd",
    "plan": "kh",
    "submission": "ttr",
    "notice": "tb",
}
_TYPE = "qdns|qd|kl|nq|ct|hd|kh|ttr|tb|qc|bc"
_WORDS = "|".join(DOCUMENT_WORDS)
_ISSUER = "[a-z]{0,5}tw|bct|bbt|tu|qu|hu|du|btv|ubnd|hdnd|cp|ttg|bnv"
_ALONE, _END = r"(?<![a-z0-9])", r"(?![a-z0-9])"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = f"({'|'.join(_MONTHS)})[a-z]*"
_YEAR = "((?:19|20)[0-9]{2})"
_DAY = "([0-9]{1,2})"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

_DOCUMENT = re.compile(
    rf"{_ALONE}(?:(?:{_TYPE})[- ]?)?([0-9]{{1,4}})(?:/[0-9]{{4}})? ?[-–/]? ?({_TYPE}) ?[-–/]? ?({_ISSUER}){_END}"
)
_LAW = re.compile(rf"{_ALONE}(?:({_WORDS}) (?:so |no[.] ?)?)?([0-9]{{1,4}})/[0-9]{{4}}/(qh[0-9]{{1,2}}){_END}")
_SHORT = re.compile(
    rf"{_ALONE}(?:({_WORDS}) |({_TYPE})(?:[-/ ]?(?:{_ISSUER}))?[- ]?)(?:so |no[.]? ?)?([0-9]{{1,4}})"
    rf"(?:/[0-9]{{4}})?(?:[-/ ]({_ISSUER}))?{_END}(?![.,][0-9]| ?[-–/] ?[a-z]| (?:{_TYPE}){_END})"
)
_TURNED = re.compile(rf"{_ALONE}([0-9]{{1,4}})[-/ ]?({_TYPE}){_END}(?! ?[-–/]? ?(?:{_ISSUER}){_END})")
_FULL_DATE = re.compile(rf"(?<![0-9]){_DAY}[-/.]{_DAY}[-/.]{_YEAR}(?![0-9])")
_ISO_DATE = re.compile(rf"(?<![0-9]){_YEAR}-([0-9]{{2}})-([0-9]{{2}})(?![0-9])")
_WRITTEN_DATE = re.compile(rf"(?<![0-9]){_DAY} thang {_DAY},?(?: nam | ?[-/] ?| ){_YEAR}(?![0-9])")
_SPACED_DATE = re.compile(rf"(?<![0-9/.,-]){_DAY} {_DAY} {_YEAR}(?![0-9])")
_SHORT_YEAR_DATE = re.compile(rf"(?<![0-9/.-]){_DAY}[-/]{_DAY}[-/]([0-9]{{2}})(?![0-9/.-])")
_DAY_OF_MONTH = re.compile(rf"(?<![0-9/.-]){_DAY}(?:[-/]| thang ){_DAY}(?![0-9a-z/-]|[.][0-9])")
_MONTH_OF_YEAR = re.compile(rf"(?<![0-9/.-])(?:thang )?{_DAY} ?[-/] ?{_YEAR}(?![0-9])")
_WRITTEN_MONTH = re.compile(rf"{_ALONE}thang {_DAY},?(?: nam)? {_YEAR}(?![0-9])")
_ENGLISH_DATE = re.compile(rf"(?<![0-9]){_DAY}(?:st|nd|rd|th)? {_MONTH}[.,]* {_YEAR}(?![0-9])")
_AMERICAN_DATE = re.compile(rf"{_ALONE}{_MONTH}[.]? {_DAY}(?:st|nd|rd|th)?,? {_YEAR}(?![0-9])")
_ENGLISH_MONTH = re.compile(rf"{_ALONE}{_MONTH}[.,]* {_YEAR}(?![0-9])")
_QUARTER = re.compile(rf"{_ALONE}quy (i{{1,3}}|iv|[1-4])(?: nam | ?[-/] ?|, | ){_YEAR}(?![0-9])")
_SHORT_QUARTER = re.compile(rf"{_ALONE}q([1-4])[- ]{_YEAR}(?![0-9])")

_TOKEN = re.compile(
    r"[0-9]{1,3}(?:[.,\u00a0\u202f][0-9]{3})+(?![0-9])|[0-9]+[.,][0-9]{1,2}(?![0-9])(?![.,-/][0-9])"
    r"|[a-z]+(?:['’]s(?![a-z]))?[a-z0-9]*|[0-9]+[a-z]+[a-z0-9]*|[0-9]+"
)
_DIGIT = re.compile("[0-9]")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,\u00a0\u202f][0-9]{3})+")
_ZEROS = re.compile("^0+(?=[0-9])")
_ORDINAL = re.compile(r"([0-9]+)(?:st|nd|rd|th)")

_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


class _Folding(dict[int, str]):
    """Letter by letter, so that positions in a folded text are positions in the text."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter in "đĐðÐɖƉ":
            folded = "d"
        elif letter in "\u2010\u2011\u2012\u2212":
            folded = "-"
        else:
            folded = unicodedata.normalize("NFD", letter)[0].lower()[0]
        self[code] = folded
        return folded


_FOLDING = _Folding()
_LEFT_OVER = re.compile("[\u0300-\u036f\u200b-\u200f\u2060\ufeff\u00ad]")


def normal(text: str) -> str:
    """The text composed (NFC), without marks that belong to no letter and without invisible characters."""
    return _LEFT_OVER.sub("", unicodedata.normalize("NFC", text))


def fold(text: str) -> str:
    """A normal text in small letters without accents, y for such an i; as long as the text, so that positions stay."""
    return with_y(text.translate(_FOLDING))


def form(word: str) -> str:
    """A normal word in small letters with its accents, its tone after it: so hoà and hòa are one, whatever the rule."""
    letters = unicodedata.normalize("NFD", word.lower().replace("ð", "đ"))
    toneless = unicodedata.normalize("NFC", _TONE.sub("", letters))
    return with_y(toneless) + "".join(_TONE.findall(letters))


class Token(NamedTuple):
    """A word or number of a text: its term, its form with accents, and where it is in the normal text."""

    term: str
    form: str
    start: int
    end: int


class Span(NamedTuple):
    """A part of a text that means one thing: a document number or a date, with every term it is found by.

    The first term says most: `96qdtw` before `qd96`, a day before its month.
    """

    terms: tuple[str, ...]
    start: int
    end: int


class Reading(NamedTuple):
    """What search sees of a text: the normal text with its words and numbers, and what parts of it mean."""

    text: str
    tokens: tuple[Token, ...]
    spans: tuple[Span, ...]


def read(text: str, language: Language) -> Reading:
    """Read a text of a language; abbreviations are left as they stand (see `expanded`)."""
    text = normal(text)
    folded = fold(text)
    return Reading(text, tuple(_tokens(text, folded, language)), tuple(_spans(folded)))


def terms(text: str, language: Language) -> str:
    """The terms of a text's words and numbers in their order, a space between each two."""
    text = normal(text)
    return " ".join(token.term for token in _tokens(text, fold(text), language))


def expanded(token: Token, text: str, abbreviations: Abbreviations) -> tuple[str, ...]:
    """The terms of a token: those of the words it abbreviates where it is written as the glossary writes it."""
    return abbreviations.get(text[token.start : token.end], (token.term,))


def _tokens(text: str, folded: str, language: Language) -> Iterator[Token]:
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        term, accented = _term_and_form(text[start:end], language)
        yield Token(term, accented, start, end)


@cache
def _term_and_form(written: str, language: Language) -> tuple[str, str]:
    """Of a word or number; texts write few different ones, each many times."""
    word = fold(written)
    if word[0].isdigit():
        return number(word), ""
    return (stem(word) if language is Language.EN else word), form(written)


def number(word: str) -> str:
    """A number in one writing: 20.739, 20,739 and 20739 are one, 97,5 is 97.5, 06 is 6, 13th is 13."""
    if _GROUPED.fullmatch(word):
        word = re.sub("[^0-9]", "", word)
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal:
        word = ordinal[1]
    return _ZEROS.sub("", word.replace(",", "."))


def _spans(folded: str) -> Iterator[Span]:
    if not _DIGIT.search(folded):
        return
    taken = bytearray(len(folded))
    for needed, pattern, terms in _MEANINGS:
        if needed not in folded:
            continue
        for match in pattern.finditer(folded):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            found = terms(match)
            if found:
                taken[start:end] = b"\1" * (end - start)
                yield Span(found, start, end)


def _document(match: re.Match[str]) -> tuple[str, ...]:
    digits = str(int(match[1]))
    return f"{digits}{match[2]}{match[3]}", f"{_kind(match[2])}{digits}"


def _kind(type: str) -> str:
    """A decision on personnel (QĐNS) is a decision."""
    return type.removesuffix("ns")


def _law(match: re.Match[str]) -> tuple[str, ...]:
    digits = str(int(match[2]))
    short = (f"{DOCUMENT_WORDS[match[1]]}{digits}",) if match[1] else ()
    return (f"{digits}{match[3]}", *short)


def _short(match: re.Match[str]) -> tuple[str, ...]:
    kind = DOCUMENT_WORDS[match[1]] if match[1] else _kind(match[2])
    digits = str(int(match[3]))
    full = (f"{digits}{kind}{match[4]}",) if match[4] else ()
    return (*full, f"{kind}{digits}")


def _turned(match: re.Match[str]) -> tuple[str, ...]:
    return (f"{_kind(match[2])}{int(match[1])}",)


def day_terms(year: int, month: int, day: int) -> tuple[str, ...]:
    """The terms of a day: the day, its month, the day in any year. Empty for what is no day."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ()
    return f"@{year}-{month:02}-{day:02}", f"@{year}-{month:02}", f"@{month:02}-{day:02}"


def month_terms(year: int, month: int) -> tuple[str, ...]:
    """The term of a month; empty for what is no month."""
    return (f"@{year}-{month:02}",) if 1 <= month <= 12 else ()


def quarter_terms(year: int, quarter: int) -> tuple[str, ...]:
    """The term of a quarter."""
    return (f"@{year}-q{quarter}",)


def _month_number(name: str) -> int:
    return _MONTHS.index(name) + 1


def _quarter_number(name: str) -> int:
    return _QUARTERS.get(name) or int(name)


def _day_of_any_year(match: re.Match[str]) -> tuple[str, ...]:
    return day_terms(0, int(match[2]), int(match[1]))[2:]


# With letters that each cannot do without: looking for these is quicker.
_MEANINGS = (
    ("/qh", _LAW, _law),
    ("", _DOCUMENT, _document),
    ("", _FULL_DATE, lambda m: day_terms(int(m[3]), int(m[2]), int(m[1]))),
    ("-", _ISO_DATE, lambda m: day_terms(int(m[1]), int(m[2]), int(m[3]))),
    ("thang ", _WRITTEN_DATE, lambda m: day_terms(int(m[3]), int(m[2]), int(m[1]))),
    (" ", _ENGLISH_DATE, lambda m: day_terms(int(m[3]), _month_number(m[2]), int(m[1]))),
    (" ", _AMERICAN_DATE, lambda m: day_terms(int(m[3]), _month_number(m[1]), int(m[2]))),
    ("quy ", _QUARTER, lambda m: quarter_terms(int(m[2]), _quarter_number(m[1]))),
    ("q", _SHORT_QUARTER, lambda m: quarter_terms(int(m[2]), int(m[1]))),
    (" ", _SPACED_DATE, lambda m: day_terms(int(m[3]), int(m[2]), int(m[1]))),
    ("", _SHORT_YEAR_DATE, lambda m: day_terms(2000 + int(m[3]), int(m[2]), int(m[1]))),
    ("", _MONTH_OF_YEAR, lambda m: month_terms(int(m[2]), int(m[1]))),
    ("thang ", _WRITTEN_MONTH, lambda m: month_terms(int(m[2]), int(m[1]))),
    (" ", _ENGLISH_MONTH, lambda m: month_terms(int(m[2]), _month_number(m[1]))),
    ("", _SHORT, _short),
    ("", _TURNED, _turned),
    ("", _DAY_OF_MONTH, _day_of_any_year),
)
