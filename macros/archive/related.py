"""Which statements say much the same: found by their wording alone, and never said to be the same.

Two Vietnamese texts are alike as far as they share pairs of neighbouring words, each pair counting the more the fewer
statements have it: the weight of the pairs shared, twice, over the weight of all pairs of both (Dice's measure, from 0
for nothing to 1 for the very same words). Statements of one page are not compared: a reader sees them together.

Not all pairs of statements are looked at, for there are too many: only those that share one of a statement's rarest
pairs of words, and of these the nearest in time. So the work grows with the number of statements and no faster.
"""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache, partial
from itertools import chain, pairwise
from math import fsum, log
from sys import intern

from macros.archive import Archive
from macros.archive.items import Statement
from macros.speed.workers import start_in_background
from macros.text.folding import normal

LEAST = 0.42  # tests/records/test_related.py has pairs from the archive on either side of it
FEWEST_SHARED = 5  # pairs of words; shorter texts are alike by chance
MOST = 3  # statements named on a card
_RAREST = 6  # pairs of words by which others are looked for, out of those that others have
_NEAREST = 8  # statements before and after in time that are looked at for each
_ROUNDING = 1e-9
_WORD = re.compile(r"\w+")

Pair = tuple[str, str]


class Wordings:
    """The wordings of all statements, to be compared; statements are named by their number in the order of time.

    Pairs of words that only one statement has count for the weight of its text alone. The others are numbered, the
    rarest first: numbers are compared and sorted faster than words, and arrays of them take a third of the memory.
    """

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.statements = statements
        found: dict[Pair, int] = {}
        texts = [
            array("I", [found.setdefault(pair, len(found)) for pair in word_pairs(statement.text.vi)])
            for statement in statements
        ]
        times = array("I", bytes(4 * len(found)))  # how many statements have each pair
        for pair in chain.from_iterable(texts):
            times[pair] += 1
        weight = array("d", (log(1 + len(texts) / number) for number in times))
        # Exact sums: sets have no order, and rounding would depend on it.
        self.whole = array("d", (fsum(map(weight.__getitem__, text)) for text in texts))
        words = list(found)
        ranked = sorted(
            (pair for pair in found.values() if times[pair] > 1), key=lambda pair: (times[pair], words[pair])
        )
        rank = {pair: number for number, pair in enumerate(ranked)}
        self.weight = array("d", map(weight.__getitem__, ranked))
        self.pairs = [array("I", sorted(rank[pair] for pair in text if pair in rank)) for text in texts]
        self.places = [array("I") for _ in ranked]
        for number, pairs in enumerate(self.pairs):
            for pair in pairs:
                self.places[pair].append(number)
        self._pairs_of = lru_cache(maxsize=1)(lambda one: frozenset(self.pairs[one]))

    def alike(self, one: int, other: int) -> float:
        """How alike two statements are, by their number in the archive; 0 where they share too little to count."""
        shared = self._pairs_of(one).intersection(self.pairs[other])
        if len(shared) < FEWEST_SHARED:
            return 0.0
        return 2 * fsum(map(self.weight.__getitem__, shared)) / (self.whole[one] + self.whole[other])

    def similar(self, one: int) -> Sequence[int]:
        """The statements most like one, in order of time, all by their number."""
        found: set[int] = set()
        for pair in self.pairs[one][:_RAREST]:
            numbers = self.places[pair]
            at = bisect_left(numbers, one)
            found.update(numbers[max(0, at - _NEAREST) : at + _NEAREST + 1])
        home, whole = self.statements[one].home, self.whole[one]
        # One that is much longer or shorter is not alike even where the longer has all of the shorter.
        least, most = whole * LEAST / (2 - LEAST) * (1 - _ROUNDING), whole * (2 - LEAST) / LEAST * (1 + _ROUNDING)
        near = [
            other for other in found if least <= self.whole[other] <= most and self.statements[other].home is not home
        ]
        scores = {other: self.alike(one, other) for other in near}
        best = sorted((other for other in scores if scores[other] >= LEAST), key=lambda each: (-scores[each], each))
        return sorted(best[:MOST])


class Related:
    """What to read next to each statement."""

    def __init__(self, archive: Archive) -> None:
        self.statements = archive.statements
        self._numbers = {statement: number for number, statement in enumerate(self.statements)}
        # Found for one statement after another, until another process has found them all.
        self._similar: Callable[[int], Sequence[int]] = lru_cache(maxsize=100)(
            lambda number: self._wordings.similar(number)
        )
        self._wait: Callable[[], list[Sequence[int]] | None] = lambda: None
        self.together = Counter(
            (topic, province) for s in self.statements for topic in s.record.topics for province in s.provinces
        )

    @cached_property
    def _wordings(self) -> Wordings:
        return Wordings(self.statements)

    def begin(self) -> None:
        """Begin to look for all similar statements in another process."""
        self._wait = start_in_background(partial(_all_similar, self.statements))

    def wait(self) -> None:
        """Wait for what `begin` began, so that processes forked from this one have all similar statements."""
        found = self._wait()
        if found is not None:
            self._similar = found.__getitem__

    def similar(self, statement: Statement) -> list[Statement]:
        """The statements of other pages most like it, in order of time."""
        return [self.statements[number] for number in self._similar(self._numbers[statement])]

    def same_subject(self, statement: Statement) -> tuple[str, str, int] | None:
        """The main topic and the province of a statement about one province, and how many statements have both.

        None where no other has.
        """
        if len(statement.written_provinces) != 1:
            return None
        topic, province = statement.record.topics[0], statement.written_provinces[0]
        count = self.together[topic, province]
        return (topic, province, count) if count > 1 else None


@lru_cache(maxsize=1)
def related(archive: Archive) -> Related:
    """The relations between the statements of the archive that is being published."""
    return Related(archive)


def _all_similar(statements: Sequence[Statement]) -> list[Sequence[int]]:
    return list(map(Wordings(statements).similar, range(len(statements))))


def word_pairs(text: str) -> frozenset[Pair]:
    """The pairs of neighbouring words of a text, in small letters."""
    return frozenset(pairwise(_words(text)))


@lru_cache(maxsize=100_000)  # for `mkdocs serve`: an edit changes one text
def _words(text: str) -> tuple[str, ...]:
    return tuple(map(intern, _WORD.findall(normal(text).lower())))
