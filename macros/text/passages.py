"""Words in the language of a page, with passages in Vietnamese where the data has no English yet.

As a string such words are like any others: to be sorted, cut, sent as JSON. As HTML each passage in Vietnamese bears
its `lang` (WCAG 3.1.2) and the class by which the page knows that it needs a note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from string import Formatter

from markupsafe import Markup, escape

CLASS = "untranslated"


class Passages(str):
    """Words of which at least one passage is Vietnamese where English was asked for.

    `pieces` are the words in order, each with whether it is such a passage.
    """

    pieces: tuple[tuple[str, bool], ...]

    def html(self, shown: Callable[[str], Markup] = escape, element: str = "span") -> Markup:
        """The words as HTML; `shown` makes HTML of the words of a piece, `element` holds a passage."""
        return Markup("").join(passage(shown(words), element) if vi else shown(words) for words, vi in self.pieces)

    def __html__(self) -> str:
        """The words as HTML, for templates and `escape`."""
        return self.html()


def passage(html: Markup, element: str = "span") -> Markup:
    """A Vietnamese passage on an English page."""
    return Markup(f'<{element} class="{CLASS}" lang="vi">{html}</{element}>')


def untranslated(text: str) -> Passages:
    """A Vietnamese text that has no English."""
    return _passages([(str(text), True)])


def is_vietnamese(text: str) -> bool:
    """Whether at least half of it is Vietnamese where English was asked for: what can bear one language bears that."""
    return isinstance(text, Passages) and 2 * sum(len(words) for words, vi in text.pieces if vi) >= len(text)


def alike(text: str, words: str) -> str:
    """Words made of a text, such as a part of it, which are Vietnamese where the text is."""
    return untranslated(words) if is_vietnamese(text) else words


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
        (words, vi), *rest = text.pieces
        return _passages([(words[:1].upper() + words[1:], vi), *rest])
    return text[:1].upper() + text[1:]


def _whole(pieces: list[str]) -> str:
    if not any(isinstance(piece, Passages) for piece in pieces):
        return "".join(pieces)
    each = (piece.pieces if isinstance(piece, Passages) else ((piece, False),) for piece in pieces)
    return _passages([(words, vi) for some in each for words, vi in some if words])


def _passages(pieces: list[tuple[str, bool]]) -> Passages:
    made = Passages("".join(words for words, _ in pieces))
    made.pieces = tuple(pieces)
    return made
