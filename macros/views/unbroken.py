"""What a line does not break: a date, a document's number, a dash and the word before it.

Browsers break after a hyphen. A span says where they must not; the text itself stays as it is, for anyone who copies it
or searches it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from macros.text.passages import Passages

# Short, so that none is wider than a phone: “Trung -”, “35-CT/TW”, “(30-5-2019)”, “202/2025/QH15”.
_WHOLE = re.compile(r"(?<!\S)(\S{1,20} [-–]|\(?(?=\S*\d)[\w./]{1,20}[-/–][\w./–-]{1,20}\)?[,;:.]?)(?!\S)")


def unbroken(text: str) -> Markup:
    """A text as HTML in which each of these is in one piece."""
    return text.html(_unbroken) if isinstance(text, Passages) else _unbroken(text)


@lru_cache(maxsize=10_000)  # names of topics, provinces and meetings are on page after page
def _unbroken(text: str) -> Markup:
    return Markup(_WHOLE.sub(r'<span class="unbroken">\1</span>', str(escape(str(text)))))
