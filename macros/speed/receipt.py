"""Tells whether the published site is the one that a build would make, so that nothing is made twice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from macros.data.whole_files import write_whole
from macros.speed.digests import digest


class Receipt:
    """What a site was made from, and every file of it as it was left: kept in `folder`, next to the site.

    Files that others add to the site, such as compressed copies, do not matter.
    """

    def __init__(self, folder: Path, site: Path) -> None:
        self.site = site
        self.file = folder / f"published-{digest([str(site.resolve())]).hex()}"

    def holds(self, key: str) -> bool:
        """Whether the site was made from this (`Ingredients.key`) and is whole."""
        try:
            made_from, *files = self.file.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError, ValueError):
            return False
        return made_from == key and bool(files) and all(map(self._is_left, files))

    def write(self, key: str) -> None:
        """Note what the site was made from."""
        write_whole(self.file, "\n".join([key, *_listed(self.site, "")]).encode("utf-8"))

    def _is_left(self, noted: str) -> bool:
        path, *_ = noted.split("\t")
        try:
            return _note(path, (self.site / path).lstat()) == noted
        except OSError:
            return False


def _listed(folder: Path, above: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            path = f"{above}{entry.name}"
            if path.startswith("."):  # the server's own, such as `.well-known`
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _listed(folder / entry.name, f"{path}/")
            else:
                yield _note(path, entry.stat(follow_symlinks=False))


def _note(path: str, file: os.stat_result) -> str:
    return f"{path}\t{file.st_size}\t{file.st_mtime_ns}"
