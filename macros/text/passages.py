"""Words in the language of a page, with passages in Vietnamese: what has no English yet, and quotations in English.

As a string such words are like any others: to be sorted, cut, sent as JSON. As HTML each passage in Vietnamese bears
its `lang` (WCAG 3.1.2); what has no English has a class, too, by which the page knows that it needs a note.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from string import Formatter

from markupsafe import Markup, escape

CLASS = "untranslated"
# The letters that Vietnamese has and English has not.
_LETTERS = "ăâđêôơưàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ"
VIETNAMESE = re.compile(f"[{_LETTERS}]", re.IGNORECASE)
_QUOTATION = re.compile(r"(?<=“)([^“”]*)(?=”)")
_WORD = re.compile(r"[^\W\d_]+")
_ACCENTED = rf"\w*[{_LETTERS}{_LETTERS.upper()}]\w*"
_ENGLISH = r"(?!(?:[Aa]nd?|[Aa][st]?|[Bb]y|[Ff]or|[Ss]?[Hh]e|[Ii][ns]|[Oo][fnr]|[Tt]he|[Tt]o)(?!\w))"
# Within a run of accented words one without accents (chấp hành trung ương), and at its ends one with a capital that may
# be a syllable (Ban Chấp hành, Pháp luật Việt Nam). Browsers split by it too (`edit/drawing/texts.js`).
_BARE = rf"{_ENGLISH}[A-Za-z][a-z]{{0,5}}"
_CAPITAL = rf"{_ENGLISH}[A-Z][ghr]{{0,2}}[aeiouy]{{1,2}}(?:ch|n[gh]?|[cmpt])?(?!\w)"
RUN = re.compile(rf"((?<!\w)(?:{_CAPITAL} )?{_ACCENTED}(?: {_ACCENTED}| {_BARE} {_ACCENTED})*(?: {_CAPITAL})?)")


class Piece(Enum):
    """What a piece of words on an English page is."""

    ENGLISH = "English, or a name"
    QUOTATION = "Vietnamese that an English text quotes or names"
    UNTRANSLATED = "Vietnamese that has no English yet"


class Passages(str):
    """Words of which at least one passage is Vietnamese where English was asked for.

    `pieces` are the words in order, each with what it is.
    """

    pieces: tuple[tuple[str, Piece], ...]

    def html(self, shown: Callable[[str], Markup] = escape, element: str = "span") -> Markup:
        """The words as HTML; `shown` makes HTML of the words of a piece, `element` holds a passage."""
        return Markup("").join(_PUT[kind](shown(words), element) for words, kind in self.pieces)

    def __html__(self) -> str:
        """The words as HTML, for templates and `escape`."""
        return self.html()


def passage(html: Markup, element: str = "span") -> Markup:
    """A Vietnamese text on an English page."""
    return Markup(f'<{element} class="{CLASS}" lang="vi">{html}</{element}>')


_PUT: dict[Piece, Callable[[Markup, str], Markup]] = {
    Piece.ENGLISH: lambda html, _: html,
    Piece.QUOTATION: lambda html, element: Markup(f'<{element} lang="vi">{html}</{element}>'),
    Piece.UNTRANSLATED: passage,
}


def untranslated(text: str) -> Passages:
    """A Vietnamese text that has no English."""
    return _passages([(str(text), Piece.UNTRANSLATED)])


def english(text: str) -> str:
    """An English text, with its Vietnamese: what is between curly quotes, and words in small letters with accents."""
    return text if isinstance(text, Passages) else _english(text)


@lru_cache(maxsize=10_000)
def _english(text: str) -> str:
    pieces: list[tuple[str, Piece]] = []
    for at, words in enumerate(_QUOTATION.split(text)):
        if at % 2 == 1 and has_vietnamese_words(words):
            pieces.append((words, Piece.QUOTATION))
        else:
            pieces.extend((run, Piece.QUOTATION if _is_no_name(run) else Piece.ENGLISH) for run in RUN.split(words))
    if all(kind is Piece.ENGLISH for _, kind in pieces):
        return text
    whole = [("".join(words for words, _ in same), kind) for kind, same in groupby(pieces, itemgetter(1))]
    return _passages([(words, kind) for words, kind in whole if words])


def _is_no_name(words: str) -> bool:
    """Whether some are in small letters with accents; what people and places are called is no passage (WCAG 3.1.2)."""
    return any(word[0].islower() and VIETNAMESE.search(word) for word in _WORD.findall(words))


def has_vietnamese_words(words: str) -> bool:
    """Whether words are Vietnamese by their accents: one has some, and of those in small letters at least a third."""
    small = [word for word in _WORD.findall(words) if word[0].islower()]
    accented = [word for word in small if VIETNAMESE.search(word)]
    return VIETNAMESE.search(words) is not None and 3 * len(accented) >= len(small)


def is_vietnamese(text: str) -> bool:
    """Whether at least half of it is Vietnamese where English was asked for: what can bear one language bears that."""
    if not isinstance(text, Passages):
        return False
    return 2 * sum(len(words) for words, kind in text.pieces if kind is Piece.UNTRANSLATED) >= len(text)


def alike(text: str, words: str) -> str:
    """Words made of a text, which are Vietnamese where the text is: a part of it keeps the passages of that part."""
    part = words.removesuffix("…")
    begin = text.find(part)
    if not isinstance(text, Passages) or begin < 0:
        return untranslated(words) if is_vietnamese(text) else words
    kept = [piece for piece in _cut(text.pieces, begin, begin + len(part)) if piece[0]]
    if all(kind is Piece.ENGLISH for _, kind in kept):
        return words
    last, kind = kept[-1]
    return _passages([*kept[:-1], (last + words[len(part) :], kind)])


def _cut(pieces: Iterable[tuple[str, Piece]], begin: int, end: int) -> Iterator[tuple[str, Piece]]:
    at = 0
    for words, kind in pieces:
        yield words[max(begin - at, 0) : max(end - at, 0)], kind
        at += len(words)


def unstopped(text: str) -> str:
    """A text without a full stop at its end, to be followed by something else."""
    return alike(text, text.removesuffix("."))


def phrase(pattern: str, *parts: str, **named: str) -> str:
    """What `str.format` gives of a pattern with plain `{}` and `{name}`; passages in the parts remain passages."""
    values = iter(parts)
    pieces: list[str] = []
    for before, name, _, _ in Formatter().parse(pattern):
        pieces.append(before)
        if name is not None:
            pieces.append(named[name] if name else next(values))
    return _whole(pieces)


def joined(separator: str, parts: Iterable[str]) -> str:
    """What `str.join` gives; passages in the parts remain passages."""
    pieces = [piece for part in parts for piece in (separator, part)]
    return _whole(pieces[1:])


def capital(text: str) -> str:
    """A text with a capital at its beginning."""
    if isinstance(text, Passages):
        (words, kind), *rest = text.pieces
        return _passages([(words[:1].upper() + words[1:], kind), *rest])
    return text[:1].upper() + text[1:]


def _whole(pieces: list[str]) -> str:
    if not any(isinstance(piece, Passages) for piece in pieces):
        return "".join(pieces)
    each = (piece.pieces if isinstance(piece, Passages) else ((piece, Piece.ENGLISH),) for piece in pieces)
    return _passages([(words, kind) for some in each for words, kind in some if words])


def _passages(pieces: list[tuple[str, Piece]]) -> Passages:
    made = Passages("".join(words for words, _ in pieces))
    made.pieces = tuple(pieces)
    return made
