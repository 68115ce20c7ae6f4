"""Fields that were left without a value."""

from __future__ import annotations

from collections.abc import Iterator

from macros.archive.blank_values import blanks
from macros.archive.data_files import Content
from macros.checks.rule import Found, error, warning


@error(
    "Trường này không bắt buộc: hãy bỏ dòng, hoặc điền giá trị.",
    "The field is not required: remove the line, or write a value.",
)
def empty_value(content: Content) -> Iterator[Found]:
    """A field that is not required is left out rather than left empty."""
    yield from _found(content, of_lists=False)


@warning(
    "Không có gì để liệt kê thì hãy bỏ dòng.",
    "Where there is nothing to list, remove the line.",
)
def empty_list(content: Content) -> Iterator[Found]:
    """A list with nothing in it is left out."""
    yield from _found(content, of_lists=True)


def _found(content: Content, *, of_lists: bool) -> Iterator[Found]:
    for blank in (each for file in content.files.values() for each in file.cached(blanks)):
        if blank.entry.is_list is of_lists:
            key = blank.entry.key
            yield Found(blank.entry.place, f"“{key}” để trống.", f"“{key}” is empty.", blank.fix)
