"""Rings: words that readers use for one thing, so that who types one finds what is written with another.

Each ring is one more term of the index, `~` and its number: it stands in the list of a text that holds any of its words
side by side, with their accents. A query that holds one of them then asks for that term as well, whatever it typed.
They are the rings of `data/thesaurus.yml`, and the terms of the glossary that have other names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.archive import Archive, thesaurus
from macros.text.folding import Abbreviations, read
from macros.text.language import Language

Word = tuple[str, str]  # a term and its form


@dataclass(frozen=True, slots=True)
class Ring:
    """Names of one thing in both languages; who asks for one finds what is wider too, and not the other way round."""

    names: tuple[str, ...]
    wider: tuple[str, ...] = ()


def rings(archive: Archive, abbreviations: Abbreviations) -> list[Ring]:
    """Every ring (macros/archive/thesaurus.py); abbreviations are read as the words they stand for."""

    def spelt(words: Iterable[str]) -> tuple[str, ...]:
        return tuple(word for word in words if word not in abbreviations)

    return [Ring(spelt(each.words), spelt(each.broader)) for each in thesaurus.rings(archive)]


def _words(name: str, language: Language) -> tuple[Word, ...]:
    return tuple((token.term, token.form) for token in read(name, language).tokens)


class RingReader:
    """Finds rings in the words of a text."""

    def __init__(self, rings: Sequence[Ring], language: Language) -> None:
        self._by_first: defaultdict[str, list[tuple[str, tuple[Word, ...]]]] = defaultdict(list)
        for number, ring in enumerate(rings):
            for name in (*ring.names, *ring.wider):
                words = _words(name, language)
                self._by_first[words[0][0]].append((term(number), words))
        self._forms = language is Language.VI  # elsewhere names are printed with accents or without

    def terms(self, words: Sequence[Word]) -> Iterator[str]:
        """The term of each ring of which a name begins at a word, as often as it does."""
        for place, (first, _) in enumerate(words):
            for found, name in self._by_first.get(first, ()):
                if self._same(name, words[place : place + len(name)]):
                    yield found

    def _same(self, name: Sequence[Word], words: Sequence[Word]) -> bool:
        """Whether they are one word by word; what an abbreviation stands for has no form."""
        return len(name) == len(words) and all(
            a == b and (not self._forms or not other or form == other)
            for (a, form), (b, other) in zip(name, words, strict=True)
        )


def term(number: int) -> str:
    """What the index calls a ring."""
    return f"~{number}"


def written(rings: Sequence[Ring], language: Language, held: Container[str]) -> dict[str, list[str]]:
    """The rings as browsers read them, by the term that leads to each: what is next to its list (files.py).

    By the first term of a name: the number of its ring and the names that begin so, with bars between. By a ring's own
    term: those of its names, and of the wider ones, of which texts hold the words next to each other (`held`).
    """

    def is_held(words: Sequence[Word]) -> bool:
        pairs = (f"{first} {second}" for (first, _), (second, _) in pairwise(words))
        return words[0][0] in held and all(pair in held for pair in pairs)

    found: defaultdict[str, list[str]] = defaultdict(list)
    for number, ring in enumerate(rings):
        by_first: defaultdict[str, list[str]] = defaultdict(list)
        for name in ring.names:
            by_first[_words(name, language)[0][0]].append(name)
        for first, names in by_first.items():
            found[first].append("|".join((str(number), *names)))
        found[term(number)] += [name for name in (*ring.names, *ring.wider) if is_held(_words(name, language))]
    return found
