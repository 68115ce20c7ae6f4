"""Only plain files inside the project are read and written: no links that could lead out of it, no pipes or devices.

Every command and the build go through here, whether they read a file, quote a line of it or write it: git carries
links, so a pull request can hold one, and anyone who checks it out would show or overwrite what it leads to.
"""

import os
from itertools import takewhile
from pathlib import Path

from macros.data.showing import shown

LINK = (
    "Không dùng liên kết (symlink). Hãy đặt chính tệp vào đây.",
    "Links (symlinks) are not used. Put the file itself here.",
)
_NOT_PLAIN = ("Cần một tệp thường ở đây.", "Expected a plain file here.")


class NotPlain(OSError):
    """What is at a path is not a plain file inside the project; `why` in Vietnamese and English."""

    def __init__(self, path: Path, why: tuple[str, str]) -> None:
        super().__init__(None, f"{why[0]} / {why[1]}", str(path))
        self.path, self.why = path, why

    def __str__(self) -> str:
        return f"{shown(str(self.path))}:1:1: {self.why[0]}\n    {self.why[1]}"


def leads_away(path: Path, root: Path) -> bool:
    """Whether a path, or a folder above it up to the project's folder `root`, is a link."""
    return any(map(os.path.islink, (path, *takewhile(root.__ne__, path.parents))))


def why_refused(path: Path, root: Path) -> tuple[str, str] | None:
    """Why a file of the project in `root` is not to be opened, in Vietnamese and English; None for a plain file."""
    if leads_away(path, root):
        return LINK
    return None if path.is_file() else _NOT_PLAIN


def read(path: Path, root: Path, at_most: int = -1) -> bytes:
    """The bytes of a plain file of the project in `root`, or the first `at_most` of them.

    Raises:
        NotPlain: it is a link, is in a linked folder, or is no file.
        OSError: the system does not give it.
    """
    if os.path.lexists(path) and (why := why_refused(path, root)):
        raise NotPlain(path, why)
    with path.open("rb") as file:
        return file.read(at_most)


def write(path: Path, root: Path, content: bytes) -> None:
    """Write a file of the project in `root`, with the folders that it needs.

    Raises:
        NotPlain: there is something else than a plain file, or a folder above is a link.
        OSError: the system does not take it.
    """
    if leads_away(path, root):
        raise NotPlain(path, LINK)
    if path.exists() and not path.is_file():
        raise NotPlain(path, _NOT_PLAIN)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
