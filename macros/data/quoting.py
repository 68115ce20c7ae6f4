"""The line of a file that a message points into."""

from functools import lru_cache
from pathlib import Path

from macros.data import plain_files
from macros.data.decoding import MAXIMUM_BYTES, lines
from macros.data.problems import Place


def line_at(place: Place, root: Path) -> str:
    """The line that a place points into, without its end; empty where it is not one of a plain file below `root`.

    It is as it is in the file: it is shown with `showing.shown`.
    """
    file = root / place.file
    try:
        found = _lines(file, root, file.lstat().st_mtime_ns)
    except (OSError, UnicodeDecodeError):
        return ""
    return found[place.line - 1] if place.line <= len(found) else ""


@lru_cache(maxsize=1)
def _lines(file: Path, root: Path, written: int) -> list[str]:
    """The lines of a file as it was `written` (in nanoseconds since 1970): under `mkdocs serve` it changes."""
    text = plain_files.read(file, root, MAXIMUM_BYTES).decode("utf-8-sig")
    return [line.rstrip("\r\n") for line in lines(text)]
