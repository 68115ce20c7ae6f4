"""What a site is made from, as digests: where all are the same, a build would make the same site to the byte."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.data import plain_files
from macros.speed.digests import SIZE, digest


@dataclass(frozen=True)
class BuildInputs:
    """Everything that can change a byte of the site.

    `records` are the digests of the files of `data/` and `translations/`, by their name in the project. `code` is one
    digest of the code, the templates, the theme, every installed package and the settings; `pages` is one of the
    hand-written pages and what they take in. `latest_mtime_ns` is when the last of all these files was changed, in
    nanoseconds since 1970: by it an edit that was undone differs from none.
    """

    records: Mapping[str, bytes]
    code: bytes
    pages: bytes
    latest_mtime_ns: int

    @property
    def key(self) -> str:
        """One digest of all."""
        return digest([self.code, self.pages, *_parts(self.records)]).hex()

    @classmethod
    def of(cls, root: Path, *, pages: Iterable[Path], code: Iterable[Path], settings: str) -> BuildInputs:
        """Those of the project in the folder `root`.

        Args:
            root: the folder.
            pages: files, and folders of files, of hand-written text.
            code: those that make pages of it.
            settings: what else they depend on.
        """
        mtimes = [0]

        def digests(paths: Iterable[Path]) -> dict[str, bytes]:
            found: dict[str, bytes] = {}
            for file in (file for path in paths for file in _files(path)):
                name = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
                found[name], mtime = _state(file)
                mtimes.append(mtime)
            return found

        records = digests([root / "data", root / "translations"])
        made_by = digest([settings, *packages(), *_parts(digests(code))])
        return cls(records, made_by, digest(_parts(digests(pages))), max(mtimes))


def _parts(digests: Mapping[str, bytes]) -> Iterator[bytes | str]:
    for name in sorted(digests):
        yield from (name, digests[name])


def _files(path: Path) -> Iterator[Path]:
    """A file or a link, or all below a folder."""
    for file in path.rglob("*") if path.is_dir() else [path]:
        if "__pycache__" not in file.parts and (file.is_symlink() or (file.exists() and not file.is_dir())):
            yield file


def _state(file: Path) -> tuple[bytes, int]:
    """The digest of a file and when it was changed."""
    try:
        # What is neither a link nor a plain file, such as a pipe, is refused later, at its place.
        content = str(file.readlink()).encode() if file.is_symlink() else plain_files.read(file, file.parent)
        return digest([content]), file.lstat().st_mtime_ns
    except OSError:
        return os.urandom(SIZE), 0  # no one can tell whether it is what it was


def packages() -> Iterator[str]:
    """Python and the packages it finds, with their versions."""
    yield sys.version
    for folder in filter(Path.is_dir, map(Path, sys.path)):
        yield from sorted(path.name for path in folder.iterdir() if path.suffix in (".dist-info", ".egg-info"))
