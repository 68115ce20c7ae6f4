"""What the build relies on inside MkDocs and mkdocs-macros beyond their documented hooks, one function an assumption.

Nothing else in `macros/` sets or reads a private attribute of theirs, replaces one of their methods or reads their
messages. `tests/builds/test_mkdocs_inside.py` checks each assumption and says in words which of them no longer holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from wsgiref.types import WSGIApplication

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserver

LOGGERS = ("mkdocs.structure.pages", "mkdocs.structure.nav")
_BROKEN_LINK = re.compile(
    r"Doc file '(?P<page>[^']+)' contains (?P<kind>a|an absolute|an unrecognized relative) link '(?P<link>.+?)', .*?"
    r"(?: Did you mean '(?P<suggestion>[^']+)'\?)?",
    re.DOTALL,
)
_LOST_IN_NAV = re.compile(r"A reference to '([^']+)' is included in the 'nav' configuration, which is not found .*")
_NOT_IN_NAV = 'The following pages exist in the docs directory, but are not included in the "nav" configuration:'
_POLL_SECONDS, _SETTLE_SECONDS = 0.15, 0.05  # between two looks at what is edited, and until a change counts as done


def replace_conversion(page: Page, convert: Callable[[Page, MkDocsConfig, Files], None]) -> None:
    """Let MkDocs call `convert` where it would convert the Markdown of this page."""
    page.render = lambda config, files: convert(page, config, files)  # type: ignore[method-assign]


class Conversion(NamedTuple):
    """What MkDocs leaves at a page when it has converted its Markdown; the files that it links to by `src_uri`."""

    content: str | None
    toc: Any
    anchors: set[str] | None
    links: dict[str, dict[str, str]]

    @classmethod
    def of(cls, page: Page) -> Conversion:
        """That of a page that was converted."""
        links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
        return cls(page.content, page.toc, page.present_anchor_ids, links)

    def restore(self, page: Page, files: Files) -> None:
        """Leave the same at a page of a later build."""
        page.content, page.toc, page.present_anchor_ids = self.content, self.toc, self.anchors
        page.links_to_anchors = {files.src_uris[uri]: anchors for uri, anchors in self.links.items()}


def links_to_anchors(files: Files) -> Iterator[tuple[Page, File, dict[str, str]]]:
    """Each page with a file that it links to, and those links by the anchor that they name, once all are converted."""
    for page in (file.page for file in files.documentation_pages()):
        if page is not None:
            yield from ((page, target, anchors) for target, anchors in (page.links_to_anchors or {}).items())


class Warned(NamedTuple):
    """What a warning of MkDocs is about.

    Attributes:
        message: which of its messages it is: `absolute_link`, `lost_link`, `lost_in_nav` or `not_in_nav`.
        page: the page in `docs/`; empty for `nav` of `mkdocs.yml`.
        written: the link, or the file as `nav` has it.
        suggestion: the link that MkDocs suggests; empty for none.
    """

    message: str
    page: str
    written: str
    suggestion: str = ""


def read_warning(message: str) -> list[Warned]:
    """What a warning of MkDocs is about; empty for a message that is none of the four."""
    if link := _BROKEN_LINK.fullmatch(message):
        kind = "absolute_link" if link["kind"] == "an absolute" else "lost_link"
        return [Warned(kind, link["page"], link["link"], link["suggestion"] or "")]
    if lost := _LOST_IN_NAV.fullmatch(message):
        return [Warned("lost_in_nav", "", lost[1])]
    first, *lines = message.splitlines() or [""]
    omitted = [line.removeprefix("  - ") for line in lines] if first == _NOT_IN_NAV else []
    return [Warned("not_in_nav", page, page) for page in omitted]


def adapt_server(
    server: Any, config: MkDocsConfig, rebuild: Callable[[], None], wrap: Callable[[WSGIApplication], WSGIApplication]
) -> None:
    """Let the server of `mkdocs serve` look for edits often, build with `rebuild` and answer as `wrap` has it."""
    watched = (config.docs_dir, str(config.config_file_path))
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=_POLL_SECONDS)
    server.build_delay = _SETTLE_SECONDS
    for path in watched:
        server.watch(path)
    server.builder = rebuild
    server.set_app(wrap(server.get_app()))
