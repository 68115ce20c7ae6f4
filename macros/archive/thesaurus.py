"""The thesaurus with the names of the glossary's terms: rings of words that readers use for one thing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from macros.archive.archive import Archive
from macros.records import Words
from macros.text.folding import fold, normal

LONGEST = 6  # syllables: what is longer is a description, which no one types for another
_IN_BRACKETS = re.compile(r" *\([^)]*\)")


@dataclass(frozen=True)
class WordRing:
    """Words for one thing as they are written, in both languages; who types one of them finds the broader ones too."""

    words: tuple[str, ...]
    broader: tuple[str, ...] = ()


def names(written: Iterable[str | None]) -> Iterator[str]:
    """The names of a term that readers may type, of all that the glossary has for it.

    An abbreviation is none: search reads it as the words that it stands for.
    """
    for name in written:
        spoken = _IN_BRACKETS.sub("", name or "")
        if spoken and not spoken.isupper() and len(spoken.split()) <= LONGEST:
            yield spoken


def rings(archive: Archive) -> list[WordRing]:
    """Every ring: those of the thesaurus, then each term that none of them names and that has another name.

    A broader word brings the words of its own ring.
    """
    named = {id: list(names([each.term.vi, each.term.en, *each.forms])) for id, each in archive.glossary.items()}

    def gathered(words: Words) -> tuple[str, ...]:
        of_terms = chain.from_iterable(named[id] for id in words.terms)
        return _once([*words.vi, *words.en, *of_terms])

    written = archive.records.thesaurus.rings if archive.records.thesaurus else []
    taken = set(chain.from_iterable(ring.terms for ring in written))
    apart = [_once(words) for id, words in named.items() if id not in taken]
    whole = [gathered(ring) for ring in written]
    ring_of = {_key(word): words for words in [*whole, *apart] for word in words}
    broader = [
        _once(word for each in gathered(ring.broader or Words()) for word in (each, *ring_of.get(_key(each), ())))
        for ring in written
    ]
    return [
        *(WordRing(words, wider) for words, wider in zip(whole, broader, strict=True)),
        *(WordRing(words) for words in apart if len(words) > 1),
    ]


def _once(words: Iterable[str]) -> tuple[str, ...]:
    """The words in their order, each once, whatever its capitals; other accents are another word."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(normal(word).lower(), word)
    return tuple(found.values())


def _key(word: str) -> str:
    return fold(normal(word))
