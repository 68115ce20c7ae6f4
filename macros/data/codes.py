"""The codes that a field may hold, each with its meaning in both languages, and which of them was probably meant.

Editors think in names (“đảng viên”), files hold codes (`members`). Messages, schemas, forms and pages that list codes
take them from here; the meanings come from `macros/words.yml` and from the names of records.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.data.problems import Bilingual
from macros.data.spelling import is_slip, slug

_FEW = 20  # codes that a message lists one by one
_SUGGESTED = 3
_NEAREST = 5
_COVERED = 2 / 3  # the share of the words written that must be known of a code before it is suggested
_CLAUSE = re.compile(r"[,;:()]")


@dataclass(frozen=True)
class Code:
    """A code: what it means in both languages, other names for it, and words that describe it without naming it."""

    id: str
    vi: str
    en: str
    also: tuple[str, ...] = ()
    about: str = ""

    @property
    def meaning(self) -> str:
        """What it means in both languages; once where that is the same, as of most places."""
        return self.vi if self.vi == self.en else f"{self.vi} / {self.en}"

    @property
    def shown(self) -> Bilingual:
        """The code with its meaning, where that says more: `members (Phát triển và quản lý đảng viên)`."""
        vi, en = (
            f"{self.id} ({name})" if name.lower().replace(" ", "-") not in ("", self.id) else self.id
            for name in (self.vi, self.en)
        )
        return Bilingual(vi, en)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called, as slugs: “Sơ kết, tổng kết” is two names and the whole."""
        clauses = (clause for name in (self.vi, self.en) for clause in _CLAUSE.split(name))
        return tuple(dict.fromkeys(filter(None, map(slug, (self.id, self.vi, self.en, *self.also, *clauses)))))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of its names and of what describes it."""
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

    @property
    def listed(self) -> Bilingual:
        """All of them, each with its meaning."""
        shown = [code.shown for code in self]
        return Bilingual(", ".join(each.vi for each in shown), ", ".join(each.en for each in shown))

    def named(self, text: str) -> Code | None:
        """The only code with exactly this name, accents and capitals aside: nothing is left to judge."""
        found = self._named(slug(text))
        return found[0] if len(found) == 1 else None

    def meant(self, text: str) -> list[Code]:
        """The codes that were probably meant, at most three; none where more fit equally well."""
        written = slug(text)
        ways = (self._named, self._slipped, self._ending, self._within, self._described) if written else ()
        found = (way(written) for way in ways)
        return next((codes for codes in found if 0 < len(codes) <= _SUGGESTED), [])

    def nearest(self, text: str) -> list[Code]:
        """The codes that share words with the text, the nearest first, at most five; for lists too long to show."""
        shares = self._shares(slug(text))
        ordered = sorted(shares, key=lambda id: -shares[id])
        return [self[id] for id in ordered[:_NEAREST] if shares[id]]

    def _named(self, written: str) -> list[Code]:
        return [code for code in self if written in code.names]

    def _slipped(self, written: str) -> list[Code]:
        return [code for code in self if any(is_slip(written, name) for name in code.names)]

    def _ending(self, written: str) -> list[Code]:
        """“giao ban” for “Hội nghị giao ban”; no number is left out."""
        return [
            code
            for code in self
            if any(name.endswith(f"-{written}") and _digits(name) <= _digits(written) for name in code.names)
        ]

    def _within(self, written: str) -> list[Code]:
        """A part of a name, or a name with more around it, the closest first; no number is left out of a name."""
        left_out: dict[str, int] = {}
        for code in self:
            for name in code.names:
                inner, outer = sorted((written, name), key=len)
                if f"-{inner}-" in f"-{outer}-" and (inner == name or not _digits(outer) - _digits(inner)):
                    left_out[code.id] = min(left_out.get(code.id, len(outer)), len(outer) - len(inner))
        return [self[id] for id in sorted(left_out, key=lambda id: left_out[id])]

    def _described(self, written: str) -> list[Code]:
        """The codes that most of the words describe, rare words more than common ones."""
        shares = self._shares(written)
        best = max(shares.values(), default=0)
        if best == 0 or best < _COVERED * sum(map(self._weight, written.split("-"))):
            return []
        return [self[id] for id, share in shares.items() if share == best]

    def _shares(self, written: str) -> dict[str, float]:
        """How much of the words written describes each code that has all numbers among them."""
        return {
            code.id: sum(self._weight(word) for word in written.split("-") if word in code.words)
            for code in self
            if _digits(written) <= code.words
        }

    def _weight(self, word: str) -> float:
        return 1 / max(1, sum(word in code.words for code in self))


def _digits(written: str) -> set[str]:
    return {word for word in written.split("-") if word.isdecimal()}


BOOLEANS = Codes((Code("true", "đúng", "yes", ("có", "phải")), Code("false", "sai", "no", ("không",))))
