"""What a site is made from, as digests: where all are the same, a build would make the same site to the byte."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.data import plain_files
from macros.speed.digests import SIZE, digest

_RECORDS = ("data/", "translations/")


@dataclass(frozen=True)
class Ingredients:
    """Everything that can change a byte of the site.

    `records` are the digests of the files of `data/` and `translations/`, by their name in the project. `making` is one
    digest of the code, the templates, the theme and every other package, and the settings; `pages` one of the
    hand-written pages and what they take in. `touched` is when the last of all these files was, in nanoseconds since
    1970: it tells an edit that was undone from none.
    """

    records: Mapping[str, bytes]
    making: bytes
    pages: bytes
    touched: int

    @property
    def key(self) -> str:
        """One digest of all."""
        records = (part for name, own in sorted(self.records.items()) for part in (name, own))
        return digest([self.making, self.pages, *records]).hex()

    @classmethod
    def of(cls, root: Path, *, pages: Sequence[Path], made_by: Sequence[Path], settings: str) -> Ingredients:
        """Those of the project in the folder `root`.

        Args:
            root: the folder.
            pages: files, and folders of files, of hand-written text.
            made_by: those that make pages of it.
            settings: what else they depend on.
        """
        recorded = [root / folder for folder in _RECORDS]
        found = [told for path in (*pages, *recorded, *made_by) for told in _files(path, root)]
        files = {name: own for name, own, _ in found}
        records = {name: own for name, own in files.items() if name.startswith(_RECORDS)}
        making = {name for name in files if any((root / name).is_relative_to(path) for path in made_by)}
        by_hand = files.keys() - records.keys() - making
        return cls(
            records,
            digest([settings, *packages(), *(part for name in sorted(making) for part in (name, files[name]))]),
            digest(part for name in sorted(by_hand) for part in (name, files[name])),
            max((touched for *_, touched in found), default=0),
        )


def _files(path: Path, root: Path) -> Iterator[tuple[str, bytes, int]]:
    """A file, or all below a folder, by name: its digest, and when it was touched."""
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        there = file.exists() or file.is_symlink()
        if not there or "__pycache__" in file.parts or (file.is_dir() and not file.is_symlink()):
            continue
        try:
            # What is neither a link nor a plain file, such as a pipe, is refused later, at its place.
            content = str(file.readlink()).encode() if file.is_symlink() else plain_files.read(file, file.parent)
            touched = file.lstat().st_mtime_ns
        except OSError:
            content, touched = os.urandom(SIZE), 0  # no one can tell whether it is what it was
        yield file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file), digest([content]), touched


def packages() -> Iterator[str]:
    """Python and the packages it finds, with their versions."""
    yield sys.version
    for folder in filter(Path.is_dir, map(Path, sys.path)):
        yield from sorted(path.name for path in folder.iterdir() if path.suffix in (".dist-info", ".egg-info"))
