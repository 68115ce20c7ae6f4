"""Puts a finished site in the place of the old one: readers meet a whole old site or a whole new one, never a part.

A site is written into a folder of its own, in a working folder by the published one (`.site-…`), and the two change
names in one step of the system. Whatever ends a build on the way – a mistake, a full disk, a kill – the published
folder stays as it was, and the next build removes what was left behind. Linux and macOS.
"""

import atexit
import ctypes
import fcntl
import glob
import os
import secrets
import shutil
from pathlib import Path

from macros.data import output_folder

_WORKING_FOLDER = -100  # AT_FDCWD of Linux' fcntl.h
_EXCHANGE = 2  # RENAME_EXCHANGE of linux/fs.h


class Publishing:
    """One site on its way from a staging folder to the published one.

    Builds at the same time do not disturb each other: each has its own working folder, with a lock that the system
    releases when the build ends, however it ends. The one that finishes last is published. Where `site` is a link, the
    folder that it leads to is replaced.
    """

    def __init__(self, site: Path) -> None:
        self.site = site.resolve()
        self.staging = self.work = self.site
        self._old = self.site.with_name(f".{self.site.name}-old")
        self._lock: int | None = None

    def begin(self) -> Path:
        """An empty folder to build into; raises OSError where none can be made."""
        self.site.parent.mkdir(parents=True, exist_ok=True)
        self.recover()
        while self._lock is None:
            self.work = self.site.with_name(f".{self.site.name}-{secrets.token_hex(4)}")
            self.work.mkdir()
            self._lock = _lock(self.work)
        self.staging = self.work / self.site.name
        self.staging.mkdir()
        atexit.register(self.abandon)  # mkdocs-macros ends the process where an expression fails
        return self.staging

    def finish(self) -> None:
        """Put the finished site in the place of the old one, whose hidden files it takes over."""
        output_folder.mark(self.staging)
        output_folder.let_servers_read(self.staging)
        if not self.site.exists():
            self.staging.rename(self.site)
            self.abandon()
            return
        output_folder.carry_over(self.site, self.staging)
        if not _exchange(self.staging, self.site):
            # Two steps where the system has no single one; a build ended between them is completed by the next.
            self.site.rename(self._old)
            self.staging.rename(self.site)
            shutil.rmtree(self._old, ignore_errors=True)
        self.abandon()

    def abandon(self) -> None:
        """Remove what is not published: the unfinished site, or the old one after `finish`."""
        if self._lock is not None:
            shutil.rmtree(self.work, ignore_errors=True)
            os.close(self._lock)
            self._lock = None

    def recover(self) -> None:
        """Clean up after builds that were killed."""
        if self._old.exists():
            if self.site.exists():
                shutil.rmtree(self._old, ignore_errors=True)
            else:
                self._old.rename(self.site)
        for left in self.site.parent.glob(f".{glob.escape(self.site.name)}-{'[0-9a-f]' * 8}"):
            lock = _lock(left)
            if lock is not None:
                shutil.rmtree(left, ignore_errors=True)
                os.close(lock)


def _lock(folder: Path) -> int | None:
    """Lock a folder until the process ends; None where another build has locked or removed it."""
    try:
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except (FileNotFoundError, NotADirectoryError, PermissionError):  # gone, or of another user
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return None
    if not folder.exists():
        os.close(lock)
        return None
    return lock


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; False where the system or the file system cannot."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and rename(_WORKING_FOLDER, bytes(one), _WORKING_FOLDER, bytes(other), _EXCHANGE) == 0
