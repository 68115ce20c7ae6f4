"""The preview converts a page's Markdown again only where the Markdown, or what it may lead to, has changed.

Macros leave slots in the Markdown, so an edit of `data/` changes none of it.
"""

from __future__ import annotations

import logging
from collections.abc import Sized
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from macros.build.settings import taken_in
from macros.speed.digests import digest

_log = logging.getLogger("mkdocs")
# What `Page.render` of MkDocs leaves at the page.
_LEFT = ("content", "toc", "_title_from_render", "present_anchor_ids")


class Converted:
    """The pages of the build before, as they were converted."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[tuple[str | None, bytes], dict[str, Any], dict[str, dict[str, str]]]] = {}
        self._around = b""
        self._problems: Sized = ()

    def begin(self, config: MkDocsConfig, files: Files, problems: Sized) -> None:
        """Look at all that pages lead to or take in, besides their own Markdown; `problems` grow as pages are read."""
        self._problems = problems
        texts = [
            text.read_bytes()
            for path in (Path(config.config_file_path), *taken_in(config))
            for text in ([path] if path.is_file() else sorted(path.glob("*.md")))
        ]
        self._around = digest([*texts, *sorted(f"{file.src_uri} {file.url}" for file in files)])

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Do for a page what `Page.render` does, from memory where that comes to the same."""
        key = page.markdown, self._around
        made = self._pages.get(page.file.src_uri)
        if made is not None and made[0] == key:
            _, left, links = made
            vars(page).update(left)
            page.links_to_anchors = {files.src_uris[uri]: found for uri, found in links.items()}
            return
        known = len(self._problems)
        told = CountHandler()
        told.setLevel(logging.WARNING)
        _log.addHandler(told)
        try:
            Page.render(page, config, files)
        finally:
            _log.removeHandler(told)
        if told.get_counts() or len(self._problems) > known:
            self._pages.pop(page.file.src_uri, None)  # a link that leads nowhere is reported again, until it is fixed
            return
        links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
        self._pages[page.file.src_uri] = key, {name: getattr(page, name) for name in _LEFT}, links
