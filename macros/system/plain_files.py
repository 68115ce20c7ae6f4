"""Only plain files are read, where they stand: no links that could lead out of the project, no pipes or devices."""

from __future__ import annotations

import os
from itertools import takewhile
from pathlib import Path


def strange(path: Path, root: Path) -> tuple[str, str] | None:
    """Why a file below `root` is not to be opened, in Vietnamese and English; None for a plain file."""
    if any(map(os.path.islink, (path, *takewhile(root.__ne__, path.parents)))):
        return (
            "Không dùng liên kết (symlink). Hãy đặt chính tệp vào đây.",
            "Links (symlinks) are not used. Put the file itself here.",
        )
    if not path.is_file():
        return ("Cần một tệp thường ở đây.", "Expected a plain file here.")
    return None


def shown(name: str) -> str:
    """A file's name as a message can hold it, on one line, whatever bytes it is made of."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)
