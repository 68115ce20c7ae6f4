"""What to say to someone who wrote another word than a code: which code was meant, and which there are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from macros.data.codes import Code, Codes
from macros.data.problems import Bilingual
from macros.data.spelling import is_slip, slug
from macros.records.base import SLUG
from macros.records.record_type import RecordType

_FEW_FIELDS = 12
_SEPARATOR = re.compile(r"\s*[,;]\s*|\s+và\s+|\s+and\s+")
_ONE_OF = Bilingual(" Cần một trong: {codes}.", " Expected one of: {codes}.")
_IDS = Bilingual(" Các mã: {codes}.", " The ids: {codes}.")
_NEAREST = Bilingual(" Gần nhất: {codes}.", " The nearest: {codes}.")
_FIELDS = Bilingual(" Các trường còn lại: {codes}.", " The other fields: {codes}.")
_ITEMS = Bilingual(" Mỗi mục có {fields}.", " Each item has {fields}.")
_COMMA = Bilingual(" Thiếu dấu phẩy: {ids}.", " A comma is missing: {ids}.")
_WRITE = Bilingual(" Hãy viết {right}.", " Write {right}.")
_MEANT = Bilingual(" Có phải bạn muốn viết {codes}?", " Did you mean {codes}?")
_OR = Bilingual(" hay ", " or ")


class Hint(NamedTuple):
    """What follows a message.

    `meant` holds the codes that it names; `right` is to be written instead, where nothing is left to judge.
    """

    text: Bilingual = Bilingual()
    right: str = ""
    meant: tuple[str, ...] = ()

    def then(self, text: Bilingual) -> Hint:
        """This hint, and more text behind it."""
        return self._replace(text=self.text.then(text))


def choice(written: str, codes: Codes) -> Hint:
    """The code that was meant; the message itself lists all."""
    return _meant(codes.meant(written), codes.named(written))


def offered(written: str, codes: Codes) -> Bilingual:
    """Which codes there are, where they are few, and which was meant."""
    listed = all_of(codes, _ONE_OF) if codes.are_few else Bilingual()
    return listed.then(choice(written, codes).text)


def all_of(codes: Codes, text: Bilingual = _IDS) -> Bilingual:
    """A sentence that lists codes."""
    return text.format(codes=codes.listed)


def reference(written: str, codes: Codes, type: RecordType[Any]) -> Hint:
    """The record that was meant, and which there are: all of a few, else those that share words with what was written.

    Args:
        written: what is where an id must be.
        codes: the ids that may be there.
        type: what they are ids of.
    """
    parts = written.split()
    if len(parts) > 1 and all(part in codes for part in parts):
        return Hint(_COMMA.format(ids=", ".join(parts)))
    meant = codes.meant(written)
    hint = _meant(meant, codes.named(written))
    if codes.are_few:
        # One that is sure is enough.
        if not (hint.right or (len(meant) == 1 and is_slip(slug(written), meant[0].id))):
            hint = hint.then(all_of(codes))
    elif not meant and (nearest := Codes(codes.nearest(written))):
        hint = hint.then(all_of(nearest, _NEAREST))
    return hint if meant else hint.then(_new(written, type))


def field(written: str, fields: Codes, missing: Sequence[str], present: Sequence[str]) -> Hint:
    """The field that was meant, and where that cannot be known, which there are.

    Args:
        written: the key that is no field.
        fields: the fields of the record.
        missing: those that must be there and are not.
        present: those that are there.
    """
    free = Codes(code for code in fields if code.id not in present)
    needed = Codes(code for code in free if code.id in missing)
    named = free.named(written)
    if meant := [named] if named else needed.meant(written) or free.meant(written):
        return _meant(meant, named)
    return Hint(all_of(free, _FIELDS) if 0 < len(free) <= _FEW_FIELDS else Bilingual())


def items(names: Sequence[str]) -> Bilingual:
    """Which fields each item of a list has; empty for a list of texts or ids."""
    return _ITEMS.format(fields=", ".join(f"`{name}:`" for name in names)) if names else Bilingual()


def parts(written: str) -> list[str]:
    """The items of a list that somebody wrote as in a sentence: “Kon Tum, Gia Lai và Phú Yên”."""
    return [part for part in _SEPARATOR.split(written.strip()) if part]


def list_of(written: str, codes: Codes) -> Hint:
    """How to write as a list the codes that were written one after another."""
    found = [codes.named(part) for part in parts(written)]
    known = [code.id for code in found if code]
    right = f"[{', '.join(known)}]"
    return Hint(_WRITE.format(right=right), right) if known and len(known) == len(found) else Hint()


def _meant(codes: Sequence[Code], named: Code | None) -> Hint:
    if not codes:
        return Hint()
    *others, last = (f"“{code.id}”" for code in codes)
    vi, en = (each.join(filter(None, (", ".join(others), last))) for each in _OR)
    return Hint(_MEANT.format(codes=Bilingual(vi, en)), named.id if named else "", tuple(code.id for code in codes))


def _new(written: str, type: RecordType[Any]) -> Bilingual:
    """How to add the record that no one has written yet."""
    id = slug(written)
    is_id = SLUG.fullmatch(written) is not None
    if not id or not (type.has_own_file or is_id or _is_name(written)):
        return Bilingual()
    return Bilingual(*type.how_to_add).format(id=id, name="…" if is_id else written)


def _is_name(text: str) -> bool:
    """True for what is written as names are: two words or more, each with a capital."""
    words = text.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words)
