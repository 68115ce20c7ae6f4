"""What is said of the fields that a record lacks: all of them in one message, each with its meaning and an example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros.data.codes import Codes

_STEP = "  "


class Wanted(NamedTuple):
    """A field that a record must have: what it means, Vietnamese and English, and an example in YAML.

    `codes` are those that it may hold, if any; `within` is what each record inside it must have in turn, where the
    field has no example of its own.
    """

    name: str
    vi: str
    en: str
    example: str
    codes: Codes = Codes()
    may_be_not_stated: bool = False
    within: tuple[Wanted, ...] = ()


def missing(fields: Sequence[Wanted]) -> tuple[str, str]:
    """The message for one field or more that are missing from one record, in both languages."""
    if len(fields) == 1:
        vi, en = _one(fields[0])
        inside = fields[0].within
    else:
        vi = f"Thiếu {len(fields)} trường. Hãy thêm các dòng:"
        en = f"{len(fields)} fields are missing. Add the lines:"
        inside = tuple(fields)
    lines = list(_lines(inside))
    return "\n".join([vi, *(each[0] for each in lines)]), "\n".join([en, *(each[1] for each in lines)])


def _one(field: Wanted) -> tuple[str, str]:
    name = field.name
    vi, en = f"Hãy thêm dòng `{name}:`", f"Add the line `{name}:`"
    if field.may_be_not_stated:
        vi = f"Nếu nguồn không nêu, hãy viết `{name}: not-stated`"
        en = f"If no source states it, write `{name}: not-stated`"
    vi_possible, en_possible = _possible(field)
    return (
        f"Thiếu “{name}”. {vi}. Ý nghĩa: {field.vi}{vi_possible}.",
        f"“{name}” is missing. {en}. Meaning: {field.en}{en_possible}.",
    )


def _lines(fields: Sequence[Wanted], indent: str = "") -> Iterator[tuple[str, str]]:
    for field in fields:
        possible = _possible(field)
        yield (
            f"{indent}- `{field.name}:` {field.vi}{possible[0]}",
            f"{indent}- `{field.name}:` {field.en}{possible[1]}",
        )
        yield from _lines(field.within, indent + _STEP)


def _possible(field: Wanted) -> tuple[str, str]:
    if len(field.codes) and field.codes.are_few:
        return f"; một trong: {field.codes.listed('vi')}", f"; one of: {field.codes.listed('en')}"
    return (f"; ví dụ `{field.example}`", f"; for example `{field.example}`") if field.example else ("", "")
