"""Keeps what is slow to make and always comes out the same, in `.cache/`, so that the next build need not make it."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from macros.data.whole_files import write_whole

DAYS = 30  # so long what is kept is not let go, used or not: a branch may come back


class Cache:
    """Files by what they are made from; deleting the folder costs time and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, name: str, ingredients: bytes, make: Callable[[], bytes]) -> bytes:
        """What `make` gives, from the folder where it was made before.

        Args:
            name: what it is, for anyone who looks into the folder.
            ingredients: everything the result depends on: its source, settings, versions of the makers.
            make: makes it.
        """
        file = self.folder / f"{name}-{hashlib.sha256(ingredients).hexdigest()[:16]}"
        try:
            kept = file.read_bytes()
        except FileNotFoundError:
            made = make()
            write_whole(file, made)
            return made
        with suppress(OSError):  # it belongs to somebody else, or another build has just let it go
            os.utime(file)
        return kept

    def forget(self) -> None:
        """Let go files that no one asked for in a long time: of other versions, or never finished."""
        for file in filter(Path.is_file, self.folder.iterdir()):
            if time.time() - file.stat().st_mtime > DAYS * 86_400:
                file.unlink(missing_ok=True)
