"""What is said where a file is no YAML at all.

libyaml tells where it gave up, which is often a line below the slip of the hand. So the line in question and the one
before it are looked at for what editors do get wrong, and the cause is reported where it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain

import yaml

from macros.data.causes import CAUSES, Cause, Line
from macros.data.problems import Place, Problem

_CONFLICT = re.compile(r"<{7} |={7}$|>{7} |\|{7} ")
_FENCE = re.compile(r"\s*(```|~~~)\w*\s*$")
_NUMBERED = re.compile(r"\s*(\d{1,5})(?:\s|[.:|)](?:\s|$)|$)")
_NUMBERED_LINES = 5  # so many in a row are no chance
_LANGUAGES = ("vi", "en")
_LEFT_OPEN = ("a quoted scalar", "a simple key", "an alias", "an anchor", "a tag", "a block scalar")
_UNKNOWN = (
    "Cú pháp YAML sai. Hãy xem thụt lề, dấu hai chấm và dấu ngoặc kép ở dòng này và dòng trên.",
    "YAML syntax: {said}. See indentation, colons and quotes on this line and the one above.",
)


def explained(name: str, all_lines: list[str], error: yaml.MarkedYAMLError) -> Problem:
    """The problem for what libyaml could not read, at the line of its cause."""
    # What is left open is best shown where it begins, not where the file ends.
    mark = error.context_mark if (error.context or "").endswith(_LEFT_OPEN) else error.problem_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    texts = [each.rstrip("\r\n\x85\u2028\u2029") for each in all_lines]
    here = Line.read(texts, line)
    cause = next(_causes(texts, here, column, error.problem or ""), None)
    if cause:
        return Problem(Place(name, cause.line + 1, cause.column + 1), cause.vi, cause.en)
    vi, en = _UNKNOWN
    return Problem(Place(name, line + 1, column + 1), vi, en.format(said=(error.problem or "").strip()))


def _causes(texts: list[str], here: Line, column: int, said: str) -> Iterator[Cause]:
    """What may be wrong, the surest first."""
    before = here.before(texts)
    keys = {read.key for number in range(len(texts)) if (read := Line.read(texts, number)).key}
    yield from _conflict(texts)
    yield from _fence(texts)
    yield from _line_numbers(texts)
    if "mapping values" in said and here.key and column > here.colon:
        yield _colon_in_text(here, column, keys)
    suspects = [here, before] if before else [here]
    yield from chain.from_iterable(cause(each) for each in suspects for cause in CAUSES)
    yield from _open_quote(texts, here)
    if here.dash:
        yield Cause(
            here.number,
            here.indent,
            "Dấu gạch đầu mục không thẳng hàng với các dấu gạch cùng danh sách.",
            "The dash is not in line with the other dashes of its list.",
        )
    if before:
        yield from _deeper(before, here)
    if here.key and "'-' indicator" in said:
        yield Cause(
            here.number,
            here.indent,
            f"“{here.key}:” thụt vào chưa đủ: hãy cho thẳng hàng với các trường cùng mục, sau dấu gạch “- ”.",
            f"“{here.key}:” is not indented enough: put it in line with the fields of its item, after the dash “- ”.",
        )
    for each in suspects:
        if not each.key and not each.dash and each.value[:1] not in ("", "[", "{"):
            yield Cause(
                each.number,
                each.indent,
                "Dòng này không có dạng `khóa: giá trị`. Nếu là phần sau của câu ở trên, hãy viết liền một dòng.",
                "The line is not of the form `key: value`. If it goes on with the text above, write all on one line.",
            )


def _colon_in_text(line: Line, column: int, keys: Collection[str]) -> Cause:
    word = line.text[:column].split()[-1]
    if word in keys:
        return Cause(
            line.number,
            column - len(word),
            f"Nếu “{word}:” là một trường, hãy cho nó xuống dòng; nếu là chữ, hãy đặt cả câu trong ngoặc kép.",
            f"If “{word}:” is a field, it needs a line of its own; if it is text, put all of it in quotes.",
        )
    return Cause(
        line.number,
        column,
        'Có dấu hai chấm trong chữ. Hãy đặt cả câu trong dấu ngoặc kép "…".',
        'There is a colon in the text. Put all of it in quotes "…".',
    )


def _conflict(texts: list[str]) -> Iterator[Cause]:
    for number, text in enumerate(texts):
        if _CONFLICT.match(text):
            yield Cause(
                number,
                0,
                "Đây là dấu của hai bản sửa chưa gộp xong. Hãy giữ một bản và xóa các dòng <<<<<<<, =======, >>>>>>>.",
                "Two edits were not merged here. Keep one and remove the lines <<<<<<<, =======, >>>>>>>.",
            )


def _fence(texts: list[str]) -> Iterator[Cause]:
    """The mark with which a page shows code, copied along with it."""
    for number, text in enumerate(texts):
        if match := _FENCE.match(text):
            yield Cause(
                number,
                0,
                f"Dòng {match[1]} là ký hiệu của trang web quanh khung mẫu. Hãy xóa mọi dòng {match[1]}.",
                f"The line {match[1]} is the mark of a page around an example. Remove every line {match[1]}.",
            )


def _line_numbers(texts: list[str]) -> Iterator[Cause]:
    """Numbers of lines that were copied along with them."""
    numbers = [match and int(match[1]) for match in map(_NUMBERED.match, texts[:_NUMBERED_LINES])]
    first = numbers[0] if numbers else None
    if first is not None and len(numbers) > 1 and numbers == list(range(first, first + len(numbers))):
        yield Cause(
            0,
            0,
            f"Đầu mỗi dòng có số thứ tự của dòng ({first}, {first + 1}, …), chép theo từ nơi khác. Hãy xóa các số đó.",
            f"Each line begins with its number ({first}, {first + 1}, …), copied from elsewhere. Remove these numbers.",
        )


def _open_quote(texts: list[str], here: Line) -> Iterator[Cause]:
    """A quote that was closed by the next one, which may be many lines below."""
    line = here
    while above := line.before(texts):
        if above.opens_quote:
            yield above.open_quote()
        if above.value[:1] in ("'", '"'):
            return
        line = above


def _deeper(before: Line, here: Line) -> Iterator[Cause]:
    """A line within another that has a value already."""
    if not (before.value and before.key and here.key and here.key_column > before.key_column):
        return
    if here.key in _LANGUAGES and before.key not in _LANGUAGES:
        yield Cause(
            before.number,
            before.value_column,
            f"Sau “{before.key}:” đã có chữ mà dưới lại có “{here.key}:”. Hãy viết `vi:` và `en:` ở dòng riêng.",
            f"Text follows “{before.key}:” and “{here.key}:” is below it. Write `vi:` and `en:` on their own lines.",
        )
    else:
        surplus = here.key_column - before.key_column
        yield Cause(
            here.number,
            here.indent,
            f"“{here.key}:” thụt vào thừa {surplus} dấu cách so với “{before.key}:” ở dòng trên.",
            f"“{here.key}:” is indented by {surplus} more than “{before.key}:” above it.",
        )
