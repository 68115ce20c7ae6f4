"""Renders statements, their notes and lists to HTML through `macros/templates/`.

A `View` is what a template sees: the archive, the language, and the page on which the HTML will be. What it names and
links to is in `links.py`, `sourced.py` and `documents.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import groupby
from string import ascii_lowercase
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from macros.archive import Archive
from macros.archive.index import Key
from macros.archive.items import MEETING_KINDS, Figure, Meeting, Statement
from macros.archive.outcomes import Outcome
from macros.archive.related import related
from macros.records import PERSON, UNIT, Level, Sentence, Text
from macros.text.language import Language
from macros.text.passages import capital
from macros.views import pieces
from macros.views.adding import ADDITIONS, EDITING, in_form
from macros.views.citing import citations, cited
from macros.views.documents import TAGS, DocumentView
from macros.views.glosses import glossed
from macros.views.links import COLLECTIONS
from macros.views.lists.listing import Listing, ListPart
from macros.views.repository import Report, Repository
from macros.views.text_html import unbroken

_MOST_CARDS = 5_000  # of a language, cached at a time: some 12 MB
_HOME, _ROOT = "way-up-to-the-home-q7x/", "way-up-to-the-root-q7x/"  # words that are on no page


class Speaker(NamedTuple):
    """Somebody, named or not, with what was said; `force` in a word where all of it has the same."""

    name: Markup
    force: str
    statements: list[Statement]


class View(DocumentView):
    """Everything a template may use, for one page in one language; see `LinkedView` for what it is made of."""

    def __init__(self, archive: Archive, language: Language, page: str, repository: Repository) -> None:
        super().__init__(archive, language, page, repository)
        self.noted: list[Statement | Figure] = []  # what the page has marked so far, in reading order

    def said(self, text: Text) -> Markup:
        """The text of a statement; on an English page the terms in it lead to the glossary (`glosses.once` follows)."""
        html = unbroken(self.text(text))
        if self.language is Language.VI or text.en is None:
            return html
        return glossed(html, text, self.archive, partial(self.href, "glossary/"))

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
        if collection in TAGS and id in self.archive.records[COLLECTIONS[collection]]:
            for link in (view.tag(collection, id), view.record(collection, id, TAGS[collection])):
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
        return Markup("".join(f"\n{self.record(collection, id, TAGS[collection])}" for collection, id in named))

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
