"""The one English word for a term (`english:` in the glossary): where its Vietnamese is said, which words are right."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros.text.i_or_y import either


class Variant(NamedTuple):
    """A word in an English text that is not the one word, `use`, for a term in the Vietnamese of the passage."""

    match: re.Match[str]
    term: str
    use: str


class OneWord(NamedTuple):
    """The one English word for a term: `said` finds that in Vietnamese, `own` and `never` right and wrong words."""

    id: str
    use: str
    said: re.Pattern[str]
    own: re.Pattern[str]
    never: re.Pattern[str] | None

    def variants(self, vi: str, en: str) -> Iterator[Variant]:
        """The variants in the English of a passage whose Vietnamese has the term; `use` may hold one of them."""
        if self.never and (said := self.said.search(vi)):
            bare = self.own.sub(blanked, en)
            yield from (Variant(match, said[0], self.use) for match in self.never.finditer(bare))


def one_word(id: str, said: Iterable[str], use: str, never: Iterable[str]) -> OneWord:
    """The one English word for a term: the Vietnamese in which it is said, the word, and what is never used."""
    wrong = list(never)
    in_vietnamese = re.compile(either(any_of(said).pattern), re.IGNORECASE)
    return OneWord(id, use, in_vietnamese, any_of([use]), any_of(wrong) if wrong else None)


def any_of(words: Iterable[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Finds any of the words, the longest first; a star at the end of one stands for any ending."""
    ordered = [re.escape(word) for word in sorted(words, key=len, reverse=True)]
    return re.compile(r"(?<!\w)(?:{})(?!\w)".format("|".join(ordered).replace(r"\*", r"\w*")), flags)


def blanked(match: re.Match[str]) -> str:
    """Marks in place of what was found, so that all else keeps its place."""
    return "·" * len(match[0])
