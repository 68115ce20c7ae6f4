"""Renders records to HTML through the templates in `macros/templates/`. Every value is escaped where it is put in.

A `View` is what a template sees: the archive, the language, and the page on which the HTML will stand, so that links
are relative and the site works below any address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from typing import Any, TypeVar, cast
from urllib.parse import urlencode

from markupsafe import Markup, escape

from macros import records as model
from macros.archive import Archive
from macros.archive.items import MEETING_KINDS, Figure, Home, Meeting, ReviewPart, Statement
from macros.archive.related import related
from macros.archive.translation_status import address
from macros.archive.translations import Outdated, Pair
from macros.records import StatementKind
from macros.text.dates import PartialDate
from macros.text.language import Language, noun, number, word
from macros.text.passages import Passages, joined, phrase
from macros.views import citing
from macros.views.adding import ADDITIONS
from macros.views.lists.listing import Listing, ListPart, key_name
from macros.views.page_facts import Crumb
from macros.views.reports import Report
from macros.views.repository import Repository
from macros.views.templating import label, template
from macros.views.unbroken import unbroken

_MOST_CARDS = 5_000  # of a language, kept at a time: some 12 MB
_TAGS = {"topics": "topic", "documents": "document", "provinces": "province"}
Making = TypeVar("Making", bound=Callable[..., Markup])
_SOURCE_ID = re.compile(r"(?<![\w#/.-])s\d+(?![\w-])")  # in a text; not in the address of a link
_HOME, _ROOT = "way-up-to-the-home-q7x/", "way-up-to-the-root-q7x/"  # words that no page holds


class OutdatedText(str):
    """An English text whose Vietnamese is newer: where HTML is made of it, it bears a mark."""

    mark: Markup

    def __html__(self) -> str:
        """The text and behind it the mark."""
        return escape(str(self)) + self.mark


def _once(make: Making) -> Making:
    """Let a view make HTML once that a page shows again and again, such as a link to a topic."""

    @wraps(make)
    def made(view: View, *asked: Any) -> Markup:
        key = (make, *asked)
        if key not in view._made:
            view._made[key] = make(view, *asked)
        return view._made[key]

    return cast("Making", made)


class View:
    """Everything a template may use, for one page in one language.

    Args:
        archive: the archive.
        language: the language of the page.
        page: the page's address from the site's root, such as `en/meetings/2022-06-29/`; empty for the first page.
        repository: where the source of the site is kept, for edit links.
    """

    def __init__(self, archive: Archive, language: Language, page: str, repository: Repository) -> None:
        self.archive = archive
        self.language = language
        self.page = page
        self.repository = repository
        # The ways up to the first page of the site and to that of the language.
        self.root = "../" * page.count("/")
        path = page.removeprefix(language.prefix)
        self.home = "../" * path.count("/")
        self._path = path
        self._folder, _, self._name = path.removesuffix("/").partition("/")
        self._made: dict[tuple[Any, ...], Markup] = {}

    def render(self, name: str, /, **values: Any) -> Markup:
        """The HTML of one template."""
        return Markup(template(self.language, name).render(view=self, a=self.archive, **values))

    def word(self, key: str) -> str:
        """A word of the interface."""
        return word(key, self.language)

    def text(self, text: model.Text) -> str:
        """A text of the archive in the page's language; on a page, English that was left behind bears a mark.

        A text without English is shown in Vietnamese, with its `lang`.
        """
        behind = self.archive.records.outdated
        if not behind or text.en is None or not self.page.startswith(Language.EN.prefix):
            return text[self.language]
        outdated = behind.get(Pair(text.vi, text.en))
        if outdated is None:
            return text[self.language]
        marked = OutdatedText(text.en)
        marked.mark = self._mark(outdated)
        return marked

    def words(self, text: model.Text) -> str:
        """A text in the page's language where no mark can be put, such as within a link."""
        return text[self.language]

    def drawn(self, text: str) -> Markup:
        """Words within a drawing."""
        return text.html(element="tspan") if isinstance(text, Passages) else escape(text)

    def filled(self, key: str, **values: str) -> str:
        """A phrase of the interface with these words in it."""
        return phrase(self.word(key), **values)

    def _mark(self, outdated: Outdated) -> Markup:
        original = self.href(*address(outdated.text, self.archive), language=Language.VI)
        return Markup(' <a class="outdated" href="{}" hreflang="vi">{}</a>').format(
            original, self.word("outdated_mark")
        )

    def foreign(self, text: str, language: str) -> Markup:
        """A text in a given language, marked so for screen readers where it differs from the page's."""
        shown = escape(text)
        return shown if language == self.language.value else Markup(f'<span lang="{language}">{shown}</span>')

    def stated(self, value: Any) -> Markup:
        """A text, or “not stated” where no source states it."""
        if value == model.NOT_STATED:
            return Markup('<span class="not-stated">{}</span>').format(self.word("not_stated"))
        if isinstance(value, model.Text):
            return escape(self.text(value))
        if isinstance(value, PartialDate):
            return self.date(value)
        return unbroken(value)

    def sourced(self, value: model.SourcedText | str) -> Markup:
        """A text or “not stated”, and a mark that leads to the source that states it."""
        if not isinstance(value, model.SourcedText) or not value.source:
            return self.stated(value)
        mark = self.link(self._path, value.source, f"source-{value.source}", "source-mark")
        return Markup(f"{self.stated(value)} {mark}")

    def note(self, text: model.Text | None, home: Home) -> Markup:
        """A note behind a fact of a page, if there is one."""
        return Markup(f' <span class="fact__note">{self.told(text, home)}</span>') if text else Markup("")

    def told(self, text: model.Text, home: Home) -> Markup:
        """A text about a page's facts; where it names sources by id, it leads to them."""
        ids = {source.id for source in home.sources}

        def mark(found: re.Match[str]) -> str:
            return self.link(home.path, found[0], f"source-{found[0]}") if found[0] in ids else found[0]

        return Markup(_SOURCE_ID.sub(mark, escape(self.text(text))))

    def level(self, meeting: Meeting) -> str:
        """The level of a meeting; of a provincial one with its provinces."""
        record = meeting.record
        level = self.word(f"level_{record.level}")
        if record.level is not model.Level.PROVINCIAL or not record.provinces:
            return level
        names = joined(", ", (self.archive.provinces[id].short[self.language] for id in record.provinces))
        return phrase("{} ({})", level, names)

    def date(self, date: PartialDate) -> Markup:
        """A date as exactly as it is known."""
        return _date(date, self.language)

    def number(self, value: int | float) -> str:
        """A number as the language prints it."""
        return number(value, self.language)

    def counted(self, count: int, thing: str) -> str:
        """So many of a thing; a word with two forms in `words.yml` has them as `one|many`."""
        return f"{self.number(count)} {noun(count, thing, self.language)}"

    def href(self, path: str, anchor: str = "", language: Language | None = None) -> str:
        """The relative address of a page (its path within a language) and an anchor on it."""
        if language in (None, self.language):
            address = "" if anchor and self.language.prefix + path == self.page else self.home + path or "./"
        else:
            address = self.root + self.language.other.prefix + path or "./"
        return f"{address}#{anchor}" if anchor else address

    def stands_on(self, path: str) -> bool:
        """Whether the HTML will stand on the page at this address within its language."""
        return self._path == path

    def link(self, path: str, label: str | Markup, anchor: str = "", css: str = "") -> Markup:
        """A link to a page of the site; a mark on its label, being a link, follows it."""
        attribute = f' class="{css}"' if css else ""
        mark = label.mark if isinstance(label, OutdatedText) else ""
        shown = label if isinstance(label, Markup) else unbroken(label)
        return Markup(f'<a href="{self.href(path, anchor)}"{attribute}>{shown}</a>{mark}')

    def meeting(self, id: str) -> Markup:
        """A link to a meeting, by its date and title."""
        meeting = self.archive.meetings[id]
        return self.link(meeting.path, self.text(meeting.title))

    @_once
    def document(self, id: str, css: str = "") -> Markup:
        """A link to a document, by its number; with its date where two documents bear that number."""
        return self.link(f"documents/{id}/", self.document_name(id), css=css)

    def document_name(self, id: str) -> str:
        """What a document is called, as `Archive.document_name` has it."""
        return self.archive.document_name(id)[self.language]

    def heading(self, text: str) -> Markup:
        """A text as a heading shows it, with its mark, in which a date, a number and a dash keep to their line."""
        return unbroken(text) + (text.mark if isinstance(text, OutdatedText) else "")

    def document_title(self, id: str) -> str:
        """A document's type and number, or the name it is known by, for the head of its page."""
        record = self.archive.documents[id]
        if record.number == model.NOT_STATED and record.known_as:
            return record.known_as[self.language]
        return phrase("{} {}", self.word(f"type_{record.type}"), self.document_name(id))

    @_once
    def province(self, id: str, css: str = "") -> Markup:
        """A link to a province, by its short name."""
        return self.link(f"provinces/{id}/", self.text(self.archive.provinces[id].short), css=css)

    @_once
    def topic(self, id: str, css: str = "") -> Markup:
        """A link to a topic."""
        return self.link(f"topics/{id}/", self.text(self.archive.topics[id].name), css=css)

    @_once
    def kind(self, kind: StatementKind, force: model.Force | None, example: bool) -> Markup:
        """A link to the statements of a kind, which says as well what force one has, or that it is an example."""
        label = self.word("example" if example else f"kind_{kind}")
        if force:
            label = f"{label}: {self.word(f'force_{force}')}"
        binding = " tag--binding" if force and force.binding else ""
        return self.link(f"kinds/{kind}/", label, css=f"tag tag--kind{binding}")

    @_once
    def person(self, id: str) -> Markup:
        """A link to a person."""
        name = self.foreign(self.archive.people[id].name, "vi")
        return self.link(f"people/{id}/", name)

    def term(self, id: str) -> Markup:
        """A link to a glossary term, by its abbreviation where it has one."""
        term = self.archive.glossary[id]
        return self.link("glossary/", term.abbreviation or self.text(term.term), id)

    def statements(self, statements: Sequence[Statement], *, home: bool = False) -> Markup:
        """Statements as cards, one after another; `home` on the one page where their anchors stand."""
        if home:
            return Markup("\n".join(self._card(statement, home=True) for statement in statements))
        anywhere = self.anywhere()
        cards = "\n".join(map(anywhere.card, statements))
        # On the page of a topic, document or province the tag that would lead to this very page is left out.
        if self._folder in _TAGS and self._name in getattr(self.archive, self._folder):
            cards = cards.replace(f"\n{anywhere.tag(_TAGS[self._folder], self._name)}", "")
        return self.settled(Markup(cards))

    def _card(self, statement: Statement, *, home: bool = False) -> Markup:
        return self.render("statement.html", s=statement, r=statement.record, home=home)

    def tags(self, statement: Statement, home: bool) -> Markup:
        """Links to where else such statements are: its kind, its page, its topics, documents and provinces."""
        record = statement.record
        tags = [self.kind(statement.kind, statement.force, statement.example)]
        if not home:
            tags.append(self.link(statement.home.path, self.home_label(statement.home), record.id, "tag tag--home"))
        tags += [self.tag("topic", id) for id in record.topics]
        tags += [self.tag("document", id) for id in record.documents]
        tags += [] if statement.example else [self.tag("province", id) for id in record.provinces]
        return Markup("\n".join(tags))

    def tag(self, type: str, id: str) -> Markup:
        """A link to a topic, document or province, as cards have it."""
        if type == "topic":
            return self.topic(id, "tag")
        return self.province(id, "tag") if type == "province" else self.document(id, "tag tag--document")

    def anywhere(self) -> Anywhere:
        """The same language where the page is still open: HTML made with it is on a page once that `settled` it."""
        return _anywhere(self.archive, self.language, self.repository)

    def settled(self, html: Markup) -> Markup:
        """HTML that was made for any page, on this one."""
        return Markup(str(html).replace(_HOME, self.home).replace(_ROOT, self.root))

    def listing(self, listing: Listing, part: ListPart | None = None, *, level: int = 0) -> Markup:
        """A list as its own page (or that of a part) shows it; headings for the years of `level`, without any for 0."""
        return self.render("listing.html", listing=listing, part=part or listing.whole, level=level)

    def listed(self, sort: str, items: Sequence[Any]) -> Markup:
        """Items of one sort, one after another."""
        return self.render("listed.html", sort=sort, items=items, kinds=MEETING_KINDS)

    def part_name(self, part: ListPart) -> str:
        """What a part of a list is called next to others: its year, its letter."""
        return part.key if part.key.isdecimal() else key_name(part.key, self.language)

    def breadcrumb(self, above: Sequence[Crumb]) -> Markup:
        """The way from the first page to this one."""
        links = "".join(f"{self.link(crumb.path, crumb.title)} › " for crumb in above)
        return Markup(f'<nav class="breadcrumb" aria-label="{label("breadcrumb", self.language)}">{links}</nav>')

    def search(self, **filters: str) -> str:
        """The relative address of the search page with these filters."""
        return f"{self.href('search/')}?{urlencode(filters)}"

    @_once
    def on_subject(self, topic: str, province: str, count: int) -> Markup:
        """A link to the search for all statements on a topic in a province, and how many there are."""
        found, name = escape(self.search(topic=topic, province=province)), label("related_subject", self.language)
        return Markup(f'<a href="{found}">{name}</a> <span class="count">({escape(self.number(count))})</span>')

    def similar(self, statement: Statement) -> list[Statement]:
        """Statements of other pages that say much the same."""
        return related(self.archive).similar(statement)

    def same_subject(self, statement: Statement) -> tuple[str, str, int] | None:
        """Topic and province that others share with a statement, and how many have both."""
        return related(self.archive).same_subject(statement)

    def figures(self, figures: Sequence[Figure], *, home: bool = False, style: str = "cards") -> Markup:
        """Figures as cards or as a table."""
        return self.render("figures.html", figures=figures, home=home, style=style)

    def former(self, path: str, id: str) -> Markup:
        """The marks at which an entry of a page was before, so that old links still lead to it."""
        marks = self.archive.redirects.former(f"{path}#{id}")
        return Markup("").join(Markup('<span class="former" id="{}"></span>').format(mark) for mark in marks)

    def citations(self, statement: Statement) -> dict[str, str]:
        """How to cite a statement, by style: `vi` and `en` as running text, `bibtex`, `ris`."""
        item, addresses, running = _cited(statement, self.archive, self.repository.site_url)
        address = addresses[self.language]
        return running | {
            "bibtex": citing.bibtex(item, statement.id, address),
            "ris": citing.ris(item, statement.id, address),
        }

    def add(self, *names: str, file: str = "") -> Markup:
        """Buttons that open the forge's editor to add records of these kinds; nothing where there is no forge.

        `file` is the one that they go into, where they are parts of a record.
        """
        if not self.repository.url:
            return Markup()
        buttons = [(name, ADDITIONS[name].opened(self.repository, self.language, file)) for name in names]
        return self.render("add.html", buttons=buttons)

    def corrections(self, item: Statement | Figure) -> Markup:
        """Links to the ways to correct a statement or a figure that are configured."""
        repository, report = self.repository, self.report(item)
        ways = []
        if repository.url:
            ways.append((repository.line(item.place), "edit_line", "edit"))
            ways.append((repository.form(report), "report_form", "report"))
        if repository.contact:
            ways.append((report.mail(repository.contact), "report_by_mail", "report_mail"))
        links = (
            f'<a class="mend" href="{escape(address)}" title="{escape(self.word(title))}">{escape(self.word(name))}</a>'
            for address, title, name in ways
        )
        return Markup("\n".join(links))

    def report(self, item: Statement | Figure) -> Report:
        """What a reader sends who finds a mistake in it."""
        return Report.about(item, self.language, self.repository.site_url)

    def source_list(self, sources: Sequence[model.Source]) -> Markup:
        """The sources of a page, each with its anchor and how much of it was seen, under their heading."""
        return self.render("source_list.html", sources=sources)

    def source_name(self, source: model.Source) -> Markup:
        """A source in few words, for the foot of a statement."""
        name = self.foreign(source.publisher, "vi")
        return (
            name
            if not source.machine_translation
            else name + Markup(f" ({label('machine_translation', self.language)})")
        )

    def home_label(self, home: Home) -> Markup:
        """The page a statement belongs to, in few words: level and form of a meeting, or the review's part."""
        key = (home.path,)
        if key not in self._made:
            self._made[key] = self._home_label(home)
        return self._made[key]

    def _home_label(self, home: Home) -> Markup:
        if isinstance(home, Meeting):
            return _form_and_date(self.word(f"form_{home.record.form}"), home.date, self.language)
        assert isinstance(home, ReviewPart)
        part = escape(self.word(f"part_{home.type.name}"))
        return Markup(f"{part} {home.year if home.for_year is None else home.for_year}")


