"""Marks of other kinds of file, which come with pasted text and are shown to readers as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.archive.data_files import Content
from macros.checks.letters import unquoted
from macros.checks.rule import Found, warning

_SIGNS = re.compile(r"[<&*_\[]")  # without one of these there is no mark
_MARKS = re.compile(
    r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:[a-z]{2,8}|#\d{1,6});|\*\*[^*]+\*\*|(?<!\w)__[^_]+__(?!\w)|\[[^\]]+\]\(https?:[^)]*\)",
    re.IGNORECASE,
)


@warning("Hãy xóa các ký hiệu này, chỉ để chữ.", "Remove the marks and leave the words.")
def markup(content: Content) -> Iterator[Found]:
    """A text is plain: no HTML and no Markdown."""
    for entry in content.holding(_SIGNS):
        if not entry.is_printed and (match := _MARKS.search(unquoted(entry.text))):
            yield Found(
                entry.at(match.start()),
                f"“{match[0][:40]}” là ký hiệu của trang web hoặc Markdown, không phải chữ.",
                f"“{match[0][:40]}” is a mark of HTML or Markdown, not text.",
            )
