"""The pages of one build: their titles, the pages above each, what their heads say, and where they are edited."""

from collections.abc import Iterable

from markupsafe import Markup
from mkdocs.structure.pages import Page

from macros.archive import Archive
from macros.build.fast.stamping import PageParts, Theme
from macros.build.site_files import RecordFile, address_of, language_of, path_of
from macros.data.problems import Place
from macros.derived.social_cards import Cards
from macros.pages.authoring.pages import Authoring
from macros.pages.page_head import page_head
from macros.text.language import Language
from macros.text.passages import is_vietnamese
from macros.views.adding import in_form
from macros.views.descriptions import cut
from macros.views.glosses import once
from macros.views.page_facts import Crumb, PageFacts
from macros.views.rendering import View
from macros.views.repository import Repository
from macros.views.text_html import with_untranslated_note


class SitePages:
    """The pages of `docs/` and those of records."""

    def __init__(
        self,
        archive: Archive,
        repository: Repository,
        authoring: Authoring,
        by_hand: Iterable[Page],
        records: Iterable[RecordFile],
    ) -> None:
        self.archive = archive
        self.repository = repository
        self.authoring = authoring
        self.by_hand = {address_of(page.file): page for page in by_hand}
        self.records = {file.record.path: file.record for file in records}
        self.titles_by_hand = {address: Markup(page.title).striptags() for address, page in self.by_hand.items()}
        with_card = (path for path, record in self.records.items() if record.has_card)
        self._paths_with_card = {*map(path_of, (page.file for page in self.by_hand.values())), *with_card}

    @property
    def paths(self) -> set[str]:
        """The addresses of all pages within a language."""
        return {path_of(page.file) for page in self.by_hand.values()} | self.records.keys()

    def write_cards(self, cards: Cards) -> None:
        """Write the pictures for links to pages of `docs/`, and the icon."""
        for address, page in self.by_hand.items():
            cards.write(path_of(page.file), language_of(page.file), self.titles_by_hand[address])
        cards.write_icon()

    def write_card(self, cards: Cards, file: RecordFile) -> None:
        """Write the picture for links to a record's page, if it has one of its own."""
        if file.record.has_card:
            title, said = file.record.title[file.language], file.record.description[file.language]
            cards.write(file.record.path, file.language, str(title), str(said).removeprefix(str(title)).lstrip(" :,.–"))

    def record_page(self, theme: Theme, file: RecordFile) -> str:
        """The HTML of a record's page."""
        return theme.stamped(file, self.parts(file))

    def parts(self, file: RecordFile) -> PageParts:
        """What a record's page has of its own."""
        record, language = file.record, file.language
        above = self._above(record.path, language, record.section)
        near = (record.path, *(each.path for each in reversed(above)))
        card = next((path for path in near if path in self._paths_with_card), "")
        title, is_translated = record.title[language], not is_vietnamese(record.title[Language.EN])
        description = cut(record.description[language])
        facts = PageFacts(record.path, language, title, description, above, card, is_translated)
        view = View(self.archive, language, language.prefix + record.path, self.repository)
        way = view.render("breadcrumb.html", above=above, title=record.title[language])
        body = way + record.html(self.archive, language, self.repository)
        if record.place:
            is_shared = record.place.file.count("/") == 1  # where one file holds many, of several types
            asked = f"{record.path.partition('/')[0]}/{record.id}" if is_shared else record.place.file
            body += view.render("edit_here.html", address=view.editing(in_form(asked)))
        edit_url = self.repository.line(record.place) if record.place else ""
        return PageParts(self._head(facts), with_untranslated_note(once(body), language), edit_url)

    def page_by_hand(self, theme: Theme, page: Page) -> str:
        """The HTML of a page of `docs/`, with what its macros show."""
        path, language = path_of(page.file), language_of(page.file)
        description, title = cut(str(page.meta["description"])), self.titles_by_hand[address_of(page.file)]
        facts = PageFacts(path, language, title, description, self._above(path, language), path)
        html = self.authoring.fill(page, str(page.content))
        return theme.by_hand(page, self._head(facts), with_untranslated_note(once(html), language))

    def place(self, address: str) -> Place | None:
        """The file that a page is made from; None for a page of many records and for a file that is no page."""
        if address in self.by_hand:
            return Place(self.authoring.name(self.by_hand[address].file))
        for language in reversed(Language):  # the Vietnamese addresses have no prefix
            if address.startswith(language.prefix):
                record = self.records.get(address.removeprefix(language.prefix))
                if record is not None and record.place is not None:
                    return record.place
        return None

    def _head(self, facts: PageFacts) -> Markup:
        return page_head(facts, self.archive, self.repository.site_url)

    def _above(self, path: str, language: Language, section: str = "") -> tuple[Crumb, ...]:
        """The pages that lead to the one at `path`, the first page first; `section` where its first folder does not."""
        folders = path.split("/")[:-1]
        addresses = ["".join(f"{folder}/" for folder in folders[:depth]) for depth in range(len(folders))]
        if section not in addresses:
            addresses.insert(1, section)
        titles = ((each, self._title(each, language)) for each in addresses)
        return tuple(Crumb(title, each) for each, title in titles if title is not None)

    def _title(self, path: str, language: Language) -> str | None:
        """The title of a page, if there is one."""
        record = self.records.get(path)
        return record.title[language] if record else self.titles_by_hand.get(language.prefix + path)
