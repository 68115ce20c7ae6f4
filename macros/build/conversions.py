"""The preview converts a page's Markdown again only where the Markdown, or what it may lead to, has changed.

Macros leave slots in the Markdown, so an edit of `data/` changes none of it.
"""

from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from macros.build import settings
from macros.build.mkdocs_inside import Conversion
from macros.speed.digests import digest


class Conversions:
    """The pages of the build before, as they were converted."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[tuple[str | None, bytes], Conversion]] = {}
        self._context = b""
        self._count_mistakes: Callable[[], int] = lambda: 0

    def begin(self, config: MkDocsConfig, files: Files, count_mistakes: Callable[[], int]) -> None:
        """Look at all that pages lead to or take in; `count_mistakes` gives the number of those found so far."""
        self._count_mistakes = count_mistakes
        texts = [
            text.read_bytes()
            for path in (Path(config.config_file_path), *settings.snippet_paths(config))
            for text in ([path] if path.is_file() else sorted(path.glob("*.md")))
        ]
        self._context = digest([*texts, *sorted(f"{file.src_uri} {file.url}" for file in files)])

    def convert(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Do for a page what `Page.render` does, from memory where that comes to the same."""
        key, uri = (page.markdown, self._context), page.file.src_uri
        known, conversion = self._pages.get(uri, (None, None))
        if conversion and known == key:
            conversion.restore(page, files)
            return
        mistakes = self._count_mistakes()
        Page.render(page, config, files)
        if self._count_mistakes() > mistakes:
            self._pages.pop(uri, None)  # a link that leads nowhere is reported again, until it is fixed
        else:
            self._pages[uri] = key, Conversion.of(page)
