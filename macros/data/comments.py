"""Comments behind a text: to YAML they are none of it, to anyone who wrote “lần #1” they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from yaml import ScalarToken

from macros.data.problems import Place, Problem

_BEGINNINGS = (" #", "\t#")
# A line that is no comment itself and holds what may begin one: few files have any, and only these are read again.
_MAYBE = re.compile(r"^[ \t]*[^\s#][^\n]*[ \t]#", re.MULTILINE)
_COMMENT = re.compile(r"[ \t]+(?=#)")


def behind_texts(name: str, text: str) -> Iterator[Problem]:
    """A problem for every comment on the line of a text; one on a line of its own, or behind brackets, cuts nothing."""
    if not any(each in text for each in _BEGINNINGS) or not _MAYBE.search(text):
        return
    for token in yaml.scan(text, yaml.CSafeLoader):
        if not isinstance(token, ScalarToken):
            continue
        end = token.end_mark
        if comment := _COMMENT.match(text, end.index):
            yield Problem(
                Place(name, end.line + 1, end.column + len(comment[0]) + 1),
                'Từ dấu # trở đi bị bỏ qua. Nếu là chữ, hãy đặt cả câu trong dấu ngoặc kép "…"; '
                "nếu là ghi chú, hãy viết ở một dòng riêng.",
                'From the # on nothing is read. If it is text, put all of it in quotes "…"; '
                "if it is a comment, give it a line of its own.",
            )
