"""How the macros of `page_macros.py` reach the pages of `docs/`.

A macro does not put its HTML into the Markdown, where underscores or asterisks of a text would be read as Markdown: it
leaves a slot, and the HTML goes in after Markdown is done. All calls of a page are checked before Jinja runs it, so
that nothing in it can fail; every wrong one is noted with its place, and all of them are reported together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from types import CodeType
from typing import Any, ClassVar, Protocol

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from macros.archive import Archive
from macros.data.problems import Place, Problem
from macros.pages.authoring.arguments import check
from macros.pages.authoring.calls import Call, Slip, read
from macros.pages.authoring.page_macros import BLOCK, INLINE, Html, WrongCall
from macros.text.language import Language
from macros.views.rendering import View
from macros.views.repository import Repository

_MACROS = {**BLOCK, **INLINE}
_SLOT = re.compile(r'<(span|div) data-slot="(\d+)"></\1>')


class _Environment(ImmutableSandboxedEnvironment):
    """Where the macros of pages run; a page that stays as it is is compiled once under `mkdocs serve`."""

    _compiled: ClassVar[dict[Any, CodeType]] = {}

    def compile(self, source: Any, *args: Any, **kwargs: Any) -> Any:
        """The code of a page, by its text."""
        if source not in self._compiled:
            self._compiled[source] = super().compile(source, *args, **kwargs)
        return self._compiled[source]


class MacroPage(Protocol):
    """What the macros need of MkDocs' page: where it comes from and where it goes."""

    @property
    def file(self) -> Any:
        """The file in `docs/`."""

    @property
    def url(self) -> str:
        """The page's address from the site's root."""


class Authoring:
    """The macros of one build, and what they leave behind on the pages."""

    def __init__(self, archive: Archive, repository: Repository, docs: Path, settings: dict[str, Any]) -> None:
        self.archive = archive
        self.repository = repository
        self.docs = docs
        self.problems: list[Problem] = []
        self._settings = settings
        self._page: MacroPage | None = None
        self._slots: dict[str, dict[str, Html]] = {}
        self.macros = {name: self._offer(name) for name in sorted(_MACROS)}
        # All that pages reach: no files, no configuration, no environment of the machine.
        self.environment = _Environment(undefined=StrictUndefined)
        self.environment.globals = {**settings, **self.macros}

    def check(self, page: MacroPage, markdown: str) -> bool:
        """Called before a page's macros run: notes every mistake; gives whether they can run."""
        self._page = page
        slots = self._slots[page.file.src_uri] = {}
        calls, slips = read(markdown, self.macros, self._settings)
        language = Language(page.file.src_uri.split("/")[0])
        view = View(self.archive, language, page.url, self.repository)
        for call in calls:
            try:
                check(call, _MACROS[call.name])
                slots[_key(call)] = _MACROS[call.name](view, *call.positional, **call.named)
            except WrongCall as wrong:
                slips.append(Slip(call.at, wrong.vi, wrong.en))
        # MkDocs hands over the Markdown without the front matter above it.
        above = page.file.content_string.count("\n") - markdown.count("\n")
        for slip in slips:
            before = markdown[: slip.at]
            line, column = above + before.count("\n") + 1, len(before) - before.rfind("\n")
            self.problems.append(Problem(Place(self.name(page.file), line, column), slip.vi, slip.en))
        return not slips

    def fill(self, page: MacroPage, html: str) -> str:
        """Makes the macros' HTML and puts it into the finished page."""
        slots = list(self._slots.get(page.file.src_uri, {}).values())
        return _SLOT.sub(lambda match: str(slots[int(match[2])]()), html)

    def name(self, file: Any) -> str:
        """How messages name a file of `docs/`."""
        return f"{self.docs.name}/{file.src_uri}"

    def _offer(self, name: str) -> Callable[..., Markup]:
        tag = "div" if name in BLOCK else "span"

        @wraps(_MACROS[name])
        def macro(*args: Any, **kwargs: Any) -> Markup:
            assert self._page is not None
            slots = list(self._slots[self._page.file.src_uri])
            slot = slots.index(_key(Call(0, name, list(args), kwargs)))
            return Markup(f'<{tag} data-slot="{slot}"></{tag}>')

        return macro


def _key(call: Call) -> str:
    """The same for all calls that show the same."""
    return repr((call.name, call.positional, sorted(call.named.items())))
