"""Queries made from the words of the archive's statements: a few words in a row, written as readers write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from benchmarks.queries import writings
from benchmarks.queries.entries import WORD, Entries, clauses, fold, spoken
from benchmarks.queries.query import Query
from macros.text.language import Language

_ENGLISH_WORD = re.compile(r"[^\W\d_]+(?:’s)?")
_MOST_ANSWERS = 12
_FEWEST_EXCLUDED = 3
_AMERICAN = {
    "organisation": "organization",
    "organisations": "organizations",
    "programme": "program",
    "programmes": "programs",
    "centre": "center",
    "mobilisation": "mobilization",
    "decentralise": "decentralize",
    "digitised": "digitized",
    "publicised": "publicized",
}
_ENDINGS = ("s", "ed", "ing")
_SHORTEST_CONTENT = 4


@dataclass(frozen=True)
class Class:
    """A class of queries: so many words in a row of a statement, and how they are written."""

    kind: str
    language: Language
    length: int
    write: writings.Writing

    def draw(self, entries: Entries, random: Random, windows: Sequence[tuple[str, ...]], count: int) -> list[Query]:
        """Up to `count` queries whose answers are the records that hold the words as printed."""
        queries: dict[str, Query] = {}
        for words in windows:
            phrase = " ".join(words)
            targets = entries.inflecting(phrase) if self.kind == "english" else entries.holding(phrase)
            written = self.write(words, random)
            if written is None or written in queries or len(targets) > _MOST_ANSWERS or entries.under(phrase):
                continue
            if entries.holding(written) - targets:
                continue
            queries[written] = Query(written, self.language, self.kind, targets)
            if len(queries) == count:
                break
        return list(queries.values())


def windows(entries: Entries, length: int) -> list[tuple[str, ...]]:
    """Every `length` words in a row, within a clause, of every statement."""
    word = WORD if entries.language is Language.VI else _ENGLISH_WORD
    found: dict[str, tuple[str, ...]] = {}
    for statement in entries.archive.statements:
        for clause in clauses(statement.text[entries.language]):
            words = word.findall(clause)
            for start in range(len(words) - length + 1):
                window = tuple(words[start : start + length])
                found.setdefault(spoken(" ".join(window)), window)
    return list(found.values())


def inflected(vocabulary: frozenset[str]) -> writings.Writing:
    """A writing with one English word in American spelling, or with another ending that the archive has, too."""

    def write(words: Sequence[str], random: Random) -> str | None:
        if sum(len(word) >= _SHORTEST_CONTENT for word in words) < 3:
            return None
        changed = [(i, other) for i, word in enumerate(words) for other in _other_forms(word.lower(), vocabulary)]
        if not changed:
            return None
        at, other = random.choice(changed)
        return " ".join([*words[:at], other, *words[at + 1 :]]).lower()

    return write


def _other_forms(word: str, vocabulary: frozenset[str]) -> Iterator[str]:
    if word in _AMERICAN:
        yield _AMERICAN[word]
    stems = [word] + [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    for stem in stems:
        for form in (stem, *(stem + ending for ending in _ENDINGS)):
            if len(stem) >= _SHORTEST_CONTENT and form != word and form in vocabulary:
                yield form


def classes(english: Entries) -> list[Class]:
    """The classes drawn from runs of words."""
    vocabulary = frozenset(word for s in english.archive.statements for word in spoken(s.text[Language.EN]).split())
    vi, en = Language.VI, Language.EN
    return [
        Class("phrase5", vi, 5, writings.as_printed),
        Class("phrase5-unaccented", vi, 5, writings.unaccented),
        Class("phrase4-half", vi, 4, writings.half_accented),
        Class("phrase5-typo", vi, 5, writings.mistyped),
        Class("english4", en, 4, writings.as_printed),
        Class("half-accented", vi, 5, writings.toneless),
        Class("dd", vi, 4, writings.wrong_d),
        Class("nfd", vi, 4, writings.decomposed),
        Class("tone-placement", vi, 4, writings.tone_moved),
        Class("telex", vi, 4, writings.telex),
        Class("vni", vi, 4, writings.vni),
        Class("spaces", vi, 4, writings.spaced_wrongly),
        Class("numeral", vi, 5, writings.in_digits),
        Class("phrase", vi, 3, writings.quoted),
        Class("english", en, 4, inflected(vocabulary)),
        Class("typo", en, 4, writings.mistyped),
        Class("spaces", en, 3, writings.spaced_wrongly),
        Class("phrase", en, 3, writings.quoted),
    ]


def accent_pairs(entries: Entries) -> list[Query]:
    """Two words whose marks alone set them apart from two others of the archive: the marked ones are the answer."""
    alike: dict[str, set[str]] = {}
    for pair in sorted({pair for entry in entries.all for line in entry.lines for pair in _pairs(line)}):
        alike.setdefault(fold(pair), set()).add(pair)
    queries = []
    for folded, pairs in alike.items():
        for pair in sorted(pairs - {folded}):
            targets = entries.saying_exactly(pair)
            if len(targets) <= _MOST_ANSWERS and entries.holding(folded) - targets and _one_word(entries, pair):
                queries.append(Query(pair, entries.language, "accents", targets))
    return queries


def _one_word(entries: Entries, pair: str) -> bool:
    """True for two syllables that mostly stand together, such as `tinh gọn`, and so are one word to a reader."""
    return 2 * len(entries.holding_exactly(pair)) >= min(len(entries.holding_exactly(part)) for part in pair.split())


def _pairs(line: str) -> Iterator[str]:
    for clause in clauses(line):
        yield from (" ".join(pair) for pair in pairwise(WORD.findall(clause.lower())))


def exclusions(entries: Entries, random: Random, pairs: Sequence[tuple[str, ...]], count: int) -> list[Query]:
    """Two words of several records and, after a minus sign, a word that some of these have and others have not."""
    queries: list[Query] = []
    for pair in pairs:
        phrase = " ".join(pair)
        stating = entries.stating(phrase) & entries.holding_exactly(phrase)
        if not _FEWEST_EXCLUDED <= len(stating) <= _MOST_ANSWERS or not _one_word(entries, phrase):
            continue
        words = sorted(
            {word for e in entries.all if e.id in stating for line in e.lines for word in WORD.findall(line)}
        )
        random.shuffle(words)
        for word in words:
            excluded = entries.holding_exactly(word)
            clear = stating - entries.holding(word) - entries.under(word)
            marked = len(word) > 1 and fold(word) != word.lower()
            if marked and word not in phrase and clear and stating & excluded:
                targets = entries.saying_exactly(phrase) - excluded
                queries.append(Query(f"{phrase} -{word.lower()}", entries.language, "exclude", targets))
                break
        if len(queries) == count:
            break
    return queries
