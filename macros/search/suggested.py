"""Queries to suggest while a reader types, besides names: terms of the glossary, and pairs of words often side by side.

Vietnamese writes most words as two syllables with a space between, so that in *công tác cán bộ* two pairs are words and
*tác cán* is none. A text is cut where its syllables hold together least, and what is cut is counted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from macros.archive import Archive
from macros.records import TERM
from macros.search.documents import SearchDocument
from macros.text.folding import Token, read
from macros.text.language import Language

_LEAST = 4  # documents that a pair is in
_MOST = 250  # pairs
_HOLD = 0.1  # how often two words must be side by side, of all times that either of them is there
_SHORTEST = {Language.VI: 1, Language.EN: 4}  # letters of a word; shorter English ones only hold a sentence together


class Suggestion(NamedTuple):
    """Words to suggest, in how many documents they are, and what they are: a term, or nothing but a pair of words."""

    words: str
    documents: int
    kind: str = ""


def suggested(archive: Archive, documents: Sequence[SearchDocument], language: Language) -> Iterator[Suggestion]:
    """Each term and each frequent pair once, as texts write them."""
    texts = [document.text for document in documents if not document.title]
    terms = {record.term[language] for record in archive.glossary.values()}
    small = [text.lower() for text in texts]
    named = (Suggestion(term, sum(term.lower() in text for text in small), TERM.name) for term in sorted(terms))
    known = {term.lower() for term in terms}
    pairs = (Suggestion(*pair) for pair in _frequent_pairs(texts, language) if pair[0].lower() not in known)
    return chain(named, pairs)


def _frequent_pairs(written_texts: Iterable[str], language: Language) -> list[tuple[str, int]]:
    """The pairs as most texts write them, with the number of these, the most frequent first."""
    texts = [read(text, language) for text in written_texts]
    words: Counter[str] = Counter()
    sides: Counter[tuple[str, str]] = Counter()
    for text, tokens, _ in texts:
        words.update(token.form for token in tokens)
        sides.update((a.form, b.form) for a, b in _neighbours(text, tokens))
    hold = {
        (a, b): count / (words[a] + words[b] - count)
        for (a, b), count in sides.items()
        if count >= _LEAST and min(len(a), len(b)) >= _SHORTEST[language]
    }
    written: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for text, tokens, _ in texts:
        for pair, each in {(a.form, b.form): text[a.start : b.end] for a, b in _cut(text, tokens, hold)}.items():
            written[pair][each] += 1
    found = [(forms.most_common(1)[0][0], forms.total()) for forms in written.values() if forms.total() >= _LEAST]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:_MOST]


def _neighbours(text: str, tokens: tuple[Token, ...]) -> list[tuple[Token, Token]]:
    """Words with nothing but a space between."""
    return [(a, b) for a, b in pairwise(tokens) if a.form and b.form and text[a.end : b.start] == " "]


def _cut(text: str, tokens: tuple[Token, ...], hold: dict[tuple[str, str], float]) -> list[tuple[Token, Token]]:
    """The pairs of a text, none of which shares a word with another: those first that hold together most."""
    strength = {pair: hold.get((pair[0].form, pair[1].form), 0) for pair in _neighbours(text, tokens)}
    taken: set[Token] = set()
    found = []
    for pair in sorted(strength, key=lambda pair: (-strength[pair], pair[0].start)):
        if strength[pair] >= _HOLD and not taken & {*pair}:
            taken |= {*pair}
            found.append(pair)
    return found
