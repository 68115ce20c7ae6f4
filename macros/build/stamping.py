"""Record pages without the theme's work for each: the theme renders a shell, and every record is stamped into it.

The theme's templates take longer than all else about a page, and give the same for all record pages of one folder, one
depth and one language, but for a few values. So the theme renders one shell for them, with a mark in the place
of each value. `tests/builds/test_stamping.py` holds stamped pages equal to pages that the theme rendered by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from macros.build.contents import contents
from macros.build.navigation import Menu
from macros.build.promised import PromisedFile
from macros.pages.record_pages import RecordPage
from macros.text.language import Language
from macros.views.untranslated import noted

PUT_OFF = "put-off.html"  # the template of pages that `writing.py` writes


class RecordFile(PromisedFile):
    """A record's page in one language; all that MkDocs asks about it follows from these two."""

    def __init__(self, record: RecordPage, language: Language) -> None:
        self.record = record
        self.language = language

    @property
    def src_uri(self) -> str:  # type: ignore[override]
        """The Markdown file that hand-written pages link to, though there is none."""
        return f"{self.language}/{self.record.path.rstrip('/')}.md"

    @property
    def url(self) -> str:  # type: ignore[override]
        """Its address from the site's root."""
        return f"{self.language.prefix}{self.record.path}"

    @property
    def dest_uri(self) -> str:  # type: ignore[override]
        """Its file below the site's folder."""
        return f"{self.url}index.html"


@dataclass(frozen=True)
class Values:
    """What a page has of its own: all as HTML, but for its table of contents and the address where it is edited."""

    title: str
    head: str
    body: str
    toc: TableOfContents
    edit_url: str


class ThemePage(Page):
    """A record's page as the theme's templates see it."""

    def __init__(self, values: Values, file: File, config: MkDocsConfig) -> None:
        super().__init__(values.title, file, config)
        self.page_head = Markup(values.head)
        self.content = values.body
        self.toc = values.toc
        self.edit_url = values.edit_url or None
        self.meta = {"hide": ["navigation"]}


class Stamper:
    """Makes the pages of one build.

    Args:
        head: gives what the head of a record's page tells machines.
        content: gives the HTML of a record.
        edit_url: gives the address where a record is edited; empty where there is none.
    """

    def __init__(
        self,
        env: Environment,
        config: MkDocsConfig,
        navigation: dict[Language, Menu],
        head: Callable[[RecordPage, Language], str],
        content: Callable[[RecordPage, Language], str],
        edit_url: Callable[[RecordPage], str],
    ) -> None:
        self.env = env
        self.config = config
        self.navigation = navigation
        self.head = head
        self.content = content
        self.edit_url = edit_url
        self._shells: dict[tuple[Language, str, bool, bool], _Shell] = {}
        self._toc_item = lru_cache(maxsize=None)(self._render_toc_item)

    def values(self, file: RecordFile) -> Values:
        """What the record's page has of its own."""
        record, language = file.record, file.language
        body = noted(self.content(record, language), language)
        title = str(escape(str(record.title[language])))
        return Values(title, self.head(record, language), body, contents(body), self.edit_url(record))

    def stamped(self, file: RecordFile) -> str:
        """The page stamped into its shell."""
        values = self.values(file)
        folder, _, rest = file.record.path.rstrip("/").partition("/")
        depth = rest.count("/") + 1 if rest else 0
        headings = list(values.toc)
        # A page that is in the menu is marked there, so it has a shell of its own.
        listed = file.url in self.navigation[file.language].urls
        path = file.record.path.rstrip("/") if listed else "/".join([folder, *[_REST] * depth])
        key = file.language, path, bool(headings), bool(values.edit_url)
        if key not in self._shells:
            self._shells[key] = self._shell(*key)
        shell = self._shells[key]
        return shell.filled(
            {
                _TITLE: values.title,
                _HEAD: values.head,
                _BODY: values.body,
                _TOC: shell.between_headings.join(self._toc_item(_plain(heading)) for heading in headings),
                _FIRST: headings[0].id if headings else "",
                _EDIT: values.edit_url,
                _REST: rest,
            }
        )

    def by_hand(self, page: Page, html: str) -> str:
        """A page of `docs/` with its finished content, as the theme renders it."""
        page.content, page.toc = noted(html, _language(page)), contents(html)
        page.active = True  # in the navigation
        themed = self._themed(page)
        page.active = False
        return themed

    def _shell(self, language: Language, path: str, headings: bool, editable: bool) -> _Shell:
        uri = f"{language.prefix}{path}/index.html"
        file = File(f"{language}/{path}.md", None, self.config.site_dir, True, dest_uri=uri)
        first, second = ((mark, mark, ()) for mark in (_FIRST, _TOC))
        toc = TableOfContents([_link(first), _link(second)] if headings else [])
        # The theme puts in a heading where it finds none.
        body = f"{_BODY}<h1"
        html = self._render(Values(_TITLE, _HEAD, body, toc, _EDIT if editable else ""), file).replace(body, _BODY)
        before, _, rest = html.partition(self._toc_item(first))
        between, _, after = rest.partition(self._toc_item(second))
        if headings:
            html = f"{before}{_TOC}{after}"
        depth = path.count(_REST)
        return _Shell(html.replace("/".join([_REST] * depth), _REST) if depth else html, between)

    def _render(self, values: Values, file: File) -> str:
        return self._themed(ThemePage(values, file, self.config))

    def _themed(self, page: Page) -> str:
        navigation = self.navigation[_language(page)]
        context = get_context(navigation, [], self.config, page)
        context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=navigation)
        html = self.env.get_template("main.html").render(context)
        return self.config.plugins.on_post_page(html, page=page, config=self.config)

    def _render_toc_item(self, heading: _Heading) -> str:
        return self.env.get_template("partials/toc-item.html").render(toc_item=_link(heading))


def _language(page: Page) -> Language:
    return Language(page.file.src_uri.split("/")[0])


class _Shell:
    """A page with marks; `between_headings` is what the theme puts between two items of a table of contents."""

    def __init__(self, html: str, between_headings: str) -> None:
        self.parts = _MARKS.split(html)
        self.between_headings = between_headings

    def filled(self, values: dict[str, str]) -> str:
        """The page with values in the place of the marks."""
        parts = self.parts.copy()
        parts[1::2] = [values[mark] for mark in parts[1::2]]
        return "".join(parts)


_Heading = tuple[str, str, tuple[Any, ...]]  # id, title and the headings below it


def _plain(link: AnchorLink) -> _Heading:
    return link.id, link.title, tuple(map(_plain, link.children))


def _link(heading: _Heading, level: int = 2) -> AnchorLink:
    id, title, below = heading
    link = AnchorLink(title, id, level)
    link.children = [_link(each, level + 1) for each in below]
    return link


# Words that stay as they are in addresses and in HTML, and that no page holds.
_TITLE, _HEAD, _BODY, _TOC, _FIRST, _EDIT, _REST = (
    f"stamp-here-the-{name}-q7x" for name in ("title", "head", "body", "toc", "first", "edit", "rest")
)
_MARKS = re.compile(f"({'|'.join((_TITLE, _HEAD, _BODY, _TOC, _FIRST, _EDIT, _REST))})")
