"""Renders records to HTML through `macros/templates/`; long, for `View` is all that the templates can ask for.

Every value is escaped where it is put in.

A `View` is what a template sees: the archive, the language, and the page on which the HTML will be, so that links
are relative and the site works below any address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from itertools import groupby
from string import ascii_lowercase
from typing import Any, NamedTuple
from urllib.parse import urlencode

from markupsafe import Markup, escape

from macros.archive import Archive
from macros.archive.document_status import Event, since, stated
from macros.archive.index import Key
from macros.archive.items import MEETING_KINDS, Figure, Home, Meeting, ReviewPart, Statement
from macros.archive.outcomes import Outcome
from macros.archive.related import related
from macros.archive.translation_status import address
from macros.archive.translations import Pair
from macros.records import (
    DOCUMENT,
    NOT_STATED,
    PERSON,
    TYPES,
    UNIT,
    Author,
    Change,
    Force,
    Form,
    Level,
    RemarkForce,
    Sentence,
    Source,
    SourcedText,
    StatementKind,
    Term,
    Text,
)
from macros.text.dates import PartialDate, Precision
from macros.text.language import Language, noun, number, word
from macros.text.passages import capital, joined, phrase
from macros.views import pieces
from macros.views.adding import ADDITIONS, EDITING, in_form
from macros.views.citing import citations, cited
from macros.views.glosses import glossed
from macros.views.lists.listing import Listing, ListPart
from macros.views.repository import Report, Repository
from macros.views.templating import template
from macros.views.text_html import OutdatedText, date_html, unbroken

_MOST_CARDS = 5_000  # of a language, cached at a time: some 12 MB
_COLLECTIONS = {type.collection: type for type in TYPES}
# The links on a card, with their class.
_TAGS = {"topics": "tag", "documents": "tag tag--document", "provinces": "tag", "units": "tag"}
_SOURCE_ID = re.compile(r"(?<![\w#/.-])s\d+(?![\w-])")  # in a text; not in the address of a link
_SITE = re.compile(r"\s*\([\w.-]+\.[a-z]{2,}\)$")
_HOME, _ROOT = "way-up-to-the-home-q7x/", "way-up-to-the-root-q7x/"  # words that are on no page


class Speaker(NamedTuple):
    """Somebody, named or not, with what was said; `force` in a word where all of it has the same."""

    name: Markup
    force: str
    statements: list[Statement]


class View:
    """Everything a template may use, for one page in one language.

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
        self.noted: list[Statement | Figure] = []  # what the page has marked so far, in reading order

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

    def said(self, text: Text) -> Markup:
        """The text of a statement; on an English page the terms in it lead to the glossary (`glosses.once` follows)."""
        html = unbroken(self.text(text))
        if self.language is Language.VI or text.en is None:
            return html
        return glossed(html, text, self.archive, partial(self.href, "glossary/"))

    def foreign(self, text: str, language: str) -> Markup:
        """A text in a given language, marked for screen readers where that is not the page's."""
        shown = escape(text)
        return shown if language == self.language.value else pieces.FOREIGN.format(language, shown)

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
        type = _COLLECTIONS[collection]
        path, _, anchor = type.path(id).partition("#")
        name = getattr(self.archive.records[type][id], type.label or type.title, "")
        if type is DOCUMENT:
            label = self.archive.document_name(id)[self.language]
        else:
            label = self.text(name) if isinstance(name, Text) else self.foreign(name, "vi")
        return self.link(path, label, anchor, css)

    def document(self, id: str, css: str = "") -> Markup:
        """A link to a document that is cited; one that no longer holds has a note on that behind it."""
        link, status = self.record(DOCUMENT.collection, id, css), self.archive.statuses[id]
        if not status.is_dead:
            return link
        said = Markup("; ").join(self._event(event, event.pattern(self.language)) for event in status.events)
        return Markup('{} <span class="document-note">({})</span>').format(link, said)

    def dead_documents(self, statement: Statement) -> Markup:
        """The documents that a statement cites and that no longer hold, each with what became of it."""
        dead = [self.tag("documents", id) for id in statement.record.documents if self.archive.statuses[id].is_dead]
        return pieces.DEAD.format(Markup("\n").join(dead)) if dead else Markup()

    def status(self, id: str) -> Markup:
        """What a document is by what became of it, with marks that lead to the sources; or that it was not checked."""
        status = self.archive.statuses[id]
        said = self.events(status.events) if status.events else capital(self.word(f"status_{status.state}"))
        return Markup('<span data-status="{}">{}</span>').format(status.state, said)

    def events(self, events: Sequence[Event]) -> Markup:
        """What became of a document, one after another, each with a mark that leads to its source."""
        patterns = [event.pattern(self.language) for event in events]
        patterns[0] = capital(patterns[0])
        each = zip(events, patterns, strict=True)
        return Markup("; ").join(self._sourced_event(event, pattern) for event, pattern in each)

    def change(self, change: Change) -> Markup:
        """What a document replaces or amends, from when, with a mark that leads to the source."""
        what = self.record(DOCUMENT.collection, change.document) if change.document else self.value(change.unrecorded)
        date = stated(change.since)
        when = escape(since(date, self.language)).format(date=self.date(date) if date else "")
        return what + when + Markup(" ") + self.source_mark(self.path, change.source)

    def _event(self, event: Event, pattern: str, source: Markup | None = None) -> Markup:
        """What became of a document, in the words of a pattern, with links; `source` for that where they name it."""
        name = self.archive.document_called(event.stated_by)[self.language]
        return escape(pattern).format(
            document=self.link(DOCUMENT.path(event.stated_by), name),
            date=self.date(event.date) if event.date else "",
            source=source or self.foreign(event.source.publisher, "vi"),
        )

    def _sourced_event(self, event: Event, pattern: str) -> Markup:
        """The same with the way to its source: a link where the words name it, else a mark behind them."""
        path = DOCUMENT.path(event.stated_by)
        if "{source}" in pattern:
            name = self.foreign(event.source.publisher, "vi")
            return self._event(event, pattern, self.link(path, name, f"source-{event.source_id}"))
        return self._event(event, pattern) + Markup(" ") + self.source_mark(path, event.source_id)

    def term(self, id: str) -> Markup:
        """A link to a glossary term, by its abbreviation where it has one."""
        term = self.archive.glossary[id]
        return self.link("glossary/", term.abbreviation or self.text(term.term), id)

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

    def kind(self, kind: StatementKind, force: Force | RemarkForce | None, example: bool) -> Markup:
        """A link to the statements of a kind, which says as well what force one has, or that it is an example."""
        label = self.word("example" if example else f"kind_{kind}")
        if force:
            label = f"{label}: {self.word(f'force_{force}')}"
        return self.link(f"kinds/{kind}/", label, css="tag tag--kind")

    def home_label(self, home: Home) -> Markup:
        """The page a statement belongs to, in few words: form and date of a meeting, or the review's part."""
        if isinstance(home, Meeting):
            return Markup(f"{escape(self.word(f'form_{home.record.form}'))}, {self.date(home.date)}")
        assert isinstance(home, ReviewPart)
        return Markup(f"{escape(self.word(f'part_{home.type.name}'))} {home.for_year or home.year}")

    def mark(self, item: Statement | Figure) -> Markup:
        """The number behind a statement or a figure that opens its note; `notes` puts the notes on the page."""
        self.noted.append(item)
        number = len(self.noted)
        return pieces.MARK.format(item.record.id, self.word("note"), number, number)

    def basis(self, sentence: Sentence) -> Markup:
        """Links to what a sentence of a summary rests on: on its own page by the number of the mark, else by home."""
        numbers = {item.record.id: str(number) for number, item in enumerate(self.noted, 1)}
        link = Markup('<a href="{}" aria-label="{}: {}">{}</a>')
        pages: dict[str, list[str]] = {}
        for id in sentence.rests_on:
            page, _, own = id.rpartition("/")
            pages.setdefault(f"{page}/" if page else self.path, []).append(own)
        groups = []
        for path, ids in pages.items():
            here, home = path == self.path, self.archive.home_at[path]
            # Of another page the first has its name, the others a letter.
            labels = [numbers[id] for id in ids] if here else [self.when(home), *ascii_lowercase[1:]]
            about = "" if here else f"{self.home_label(home).striptags()} "
            links = [
                link.format(
                    self.href(path, id), self.word("rests_on"), f"{about}{label}" if here or at else about, label
                )
                for at, (id, label) in enumerate(zip(ids, labels, strict=False))
            ]
            groups.append((f"{self.word('rests_on_note')} " if here else "") + Markup(", ").join(links))
        return Markup("; ").join(groups)

    def when(self, home: Home) -> Markup:
        """A page in the fewest words: the day of a meeting, where that is known, or the review’s part."""
        known = isinstance(home, Meeting) and home.date.precision is Precision.DAY
        return self.date(home.date) if known else self.home_label(home)

    def run_in(self, statement: Statement) -> Markup:
        """What a statement in a table begins with: the places it is about, and who said it or of what kind it is."""
        record = statement.record
        if record.by:
            whose = self.foreign(self.archive.people[record.by].name, Language.VI)
        else:
            whose = escape(
                self.text(record.by_office) if record.by_office else self.word(f"kind_{statement.kind}").lower()
            )
        places = map(self.place_name, statement.places) if statement.level is Level.PROVINCIAL else ()
        unnamed = [place for place in places if place not in whose]  # an office may name its place
        return Markup(capital(Markup(", ").join([*unnamed, whose])))

    def places_unnamed(self, figure: Figure) -> list[str]:
        """The places that a figure is about and that its words do not name."""
        what = self.text(figure.record.what)
        return [name for name in map(self.place_name, figure.places) if name not in what]

    def outcome(self, outcome: Outcome) -> Markup:
        """What came of a statement: what came later, as a link, with where and when; of a fact its sources."""
        return self.render("outcome.html", o=outcome, home=outcome.of.home)

    def notes(self) -> Markup:
        """The notes of all that was marked before, one after another; nothing where nothing was."""
        return self.render("notes.html") if self.noted else Markup()

    def ways(self, item: Statement | Figure) -> Markup:
        """Where the note of a statement or a figure leads."""
        is_statement = isinstance(item, Statement)
        return self.render("note_ways.html", item=item, is_statement=is_statement, related=related(self.archive))

    def statements(self, statements: Sequence[Statement]) -> Markup:
        """Statements as cards, one after another; what those next to each other have in common is said once, above."""
        view = self.on_any_page()
        cards = "\n".join(view.cached_run(tuple(run)) for _, run in groupby(statements, _common))
        # On the page of a topic, document or province the tag that would lead to this very page is left out.
        collection, _, id = self.path.removesuffix("/").partition("/")
        if collection in _TAGS and id in self.archive.records[_COLLECTIONS[collection]]:
            for link in (view.tag(collection, id), view.record(collection, id, _TAGS[collection])):
                cards = cards.replace(f"\n{link}", "")
        if collection == PERSON.collection and id in self.archive.people:  # whose page has the offices with their days
            own = re.escape(view.record(collection, id))
            cards = re.sub(rf'<p class="note__speaker">{own}, .*</p>\n', "", cards)
        return self.with_prefixes(Markup(cards))

    def run(self, statements: tuple[Statement, ...]) -> Markup:
        """Cards of statements that have speaker, page and source in common."""
        first = statements[0]
        said = [self.text(each.text).lower() for each in statements]

        def is_said(words: str) -> bool:
            return all(words.lower() in text for text in said)

        line = self.render(
            "statement_line.html", s=first, is_of_meeting=isinstance(first.home, Meeting), is_said=is_said
        )
        cards = [self.render("statement.html", s=s, r=s.record) for s in statements]
        return self.render("statement_run.html", line=line, cards=cards)

    def subjects(self, statement: Statement, *, home: bool = False) -> Markup:
        """Links to what a statement is about, topics, documents and places; `home` on the page that has its anchor."""
        record = statement.record
        named: list[Key] = [(kind, id) for kind in ("topics", "documents") for id in getattr(record, kind)]
        if record.provinces:
            named += statement.places
        elif not home:  # in the lists of a former province it is said of which unit
            named += [place for place in statement.places if place[0] == UNIT.collection]
        return Markup("".join(f"\n{self.record(collection, id, _TAGS[collection])}" for collection, id in named))

    def tag(self, collection: str, id: str) -> Markup:
        """A link on a card to a record that its statement names."""
        link = self.document if collection == DOCUMENT.collection else partial(self.record, collection)
        return link(id, _TAGS[collection])

    def by_speaker(self, statements: Sequence[Statement]) -> list[Speaker]:
        """Statements by who made them, in the order of each one's first; those without a name are together too."""
        groups: dict[Any, list[Statement]] = {}
        for statement in statements:
            record = statement.record
            groups.setdefault(record.by or (record.by_office and record.by_office.vi), []).append(statement)
        return [self._speaker(group) for group in groups.values()]

    def _speaker(self, statements: list[Statement]) -> Speaker:
        record = statements[0].record
        name = Markup()
        if record.by:
            name = self.record("people", record.by)
        elif record.by_office:
            name = escape(self.text(record.by_office))
        forces = {statement.force for statement in statements}
        force = forces.pop() if len(forces) == 1 else None
        return Speaker(name, self.word(f"force_{force}") if force else "", statements)

    def on_any_page(self) -> AnyPage:
        """The same language on a page that is not known yet; `with_prefixes` makes its HTML that of a page."""
        return _any_page(self.archive, self.language, self.repository)

    def with_prefixes(self, html: Markup) -> Markup:
        """HTML that was made for any page, with links from this one."""
        return Markup(str(html).replace(_HOME, self.home).replace(_ROOT, self.root))

    def listing(self, listing: Listing, part: ListPart | None = None, *, level: int = 0) -> Markup:
        """A list as its own page (or that of a part) shows it; headings for the years of `level`, without any for 0."""
        return self.render("listing.html", listing=listing, part=part or listing.whole, level=level)

    def listed(self, sort: str, items: Sequence[Any]) -> Markup:
        """Items of one sort, one after another."""
        return self.render("listed.html", sort=sort, items=items, kinds=MEETING_KINDS)

    def figures(self, figures: Sequence[Figure], *, style: str = "cards") -> Markup:
        """Figures as cards or as a table, away from the page of their anchors."""
        return self.render("figures.html", figures=figures, style=style)

    def search(self, **filters: str) -> str:
        """The relative address of the search page with these filters."""
        return f"{self.href('search/')}?{_query(tuple(filters.items()))}"

    def former(self, path: str, id: str) -> Markup:
        """The marks at which an entry of a page was before, so that old links still lead to it."""
        marks = self.archive.redirects.former(f"{path}#{id}")
        return Markup("").join(pieces.FORMER.format(mark) for mark in marks)

    def evidence(self, item: Statement | Figure, *, behind: bool = False) -> Markup:
        """Where in its source an item is, and words as printed; `behind` a control. Nothing where neither is known."""
        evidence = item.record.evidence
        if evidence is None:
            return Markup("")
        return self.render("evidence.html", evidence=evidence, source=item.source, behind=behind)

    def citations(self, item: Statement | Figure) -> dict[str, str]:
        """How to cite a statement or a figure, by style: `vi` and `en` as running text, `bibtex`, `ris`."""
        return citations(cited(item, self.archive), self.archive, self.language, self.repository.site_url)

    def add(self, *names: str, file: str = "") -> Markup:
        """Buttons that open the forge's editor to add records of these types; nothing where there is no forge.

        `file` is the one that they go into, where they are parts of a record.
        """
        if not self.repository.url:
            return Markup()
        buttons = [(name, ADDITIONS[name].opened(self.repository, self.language, file)) for name in names]
        forms = [(name, self.editing(ADDITIONS[name].in_form(file))) for name in names]
        return self.render("add.html", buttons=buttons, forms=forms)

    def editing(self, asked: str) -> str:
        """The relative address of the form for editing with what it is asked for."""
        return f"{self.href(EDITING)}?{asked}"

    def form_of(self, item: Statement | Figure) -> str:
        """The relative address of the form with a statement or a figure in it."""
        return self.editing(in_form(item.place.file, item.record.id))

    def corrections(self, item: Statement | Figure) -> Markup:
        """Links to the ways to correct a statement or a figure that are configured."""
        repository = self.repository
        report = Report.about(item, self.language, repository.site_url)
        ways = [(repository.line(item.place), "edit_line", "edit")] if repository.url else []
        ways += repository.reports(report)
        links = (
            f'<a class="edit-link" href="{escape(address)}" title="{escape(self.word(title))}">'
            f"{escape(self.word(name))}</a>"
            for address, title, name in ways
        )
        return Markup("\n".join(links))

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


class AnyPage(View):
    """A language on a page that is not known yet: the ways up are placeholders, which `View.with_prefixes` replaces.

    So HTML that many pages show is made once.
    """

    def __init__(self, archive: Archive, language: Language, repository: Repository) -> None:
        super().__init__(archive, language, f"{language.prefix}{_HOME}", repository)
        self.root, self.home = _ROOT, _HOME
        self.cached_run = lru_cache(maxsize=_MOST_CARDS)(self.run)


def _common(statement: Statement) -> tuple[Any, ...]:
    """What is said once of statements that follow each other."""
    record = statement.record
    speaker = record.by or (record.by_office and record.by_office.vi)
    return statement.home.path, statement.kind, statement.force, statement.example, speaker, record.source


_any_page = lru_cache(maxsize=2)(AnyPage)
_query = lru_cache(maxsize=1_000)(urlencode)
