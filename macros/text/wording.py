"""How two wordings of a text differ: in nothing but spelling, or in words.

Marks and spaces between words count for nothing: mending them changes no meaning. In Vietnamese every letter counts,
for an accent makes another word. In English a slip of the pen can be known from another word: see `respelt`.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterator
from itertools import zip_longest

# A number with its marks is one word: 20.739 is not 20,739.
_WORD = re.compile(r"\w+(?:[.,:/-]\w+)*|[%‰]")
_ARTICLES = ("a", "an", "the")
_SHORTEST = 5  # letters; `five` and `fine`, `not` and `now` are other words, not slips
_CONTEXT = 6  # words
_MOST_PAIRS = 4_000_000  # of words that are compared: more take longer than a second


def words(text: str) -> list[str]:
    """The words and numbers of a text, without the marks between them."""
    return _WORD.findall(unicodedata.normalize("NFC", text).replace("Ð", "Đ"))


def same(old: str, new: str) -> bool:
    """Whether both say the same in the same words."""
    return old == new or words(old) == words(new)


def respelt(old: str, new: str) -> bool:
    """Whether an English text was at most respelt: the same words in the same order, but for slips of the pen.

    A slip is one letter wrong, missing, too many, or exchanged with its neighbour, in a word of five letters or more
    without a digit; capitals, and articles, which slip most easily. Anything more is another wording.
    """
    pairs = zip_longest(_english(old), _english(new), fillvalue="")
    return old == new or all(a == b or _slip(a, b) for a, b in pairs)


def difference(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Both texts in one, word by word: pieces of what stayed (`same`), what went (`gone`) and what came (`new`).

    Texts of thousands of words are not compared: all of the one went, and all of the other came.
    """
    before, after = old.split(), new.split()
    if len(before) * len(after) > _MOST_PAIRS:
        yield from (("gone", " ".join(before)), ("new", " ".join(after)))
        return
    for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "same", " ".join(before[a:b])
            continue
        if a < b:
            yield "gone", " ".join(before[a:b])
        if c < d:
            yield "new", " ".join(after[c:d])


def around(old: str, new: str) -> tuple[str, str]:
    """Both texts, cut down to where they differ and a few words on either side."""
    before, after = old.split(), new.split()
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    return _cut(before, head, tail), _cut(after, head, tail)


def _english(text: str) -> list[str]:
    return [word for word in words(text.lower()) if word not in _ARTICLES]


def _slip(a: str, b: str) -> bool:
    if min(len(a), len(b)) < _SHORTEST - 1 or max(len(a), len(b)) < _SHORTEST or not (a + b).isalpha():
        return False
    head = _alike(a, b)
    tail = _alike(a[head:][::-1], b[head:][::-1])
    went, came = a[head : len(a) - tail], b[head : len(b) - tail]
    return max(len(went), len(came)) < 2 or (len(went) == 2 and went == came[::-1])


def _alike(a: list[str] | str, b: list[str] | str) -> int:
    """How many members both begin with."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _cut(text: list[str], head: int, tail: int) -> str:
    start, end = max(0, head - _CONTEXT), len(text) - max(0, tail - _CONTEXT)
    return ("… " if start else "") + " ".join(text[start:end]) + (" …" if end < len(text) else "")
