"""The index of search: for each term the documents that hold it, with how much the term says about each (its impact).

Terms are words, pairs of neighbouring words, numbers, dates and document numbers. An impact is the BM25 score of a term
in a document (Robertson and Zaragoza 2009, with weights for the fields), in whole steps from 1 to `LEVELS`. A browser
adds the impacts of the terms of a query; it reads at most the `CAP` best documents of a term, so that the bytes of a
search hardly grow with the archive, and is exact wherever a term has no more than that.
"""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise

from macros.language import Language
from macros.search.documents import SearchDocument
from macros.search.folding import Abbreviations, Reading, Span, Token, expanded, normal, read

CAP = 1024
LEVELS = 93
FORMS = 6  # forms of a word told apart; rarer ones share the last
_SPELT = re.compile("(?:[a-z]+|[0-9]{1,2})(?: (?:[a-z]+|[0-9]{1,2}))?")
_K1, _B = 1.2, 0.35
_TITLE, _TEXT, _SAID_BY, _CONTEXT, _HOME, _SUCCESSOR = 2.0, 1.0, 0.8, 0.5, 0.25, 0.2


@dataclass
class TermList:
    """The documents that hold a term, in their order, with impacts and, for words, which forms each holds.

    `codes` has a bit for each of `forms`.
    """

    term: str
    documents: array[int]
    impacts: list[int]
    forms: tuple[str, ...]
    codes: list[int]

    def best(self, cap: int) -> list[int]:
        """Positions of the `cap` best documents by impact, the earlier document first among equals, in order."""
        everything = range(len(self.documents))
        if len(everything) <= cap:
            return list(everything)
        return sorted(nlargest(cap, everything, key=lambda i: (self.impacts[i], -i)))


@dataclass(frozen=True, slots=True)
class Words:
    """What a text is found by: each term with how often it stands there, and the forms of its words.

    `length` counts its words.
    """

    length: int
    terms: tuple[tuple[str, int], ...]
    forms: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Vocabulary:
    """Words with the number of documents that hold them, and pairs of neighbours, both the most frequent first."""

    words: dict[str, int]
    pairs: dict[tuple[str, str], int]


