"""Keeps in `.cache/` what is slow to make and always comes out the same, so that the next build need not make it.

A cache is never needed: whatever is wrong with it – damaged, full, read-only, of another user, a folder in the place of
a file – costs the time to make things again and nothing else.
"""

import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from macros.data.whole_files import write_whole
from macros.speed.digests import SIZE, digest

DAYS = 30  # how long a file is kept that no build uses: a branch may come back


class Cache:
    """Files under a digest of what they are made from.

    Each begins with a digest of that and of its content: one that was damaged, or put in the place of another, is made
    again.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, name: str, inputs: bytes, make: Callable[[], bytes]) -> bytes:
        """What `make` returns, from the folder where it was made before.

        Args:
            name: what it is, for anyone who looks into the folder.
            inputs: everything the result depends on: its source, settings, versions of the libraries.
            make: makes it.
        """
        file = self.folder / f"{name}-{digest([name, inputs]).hex()}"
        with suppress(OSError):
            cached = file.read_bytes()
            content = cached[SIZE:]
            if cached[:SIZE] == digest([name, inputs, content]):
                with suppress(OSError):  # it is another user's, or another build has just evicted it
                    os.utime(file)
                return content
        made = make()
        with suppress(OSError):
            write_whole(file, digest([name, inputs, made]) + made)
        return made

    def evict(self) -> None:
        """Delete files that no build asked for in a long time: of other versions, or never finished."""
        evict(self.folder.iterdir())


def evict(files: Iterable[Path]) -> None:
    """Delete those files that no build used in a long time and that no site has."""
    for file in filter(Path.is_file, files):
        state = file.stat()
        if state.st_nlink == 1 and time.time() - state.st_mtime > DAYS * 86_400:
            file.unlink(missing_ok=True)
