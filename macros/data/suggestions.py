"""What to say to somebody who wrote another word than a code: which code was meant, and which there are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from macros.data.codes import Code, Codes
from macros.data.spelling import slipped, slug

_FEW_FIELDS = 12
_SEPARATOR = re.compile(r"\s*[,;]\s*|\s+và\s+|\s+and\s+")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Hint(NamedTuple):
    """What follows a message in both languages.

    `meant` holds the codes that it names; `right` is to be written instead, where nothing is left to judge.
    """

    vi: str = ""
    en: str = ""
    right: str = ""
    meant: tuple[str, ...] = ()

    def __add__(self, other: object) -> Hint:
        assert isinstance(other, Hint)
        return Hint(self.vi + other.vi, self.en + other.en, self.right or other.right, self.meant + other.meant)


def choice(written: str, codes: Codes) -> Hint:
    """The word that was meant; the message itself lists all."""
    return _meant(codes.meant(written), codes.called(written))


def offered(written: str, codes: Codes) -> Hint:
    """Which codes there are, where they are few, and which was meant."""
    listed = Hint(f" Cần một trong: {codes.listed('vi')}.", f" Expected one of: {codes.listed('en')}.")
    return (listed if codes.are_few else Hint()) + choice(written, codes)


def reference(written: str, codes: Codes, kind: str) -> Hint:
    """The record that was meant, and which there are: all of a few, else those that share words with what was written.

    Args:
        written: what is where an id must.
        codes: the ids that may stand there.
        kind: the collection that they are from.
    """
    parts = written.split()
    if len(parts) > 1 and all(part in codes for part in parts):
        return Hint(f" Thiếu dấu phẩy: {', '.join(parts)}.", f" A comma is missing: {', '.join(parts)}.")
    meant = codes.meant(written)
    hint = _meant(meant, codes.called(written))
    is_slip = len(meant) == 1 and slipped(slug(written), meant[0].id)
    if codes.are_few:
        if not (hint.right or is_slip):  # then the one that is named will do
            hint += Hint(f" Các mã: {codes.listed('vi')}.", f" The ids: {codes.listed('en')}.")
    elif not meant and (nearest := codes.nearest(written)):
        vi, en = (", ".join(code.shown(language) for code in nearest) for language in ("vi", "en"))
        hint += Hint(f" Gần nhất: {vi}.", f" The nearest: {en}.")
    return hint if meant else hint + _new(written, kind)


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
    called = free.called(written)
    if meant := [called] if called else needed.meant(written) or free.meant(written):
        return _meant(meant, called)
    if 0 < len(free) <= _FEW_FIELDS:
        return Hint(f" Các trường còn lại: {free.listed('vi')}.", f" The other fields: {free.listed('en')}.")
    return Hint()


def items(names: Sequence[str]) -> Hint:
    """Which fields each item of a list has; empty for a list of texts or ids."""
    listed = ", ".join(f"`{name}:`" for name in names)
    return Hint(f" Mỗi mục có {listed}.", f" Each item has {listed}.") if names else Hint()


def parts(written: str) -> list[str]:
    """The items of a list that somebody wrote as in a sentence: “Kon Tum, Gia Lai và Phú Yên”."""
    return [part for part in _SEPARATOR.split(written.strip()) if part]


def list_of(written: str, codes: Codes) -> Hint:
    """How to write as a list the codes that were written one after another."""
    found = [codes.called(part) for part in parts(written)]
    known = [code.id for code in found if code]
    if not known or len(known) < len(found):
        return Hint()
    right = f"[{', '.join(known)}]"
    return Hint(f" Hãy viết {right}.", f" Write {right}.", right)


def _meant(codes: Sequence[Code], called: Code | None) -> Hint:
    if not codes:
        return Hint()
    *others, last = (f"“{code.id}”" for code in codes)
    vi = " hay ".join(filter(None, (", ".join(others), last)))
    en = " or ".join(filter(None, (", ".join(others), last)))
    right = called.id if called else ""
    return Hint(f" Có phải bạn muốn viết {vi}?", f" Did you mean {en}?", right, tuple(code.id for code in codes))


def _new(written: str, kind: str) -> Hint:
    """How to add the record that no one has written yet."""
    id = slug(written)
    if kind == "people" and (_is_name(written) or _SLUG.fullmatch(written)):
        name = "…" if _SLUG.fullmatch(written) else written
        lines = f"`{id}:` và dưới đó `  name: {name}`", f"`{id}:` and below it `  name: {name}`"
        return Hint(
            f" Nếu là người mới, hãy thêm vào data/people.yml hai dòng {lines[0]}, rồi viết {id} ở đây.",
            f" A new person goes into data/people.yml as two lines, {lines[1]}; then write {id} here.",
        )
    if kind == "documents" and id:
        return Hint(
            f" Nếu là văn bản mới, hãy tạo tệp data/documents/{id}.yml.",
            f" A new document needs a file data/documents/{id}.yml.",
        )
    return Hint()


def _is_name(text: str) -> bool:
    """True for what is written as people's names are: two words or more, each with a capital."""
    words = text.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words)
