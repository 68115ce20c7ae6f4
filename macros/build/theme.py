"""The theme's files, found fast: MkDocs looks through all of them at each build, among them 14,000 icons."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader
from mkdocs.theme import Theme


class _VisibleFiles(FileSystemLoader):
    """Does not list what lies in hidden folders; MkDocs leaves that out in any case, but one by one."""

    def list_templates(self) -> list[str]:
        """The names of all other files, below each folder."""
        return sorted({name for folder in self.searchpath for name in _visible(Path(folder))})


def _visible(root: Path) -> Iterator[str]:
    for above, folders, files in os.walk(root):
        folders[:] = [folder for folder in folders if not folder.startswith(".")]
        yield from (Path(above, file).relative_to(root).as_posix() for file in files)


def list_visible_files(theme: Theme) -> None:
    """Let MkDocs list only the files of a theme that it may publish."""
    made = theme.get_env

    def get_env() -> Any:
        env = made()
        env.loader = _VisibleFiles(theme.dirs)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]
