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
from macros.text.folding import Abbreviations, fold, read
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


def written(
    rings: Sequence[Ring], language: Language, known: Container[str], held: Container[str] = ()
) -> tuple[list[list[str]], list[str]]:
    """The rings as browsers read them: the names and, where there are such, the wider ones, with bars between.

    Of the wider ones that are all the names of another ring, only the number of that ring is written.

    Returns the rings with the names of `known` words alone, which is all that texts hold; and for each ring its other
    names, which no one asks for without a word that no text holds, so that browsers read them only then. In English
    those with accents are also left out of which no text holds two words beside each other (`held`): few readers there
    type them.
    """

    def is_known(name: str) -> bool:
        terms = [term for term, _ in _words(name, language)]
        if not all(term in known or term.isdigit() for term in terms):
            return False
        everyday = language is Language.VI or fold(name) == name.lower()
        return everyday or all(f"{first} {second}" in held for first, second in pairwise(terms))

    found, others = [], []
    for ring in rings:
        whole = {number: each.names for number, each in enumerate(rings) if {*each.names} <= {*ring.wider}}
        included = {name for names in whole.values() for name in names}
        wider = [*map(str, whole), *(name for name in ring.wider if name not in included and is_known(name))]
        names = [name for name in ring.names if is_known(name)]
        found.append(["|".join(names), *(["|".join(wider)] if wider else [])])
        others.append("|".join(name for name in ring.names if name not in names))
    return found, others
