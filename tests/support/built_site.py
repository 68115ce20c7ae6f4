"""The built site as its readers meet it: pages at addresses, each in one language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.text.language import Language
from tests.support import html_reader
from tests.support.html_reader import Element

NOT_FOUND = "404.html"


@dataclass
class SitePage:
    """One page; `address` is what follows the site's own, such as `en/meetings/2022-06-29/`."""

    address: str
    html: str

    @cached_property
    def root(self) -> Element:
        """The tree of its HTML."""
        return html_reader.read(self.html)

    @property
    def head(self) -> Element:
        """What browsers and search engines read about it."""
        return self.root.all("head")[0]

    @property
    def body(self) -> Element:
        """What a reader sees of it."""
        return self.root.all("body")[0]

    @property
    def leads_on(self) -> bool:
        """Whether it only leads to the page that is at another address now."""
        return any(meta.get("http-equiv") == "refresh" for meta in self.head.all("meta"))

    @property
    def article(self) -> Element:
        """Its own content, without header, navigation and footer."""
        return self.root.all("article", css="md-content__inner")[0]

    def item(self, id: str) -> Element:
        """A statement or a figure of this page and the note that its mark opens, in one element."""
        return Element("", {}, [each for each in self.article.all() if each.get("id") in (id, f"note-{id}")])

    @property
    def language(self) -> Language:
        """The language its address promises."""
        return Language.EN if self.address.startswith("en/") else Language.VI

    @property
    def path(self) -> str:
        """Its address within its language."""
        return self.address.removeprefix(self.language.prefix)

    @property
    def counterpart(self) -> str:
        """The address of the same page in the other language."""
        return self.language.other.prefix + self.path

    @cached_property
    def ids(self) -> list[str]:
        """Every anchor on it."""
        return [element.get("id") for element in self.root.all(having="id")]


@dataclass
class Site:
    """A finished build: its folder and what MkDocs said."""

    folder: Path
    output: str

    @cached_property
    def pages(self) -> dict[str, SitePage]:
        """Every page by its address; neither those that lead on nor the page for missing addresses are among them."""
        return {address: page for address, page in self._files.items() if not page.leads_on}

    @cached_property
    def moved(self) -> dict[str, SitePage]:
        """What is at addresses that have changed, and leads on to the page."""
        return {address: page for address, page in self._files.items() if page.leads_on}

    @cached_property
    def _files(self) -> dict[str, SitePage]:
        found = {}
        for file in sorted(self.folder.rglob("index.html")):
            folder = file.parent.relative_to(self.folder).as_posix()
            address = "" if folder == "." else f"{folder}/"
            found[address] = SitePage(address, file.read_text("utf-8"))
        return found

    @cached_property
    def not_found(self) -> list[SitePage]:
        """The pages shown for addresses that do not exist, of both languages, Vietnamese first."""
        addresses = [language.prefix + NOT_FOUND for language in Language]
        return [SitePage(address, (self.folder / address).read_text("utf-8")) for address in addresses]

    def page(self, path: str, language: Language) -> SitePage:
        """A page by its address within a language."""
        return self.pages[language.prefix + path]

    def in_language(self, language: Language) -> list[SitePage]:
        """Every page of one language."""
        return [page for page in self.pages.values() if page.language is language]
