"""The codes that a field may hold, each with its meaning in both languages, and which of them somebody meant.

Editors think in names (“đảng viên”), files hold codes (`members`). Messages, schemas, forms and pages that list codes
take them from here; the meanings come from `macros/words.yml` and from the names of records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.data.spelling import slipped, slug

_FEW = 20  # codes: so many are listed one by one
_SUGGESTED = 3
_NEAREST = 5
_COVERED = 2 / 3  # of the words written, so many must tell of a code before it is suggested
_CLAUSE = re.compile(r"[,;:()]")


@dataclass(frozen=True)
class Code:
    """A code: what it means in both languages, other names for it, and words that tell of it without naming it."""

    id: str
    vi: str
    en: str
    also: tuple[str, ...] = ()
    about: str = ""

    def meaning(self, language: str) -> str:
        """What it means; empty where that says no more than the code itself."""
        said = self.vi if language == "vi" else self.en
        return "" if said.lower().replace(" ", "-") == self.id else said

    def shown(self, language: str) -> str:
        """The code with its meaning: `members (Phát triển và quản lý đảng viên)`."""
        said = self.meaning(language)
        return f"{self.id} ({said})" if said else self.id

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Everything that it goes by, as slugs: “Sơ kết, tổng kết” is two names besides the whole."""
        clauses = (clause for name in (self.vi, self.en) for clause in _CLAUSE.split(name))
        return tuple(dict.fromkeys(filter(None, map(slug, (self.id, self.vi, self.en, *self.also, *clauses)))))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that tells of it."""
        return frozenset("-".join((*self.names, slug(self.about))).split("-"))


class Codes:
    """The codes of one field, in the order in which they are listed."""

    def __init__(self, codes: Iterable[Code] = ()) -> None:
        self._codes = {code.id: code for code in codes}

    def __iter__(self) -> Iterator[Code]:
        return iter(self._codes.values())

    def __len__(self) -> int:
        return len(self._codes)

    def __contains__(self, id: str) -> bool:
        return id in self._codes

    def __getitem__(self, id: str) -> Code:
        return self._codes[id]

    @property
    def are_few(self) -> bool:
        """True where a message can list them all."""
        return len(self) <= _FEW

    def called(self, text: str) -> Code | None:
        """The only code that goes by exactly this name, accents and capitals aside: nothing is left to judge."""
        found = [code for code in self if slug(text) in code.names]
        return found[0] if len(found) == 1 else None

    def meant(self, text: str) -> list[Code]:
        """The codes that may have been meant, at most three; none where more fit equally well."""
        written = slug(text)
        if not written:
            return []
        for fits in (self._named, self._slipped, self._ending, self._within, self._told_of):
            found = list(fits(written))
            if 0 < len(found) <= _SUGGESTED:
                return found
        return []

    def nearest(self, text: str) -> list[Code]:
        """The codes that share words with the text, the nearest first, at most five; for lists too long to show."""
        written = slug(text)
        shares = {
            code.id: sum(self._weight(word) for word in written.split("-") if word in code.words)
            for code in self
            if _digits(written) <= code.words
        }
        ordered = sorted(shares, key=lambda id: -shares[id])
        return [self[id] for id in ordered[:_NEAREST] if shares[id]]

    def listed(self, language: str) -> str:
        """All of them, each with its meaning."""
        return ", ".join(code.shown(language) for code in self)

    def _named(self, written: str) -> Iterator[Code]:
        return (code for code in self if written in code.names)

    def _slipped(self, written: str) -> Iterator[Code]:
        return (code for code in self if any(slipped(written, name) for name in code.names))

    def _ending(self, written: str) -> Iterator[Code]:
        """“giao ban” for “Hội nghị giao ban”; no number is left out."""
        for code in self:
            ending = (name for name in code.names if name.endswith(f"-{written}"))
            if any(_digits(name) <= _digits(written) for name in ending):
                yield code

    def _within(self, written: str) -> list[Code]:
        """A part of a name, or a name with more around it, the closest first; no number is left out of a name."""
        left_out: dict[str, int] = {}
        for code in self:
            for name in code.names:
                inner, outer = sorted((written, name), key=len)
                if f"-{inner}-" in f"-{outer}-" and (inner == name or not _digits(outer) - _digits(inner)):
                    left_out[code.id] = min(left_out.get(code.id, len(outer)), len(outer) - len(inner))
        return [self[id] for id in sorted(left_out, key=lambda id: left_out[id])]

    def _told_of(self, written: str) -> list[Code]:
        """The codes of which most of the words tell, rare words more than common ones."""
        words = written.split("-")
        all_of_it = sum(map(self._weight, words))
        shares = {
            code.id: sum(self._weight(word) for word in words if word in code.words)
            for code in self
            if _digits(written) <= code.words
        }
        best = max(shares.values(), default=0)
        if best == 0 or best < _COVERED * all_of_it:
            return []
        return [self[id] for id, share in shares.items() if share == best]

    def _weight(self, word: str) -> float:
        return 1 / max(1, sum(word in code.words for code in self))


def _digits(written: str) -> set[str]:
    return {word for word in written.split("-") if word.isdecimal()}


BOOLEANS = Codes((Code("true", "đúng", "yes", ("có", "phải")), Code("false", "sai", "no", ("không",))))
