"""How the macros of `page_macros.py` reach the pages of `docs/`.

A macro does not put its HTML into the Markdown, where underscores or asterisks of a text would be read as Markdown: it
leaves a slot, and the HTML goes in after Markdown is done. A wrong call is noted with its page and line, and all of
them are reported together.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, ClassVar, Protocol

from jinja2 import ChainableUndefined, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from macros.archive import Archive
from macros.forge.repository import Repository
from macros.hand_written.page_macros import BLOCK, INLINE, Html, WrongCall
from macros.text.language import Language
from macros.views.rendering import View
from macros.yaml_files.problems import Place, Problem, nearest

_SLOT = re.compile(r'<(span|div) data-slot="(\d+)"></\1>')


class _Environment(ImmutableSandboxedEnvironment):
    """Where the macros of pages run; a page that stays as it is is read and compiled once under `mkdocs serve`."""

    _parsed: ClassVar[dict[str, nodes.Template]] = {}
    _compiled: ClassVar[dict[Any, CodeType]] = {}

    def parse(self, source: str, *args: Any, **kwargs: Any) -> nodes.Template:
        """What stands in a page, by its text."""
        if source not in self._parsed:
            self._parsed[source] = super().parse(source, *args, **kwargs)
        return self._parsed[source]

    def compile(self, source: Any, *args: Any, **kwargs: Any) -> Any:
        """The code of a page, by its text."""
        if source not in self._compiled:
            self._compiled[source] = super().compile(source, *args, **kwargs)
        return self._compiled[source]


class StandIn(ChainableUndefined):
    """Stands for an unknown name, so that the other mistakes of its page are found in the same run."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:  # type: ignore[override]
        """Whatever it is asked, it has nothing to show."""
        return ""


class MacroPage(Protocol):
    """What the macros need of MkDocs' page: where it comes from and where it goes."""

    file: Any

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
        self._page: MacroPage | None = None
        self._line_offset = 0
        self._slots: dict[str, list[Html]] = {}
        self.macros = {name: self._offer(name) for name in sorted([*BLOCK, *INLINE])}
        # All that pages reach: no files, no configuration, no environment of the machine.
        self.environment = _Environment(undefined=StrictUndefined)
        self.environment.globals = {**settings, **self.macros}

    def begin(self, page: MacroPage, markdown: str) -> None:
        """Called before a page's macros run."""
        self._page = page
        self._slots[page.file.src_uri] = []
        source: str = page.file.content_string
        # MkDocs hands over the Markdown without the front matter above it.
        self._line_offset = source.count("\n") - markdown.count("\n")

    def check(self, markdown: str, own: set[str]) -> set[str] | None:
        """Notes bad Jinja and unknown names (`own`: the page's); returns these, or None where nothing can run."""
        try:
            tree = self.environment.parse(markdown)
        except TemplateSyntaxError as error:
            self._say(error.lineno, f"Cú pháp macro sai: {error.message}.", f"Macro syntax: {error.message}.")
            return None
        outside = list(tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)))
        hidden = [use for use in tree.find_all(nodes.Getattr) if use.attr.startswith("_")]
        for found in [*outside, *hidden]:
            self._say(
                found.lineno,
                "Trang chỉ gọi macro, không lấy được gì khác. Hãy bỏ lệnh này.",
                "A page calls macros and reaches nothing else. Remove this command.",
            )
        if outside or hidden:
            return None
        unknown = find_undeclared_variables(tree) - self.environment.globals.keys() - own
        for use in tree.find_all(nodes.Name):
            if use.name in unknown:
                vi, en = nearest(use.name, self.macros)
                self._say(
                    use.lineno,
                    f"Không có macro nào tên “{use.name}”.{vi}",
                    f"There is no macro called “{use.name}”.{en}",
                )
        return unknown

    def fill(self, page: MacroPage, html: str) -> str:
        """Makes the macros' HTML and puts it into the finished page."""
        slots = self._slots.get(page.file.src_uri, [])
        return _SLOT.sub(lambda match: str(slots[int(match[2])]()), html)

    def _offer(self, name: str) -> Callable[..., Markup]:
        function = BLOCK.get(name) or INLINE[name]
        tag = "div" if name in BLOCK else "span"
        signature = inspect.signature(function)

        @wraps(function)
        def macro(*args: Any, **kwargs: Any) -> Markup:
            assert self._page is not None
            line = _template_line(sys._getframe(1))
            language = Language(self._page.file.src_uri.split("/")[0])
            view = View(self.archive, language, self._page.url, self.repository)
            try:
                known = [parameter for parameter in signature.parameters if parameter != "view"]
                for unknown in kwargs.keys() - set(known):
                    vi, en = nearest(unknown, known)
                    raise WrongCall(
                        f"{name}() không có tham số “{unknown}”; có: {', '.join(known)}.{vi}",
                        f"{name}() has no argument “{unknown}”; it has: {', '.join(known)}.{en}",
                    )
                try:
                    signature.bind(view, *args, **kwargs)
                except TypeError as error:
                    expected = signature_text(signature)
                    raise WrongCall(
                        f"{name}() được gọi thiếu hoặc thừa tham số; cần: {expected}.",
                        f"{name}() is called with too few or too many arguments; expected: {expected}.",
                    ) from error
                try:
                    html = function(view, *args, **kwargs)
                except (TypeError, ValueError) as error:
                    raise WrongCall(
                        f"{name}() được gọi với giá trị không dùng được ({error}).",
                        f"{name}() is called with a value it cannot use ({error}).",
                    ) from error
            except WrongCall as wrong:
                self._say(line, wrong.vi, wrong.en)
                return Markup("")
            slots = self._slots[self._page.file.src_uri]
            slots.append(html)
            return Markup(f'<{tag} data-slot="{len(slots) - 1}"></{tag}>')

        return macro

    def _say(self, line: int, vi: str, en: str) -> None:
        assert self._page is not None
        name = f"{self.docs.name}/{self._page.file.src_uri}"
        self.problems.append(Problem(Place(name, line + self._line_offset), vi, en))


def signature_text(signature: inspect.Signature) -> str:
    """The arguments of a macro as an author writes them."""
    return ", ".join(
        parameter.name if parameter.default is parameter.empty else f"{parameter.name}={parameter.default!r}"
        for parameter in signature.parameters.values()
        if parameter.name != "view"
    )


def _template_line(frame: FrameType | None) -> int:
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return int(template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return 1
