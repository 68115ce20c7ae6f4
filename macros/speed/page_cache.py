"""Record pages of earlier builds, by the key of what they show, so that only those that changed are made again.

They lie in `.cache/pages/`, each under its key and the digest of its content: a file that was spoiled is not used, and
deleting the folder costs time and nothing else. A page in the site and the same page kept are one file with two names
where the file system allows that.

A key tells what the project held when the build began. So pages are kept only once the build has ended and found the
project as it was: of a build that was killed, or during which somebody edited on, nothing is.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from macros.speed.cache import DAYS
from macros.speed.digests import digest


class KeptPages:
    """The pages in `folder`; `made` is a file for notes on those that this build makes."""

    def __init__(self, folder: Path, made: Path) -> None:
        self.folder = folder
        self.made = made
        folder.mkdir(parents=True, exist_ok=True)
        self._names = dict(path.name.split(".", 1) for path in folder.iterdir() if path.suffix)

    def put(self, key: str, page: Path) -> tuple[str, bytes] | None:
        """Put the page with this key where `page` says; gives its digest and its content, or None if it is not kept."""
        if key not in self._names:
            return None
        kept = self.folder / f"{key}.{self._names[key]}"
        try:
            content = kept.read_bytes()
            if digest([content]).hex() == self._names[key]:
                page.parent.mkdir(parents=True, exist_ok=True)
                _link(kept, page)
                return self._names[key], content
            kept.unlink()  # spoiled: the page that is made now takes its place
        except FileNotFoundError:  # by another build that tidied up
            pass
        return None

    def note(self, pages: Iterable[tuple[str, str, str]]) -> None:
        """Note pages that were just written: key, digest of what it holds, address of its file in the site."""
        noted = "".join(f"{key}\t{own}\t{page}\n" for key, own, page in pages)
        with self.made.open("ab", buffering=0) as made:  # in one piece, for other processes write too
            made.write(noted.encode())

    def keep(self, site: Path) -> None:
        """Keep the pages that were noted, from the finished site."""
        noted = self.made.read_text("utf-8").splitlines() if self.made.exists() else []
        for key, own, page in (line.split("\t") for line in noted):
            with suppress(FileExistsError, FileNotFoundError):  # by another build that runs at the same time
                _link(site / page, self.folder / f"{key}.{own}")

    def forget(self) -> None:
        """Let go what is in no site and was made long ago."""
        for kept in self.folder.iterdir():
            known = kept.stat()
            if known.st_nlink == 1 and time.time() - known.st_mtime > DAYS * 86_400:
                kept.unlink(missing_ok=True)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError:  # another file system, or one without links
        shutil.copyfile(source, target)
