"""What one build shares between its hooks: archive, macros, navigation, and the folder it writes to."""

from __future__ import annotations

import atexit
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.archive import Archive
from macros.authoring import Authoring
from macros.language import Language
from macros.repository import Repository


@dataclass
class Build:
    """One run of MkDocs from configuration to finished site."""

    archive: Archive
    authoring: Authoring
    repository: Repository
    publishing: Publishing
    navigation: dict[Language, Any] = field(default_factory=dict)
    list_pages: dict[str, Any] = field(default_factory=dict)


_current: Build | None = None


def begin(build: Build) -> Build:
    """Make `build` the one that macros and hooks refer to."""
    global _current
    _current = build
    return build


def abandon() -> None:
    """Forget what the build under way has written so far; does nothing where none has begun."""
    if _current is not None:
        _current.publishing.abandon()


def current() -> Build:
    """The build under way."""
    assert _current is not None, "hooks: [macros/hooks.py] must be set in mkdocs.yml"
    return _current


class Publishing:
    """Writes a site beside the published one and puts it in its place only when it is whole.

    Whatever goes wrong on the way, the published folder keeps the last good site.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self.staging = site.with_name(f".{site.name}-{os.getpid()}")

    def begin(self) -> Path:
        """An empty folder to build into."""
        shutil.rmtree(self.staging, ignore_errors=True)
        self.staging.mkdir(parents=True)
        atexit.register(self.abandon)  # mkdocs-macros ends the process where an expression fails
        return self.staging

    def finish(self) -> None:
        """Put the finished site in the place of the old one."""
        old = self.staging.with_name(f"{self.staging.name}-old")
        shutil.rmtree(old, ignore_errors=True)
        if self.site.exists():
            self.site.rename(old)
        self.staging.rename(self.site)
        shutil.rmtree(old, ignore_errors=True)

    def abandon(self) -> None:
        """Forget an unfinished site."""
        shutil.rmtree(self.staging, ignore_errors=True)
