"""Tells whether the published site is the one that a build would make, so that nothing is made twice."""

import os
from collections.abc import Iterator
from pathlib import Path

from macros.data.whole_files import write_whole
from macros.speed.digests import digest


class Receipt:
    """What a site was made from, and size and time of each of its files: a file in `folder`, outside the site.

    Files that others add to the site, such as compressed copies, do not matter.
    """

    def __init__(self, folder: Path, site: Path) -> None:
        self.site = site
        self.file = folder / f"published-{digest([str(site.resolve())]).hex()}"

    def matches(self, key: str) -> bool:
        """Whether the site was made from this (`BuildInputs.key`) and is whole."""
        try:
            made_from, *files = self.file.read_text("utf-8").splitlines()
            whole = all(_state(self.site, file.partition("\t")[0]) == file for file in files)
            return made_from == key and bool(files) and whole
        except (OSError, ValueError):
            return False

    def write(self, key: str) -> None:
        """Note what the site was made from."""
        files = (_state(self.site, path) for path in _paths(self.site))
        write_whole(self.file, "\n".join([key, *files]).encode("utf-8"))


def _paths(site: Path) -> Iterator[str]:
    """The files of a site, without the server's own at its top, such as `.well-known`."""
    for folder, folders, files in os.walk(site):
        if folder == str(site):
            folders[:], files = ([each for each in names if each[0] != "."] for names in (folders, files))
        yield from (f"{folder}/{file}".removeprefix(f"{site}/") for file in files)


def _state(site: Path, path: str) -> str:
    state = (site / path).lstat()
    return f"{path}\t{state.st_size}\t{state.st_mtime_ns}"
