"""The macro calls of a page, read off its Markdown before anything runs.

A page calls macros with values written out (and shows a setting of `mkdocs.yml`, or asks whether it has one); it has
no other use for Jinja. So every mistake can be known at its place and in the words of page authors, where Jinja would
stop at the first and Python would speak of types.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from macros.data.numerals import TOO_LONG, too_long
from macros.data.spelling import did_you_mean

Value = str | int | float | bool | None

_PIECE = re.compile(
    r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}"
    r"|\{#(?:(?!\{#).)*?#\}"
    r"|\{\{(?P<call>(?:(?!\{\{|\}\}).)*)\}\}"
    r"|\{%(?P<command>(?:(?!\{%|%\}).)*)%\}"
    r"|(?P<open>\{\{|\{%|\{#)",
    re.DOTALL,
)
_HEADING_ID = re.compile(r"\{#\s*([\w-]+)\s*\}")
_COMMAND = re.compile(r"\s*(?P<word>if|else|endif)(?:(?<=if)\s+(?P<setting>\w+))?\s*")
_NAME = re.compile(r"\s*(?P<name>[^\W\d]\w*)\s*")
_ARGUMENT = re.compile(
    r"\s*(?:(?P<key>[^\W\d]\w*)\s*=\s*)?(?P<value>\"[^\"]*\"|'[^']*'|[^,)]*?)\s*(?P<end>[,)]|$)", re.DOTALL
)
_TEXT = re.compile(r"\"([^\"\\\n]*)\"|'([^'\\\n]*)'")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
_WORDS: dict[str, Value] = {"True": True, "true": True, "False": False, "false": False, "None": None, "none": None}
_CURLY = re.compile("[“”„‟‘’«»]")
_UNQUOTED = re.compile(r"[\w./-]+(?: [\w./-]+)*")


@dataclass(frozen=True)
class Slip:
    """Something written wrongly: how far from the beginning of the Markdown, and the message in both languages."""

    at: int
    vi: str
    en: str


@dataclass
class Call:
    """A call of a macro: how far from the beginning it is, and its values."""

    at: int
    name: str
    positional: list[Value] = field(default_factory=list)
    named: dict[str, Value] = field(default_factory=dict)


class _Wrong(Exception):
    def __init__(self, at: int, vi: str, en: str) -> None:
        self.slip = Slip(at, vi, en)
        super().__init__(en)


def read(markdown: str, macros: Collection[str], settings: Collection[str]) -> tuple[list[Call], list[Slip]]:
    """Every call of a page, and every slip; with a slip the page is not to be run."""
    calls: list[Call] = []
    slips: list[Slip] = []
    opened: list[int] = []
    for piece in _PIECE.finditer(markdown):
        try:
            if piece["open"]:
                raise _unclosed(markdown, piece.start())
            if piece["command"] is not None:
                _command(piece, opened, settings)
            elif piece["call"] is not None and (call := _call(piece["call"], piece.start("call"), macros, settings)):
                calls.append(call)
        except _Wrong as wrong:
            slips.append(wrong.slip)
    for at in opened:
        slips.append(Slip(at, "`{% if %}` không có `{% endif %}`.", "`{% if %}` has no `{% endif %}`."))
    return calls, slips


def _unclosed(markdown: str, at: int) -> _Wrong:
    if heading := _HEADING_ID.match(markdown, at):
        right = f"{{: #{heading[1]} }}"
        return _Wrong(
            at,
            f"“{heading[0]}” là một chú thích không đóng. Mã tiêu đề viết là `{right}`.",
            f"“{heading[0]}” is a comment that does not close. The id of a heading is written `{right}`.",
        )
    opening = markdown[at : at + 2]
    closing = {"{{": "}}", "{%": "%}", "{#": "#}"}[opening]
    return _Wrong(
        at, f"Cú pháp macro sai: thiếu `{closing}` sau `{opening}`.", f"Macro syntax: no `{closing}` after `{opening}`."
    )


def _command(piece: re.Match[str], opened: list[int], settings: Collection[str]) -> None:
    match = _COMMAND.fullmatch(piece["command"])
    word = match["word"] if match else ""
    at = piece.start()
    if piece["command"].strip() in ("raw", "endraw"):
        raise _Wrong(
            at, "`{% raw %}` và `{% endraw %}` phải đi thành cặp.", "`{% raw %}` and `{% endraw %}` come in pairs."
        )
    if not match or (word == "if" and match["setting"] not in settings):
        raise _nothing_else(at)
    if word == "if":
        opened.append(at)
    elif not opened:
        raise _Wrong(at, f"`{{% {word} %}}` không có `{{% if %}}`.", f"`{{% {word} %}}` has no `{{% if %}}`.")
    elif word == "endif":
        opened.pop()


def _call(text: str, start: int, macros: Collection[str], settings: Collection[str]) -> Call | None:
    """The call in a pair of braces; None where they show a setting."""
    match = _NAME.match(text)
    if not match:
        raise _nothing_else(start + len(text) - len(text.lstrip()))
    name, at, rest = match["name"], start + match.start("name"), text[match.end() :]
    if name in settings and not rest:
        return None
    if name not in macros:
        vi, en = did_you_mean(name, macros)
        raise _Wrong(at, f"Không có macro nào tên “{name}”.{vi}", f"There is no macro called “{name}”.{en}")
    if not rest:
        raise _Wrong(
            at,
            f"Tên macro “{name}” thiếu (): hãy viết `{name}()`.",
            f"The macro’s name “{name}” lacks its (): write `{name}()`.",
        )
    if not rest.startswith("("):
        raise _nothing_else(start + match.end())
    call = Call(at, name)
    end = _arguments(call, text, start, match.end() + 1)
    left_over = text[end:].strip()
    if left_over:
        raise _Wrong(
            start + end + len(text[end:]) - len(text[end:].lstrip()),
            f"Sau lệnh gọi còn “{left_over}”. Hãy bỏ đi.",
            f"“{left_over}” stands after the call. Remove it.",
        )
    return call


def _arguments(call: Call, text: str, start: int, position: int) -> int:
    """Read the values of a call up to its closing bracket; gives the place behind that."""
    while match := _ARGUMENT.match(text, position):
        key, written, position = match["key"], match["value"], match.end()
        at = start + match.start("key" if key else "value")
        if not match["end"]:
            raise _Wrong(at, "Cú pháp macro sai: thiếu dấu `)`.", "Macro syntax: there is no `)`.")
        if not key and not written and not call.positional and not call.named and match["end"] == ")":
            break
        value = _value(written, start + match.start("value"))
        if key in call.named:
            raise _Wrong(at, f"Tham số “{key}” viết hai lần.", f"The argument “{key}” is written twice.")
        if key:
            call.named[key] = value
        elif call.named:
            raise _Wrong(
                at,
                f"{written} phải đứng trước những tham số có tên.",
                f"{written} must stand before the arguments that have a name.",
            )
        else:
            call.positional.append(value)
        if match["end"] == ")":
            break
    return position


def _value(written: str, at: int) -> Value:
    if text := _TEXT.fullmatch(written):
        return text[1] if text[1] is not None else text[2]
    if (_INTEGER.fullmatch(written) or _DECIMAL.fullmatch(written)) and too_long(written):
        raise _Wrong(at, *TOO_LONG)
    if _INTEGER.fullmatch(written):
        return int(written)
    if _DECIMAL.fullmatch(written):
        return float(written)
    if written in _WORDS:
        return _WORDS[written]
    if not written:
        raise _Wrong(at, "Thiếu một giá trị ở đây.", "A value is missing here.")
    if _CURLY.search(written):
        right = _CURLY.sub("", written).strip("\"'")
        raise _Wrong(
            at,
            f'{written} dùng ngoặc kép cong. Hãy gõ ngoặc kép thẳng: "{right}".',
            f'{written} has curly quotes. Type straight ones: "{right}".',
        )
    if _UNQUOTED.fullmatch(written):
        raise _Wrong(
            at,
            f'Giá trị chữ phải có ngoặc kép: "{written}".',
            f'A value that is text has quotes: "{written}".',
        )
    raise _Wrong(
        at,
        f"Không dùng được “{written}”. Cần chữ trong ngoặc kép, một số, True hoặc False.",
        f"“{written}” cannot be used. Expected text in quotes, a number, True or False.",
    )


def _nothing_else(at: int) -> _Wrong:
    return _Wrong(
        at,
        'Trang chỉ gọi macro, không lấy được gì khác. Hãy viết dạng `tên("giá trị")`, hoặc bỏ lệnh này.',
        'A page calls macros and reaches nothing else. Write it as `name("value")`, or remove this command.',
    )
