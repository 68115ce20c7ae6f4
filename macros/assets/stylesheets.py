"""The site's stylesheets as they are shipped: that of all pages as one file, written as several, a subject each.

`site.css` imports the others; their order there is the order of their rules. Fetched one by one they would be a chain
of requests, each of them holding back the first view.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from rcssmin import cssmin

from macros.text.language import Language

# What ends a string of CSS, or begins an escape (https://www.w3.org/TR/css-syntax-3/#consume-string-token).
_UNQUOTED = re.compile(r'["\\\n\r\f]')
_IMPORT = re.compile(r'@import "([^"]+)";\n?')


def shipped(path: Path) -> str:
    """A stylesheet with those it imports in the place of the imports, without comments."""
    return str(cssmin(_joined(path)))


def feet(names: Mapping[Language, str]) -> str:
    """The rules for the foot of each sheet of paper, where the site's name is, by language."""
    return str(cssmin("".join(_foot(language, name) for language, name in names.items())))


def _foot(language: Language, name: str) -> str:
    content = _UNQUOTED.sub(lambda sign: f"\\{ord(sign[0]):x} ", name)
    return f'@page {language} {{ @bottom-left {{ content: "{content}"; font: 8pt sans-serif; color: #555; }} }}\n'


def _joined(path: Path) -> str:
    return _IMPORT.sub(lambda match: _joined(path.parent / match[1]), path.read_text("utf-8"))


def parts(path: Path) -> set[Path]:
    """The files that a stylesheet imports, which need not be shipped themselves."""
    return {path.parent / name for name in _IMPORT.findall(path.read_text("utf-8"))}
