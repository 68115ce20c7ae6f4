"""The site's stylesheet as it is shipped: one file, written as several, a subject each.

`site.css` imports the others; their order there is the order of their rules. Fetched one by one they would be a chain
of requests, each of them holding back the first view.
"""

from __future__ import annotations

import re
from pathlib import Path

from rcssmin import cssmin

_IMPORT = re.compile(r'@import "([^"]+)";\n?')


def shipped(path: Path, faces: str) -> str:
    """A stylesheet with those it imports in the place of the imports, after the rules of the fonts; no comments."""
    return faces + str(cssmin(_joined(path)))


def _joined(path: Path) -> str:
    return _IMPORT.sub(lambda match: _joined(path.parent / match[1]), path.read_text("utf-8"))


def parts(path: Path) -> set[Path]:
    """The files that a stylesheet imports, which need not be shipped themselves."""
    return {path.parent / name for name in _IMPORT.findall(path.read_text("utf-8"))}
