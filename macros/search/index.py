"""The index of search: the documents of each term, with how much the term says about each (its impact).

Terms are words, pairs of neighbouring words, numbers, dates, document numbers and rings of words for one thing. An
impact is the BM25 score of a term in a document (Robertson and Zaragoza 2009, with weights for the fields), in whole
steps from 1 to `LEVELS`. A browser adds the impacts of the terms of a query; it reads at most the `CAP` best documents
of a term, so that the bytes of a search hardly grow with the archive, and is exact wherever a term has no more.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise, repeat

from macros.search.documents import SearchDocument
from macros.search.rings import Ring, RingReader
from macros.text.folding import Abbreviations, Reading, Span, Token, expanded, read
from macros.text.language import Language

CAP = 1024
LEVELS = 93
FORMS = 6  # forms of a word distinguished; rarer ones share the last
_K1, _B = 1.2, 0.35
_UNIT = 20  # weights of fields are whole numbers of twentieths
_NUMBERS = partial(array, "I")
_TITLE, _TEXT, _SAID_BY, _CONTEXT, _SOURCE, _HOME, _SUCCESSOR = 40, 20, 16, 10, 5, 5, 4


@dataclass
class TermList:
    """The documents with a term, in their order, with impacts and, for words, which forms are in each.

    `codes` has a bit for each of `forms`.
    """

    term: str
    documents: list[int]
    impacts: bytes
    forms: tuple[str, ...]
    codes: bytes

    def cut(self, cap: int) -> TermList:
        """The list of the `cap` best documents by impact, the earlier document first among equals."""
        if len(self.documents) <= cap:
            return self
        ranked = sorted(range(len(self.impacts)), key=self.impacts.__getitem__, reverse=True)  # equals in their order
        best = sorted(ranked[:cap])
        documents = [self.documents[i] for i in best]
        impacts = bytes([self.impacts[i] for i in best])
        codes = bytes([self.codes[i] for i in best]) if self.codes else b""
        return TermList(self.term, documents, impacts, self.forms, codes)


class Index:
    """All term lists over the documents of one language; a browser reads lists of more than `cap` documents cut.

    The same texts are in many documents: names of topics, titles of meetings, days. So each is read once, and terms
    are stored by text; only the list of a term goes from texts to documents.
    """

    def __init__(
        self,
        documents: Iterable[SearchDocument],
        language: Language,
        abbreviations: Abbreviations,
        rings: Sequence[Ring] = (),
        cap: int = CAP,
    ) -> None:
        self.cap = cap
        self.rings = rings
        self._rings = RingReader(rings, language)
        self.language = language
        self.abbreviations = abbreviations
        # The numbers of the texts with a term, each as often as the term is in it; of a word for each of its forms.
        self._texts: defaultdict[str, array[int]] = defaultdict(_NUMBERS)
        self._forms: defaultdict[str, defaultdict[str, array[int]]] = defaultdict(partial(defaultdict, _NUMBERS))
        places: defaultdict[tuple[str, int], array[int]] = defaultdict(_NUMBERS)
        self.count = 0
        for document in documents:
            for text in fields(document):
                places[text].append(self.count)
            self.count += 1
        # The weight of each text, and the documents it is in.
        self._places = [(weight, found) for (_, weight), found in places.items()]
        self._norms = self._length_norms([self._read(number, text) for number, (text, _) in enumerate(places)])

    def lists(self) -> Iterator[TermList]:
        """Every term's list, in the order of the terms. It frees what it has listed, so it can be called once."""
        for term in sorted(self._texts.keys() | self._forms.keys()):
            yield self._list(term)
        self._places.clear()

    def _read(self, number: int, text: str) -> int:
        """Note the terms of a text; the number of its words."""
        reading = read(text, self.language)
        words = list(self._words(reading))
        for term, form in words:
            (self._forms[term][form] if form else self._texts[term]).append(number)
        pairs = (f"{before} {after}" for (before, _), (after, _) in pairwise(words))
        for term in chain(pairs, self._rings.terms(words), *(span.terms for span in reading.spans)):
            self._texts[term].append(number)
        return len(words)

    def _words(self, reading: Reading) -> Iterator[tuple[str, str]]:
        """The terms of a text's words, each with its form where forms are distinguished."""
        for token, span in with_spans(reading):
            if span is None:
                terms = expanded(token, reading.text, self.abbreviations)
            else:
                terms = (token.term,) if says_alone(token, span) else ()
            form = token.form if self.language is Language.VI and terms == (token.term,) else ""
            for term in terms:
                yield term, form

    def _length_norms(self, words: list[int]) -> array[float]:
        """What the length of each document counts for, by the number of words of each text."""
        lengths = [0] * self.count
        for (weight, documents), count in zip(self._places, words, strict=True):
            for document in documents:
                lengths[document] += weight * count
        average = sum(lengths) / max(1, self.count) or 1.0
        return array("d", (_UNIT * _K1 * (1 - _B + _B * length / average) for length in lengths))

    def _list(self, term: str) -> TermList:
        forms: Mapping[str, array[int]] = self._forms.pop(term, {})
        weights: defaultdict[int, int] = defaultdict(int)
        places, norms = self._places, self._norms
        for text in chain(self._texts.pop(term, ()), *forms.values()):
            weight, found = places[text]
            for document in found:
                weights[document] += weight
        documents = sorted(weights)
        most = LEVELS * self._rarity(len(documents)) / self._rarity(1)
        impacts = bytes([round(most * (w := weights[d]) / (w + norms[d])) or 1 for d in documents])
        return TermList(term, documents, impacts, *self._coded(forms, documents))

    def _rarity(self, count: int) -> float:
        return math.log(1 + (self.count - count + 0.5) / (count + 0.5))

    def _coded(self, forms: Mapping[str, array[int]], documents: list[int]) -> tuple[tuple[str, ...], bytes]:
        """The forms of a word, the most frequent first, and which are in each document."""
        if len(forms) < 2:
            return tuple(forms), b""
        found = {
            form: set(chain.from_iterable(self._places[text][1] for text in texts)) for form, texts in forms.items()
        }
        ranked = sorted(found, key=lambda form: (-len(found[form]), form))
        codes = dict.fromkeys(documents, 0)
        for place, form in enumerate(ranked):
            bit = 1 << min(place, FORMS - 1)
            for document in found[form]:
                codes[document] |= bit
        return tuple(ranked), bytes(codes.values())


def fields(document: SearchDocument) -> Iterator[tuple[str, int]]:
    """The texts a document is found by, each with its weight; words of different texts are no neighbours."""
    for text, weight in (
        (document.title, _TITLE),
        (document.text, _TEXT),
        (document.said_by, _SAID_BY),
        (document.heading, _CONTEXT),
        (document.home.title, _HOME if document.title != document.home.title else 0),
    ):
        if text and weight:
            yield text, weight
    for text in (*document.places, *document.context):
        yield text, _CONTEXT
    for text in document.sources:
        yield text, _SOURCE
    for text in document.successors:
        yield text, _SUCCESSOR


def with_spans(reading: Reading) -> Iterator[tuple[Token, Span | None]]:
    """Each token with the document number or date it is part of."""
    if not reading.spans:
        yield from zip(reading.tokens, repeat(None))
        return
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
