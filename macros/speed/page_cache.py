"""Record pages of earlier builds, by the key of what they show, so that only those that changed are made again.

They are in `.cache/pages/`, each under its key and a digest of key and content: a file that was damaged, or put in the
place of another, is not used, and deleting the folder costs time and nothing else. A page in the site and the same page
in the cache are one file with two names where the file system allows that.

A key says what was in the project when the build began. So pages are stored only once the build has ended and found the
project as it was: of a build that was killed, or during which somebody edited on, nothing is.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from macros.speed.cache import evict
from macros.speed.digests import digest


class PageCache:
    """The pages in `folder`; `log` is a file that names those that this build writes."""

    def __init__(self, folder: Path, log: Path) -> None:
        self.folder = folder
        self.log = log
        self._digests: dict[str, str] = {}
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._digests = dict(path.name.split(".", 1) for path in folder.iterdir() if path.suffix)

    def link_cached(self, key: str, page: Path) -> bytes | None:
        """Put the page with this key at `page`; returns the digest of its content, None where it is not cached."""
        cached = self.folder / f"{key}.{self._digests.get(key)}"
        try:
            own = digest([cached.read_bytes()])
        except OSError:  # none of this key, or evicted by another build, or not to be read
            return None
        if _verified(key, own) != self._digests[key]:
            with suppress(OSError):
                cached.unlink()  # damaged: the page that is made now takes its place
            return None
        page.parent.mkdir(parents=True, exist_ok=True)
        _link(cached, page)
        return own

    def log_written(self, key: str, own: bytes, page: str) -> None:
        """Remember a page that was just written: its key, the digest of its content, its file below the site."""
        with self.log.open("ab", buffering=0) as log:  # in one piece, for other processes write too
            log.write(f"{key}\t{own.hex()}\t{page}\n".encode())

    def store(self, site: Path) -> None:
        """Store the pages that were written, from the finished site, and evict what no site has and no build used."""
        lines = self.log.read_text("utf-8").splitlines() if self.log.exists() else []
        for key, own, page in (line.split("\t") for line in lines):
            with suppress(FileExistsError, FileNotFoundError):  # by another build that runs at the same time
                _link(site / page, self.folder / f"{key}.{_verified(key, bytes.fromhex(own))}")
        evict(self.folder.iterdir())


def _verified(key: str, content: bytes) -> str:
    """What the name of a page ends with: a digest of its key and of the digest of its content."""
    return digest([key, content]).hex()


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError:  # another file system, or one without links
        shutil.copyfile(source, target)
