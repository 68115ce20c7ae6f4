"""Which statements say much the same: found by their wording alone, and never said to be the same.

Two Vietnamese texts are alike as far as they share pairs of neighbouring words, each pair counting the more the fewer
statements have it: the weight of the pairs shared, twice, over the weight of all pairs of both (Dice's measure, from 0
for nothing to 1 for the very same words). Statements of one page are not compared: a reader sees them together.

Not all pairs of statements are looked at, for there are too many: only those that share one of a statement's rarest
pairs of words, and of these the nearest in time. So the work grows with the number of statements and no faster.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import pairwise
from math import fsum, log

from macros.archive import Archive
from macros.items import Statement
from macros.search.folding import normal

LEAST = 0.42  # tests/test_related.py holds pairs from the archive on either side of it
FEWEST_SHARED = 5  # pairs of words; shorter texts are alike by chance
MOST = 3  # statements named on a card
_RAREST = 6  # pairs of words by which others are looked for, out of those that others have
_NEAREST = 8  # statements before and after in time that are looked at for each
_WORD = re.compile(r"\w+")

Pair = tuple[str, str]


class Wordings:
    """The wordings of all statements, to be compared."""

    def __init__(self, archive: Archive) -> None:
        self.statements = archive.statements
        self.pairs = [word_pairs(statement.text.vi) for statement in self.statements]
        self.places: dict[Pair, list[int]] = defaultdict(list)
        for number, pairs in enumerate(self.pairs):
            for pair in pairs:
                self.places[pair].append(number)
        count = len(self.statements)
        self.weight = {pair: log(1 + count / len(numbers)) for pair, numbers in self.places.items()}
        # Exact sums: sets have no order, and rounding would tell.
        self.whole = [fsum(map(self.weight.__getitem__, pairs)) for pairs in self.pairs]

    def alike(self, one: int, other: int) -> float:
        """How alike two statements are, by their number in the archive; 0 where they share too little to tell."""
        shared = self.pairs[one] & self.pairs[other]
        if len(shared) < FEWEST_SHARED:
            return 0.0
        return 2 * fsum(map(self.weight.__getitem__, shared)) / (self.whole[one] + self.whole[other])

    def similar(self, one: int) -> list[Statement]:
        """The statements most like one, in order of time."""
        home = self.statements[one].home.path
        shared = (pair for pair in self.pairs[one] if len(self.places[pair]) > 1)
        rarest = sorted(shared, key=lambda pair: (len(self.places[pair]), pair))[:_RAREST]
        found: Counter[int] = Counter()
        for pair in rarest:
            numbers = self.places[pair]
            at = bisect_left(numbers, one)
            found.update(numbers[max(0, at - _NEAREST) : at + _NEAREST + 1])
        scores = {other: self.alike(one, other) for other in found if self.statements[other].home.path != home}
        best = sorted((other for other in scores if scores[other] >= LEAST), key=lambda each: (-scores[each], each))
        return [self.statements[other] for other in sorted(best[:MOST])]


class Related:
    """What to read beside each statement."""

    def __init__(self, archive: Archive) -> None:
        wordings = Wordings(archive)
        similar = {s.id: wordings.similar(number) for number, s in enumerate(archive.statements)}
        self.similar = {id: statements for id, statements in similar.items() if statements}
        self.together = Counter(
            (topic, province) for s in archive.statements for topic in s.record.topics for province in s.provinces
        )

    def same_subject(self, statement: Statement) -> tuple[str, str, int] | None:
        """The main topic and the province of a statement about one province, where others have both; how many have."""
        if len(statement.provinces) != 1:
            return None
        topic, province = statement.record.topics[0], statement.provinces[0]
        count = self.together[topic, province]
        return (topic, province, count) if count > 1 else None


@lru_cache(maxsize=1)
def related(archive: Archive) -> Related:
    """The relations between the statements of the archive that is being published."""
    return Related(archive)


def word_pairs(text: str) -> frozenset[Pair]:
    """The pairs of neighbouring words of a text, in small letters."""
    words = _WORD.findall(normal(text).lower())
    return frozenset(pairwise(words))
