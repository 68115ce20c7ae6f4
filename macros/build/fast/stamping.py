"""Record pages without the theme's work for each: the theme renders a frame, and every record is stamped into it.

The theme's templates take longer than all else about a page, and give the same for all record pages of one folder, one
depth and one language, but for a few values. So the theme renders one frame for them, with a mark in the place of each
value. `tests/builds/test_stamping.py` compares stamped pages with pages that the theme rendered by itself.
"""

import re
from functools import cache
from types import SimpleNamespace
from typing import Any, NamedTuple

from jinja2 import Environment, Template
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from macros.build.contents import contents
from macros.build.navigation import Menu
from macros.build.site_files import RecordFile, language_of, path_of
from macros.pages.page_head import UNLISTED
from macros.text.language import Language

# Words that stay as they are in addresses and in HTML, and that are on no page.
_PARTS = _HEAD, _TITLE, _TOC, _TEXT, _EDIT, _REST = tuple(
    f"stamp-here-the-{name}-q7x" for name in ("head", "title", "toc", "text", "edit", "rest")
)
_MARKS = re.compile(f"({'|'.join(_PARTS)})")
_TITLE_END = "</h1>"  # the contents of a page follow its title (overrides/base.html)
_FRAME = f'{{% extends "main.html" %}}{{% block contents %}}{_TOC}{{% endblock %}}'


class PageParts(NamedTuple):
    """What a page has of its own: HTML for its head and its content, and the address where it is edited, if any."""

    head: str
    body: str
    edit_url: str


class Theme:
    """Renders the pages of one build with the theme's templates."""

    def __init__(self, env: Environment, config: MkDocsConfig, navigation: dict[Language, Menu]) -> None:
        self.env = env
        self.config = config
        self.navigation = navigation
        self._frame_template = env.from_string(_FRAME)
        self._frame = cache(self._rendered_frame)

    def stamped(self, file: RecordFile, parts: PageParts) -> str:
        """The page of a record, stamped into its frame."""
        folder, _, rest = file.record.path.rstrip("/").partition("/")
        depth = rest.count("/") + 1 if rest else 0
        # A page that is in the menu is marked there, so it has a frame of its own.
        listed = file.url in self.navigation[file.language].urls
        path = file.record.path.rstrip("/") if listed else "/".join([folder, *[_REST] * depth])
        title, _, text = parts.body.partition(_TITLE_END)
        values = {
            _HEAD: parts.head,
            _TITLE: title,
            _TOC: self._toc(parts.body, file),
            _TEXT: text,
            _EDIT: parts.edit_url,
            _REST: rest,
        }
        pieces = list(self._frame(file.language, path, bool(parts.edit_url)))
        pieces[1::2] = [values[mark] for mark in pieces[1::2]]
        return "".join(pieces)

    def rendered(self, file: File, parts: PageParts) -> str:
        """A page as the theme renders it by itself."""
        page = Page("", file, self.config)
        page.edit_url = parts.edit_url or None
        return self.by_hand(page, parts.head, parts.body)

    def by_hand(self, page: Page, head: str, html: str) -> str:
        """A page of `docs/` with its finished content."""
        page.content, page.toc = html, contents(html)
        return self._render(page, head, "main.html")

    def _rendered_frame(self, language: Language, path: str, is_editable: bool) -> tuple[str, ...]:
        """The text between the marks of a frame, and the marks."""
        uri = f"{language.prefix}{path}/index.html"
        page = Page("", File(f"{language}/{path}.md", None, "", True, dest_uri=uri), self.config)
        page.edit_url = _EDIT if is_editable else None
        page.content = f"{_TITLE}{_TITLE_END}{_TEXT}"
        html = self._render(page, _HEAD, self._frame_template)
        marks = path.count(_REST)
        return tuple(_MARKS.split(html.replace("/".join([_REST] * marks), _REST) if marks else html))

    def _toc(self, html: str, file: RecordFile) -> str:
        page = SimpleNamespace(toc=contents(html), meta={}, url=file.url)
        template = self.env.get_template("partials/toc.html")
        return template.render(page=page, language=file.language, counterpart=_counterpart(file), base_url="")

    def _render(self, page: Page, head: str, template: str | Template) -> str:
        language, plugins = language_of(page.file), self.config.plugins
        navigation = self.navigation[language]
        context: Any = get_context(navigation, [], self.config, page)
        context |= {
            "language": language.value,
            "counterpart": _counterpart(page.file),
            "page_head": head,
            "listed": path_of(page.file) not in UNLISTED,
            "path": path_of(page.file),
        }
        context = plugins.on_page_context(context, page=page, config=self.config, nav=navigation)
        html = self.env.get_template(template).render(context)
        return plugins.on_post_page(html, page=page, config=self.config)


def _counterpart(file: File) -> dict[str, str]:
    """The same page in the other language."""
    other = language_of(file).other
    return {"language": other.value, "url": other.prefix + path_of(file)}
