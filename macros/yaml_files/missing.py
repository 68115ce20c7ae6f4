"""What is said of the fields that a record lacks: all of them in one message, each with its meaning and an example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

_STEP = "  "


class Wanted(NamedTuple):
    """A field that a record must have: what it means, Vietnamese and English, and an example in YAML.

    `within` holds what each record inside it must have in turn, where the field has no example of its own.
    """

    name: str
    vi: str
    en: str
    example: str
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
    vi_example, en_example = _example(field)
    return (
        f"Thiếu “{name}”. {vi}. Ý nghĩa: {field.vi}{vi_example}.",
        f"“{name}” is missing. {en}. Meaning: {field.en}{en_example}.",
    )


def _lines(fields: Sequence[Wanted], indent: str = "") -> Iterator[tuple[str, str]]:
    for field in fields:
        examples = _example(field)
        yield (
            f"{indent}- `{field.name}:` {field.vi}{examples[0]}",
            f"{indent}- `{field.name}:` {field.en}{examples[1]}",
        )
        yield from _lines(field.within, indent + _STEP)


def _example(field: Wanted) -> tuple[str, str]:
    return (f"; ví dụ `{field.example}`", f"; for example `{field.example}`") if field.example else ("", "")