class Index:
    """All term lists over the documents of one language; a browser reads lists of more than `cap` documents cut."""

    def __init__(
        self,
        documents: Iterable[SearchDocument],
        language: Language,
        abbreviations: Abbreviations,
        cap: int = CAP,
    ) -> None:
        self.cap = cap
        self.language = language
        self.abbreviations = abbreviations
        self._documents: dict[str, array[int]] = {}
        self._weights: dict[str, array[float]] = {}
        self._forms: dict[str, dict[str, list[int]]] = {}
        self._lengths = array("d")
        self._words = lru_cache(4096)(self._words_of)
        for number, document in enumerate(documents):
            self._add(number, document)
        self.count = len(self._lengths)
        self._norms = self._length_norms()

    def lists(self) -> Iterator[TermList]:
        """Every term's list, in the order of the terms."""
        for term in sorted(self._documents):
            yield self._list(term)

    def vocabulary(self, words: int, pairs: int) -> Vocabulary:
        """The words and pairs that spelling is corrected by, at most so many of each."""
        counts = {term: len(found) for term, found in self._documents.items() if _SPELT.fullmatch(term)}
        ranked = sorted(counts, key=lambda term: (-counts[term], term))
        known = {term: counts[term] for term in [t for t in ranked if " " not in t][:words]}
        neighbours = ((term, *term.split(" ")) for term in ranked if " " in term)
        both = [(t, a, b) for t, a, b in neighbours if a in known and b in known]
        return Vocabulary(known, {(a, b): counts[t] for t, a, b in both[:pairs]})

    def _add(self, number: int, document: SearchDocument) -> None:
        weights: defaultdict[str, float] = defaultdict(float)
        forms: set[tuple[str, str]] = set()
        length = 0.0
        for text, weight in fields(document):
            words = self._words(text)
            length += weight * words.length
            forms |= words.forms
            for term, times in words.terms:
                weights[term] += weight * times
        self._lengths.append(length)
        for term, weight in weights.items():
            if term not in self._documents:
                self._documents[term], self._weights[term] = array("l"), array("d")
            self._documents[term].append(number)
            self._weights[term].append(weight)
        for term, form in sorted(forms):
            self._forms.setdefault(term, {}).setdefault(form, []).append(number)

    def _words_of(self, text: str) -> Words:
        """What a text is found by; most texts stand in many documents: names of topics, titles of meetings, days."""
        reading = read(text, self.language)
        composed = normal(text)
        terms: list[str] = []
        forms: set[tuple[str, str]] = set()
        for token, span in with_spans(reading):
            if span is None:
                added = expanded(token, composed, self.abbreviations)
            else:
                added = (token.term,) if says_alone(token, span) else ()
            terms.extend(added)
            if token.form and added == (token.term,) and self.language is Language.VI:
                forms.add((token.term, token.form))
        times = Counter(terms)
        times.update(f"{before} {after}" for before, after in pairwise(terms))
        times.update(term for span in reading.spans for term in span.terms)
        return Words(len(terms), tuple(times.items()), frozenset(forms))

    def _length_norms(self) -> array[float]:
        average = sum(self._lengths) / max(1, self.count) or 1.0
        return array("d", (_K1 * (1 - _B + _B * length / average) for length in self._lengths))

    def _list(self, term: str) -> TermList:
        documents = self._documents[term]
        scale = LEVELS / (self._rarity(1) * (_K1 + 1))
        rarity = self._rarity(len(documents)) * (_K1 + 1) * scale
        norms = self._norms
        impacts = [
            max(1, min(LEVELS, round(rarity * weight / (weight + norms[document]))))
            for document, weight in zip(documents, self._weights[term], strict=True)
        ]
        forms, codes = self._coded(term, documents)
        return TermList(term, documents, impacts, forms, codes)

    def _rarity(self, count: int) -> float:
        return math.log(1 + (self.count - count + 0.5) / (count + 0.5))

    def _coded(self, term: str, documents: array[int]) -> tuple[tuple[str, ...], list[int]]:
        by_form = self._forms.get(term, {})
        if len(by_form) < 2:
            return tuple(by_form), []
        ranked = sorted(by_form, key=lambda form: (-len(by_form[form]), form))
        codes = dict.fromkeys(documents, 0)
        for place, form in enumerate(ranked):
            bit = 1 << min(place, FORMS - 1)
            for document in by_form[form]:
                codes[document] |= bit
        return tuple(ranked), list(codes.values())


def fields(document: SearchDocument) -> Iterator[tuple[str, float]]:
    """The texts a document is found by, each with its weight; words of different texts are no neighbours."""
    for text, weight in (
        (document.title, _TITLE),
        (document.text, _TEXT),
        (document.said_by, _SAID_BY),
        (document.home.title, _HOME if document.title != document.home.title else 0),
    ):
        if text and weight:
            yield text, weight
    for text in document.context:
        yield text, _CONTEXT
    for text in document.successors:
        yield text, _SUCCESSOR


def with_spans(reading: Reading) -> Iterator[tuple[Token, Span | None]]:
    """Each token with the document number or date it is part of."""
    spans = sorted(reading.spans, key=lambda span: span.start)
    place = 0
    for token in reading.tokens:
        while place < len(spans) and spans[place].end <= token.start:
            place += 1
        inside = place < len(spans) and spans[place].start <= token.start
        yield token, spans[place] if inside else None


def says_alone(token: Token, span: Span) -> bool:
    """Whether a part of a document number or date is a term by itself: of a date only its year and its words are."""
    return not span.terms[0].startswith("@") or not token.term.isdigit() or len(token.term) == 4
