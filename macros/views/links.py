"""Links from a page to others, and what places, dates, forms and pages are called there, in its language.

Every value is escaped where it is put in. Links are relative, so that the site works below any address.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from macros.archive import Archive
from macros.archive.index import Key
from macros.archive.items import Home, Meeting, ReviewPart
from macros.archive.translation_status import address
from macros.archive.translations import Pair
from macros.records import DOCUMENT, TYPES, UNIT, Force, Form, Level, RemarkForce, StatementKind, Text
from macros.text.dates import PartialDate, Precision
from macros.text.language import Language, noun, number, word
from macros.text.passages import joined, phrase
from macros.views import pieces
from macros.views.repository import Repository
from macros.views.templating import template
from macros.views.text_html import OutdatedText, date_html, unbroken

COLLECTIONS = {type.collection: type for type in TYPES}


class LinkedView:
    """A page in a language, with the links that lead from it.

    Args:
        archive: the archive.
        language: the language of the page.
        page: the page's address from the site's root, such as `en/meetings/2022-06-29/`; empty for the first page.
        repository: where the source of the site is, for edit links.
    """

    def __init__(self, archive: Archive, language: Language, page: str, repository: Repository) -> None:
        self.archive = archive
        self.language = language
        self.page = page
        self.repository = repository
        self.path = page.removeprefix(language.prefix)
        # The ways up to the first page of the site and to that of the language.
        self.root = "../" * page.count("/")
        self.home = "../" * self.path.count("/")
        self._links: dict[tuple[str, ...], Markup] = {}

    def render(self, name: str, /, **values: Any) -> Markup:
        """The HTML of one template."""
        return Markup(template(self.language, name).render(view=self, a=self.archive, **values))

    def word(self, key: str) -> str:
        """A word of the interface."""
        return word(key, self.language)

    def text(self, text: Text) -> str:
        """A text of the archive in the page's language; without English in Vietnamese, with its `lang`.

        On an English page, English that is older than its Vietnamese has a mark that leads to the original.
        """
        outdated = self.archive.records.outdated
        if not outdated or text.en is None or not self.page.startswith(Language.EN.prefix):
            return text[self.language]
        found = outdated.get(Pair(text.vi, text.en))
        if found is None:
            return text[self.language]
        original = self.href(*address(found.text, self.archive), language=Language.VI)
        marked = OutdatedText(text.en)
        marked.mark = pieces.OUTDATED.format(original, self.word("outdated_mark"))
        return marked

    def foreign(self, text: str, language: str) -> Markup:
        """A text in a given language, marked for screen readers where that is not the page's."""
        shown = escape(text)
        return shown if language == self.language.value else pieces.FOREIGN.format(language, shown)

    def date(self, date: PartialDate) -> Markup:
        """A date as exactly as it is known."""
        return date_html(date, self.language)

    def number(self, value: int | float) -> str:
        """A number as the language prints it."""
        return number(value, self.language)

    def count(self, count: int, thing: str) -> str:
        """A number of things: `3 meetings`; a word with two forms in `words.yml` has them as `one|many`."""
        return f"{self.number(count)} {noun(count, thing, self.language)}"

    def href(self, path: str, anchor: str = "", language: Language | None = None) -> str:
        """The relative address of a page (its path within a language) and an anchor on it."""
        if language in (None, self.language):
            address = "" if anchor and self.language.prefix + path == self.page else self.home + path or "./"
        else:
            address = self.root + self.language.other.prefix + path or "./"
        return f"{address}#{anchor}" if anchor else address

    def link(self, path: str, label: str, anchor: str = "", css: str = "") -> Markup:
        """A link to a page of the site; the mark of an outdated label, being a link, follows it."""
        mark = label.mark if isinstance(label, OutdatedText) else ""
        shown = label if isinstance(label, Markup) else unbroken(str(label) if mark else label)
        address = self.href(path, anchor)
        link = pieces.LINK_OF_CLASS.format(address, css, shown) if css else pieces.LINK.format(address, shown)
        return Markup(link) + mark  # a plain text before HTML would be escaped

    def record(self, collection: str, id: str, css: str = "") -> Markup:
        """A link to a record, by its shortest name that no other has."""
        key = (collection, id, css)
        if key not in self._links:  # a page has the same links again and again
            self._links[key] = self._record(*key)
        return self._links[key]

    def _record(self, collection: str, id: str, css: str) -> Markup:
        type = COLLECTIONS[collection]
        path, _, anchor = type.path(id).partition("#")
        name = getattr(self.archive.records[type][id], type.label or type.title, "")
        if type is DOCUMENT:
            label = self.archive.document_name(id)[self.language]
        else:
            label = self.text(name) if isinstance(name, Text) else self.foreign(name, "vi")
        return self.link(path, label, anchor, css)

    def search(self, **filters: str) -> str:
        """The relative address of the search page with these filters."""
        return f"{self.href('search/')}?{_query(tuple(filters.items()))}"

    def former(self, path: str, id: str) -> Markup:
        """The marks at which an entry of a page was before, so that old links still lead to it."""
        marks = self.archive.redirects.former(f"{path}#{id}")
        return Markup("").join(pieces.FORMER.format(mark) for mark in marks)

    def form(self, form: Form) -> Markup:
        """A form of meetings, in small letters; a link to the glossary where that explains the word for it."""
        shown, name = self.word(f"form_{form}").lower(), word(f"form_{form}", Language.VI).lower()
        terms = self.archive.glossary.items()
        id = next((id for id, term in terms if name in (term.term.vi, *term.forms)), None)
        return self.link("glossary/", shown, id) if id else escape(shown)

    def level(self, meeting: Meeting) -> str:
        """The level of a meeting; of a provincial one with its provinces, or the unit that they were parts of."""
        level = self.word(f"level_{meeting.record.level}")
        if meeting.record.level is not Level.PROVINCIAL or not meeting.own_places:
            return level
        return phrase("{} ({})", level, joined("; ", map(self.place_in_full, meeting.own_places)))

    def place_in_full(self, place: Key) -> str:
        """A province or a unit of the day by its short name; of a unit also the names that it took the place of."""
        return joined(", ", filter(None, (self.place_name(place), self.old_names(place))))

    def place_name(self, place: Key) -> str:
        """A province or a unit by its short name."""
        collection, id = place
        name: Text = self.archive.records.by_collection[collection][id].short
        return name[self.language]

    def old_names(self, place: Key) -> str:
        """The names that a unit took the place of: “formerly …”, “with the former …”; empty where it took none's."""
        collection, id = place
        if collection != UNIT.collection:
            return ""
        unit = self.archive.units[id]
        parts = [*(self.archive.provinces[each].short[self.language] for each in unit.formed_from), *unit.joined_by]
        lost = [name for name in parts if name not in (unit.short[self.language], unit.short.vi)]
        words = self.word("unit_formerly" if len(parts) == 1 else "unit_with")
        return phrase(words, names=joined(", ", lost)) if lost else ""

    def home_label(self, home: Home) -> Markup:
        """The page a statement belongs to, in few words: form and date of a meeting, or the review's part."""
        if isinstance(home, Meeting):
            return Markup(f"{escape(self.word(f'form_{home.record.form}'))}, {self.date(home.date)}")
        assert isinstance(home, ReviewPart)
        return Markup(f"{escape(self.word(f'part_{home.type.name}'))} {home.for_year or home.year}")

    def when(self, home: Home) -> Markup:
        """A page in the fewest words: the day of a meeting, where that is known, or the review’s part."""
        known = isinstance(home, Meeting) and home.date.precision is Precision.DAY
        return self.date(home.date) if known else self.home_label(home)

    def term(self, id: str) -> Markup:
        """A link to a glossary term, by its abbreviation where it has one."""
        term = self.archive.glossary[id]
        return self.link("glossary/", term.abbreviation or self.text(term.term), id)

    def kind(self, kind: StatementKind, force: Force | RemarkForce | None, example: bool) -> Markup:
        """A link to the statements of a kind, which says as well what force one has, or that it is an example."""
        label = self.word("example" if example else f"kind_{kind}")
        if force:
            label = f"{label}: {self.word(f'force_{force}')}"
        return self.link(f"kinds/{kind}/", label, css="tag tag--kind")


_query = lru_cache(maxsize=1_000)(urlencode)
