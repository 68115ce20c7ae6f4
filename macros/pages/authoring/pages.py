"""The macros and the Jinja of the pages of `docs/`.

A macro does not put its HTML into the Markdown, where underscores or asterisks of a text would be read as Markdown:
what is printed is a slot, and the HTML goes in after Markdown is done. Tables that authors write get a
frame in which they scroll and which the keyboard reaches.
"""

import re
from collections.abc import Callable, MutableMapping
from functools import wraps
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Undefined
from markupsafe import Markup

from macros.archive import Archive
from macros.data.problems import Bilingual, Place, Problem
from macros.pages.authoring.library import MACROS
from macros.pages.authoring.macro import BLOCK, call, gives_number
from macros.pages.authoring.page_checks import lines_of_code
from macros.pages.authoring.passive import page_problems
from macros.pages.authoring.running import run
from macros.pages.authoring.sandbox import PageError
from macros.text.language import Language, word
from macros.views.rendering import View
from macros.views.repository import Repository

_SLOT = re.compile(r'<(span|div) data-slot="([0-9]+)"></\1>')
_RAW = Bilingual(
    " Nếu đây là mã để in ra, hãy đặt giữa `{% raw %}` và `{% endraw %}`.",
    " If this is code to be shown, put it between `{% raw %}` and `{% endraw %}`.",
)


class AuthoredPage(Protocol):
    """What is needed of MkDocs' page: where it comes from, where it goes, and the lines above it."""

    @property
    def file(self) -> Any:
        """The file in `docs/`."""

    @property
    def url(self) -> str:
        """The page's address from the site's root."""

    @property
    def meta(self) -> MutableMapping[str, Any]:
        """Its title, description and the like."""


class _Html:
    """What a macro gives: printed, it is a slot; where a page does more with it, as with `striptags`, its HTML."""

    def __init__(self, slot: Markup, make: Callable[[], Markup]) -> None:
        self.slot = slot
        self._make = make

    def __html__(self) -> Markup:
        return self._make()

    __str__ = __html__


class _Count(int):
    """A number that a macro gives: printed, a slot for the number as the language writes it."""

    slot: Markup


class Authoring:
    """The macros of one build, and what they leave behind on the pages."""

    def __init__(self, archive: Archive, repository: Repository, docs: Path, settings: dict[str, Any]) -> None:
        self.archive = archive
        self.repository = repository
        self.docs = docs
        self.problems: list[Problem] = []
        self._settings = settings
        self._slots: dict[str, dict[str, Callable[[], Markup]]] = {}

    def render(self, page: AuthoredPage, markdown: str) -> str:
        """The Markdown that the Jinja of a page gives, with slots for HTML; empty where something in it is wrong."""
        language = Language(page.file.src_uri.split("/")[0])
        view = View(self.archive, language, page.url, self.repository)
        slots = self._slots[page.file.src_uri] = {}
        about = {"url": page.url, "meta": page.meta, **page.meta}
        values = {
            **self._settings,
            **{name: _offered(name, view, slots) for name in MACROS},
            "page": about,
            "language": language.value,
            "site_name": str(self.archive.site_name(language)),
        }
        text, mistakes = run(markdown, values, _printed)
        # MkDocs hands over the Markdown without the front matter above it.
        above = page.file.content_string.count("\n") - markdown.count("\n")
        in_code = lines_of_code(markdown) if mistakes else ()
        for mistake in mistakes:
            said = Bilingual(mistake.vi, mistake.en).then(_RAW if mistake.line in in_code else Bilingual())
            self.problems.append(Problem(Place(self.name(page.file), above + mistake.line), *said))
        return text

    def check(self, page: AuthoredPage, html: str) -> None:
        """Note what in the HTML that Markdown made of a page runs or leads away by itself."""
        slots = len(self._slots.get(page.file.src_uri, {}))
        self.problems.extend(page_problems(self.name(page.file), page.file.content_string, html, slots))

    def fill(self, page: AuthoredPage, html: str) -> str:
        """Makes the macros' HTML and puts it into the finished page."""
        slots = list(self._slots.get(page.file.src_uri, {}).values())
        return _SLOT.sub(lambda match: str(slots[int(match[2])]()), html)

    def name(self, file: Any) -> str:
        """How messages name a file of `docs/`."""
        return f"{self.docs.name}/{file.src_uri}"


def _offered(name: str, view: View, slots: dict[str, Callable[[], Markup]]) -> Callable[..., _Html | _Count]:
    """A macro as a page calls it; calls that show the same share a slot."""
    tag = "div" if name in BLOCK else "span"

    function = MACROS[name]

    @wraps(function)
    def macro(*args: Any, **named: Any) -> _Html | _Count:
        make = call(view, function, *args, **named)
        key = repr((name, args, sorted(named.items())))
        count = _Count(make()) if gives_number(function) else None
        slots[key] = make if count is None else lambda: Markup(view.number(int(count)))
        slot = Markup(f'<{tag} data-slot="{list(slots).index(key)}"></{tag}>')
        if count is None:
            return _Html(slot, make)
        count.slot = slot
        return count

    return macro


def _printed(value: Any) -> Any:
    """What is printed for a value."""
    if isinstance(value, (_Html, _Count)):
        return value.slot
    if callable(value) and not isinstance(value, Undefined):
        name = getattr(value, "__name__", "…")
        raise PageError(
            f"Tên macro “{name}” thiếu (): hãy viết `{name}()`.",
            f"The macro’s name “{name}” lacks its (): write `{name}()`.",
        )
    return value


def framed(html: str, language: Language) -> str:
    """The content of a page with a frame around each table that has none; the templates' own tables bear a class."""
    frame = f'<div class="table-wrap" tabindex="0" role="group" aria-label="{word("table", language)}">'
    parts = html.split("<table>")
    rest = [part.replace("</table>", "</table></div>", 1) for part in parts[1:]]
    return f'{frame}<table class="written">'.join([parts[0], *rest])
