"""A brute-force search to hold the index against: reads every document for every query, with no lists and no files."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.search.documents import SearchDocument
from macros.search.index import LEVELS, fields, says_alone, with_spans
from macros.search.rings import Ring
from macros.text.folding import Abbreviations, expanded, read
from macros.text.language import Language

_EXACT, _PAIRED, _FIELD = 20, 32, 400


@dataclass(frozen=True)
class Slot:
    """A word of a query as the browser read it: the terms that count as it.

    `part` is which part of a ring's name it is, from 0 on; `field` the facet and the value that it names.
    """

    terms: tuple[str, ...]
    span: bool = False
    required: bool = False
    spare: bool = False
    unknown: bool = False
    part: int | None = None
    field: tuple[str, str] | None = None

    @property
    def words(self) -> list[str]:
        """Its terms but for rings."""
        return [term for term in self.terms if not term.startswith("~")]

    @property
    def rings(self) -> list[str]:
        """The rings among its terms."""
        return [term for term in self.terms if term.startswith("~")]

    @property
    def stands_alone(self) -> bool:
        """Whether it need not stand beside its neighbours: a number, or what need not be there."""
        return self.spare or re.fullmatch("[0-9.]+", self.terms[0]) is not None


@dataclass(frozen=True)
class Oracle:
    """All documents with the weight of each of their terms."""

    language: Language
    held: list[Counter[str]]
    lengths: list[int]
    tags: list[dict[str, tuple[str, ...]]]

    @classmethod
    def over(
        cls,
        documents: Sequence[SearchDocument],
        language: Language,
        abbreviations: Abbreviations,
        rings: Sequence[Ring] = (),
    ) -> Oracle:
        """Read the documents."""
        held, lengths = [], []
        for document in documents:
            weights: Counter[str] = Counter()
            length = 0
            for text, weight in fields(document):
                terms, extra = _terms(text, language, abbreviations)
                extra += _rings(text, language, abbreviations, rings)
                length += weight * len(terms)
                for term in [*terms, *(" ".join(pair) for pair in pairwise(terms)), *extra]:
                    weights[term] += weight
            held.append(weights)
            lengths.append(length)
        return cls(language, held, lengths, [document.tags for document in documents])

    def ranked(self, slots: Sequence[Slot]) -> list[int]:
        """The documents that match, the best by impact first, the earlier first among equals."""
        pairs = [
            (pair, before.stands_alone or after.stands_alone)
            for before, after in pairwise(slots)
            if not (before.span or after.span or before.unknown or after.unknown)
            for pair in [self._pair(before, after)]
            if any(self._count(term) for term in pair)
        ]
        weights = [0 if slot.spare else self._weight(slot) for slot in slots]
        reported = [pair for pair, alone in pairs if not alone]
        needed = 0 if self.language is Language.EN else math.ceil(len(reported) / 2)
        counted = [not slot.spare for slot in slots]
        named = {slot.field for slot in slots if slot.field}
        found = []
        for number, held in enumerate(self.held):
            has = [any(term in held for term in slot.terms) or self._has(number, slot.field) for slot in slots]
            weight = sum(weight for weight, there in zip(weights, has, strict=True) if there)
            adjacent = sum(any(term in held for term in pair) for pair in reported)
            if (
                10 * weight >= 7 * sum(weights)
                and sum(map(min, has, counted)) >= math.ceil(0.6 * sum(counted))
                and adjacent >= needed
                and all(there for slot, there in zip(slots, has, strict=True) if slot.required)
            ):
                impact = sum(_EXACT * self._best(number, slot.terms) for slot in slots)
                impact += sum(_PAIRED * self._best(number, pair) for pair, _ in pairs)
                impact += sum(_FIELD * self._has(number, field) for field in named)
                found.append((-impact, number))
        return [number for _, number in sorted(found)]

    def _pair(self, before: Slot, after: Slot) -> list[str]:
        """What two neighbours are found by beside each other: their words, or the ring of which both are parts."""
        together = before.part is not None and after.part == before.part + 1
        return [f"{a} {b}" for a in before.words for b in after.words] + (after.rings if together else [])

    def _has(self, number: int, field: tuple[str, str] | None) -> bool:
        return field is not None and field[1] in self.tags[number].get(field[0], ())

    def _best(self, number: int, terms: Sequence[str]) -> int:
        return max(self._impact(number, term) for term in terms)

    def _impact(self, number: int, term: str) -> int:
        weight = self.held[number][term]
        if not weight:
            return 0
        average = sum(self.lengths) / len(self.lengths)
        norm = 20 * 1.2 * (1 - 0.35 + 0.35 * self.lengths[number] / average)  # weights are in twentieths
        share = self._rarity(self._count(term)) / self._rarity(1)
        return max(1, min(LEVELS, round(LEVELS * share * weight / (weight + norm))))

    def _weight(self, slot: Slot) -> int:
        """Hundredths of rarity; a number says much however often it is met, a word that nobody uses may be a slip."""
        count = min(len(self.held), sum(self._count(term) for term in slot.terms))
        if not count:
            return 120 if len(slot.terms[0]) < 3 else 300
        least = 250 if re.fullmatch("[0-9.]{3,}", slot.terms[0]) else 20
        return max(least, math.floor(100 * self._rarity(count) + 0.5))

    def _count(self, term: str) -> int:
        return sum(term in held for held in self.held)

    def _rarity(self, count: int) -> float:
        return math.log(1 + (len(self.held) - count + 0.5) / (count + 0.5))


def _terms(text: str, language: Language, abbreviations: Abbreviations) -> tuple[list[str], list[str]]:
    reading = read(text, language)
    terms: list[str] = []
    for token, span in with_spans(reading):
        if span is None:
            terms.extend(expanded(token, reading.text, abbreviations))
        elif says_alone(token, span):
            terms.append(token.term)
    return terms, [term for span in reading.spans for term in span.terms]


def _rings(text: str, language: Language, abbreviations: Abbreviations, rings: Sequence[Ring]) -> list[str]:
    """The rings of which a name is in a text word by word; in Vietnamese with its accents, unless it is abbreviated."""
    words = [
        (term, token.form if language is Language.VI and len(terms) == 1 and terms == (token.term,) else "")
        for reading in [read(text, language)]
        for token, span in with_spans(reading)
        if span is None or says_alone(token, span)
        for terms in [(token.term,) if span else expanded(token, reading.text, abbreviations)]
        for term in terms
    ]
    found = []
    for number, ring in enumerate(rings):
        for name in (*ring.names, *ring.wider):
            tokens = read(name, language).tokens
            for at in range(len(words) - len(tokens) + 1):
                adjacent = zip(tokens, words[at : at + len(tokens)], strict=True)
                if all(token.term == term and form in ("", token.form) for token, (term, form) in adjacent):
                    found.append(f"~{number}")
    return found
