"""Record pages of earlier builds, by the key of what they show, so that only those that changed are made anew.

They lie in `.cache/pages/`, each under its key and the digest of its content: a file that was spoiled is not used, and
deleting the folder costs time and nothing else. A page in the site and the same page kept are one file with two names
where the file system allows that.
"""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

from macros.system.digests import digest

_DAYS = 30  # so long a page that no build used is kept: a branch may come back


class KeptPages:
    """The pages in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._names = dict(path.name.split(".", 1) for path in folder.iterdir() if path.suffix)

    def put(self, key: str, page: Path) -> str:
        """Put the page with this key where `page` says; gives its digest, or nothing where it is not kept."""
        if key not in self._names:
            return ""
        kept = self.folder / f"{key}.{self._names[key]}"
        try:
            if digest([kept.read_bytes()]).hex() == self._names[key]:
                page.parent.mkdir(parents=True, exist_ok=True)
                _link(kept, page)
                return self._names[key]
            kept.unlink()  # spoiled: the page that is made now takes its place
        except FileNotFoundError:  # by another build that tidied up
            pass
        return ""

    def keep(self, key: str, own: str, page: Path) -> None:
        """Keep a page that was just written: the digest of what it holds, and its file."""
        with suppress(FileExistsError, FileNotFoundError):  # by another build that runs at the same time
            _link(page, self.folder / f"{key}.{own}")

    def forget(self) -> None:
        """Let go what is in no site and was made long ago."""
        for kept in self.folder.iterdir():
            known = kept.stat()
            if known.st_nlink == 1 and time.time() - known.st_mtime > _DAYS * 86_400:
                kept.unlink(missing_ok=True)

    def forget_all(self) -> None:
        """Let go everything."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError:  # another file system, or one without links
        shutil.copyfile(source, target)
