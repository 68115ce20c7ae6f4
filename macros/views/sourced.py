"""Facts with marks that lead to their sources, and what sources are called."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from macros.archive.items import Home
from macros.records import DOCUMENT, NOT_STATED, Author, Source, SourcedText, Term, Text
from macros.text.dates import PartialDate
from macros.text.language import Language
from macros.views import pieces
from macros.views.links import LinkedView
from macros.views.text_html import unbroken

_SOURCE_ID = re.compile(r"(?<![\w#/.-])s\d+(?![\w-])")  # in a text; not in the address of a link
_SITE = re.compile(r"\s*\([\w.-]+\.[a-z]{2,}\)$")


class SourcedView(LinkedView):
    """A page that names where its facts are from."""

    def value(self, value: Any) -> Markup:
        """A text, a date or a word of a record, with a mark that leads to its source; or “not stated”."""
        if value == NOT_STATED:
            return pieces.NOT_STATED.format(self.word("not_stated"))
        if isinstance(value, SourcedText) and value.source:
            return Markup(f"{escape(self.text(value))} {self.source_mark(self.path, value.source)}")
        if isinstance(value, Text):
            return escape(self.text(value))
        return self.date(value) if isinstance(value, PartialDate) else unbroken(value)

    def source_mark(self, path: str, id: str) -> Markup:
        """In brackets behind a fact, a link to the source of the page at `path` that states it."""
        return pieces.SOURCE_MARK.format(self.source_link(path, id))

    def source_link(self, path: str, id: str) -> Markup:
        """A link to a source of the page at `path`, by its name there."""
        return self.link(self.archive.listed_at(path, id), self.source_label(path, id), f"source-{id}")

    def source_label(self, path: str, id: str) -> Markup:
        """What a source is called on a page: by its publisher, and of several of one publisher which of them it is."""
        sources = self.archive.sources_at(path)
        source = next(each for each in (*sources, *self.archive.region_sources) if each.id == id)
        name = self.publisher(source)
        ids = [each.id for each in sources if self.publisher(each) == name]
        return name + f" ({ids.index(id) + 1})" if id in ids and len(ids) > 1 else name

    def note(self, text: Text | None, home: Home) -> Markup:
        """A note behind a fact of a page; nothing without a text."""
        return pieces.NOTE.format(self.with_source_links(text, home.path)) if text else Markup("")

    def with_source_links(self, text: Text, path: str) -> Markup:
        """A text about the facts of the page at `path`; where it names sources by id, these are links by name."""
        return Markup(self._named_sources(str(escape(self.text(text))), path, self.source_link))

    def with_source_names(self, text: str, path: str) -> str:
        """The same without links, for plain text."""
        return self._named_sources(text, path, lambda path, id: self.source_label(path, id).striptags())

    def _named_sources(self, text: str, path: str, name: Callable[[str, str], str]) -> str:
        ids = {source.id for source in self.archive.sources_at(path)}
        return _SOURCE_ID.sub(lambda found: name(path, found[0]) if found[0] in ids else found[0], text)

    def term_source(self, term: Term) -> Markup:
        """Where the meaning of a term is from: a document, a published text, or that it is in the archive’s words."""
        source = term.source
        if source is None:
            return escape(self.word("term_own_words"))
        if source.document:
            named = self.record(DOCUMENT.collection, source.document)
        else:
            shown = [part for part in (source.publisher, source.title) if part and part != NOT_STATED]
            named = self.foreign(", ".join(shown), Language.VI)
            if source.url != NOT_STATED:
                named = Markup('<a href="{}" rel="external noopener">{}</a>').format(source.url, named)
        return Markup("{}: {}.").format(self.word("source"), named)

    def author(self, author: Author) -> Markup:
        """Who wrote a source, a link where there is a page of them, with the office."""
        name = self.record("people", author.person) if author.person else self.foreign(author.name or "", "vi")
        return Markup("{}, {}").format(name, self.text(author.office)) if author.office else name

    def source_title(self, source: Source, *, linked: bool = False, short: bool = False) -> Markup:
        """The title of a source as printed, or that it is not stated, with its rendering in the page's language.

        `linked` for a title that leads to where the source is, if its address is stated; `short` for the rendering
        alone, where there is one: what the list of sources has is not said twice.
        """
        return self.render("source_title.html", source=source, linked=linked and source.address, short=short)

    def publisher(self, source: Source) -> Markup:
        """Who published a source, without the address of the site behind the name."""
        return self.foreign(_SITE.sub("", source.publisher), "vi")

    def site(self, source: Source) -> str:
        """The address of the site behind the name of a publisher, in its brackets; empty where there is none."""
        found = _SITE.search(source.publisher)
        return found[0] if found else ""

    def source_name(self, source: Source) -> Markup:
        """A source in few words, for the foot of a statement."""
        name = self.foreign(source.publisher, "vi")
        return name + f" ({self.word('machine_translation')})" if source.machine_translation else name
