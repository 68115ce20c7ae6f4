"""Queries made from the archive by a seeded script; the same archive and seed give the same queries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from random import Random
from typing import TypeVar

from benchmarks.queries import phrases, records
from benchmarks.queries.entries import Entries
from benchmarks.queries.query import Query
from macros.archive import Archive
from macros.text.language import Language

Item = TypeVar("Item")
_ENGLISH_SHARE = 0.3
_BOTH = (Language.VI, Language.EN)
_OF_RECORDS: dict[str, tuple[Callable[[Entries, Random], records.Groups], tuple[Language, ...]]] = {
    "document-number": (records.document_numbers, _BOTH),
    "number": (records.figures, _BOTH),
    "date": (records.dates, _BOTH),
    "person": (records.people, _BOTH),
    "province": (records.provinces, _BOTH),
    "topic-province-year": (records.provinces_and_years, _BOTH),
    "abbreviation": (records.abbreviations, (Language.VI,)),
}


def generated(archive: Archive, seed: int, per_class: int) -> list[Query]:
    """Up to `per_class` queries of every class that can be made from data.

    An odd and an even seed share no phrase of a statement, document, figure, date or person.
    """
    entries = {language: Entries(archive, language) for language in Language}
    return [
        *_from_phrases(entries, seed, per_class),
        *_from_pairs(entries[Language.VI], seed, per_class),
        *_from_records(entries, seed, per_class),
    ]


def _from_phrases(entries: dict[Language, Entries], seed: int, per_class: int) -> list[Query]:
    queries = []
    classes = phrases.classes(entries[Language.EN])
    for drawn in classes:
        languages = [other.language for other in classes if other.kind == drawn.kind]
        known = entries[drawn.language]
        windows = _half(phrases.windows(known, drawn.length), drawn.kind, seed)
        queries += drawn.draw(known, _source(drawn.kind, seed), windows, _count(drawn.language, languages, per_class))
    return queries


def _from_pairs(entries: Entries, seed: int, per_class: int) -> list[Query]:
    pairs = _half(phrases.windows(entries, 2), "exclude", seed)
    excluding = phrases.exclusions(entries, _source("exclude", seed), pairs, per_class)
    return excluding + _half(phrases.accent_pairs(entries), "accents", seed)[:per_class]


def _from_records(entries: dict[Language, Entries], seed: int, per_class: int) -> list[Query]:
    queries = []
    for kind, (make, languages) in _OF_RECORDS.items():
        for language in languages:
            groups = _half(make(entries[language], _source(kind, seed)), kind, seed)
            made = list(dict.fromkeys(query for query in chain.from_iterable(groups) if query.targets))
            _source(kind, seed).shuffle(made)
            queries += made[: _count(language, languages, per_class)]
    return queries


def _count(language: Language, languages: Sequence[Language], per_class: int) -> int:
    """How many of the queries of a class are in the language, of the languages the class has."""
    if len(languages) == 1:
        return per_class
    english = round(per_class * _ENGLISH_SHARE)
    return english if language is Language.EN else per_class - english


def _half(items: Sequence[Item], kind: str, seed: int) -> list[Item]:
    """Every other item in an order that is the same for every seed, so that two halves share none."""
    mixed = list(items)
    Random(kind).shuffle(mixed)
    return mixed[seed % 2 :: 2]


def _source(kind: str, seed: int) -> Random:
    return Random(f"{kind} {seed}")
