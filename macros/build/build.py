"""What one build shares between its hooks: archive, macros, navigation, and the folder it writes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from macros.archive import Archive
from macros.build.navigation import Menu
from macros.build.publishing import Publishing
from macros.pages.authoring.pages import Authoring
from macros.speed.build_inputs import Ingredients
from macros.speed.workers import Task
from macros.text.language import Language
from macros.views.repository import Repository


@dataclass
class Build:
    """One run of MkDocs from configuration to finished site."""

    archive: Archive
    authoring: Authoring
    repository: Repository
    publishing: Publishing
    ingredients: Ingredients | None  # None in the preview, which keeps nothing
    navigation: dict[Language, Menu] = field(default_factory=dict)
    with_card: set[str] = field(default_factory=set)  # the pages that have a picture for shared links, by address
    titles_by_hand: dict[str, str] = field(default_factory=dict)
    records: dict[str, Any] = field(default_factory=dict)  # the pages of records by their address within a language
    record_files: list[Any] = field(default_factory=list)
    by_hand: list[Any] = field(default_factory=list)  # the pages of `docs/`
    stamper: Any = None
    put_off: dict[str, Task] = field(default_factory=dict)

    def make(self, address: str) -> None:
        """Make what was put off until somebody asks for it: a file, by its address, or all of a folder."""
        global _current
        folders = [address[: end + 1] for end, letter in enumerate(address) if letter == "/"]
        before, _current = _current, self
        try:
            for put_off in filter(self.put_off.__contains__, [*folders, address]):
                self.put_off[put_off]()
                del self.put_off[put_off]
        finally:
            _current = before


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
    assert _current is not None, "hooks: [macros/build/hooks.py] must be set in mkdocs.yml"
    return _current