class Anywhere(View):
    """A language on a page that is still open."""

    def __init__(self, archive: Archive, language: Language, repository: Repository) -> None:
        super().__init__(archive, language, f"{language.prefix}{_HOME}", repository)
        self.root, self.home = _ROOT, _HOME
        self._cards: dict[str, Markup] = {}

    def card(self, statement: Statement) -> Markup:
        """A statement as lists show it: many show the same."""
        id = statement.id
        if id not in self._cards:
            if len(self._cards) == _MOST_CARDS:
                self._cards.clear()
            self._cards[id] = self._card(statement)
        return self._cards[id]


_anywhere = lru_cache(maxsize=2)(Anywhere)


@lru_cache(maxsize=100)  # the page in the other language, which is made next, has the same
def _cited(
    statement: Statement, archive: Archive, site_url: str
) -> tuple[citing.Citation, dict[Language, str], dict[str, str]]:
    """What it takes to cite a statement, its address in each language, and its citations as running text."""
    item = citing.statement_citation(statement, archive)
    path = f"{statement.home.path}#{statement.record.id}"
    addresses = {each: f"{site_url.rstrip('/')}/{each.prefix}{path}" for each in Language}
    texts = {str(each): citing.prose(item, addresses[each], archive.site_name(each), each) for each in Language}
    return item, addresses, texts


@lru_cache(maxsize=10_000)
def _date(date: PartialDate, language: Language) -> Markup:
    shown = date.shown(language)
    return Markup(f'<time datetime="{date.iso}">{escape(shown)}</time>') if date.iso else unbroken(shown)


@lru_cache(maxsize=10_000)
def _form_and_date(form: str, date: PartialDate, language: Language) -> Markup:
    return Markup(f"{escape(form)}, {_date(date, language)}")
