"""Slips of the hand for which a line is no YAML, each found by the look of the line alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_FORM = re.compile(
    r"(?P<indent>\s*)(?P<dash>(?:- +)*)(?:(?P<key>(?a:\w[\w/#.-]*)|\"[^\"]*\") *:(?=\s|$)\s*)?(?P<value>.*)"
)
_BULLET = re.compile(r"\s*(?:(?P<other>[–—−‐•·*+])\s*(?=[\w\"])|-(?=[^\s-]))")
_NO_SPACE = re.compile(r"\s*(?:- +)?(?P<key>[a-z_]+):(?=[^\s/])")
_WIDE_COLON = re.compile(r"\s*(?:- +)?(?P<key>[a-z_]+) ?(?=[：﹕∶])")
# Of another word it is not sure: a text that goes on may begin with it.
_NO_COLON = re.compile(r"\s*(?:- +)?(?P<key>vi|en)(?=\W)")
_WIDE_DASH = re.compile(r"\s*-( {2,})(?=\S)")
_SPECIAL = re.compile(r"[%@`*&!,\]}]|[-?:](?=\s)|[|>](?![-+0-9]*\s*$)")
_CLOSED = {"[": "]", "{": "}"}


@dataclass(frozen=True)
class Cause:
    """What is wrong and where; line and column count from 0."""

    line: int
    column: int
    vi: str
    en: str


@dataclass(frozen=True)
class Line:
    """A line and its parts, as far as it has them: `  - key: value`; columns count from 0."""

    number: int
    text: str
    indent: int
    dash: bool
    key: str
    key_column: int
    value: str
    value_column: int

    @classmethod
    def read(cls, texts: list[str], number: int) -> Line:
        """The line with this number."""
        text = texts[number]
        form = _FORM.match(text)
        assert form
        key, value = form["key"] or "", form["value"].rstrip()
        return cls(
            number, text, form.end("indent"), bool(form["dash"]), key, form.end("dash"), value, form.start("value")
        )

    @property
    def colon(self) -> int:
        """Where the colon of the key is."""
        return self.key_column + len(self.key)

    @property
    def is_comment(self) -> bool:
        """True where nothing but a comment is there."""
        return not self.dash and not self.key and self.value.startswith("#")

    @property
    def opens_quote(self) -> bool:
        """True where the value opens a quote that the line does not close."""
        return self.value[:1] in ("'", '"') and self._closing < 0

    @property
    def _closing(self) -> int:
        quote = self.value[0]
        escaped = r'"(?:[^"\\]|\\.)*"' if quote == '"' else "'(?:[^']|'')*'"
        match = re.match(escaped, self.value)
        return match.end() if match else -1

    @property
    def after_value(self) -> str:
        """What follows where the value closes that opens with a quote or a bracket; empty where nothing does."""
        opening = self.value[:1]
        if opening in ("'", '"'):
            closing = self._closing
        else:
            closing = self.value.find(_CLOSED[opening]) + 1 if opening in _CLOSED else 0
        rest = self.value[closing:].strip() if closing > 0 else ""
        return "" if rest.startswith("#") else rest

    def before(self, texts: list[str]) -> Line | None:
        """The line before it that is neither empty nor a comment."""
        above = (Line.read(texts, number) for number in range(self.number - 1, -1, -1))
        return next((line for line in above if line.text.strip() and not line.is_comment), None)

    def open_quote(self) -> Cause:
        """A quote that is never closed."""
        return Cause(
            self.number,
            self.value_column,
            f"Dấu {self.value[0]} mở ở đây chưa được đóng ở cuối câu.",
            f"The {self.value[0]} that opens here is not closed at the end of the text.",
        )


Look = Callable[[Line], Iterator[Cause]]


def _indentation(line: Line) -> Iterator[Cause]:
    for column, character in enumerate(line.text[: line.indent]):
        if character != " ":
            vi, en = ("dấu tab", "a tab") if character == "\t" else ("dấu cách đặc biệt", "a special space")
            yield Cause(
                line.number,
                column,
                f"Đầu dòng có {vi} (U+{ord(character):04X}). Hãy xóa đi và gõ dấu cách thường.",
                f"The line begins with {en} (U+{ord(character):04X}). Remove it and type plain spaces.",
            )


def _bullet(line: Line) -> Iterator[Cause]:
    if match := _BULLET.match(line.text):
        if match["other"]:
            yield Cause(
                line.number,
                match.start("other"),
                f"Đầu mục là “{match['other']}”, cần dấu gạch nối “-” và một dấu cách.",
                f"The item begins with “{match['other']}”, expected a hyphen “-” and a space.",
            )
        else:
            yield Cause(
                line.number,
                match.end(),
                "Sau dấu gạch đầu mục phải có một dấu cách.",
                "A space must follow the dash of an item.",
            )
    elif (match := _WIDE_DASH.match(line.text)) and line.key:
        yield Cause(
            line.number,
            match.start(1),
            f"Sau dấu gạch đầu mục có {len(match[1])} dấu cách, cần một.",
            f"{len(match[1])} spaces follow the dash of the item, expected one.",
        )


def _colon(line: Line) -> Iterator[Cause]:
    if match := _NO_SPACE.match(line.text):
        yield Cause(
            line.number,
            match.end(),
            f"Sau “{match['key']}:” phải có một dấu cách.",
            f"A space must follow “{match['key']}:”.",
        )
    elif match := _WIDE_COLON.match(line.text):
        yield Cause(
            line.number,
            match.end(),
            f"Sau “{match['key']}” là dấu hai chấm đặc biệt, cần dấu “:” thường và một dấu cách.",
            f"A special colon follows “{match['key']}”, expected a plain “:” and a space.",
        )
    elif not line.key and (match := _NO_COLON.match(line.text)):
        yield Cause(
            line.number,
            match.end(),
            f"Sau “{match['key']}” thiếu dấu hai chấm: `{match['key']}: …`.",
            f"A colon is missing after “{match['key']}”: `{match['key']}: …`.",
        )


def _opening(line: Line) -> Iterator[Cause]:
    value = line.value
    if not line.key or not value:
        return
    if line.opens_quote:
        yield line.open_quote()
    elif value[0] in _CLOSED and _CLOSED[value[0]] not in value:
        yield Cause(
            line.number,
            line.value_column,
            f"Dấu {value[0]} mở ở đây chưa được đóng bằng {_CLOSED[value[0]]} ở cuối.",
            f"The {value[0]} that opens here is not closed by {_CLOSED[value[0]]}.",
        )
    elif value[0] in ("'", '"') and line.after_value:
        yield Cause(
            line.number,
            line.value_column,
            f"Câu bắt đầu bằng {value[0]} mà sau {value[0]} đóng còn chữ. Hãy dùng “…” cho lời trích trong câu.",
            f"The text begins with {value[0]} and goes on after the closing one. Use “…” for words quoted in it.",
        )
    elif line.after_value or _SPECIAL.match(value):
        yield Cause(
            line.number,
            line.value_column,
            f'Câu bắt đầu bằng {value[0]} phải đặt cả trong dấu ngoặc kép "…".',
            f'A text that begins with {value[0]} must stand in quotes "…" as a whole.',
        )


def _uneven(line: Line) -> Iterator[Cause]:
    if line.indent % 2 and (line.key or line.dash):
        yield Cause(
            line.number,
            line.indent,
            f"Đầu dòng có {line.indent} dấu cách. Mỗi bậc thụt vào 2 dấu cách; các dòng cùng bậc phải thẳng hàng.",
            f"The line is indented by {line.indent}. Each level is indented by 2; lines of a level stand in line.",
        )


def _cut(line: Line) -> Iterator[Cause]:
    if line.key and (match := re.search(r"\s#", line.value)):
        yield Cause(
            line.number,
            line.value_column + match.start() + 1,
            'Từ dấu # trở đi bị bỏ qua. Nếu là chữ, hãy đặt cả câu trong dấu ngoặc kép "…".',
            'From the # on nothing is read. If it is text, put all of it in quotes "…".',
        )


# The surest first.
CAUSES: tuple[Look, ...] = (_indentation, _bullet, _colon, _opening, _uneven, _cut)
