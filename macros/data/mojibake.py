"""Texts whose UTF-8 was read as another encoding on the way: “Há»™i” for “Hội”. Found and put right by ftfy."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

SAID = (
    "Chữ bị vỡ: UTF-8 đã bị đọc nhầm bằng bảng mã khác",
    "The text is broken: its UTF-8 was read as another encoding",
)
_LOOKS_LIKE_IT = re.compile("[ÂÃÄÅÆáâ][^A-Za-z ]|Ã |â€|ï»¿")


def decoded(text: str) -> str:
    """The text as it was; unchanged where it was read rightly. Lines stay lines."""
    return _ftfy()(text) if _LOOKS_LIKE_IT.search(text) else text


@cache
def _ftfy() -> Callable[[str], str]:
    from ftfy import fix_encoding  # takes long to import, and is seldom needed

    return fix_encoding
