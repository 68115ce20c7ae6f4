"""What is said where a file is no YAML at all: the typing mistake behind it, at the place of that mistake.

libyaml reports where it gave up, which is often a line below the mistake. So the line in question and the one before it
are compared with tables of the mistakes that editors make, the surest first; the first that fits is reported.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import yaml

from macros.data.problems import Bilingual, Place, Problem

# The parts of a line, as far as it has them: `  - key: value`.
_NAME = r"(?a:\w[\w/#.-]*)|\"[^\"]*\""
_KEY = rf"(?:{_NAME}) *:(?=\s|$)"
_LINE = re.compile(rf"\s*(?P<dash>(?:- +)*)(?:(?P<key>{_NAME}) *:(?=\s|$)\s*)?(?P<value>.*)")
_TO_VALUE = rf"\s*(?:- +)*{_KEY}\s*+"
_QUOTED = r"""(?>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')"""
_OPEN_QUOTE = rf"(?!{_QUOTED})(?P<at>[\"'])"
_UNCLOSED = re.compile(_OPEN_QUOTE)
_LINE_NUMBER = re.compile(r"\s*(\d{1,5})(?:\s|[.:|)](?:\s|$)|$)")
_NUMBERED_LINES = 5  # with as many numbers in a row it is no chance
_CLOSING = {"[": "]", "{": "}"}
_LANGUAGES = ("vi", "en")
_LEFT_OPEN = ("a quoted scalar", "a simple key", "an alias", "an anchor", "a tag", "a block scalar")


class _Mistake(NamedTuple):
    """A mistake in a line and what is said of it, at the group `at` of the pattern.

    `{…}` in the message are the groups of the pattern, and of `at` its `column`, `length`, first character as `code`
    and the `closing` bracket that belongs to it.
    """

    pattern: re.Pattern[str]
    message: Bilingual


class _Found(NamedTuple):
    """What is wrong and where; line and column count from 0."""

    line: int
    column: int
    message: Bilingual


def _mistake(pattern: str, vi: str, en: str) -> _Mistake:
    return _Mistake(re.compile(pattern), Bilingual(vi, en))


_UNCLOSED_QUOTE = Bilingual(
    "Dấu {at} mở ở đây chưa được đóng ở cuối câu.", "The {at} that opens here is not closed at the end of the text."
)
# Copied along with the text, anywhere in the file.
_ANYWHERE = (
    _mistake(
        r"(?P<at>)(?:<{7} |={7}$|>{7} |\|{7} )",
        "Đây là dấu của hai bản sửa chưa gộp xong. Hãy giữ một bản và xóa các dòng <<<<<<<, =======, >>>>>>>.",
        "Two edits were not merged here. Keep one and remove the lines <<<<<<<, =======, >>>>>>>.",
    ),
    _mistake(
        r"(?P<at>)\s*(?P<fence>```|~~~)\w*\s*$",
        "Dòng {fence} là ký hiệu của trang web quanh khung mẫu. Hãy xóa mọi dòng {fence}.",
        "The line {fence} comes from a web page, where it encloses an example. Remove every line {fence}.",
    ),
)
_IN_LINE = (
    _mistake(
        " *(?P<at>\t)",
        "Đầu dòng có dấu tab ({code}). Hãy xóa đi và gõ dấu cách thường.",
        "The line begins with a tab ({code}). Remove it and type plain spaces.",
    ),
    _mistake(
        r" *(?P<at>[^\S ])",
        "Đầu dòng có dấu cách đặc biệt ({code}). Hãy xóa đi và gõ dấu cách thường.",
        "The line begins with a special space ({code}). Remove it and type plain spaces.",
    ),
    _mistake(
        r"\s*(?P<at>[–—−‐•·*+])\s*(?=[\w\"])",
        "Đầu mục là “{at}”, cần dấu gạch nối “-” và một dấu cách.",
        "The item begins with “{at}”, expected a hyphen “-” and a space.",
    ),
    _mistake(
        r"\s*-(?P<at>)(?=[^\s-])",
        "Sau dấu gạch đầu mục phải có một dấu cách.",
        "A space must follow the dash of an item.",
    ),
    _mistake(
        rf"\s*-(?P<at> {{2,}})(?=(?:- +)*{_KEY})",
        "Sau dấu gạch đầu mục có {length} dấu cách, cần một.",
        "{length} spaces follow the dash of the item, expected one.",
    ),
    _mistake(
        r"\s*(?:- +)?(?P<key>[a-z_]+):(?P<at>)(?=[^\s/])",
        "Sau “{key}:” phải có một dấu cách.",
        "A space must follow “{key}:”.",
    ),
    _mistake(
        r"\s*(?:- +)?(?P<key>[a-z_]+) ?(?P<at>)(?=[：﹕∶])",
        "Sau “{key}” là dấu hai chấm đặc biệt, cần dấu “:” thường và một dấu cách.",
        "A special colon follows “{key}”, expected a plain “:” and a space.",
    ),
    # Of other keys it is not sure: a text that goes on may begin with such a word.
    _mistake(
        rf"(?!{_TO_VALUE})\s*(?:- +)?(?P<key>vi|en)(?P<at>)(?=\W)",
        "Sau “{key}” thiếu dấu hai chấm: `{key}: …`.",
        "A colon is missing after “{key}”: `{key}: …`.",
    ),
    _Mistake(re.compile(_TO_VALUE + _OPEN_QUOTE), _UNCLOSED_QUOTE),
    _mistake(
        rf"{_TO_VALUE}(?=\[(?!.*\])|{{(?!.*}}))(?P<at>.)",
        "Dấu {at} mở ở đây chưa được đóng bằng {closing} ở cuối.",
        "The {at} that opens here is not closed by {closing}.",
    ),
    _mistake(
        rf"{_TO_VALUE}(?=(?P<at>[\"'])){_QUOTED}\s*[^#\s]",
        "Câu bắt đầu bằng {at} mà sau {at} đóng còn chữ. Hãy dùng “…” cho lời trích trong câu.",
        "The text begins with {at} and continues after the closing one. Use “…” for words quoted in it.",
    ),
    _mistake(
        rf"{_TO_VALUE}(?=\[[^\]]*\]\s*[^#\s]|{{[^}}]*}}\s*[^#\s]|[%@`*&!,\]}}]|[-?:]\s+\S|[|>](?![-+0-9]*\s*$))(?P<at>.)",
        'Câu bắt đầu bằng {at} phải đặt cả trong dấu ngoặc kép "…".',
        'A text that begins with {at} must be in quotes "…" as a whole.',
    ),
    _mistake(
        rf"(?:\s\s)*\s(?P<at>)(?=- |{_KEY})",
        "Đầu dòng có {column} dấu cách. Mỗi bậc thụt vào 2 dấu cách; các dòng cùng bậc phải thẳng hàng.",
        "The line is indented by {column}. Each level is indented by 2; lines of one level must be aligned.",
    ),
    _mistake(
        rf"{_TO_VALUE}.+?\s(?P<at>#)",
        'Từ dấu # trở đi bị bỏ qua. Nếu là chữ, hãy đặt cả câu trong dấu ngoặc kép "…".',
        'Everything from the # on is ignored. If it is text, put all of it in quotes "…".',
    ),
)
_DASH = _mistake(
    r"\s*(?P<at>)- ",
    "Dấu gạch đầu mục không thẳng hàng với các dấu gạch cùng danh sách.",
    "The dash is not aligned with the other dashes of its list.",
)
_NO_KEY = _mistake(
    rf"(?!\s*(?:- |{_KEY}))\s*+(?P<at>)[^\[{{]",
    "Dòng này không có dạng `khóa: giá trị`. Nếu là phần sau của câu ở trên, hãy viết liền một dòng.",
    "The line is not of the form `key: value`. If it continues the text above, write it all on one line.",
)


def explained(name: str, all_lines: list[str], error: yaml.MarkedYAMLError) -> Problem:
    """The problem for what libyaml could not read, at the line of its cause.

    Args:
        name: the file's name.
        all_lines: its lines, each with its end.
        error: what libyaml raised.
    """
    # What is left open is best shown where it begins, not where the file ends.
    mark = error.context_mark if (error.context or "").endswith(_LEFT_OPEN) else error.problem_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    problem = (error.problem or "").strip()
    unknown = _Found(
        line,
        column,
        Bilingual(
            "Cú pháp YAML sai. Hãy xem thụt lề, dấu hai chấm và dấu ngoặc kép ở dòng này và dòng trên.",
            f"YAML syntax: {problem}. See indentation, colons and quotes on this line and the one above.",
        ),
    )
    texts = [each.rstrip("\r\n\x85\u2028\u2029") for each in all_lines]
    found = next(_found(texts, line, column, problem), unknown)
    return Problem(Place(name, found.line + 1, found.column + 1), *found.message)


def _found(texts: list[str], number: int, column: int, problem: str) -> Iterator[_Found]:
    """What may be wrong in a line or above it, the surest first."""
    here = _parts(texts[number])
    # Lines that are empty or hold a comment say nothing.
    above = next((each for each in range(number - 1, -1, -1) if texts[each].lstrip()[:1] not in ("", "#")), None)
    suspects = [number] if above is None else [number, above]
    yield from _in(texts, range(len(texts)), _ANYWHERE)
    yield from _line_numbers(texts)
    if "mapping values" in problem and here["key"] and column > here.end("key"):
        yield _colon_in_text(texts, number, column)
    yield from _in(texts, suspects, _IN_LINE)
    yield from _open_quote_above(texts, number)
    yield from _in(texts, [number], [_DASH])
    if above is not None:
        yield from _deeper(texts, above, number)
    if here["key"] and "'-' indicator" in problem:
        key = here["key"]
        yield _Found(
            number,
            here.start("dash"),
            Bilingual(
                f"“{key}:” thụt vào chưa đủ: hãy cho thẳng hàng với các trường cùng mục, sau dấu gạch “- ”.",
                f"“{key}:” is not indented enough: align it with the fields of its item, after the dash “- ”.",
            ),
        )
    yield from _in(texts, suspects, [_NO_KEY])


def _parts(text: str) -> re.Match[str]:
    """The `dash`, `key` and `value` of a line."""
    match = _LINE.match(text)
    assert match
    return match


def _in(texts: list[str], numbers: Iterable[int], mistakes: Iterable[_Mistake]) -> Iterator[_Found]:
    """The mistakes of a table that are in lines with these numbers."""
    for number in numbers:
        for mistake in mistakes:
            if match := mistake.pattern.match(texts[number]):
                at, column = match["at"], match.start("at")
                code, closing = f"U+{ord(at[:1] or ' '):04X}", _CLOSING.get(at, "")
                message = mistake.message.format(
                    **match.groupdict(), column=column, length=len(at), code=code, closing=closing
                )
                yield _Found(number, column, message)


def _line_numbers(texts: list[str]) -> Iterator[_Found]:
    """Numbers of lines that were copied along with them."""
    numbers = [match and int(match[1]) for match in map(_LINE_NUMBER.match, texts[:_NUMBERED_LINES])]
    first = numbers[0] if numbers else None
    if first is not None and len(numbers) > 1 and numbers == list(range(first, first + len(numbers))):
        message = Bilingual(
            f"Đầu mỗi dòng có số thứ tự của dòng ({first}, {first + 1}, …), chép theo từ nơi khác. Hãy xóa các số đó.",
            f"Each line begins with its number ({first}, {first + 1}, …), copied from elsewhere. Remove these numbers.",
        )
        yield _Found(0, 0, message)


def _colon_in_text(texts: list[str], number: int, column: int) -> _Found:
    """A colon in a line that has one after its key already."""
    word = texts[number][:column].split()[-1]
    if word not in {_parts(text)["key"] for text in texts}:
        message = Bilingual(
            'Có dấu hai chấm trong chữ. Hãy đặt cả câu trong dấu ngoặc kép "…".',
            'There is a colon in the text. Put all of it in quotes "…".',
        )
        return _Found(number, column, message)
    message = Bilingual(
        f"Nếu “{word}:” là một trường, hãy cho nó xuống dòng; nếu là chữ, hãy đặt cả câu trong ngoặc kép.",
        f"If “{word}:” is a field, it needs a line of its own; if it is text, put all of it in quotes.",
    )
    return _Found(number, column - len(word), message)


def _open_quote_above(texts: list[str], number: int) -> Iterator[_Found]:
    """A quote that was closed by the next one, which may be many lines below."""
    for above in range(number - 1, -1, -1):
        value = _parts(texts[above])
        if value["value"][:1] in ("'", '"'):
            if _UNCLOSED.match(value["value"]):
                yield _Found(above, value.start("value"), _UNCLOSED_QUOTE.format(at=value["value"][0]))
            return


def _deeper(texts: list[str], above: int, number: int) -> Iterator[_Found]:
    """A line within another that has a value already."""
    before, here = _parts(texts[above]), _parts(texts[number])
    surplus = here.end("dash") - before.end("dash")
    if not (before["value"].strip() and before["key"] and here["key"] and surplus > 0):
        return
    if here["key"] in _LANGUAGES and before["key"] not in _LANGUAGES:
        message = Bilingual(
            f"Sau “{before['key']}:” đã có chữ mà dưới lại có “{here['key']}:”. Hãy viết `vi:` và `en:` ở dòng riêng.",
            f"Text follows “{before['key']}:” and “{here['key']}:” is below it. "
            "Write `vi:` and `en:` on their own lines.",
        )
        yield _Found(above, before.start("value"), message)
    else:
        message = Bilingual(
            f"“{here['key']}:” thụt vào thừa {surplus} dấu cách so với “{before['key']}:” ở dòng trên.",
            f"“{here['key']}:” is indented by {surplus} more than “{before['key']}:” above it.",
        )
        yield _Found(number, here.start("dash"), message)
