"""The thesaurus as search reads it: rings of words for one thing, the glossary's terms among them.

Words are compared by their terms (`macros/text/folding.py`): without accents, English ones without endings. A word of
either language may be typed on either site, so a ring holds both.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from macros.archive.archive import Archive
from macros.records import Words
from macros.text.folding import terms
from macros.text.language import Language

LONGEST = 6  # syllables: what is longer is a description, which no one types for another
_IN_BRACKETS = re.compile(r" *\([^)]*\)")


@dataclass(frozen=True)
class RingOfTerms:
    """Words for one thing, each as its terms with spaces between; who types one of them finds the broader ones too."""

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


def rings(archive: Archive, language: Language) -> list[RingOfTerms]:
    """Every ring as the search of a language reads it: those of the thesaurus, then each term that none of them names.

    A broader word brings the words of its own ring.
    """
    named = {id: list(names([each.term.vi, each.term.en, *each.forms])) for id, each in archive.glossary.items()}

    def read(words: Words) -> tuple[str, ...]:
        of_terms = chain.from_iterable(named[id] for id in words.terms)
        return tuple(dict.fromkeys(terms(each, language) for each in (*words.vi, *words.en, *of_terms)))

    written = archive.records.thesaurus.rings if archive.records.thesaurus else []
    apart = named.keys() - chain.from_iterable(ring.terms for ring in written)
    whole = [read(ring) for ring in [*written, *(Words(terms=[id]) for id in named if id in apart)]]
    ring_of = {word: words for words in whole for word in words}
    broader = [read(ring.broader) if ring.broader else () for ring in written]
    around = [tuple(dict.fromkeys(chain(*((each, *ring_of.get(each, ())) for each in words)))) for words in broader]
    return [
        RingOfTerms(words, tuple(each for each in wide if each not in words))
        for words, wide in zip(whole, [*around, *[()] * len(apart)], strict=True)
        if wide or len(words) > 1
    ]
