"""Writes a file whole or not at all: builds may run at once, and any of them may be stopped in the middle."""

import os
from pathlib import Path

UNFINISHED = ".unfinished"  # the name's end while it is being written; what reads the folder passes over these


def write_whole(file: Path, content: bytes) -> None:
    """Put `content` where `file` says, with its folder: who opens it sees what was there before, or all of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.{os.getpid()}{UNFINISHED}")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(file)
    except OSError:  # a full disk: give back what was taken
        unfinished.unlink(missing_ok=True)
        raise
