"""What a build writes when all pages are known: pages, search, exports, feeds; at once or when asked for."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from macros.build.fast.incremental import Incremental
from macros.build.fast.stamping import Theme
from macros.build.service_worker import search_bundles
from macros.build.site_files import RecordFile, address_of, path_of
from macros.build.site_pages import SitePages
from macros.derived import editing, exports, feeds, markdown_pages, social_cards
from macros.derived.social_cards import Cards
from macros.pages.page_head import UNLISTED
from macros.search.site import FOLDER, site_search
from macros.search.titled_pages import titled_pages
from macros.speed.digests import digest
from macros.speed.memory import trim_heap
from macros.speed.workers import Task
from macros.text.language import Language

_PAGE = "index.html"
_BATCH = 50  # pages: few enough to share work out evenly


class Writer:
    """What is still to be written of one build into the folder `site`.

    `data` is the folder of the data, `commit` the one that is built, as far as that is known.
    """

    def __init__(
        self,
        pages: SitePages,
        files: Sequence[RecordFile],
        theme: Theme,
        cards: Cards,
        site: Path,
        data: Path,
        commit: str,
    ) -> None:
        self.pages = pages
        self.files = files
        self.theme = theme
        self.cards = cards
        self.site = site
        self.data = data
        self.commit = commit

    def tasks(self, incremental: Incremental) -> list[Task]:
        """All of it, in tasks that may be done side by side; each returns the digest of what it writes."""
        lists, others = self._batches()
        lists_half = len(lists) // 2
        pages = [partial(self._record_pages, batch, incremental) for batch in (*lists, *others)]
        large, small = pages[: len(lists)], pages[len(lists) :]
        small += [partial(self._social_cards, self.files[at : at + _BATCH]) for at in range(0, len(self.files), _BATCH)]
        by_hand = [partial(self._page_by_hand, page) for page in self.pages.by_hand.values()]
        # What needs most memory where `in_parallel` wants it; what is small where the processes meet.
        first: list[Task] = [*(partial(self._search, language) for language in Language), self._exports, self._feeds]
        tasks: list[Task] = [*first, self._editing, *large[:lists_half], *by_hand, *small, *large[lists_half:]]
        return tasks

    def deferred(self) -> dict[str, Task]:
        """The same by address: a file, or all below a folder. Under `mkdocs serve` few of them are asked for."""
        pages: dict[str, Task] = {file.dest_uri: partial(self._record_page, file) for file in self.files}
        for page in self.pages.by_hand.values():
            pages[page.file.dest_uri] = partial(self._page_by_hand, page)
        pages |= {address.removesuffix(_PAGE) + markdown_pages.FILE: make for address, make in pages.items()}
        searches = {f"{FOLDER}{language}/": partial(self._search, language) for language in Language}
        downloads = dict.fromkeys(exports.addresses(), self._exports)
        form = dict.fromkeys([editing.FOLDER, editing.SOURCE], self._editing)
        news = dict.fromkeys(feeds.addresses(self.pages.archive), self._feeds)
        cards = {
            social_cards.address(file.record.path, file.language): partial(self._social_cards, [file])
            for file in self.files
            if file.record.has_card
        }
        return pages | searches | downloads | form | news | cards

    def _batches(self) -> tuple[list[Sequence[RecordFile]], list[Sequence[RecordFile]]]:
        """Lists, then other pages; what shares what takes time is together, so that one process makes it once.

        All lists of a year show the same cards; a meeting has the same similar statements in both languages.
        """
        lists: dict[str, list[RecordFile]] = {}
        others: list[RecordFile] = []
        for file in self.files:
            key = file.record.key
            (others if key is None else lists.setdefault(key, [])).append(file)
        return list(lists.values()), [others[at : at + _BATCH] for at in range(0, len(others), _BATCH)]

    def _record_pages(self, files: Sequence[RecordFile], incremental: Incremental) -> bytes:
        parts: list[str] = []
        for file in files:
            parts += [file.dest_uri, incremental.page(file, self.site, partial(self._record_page, file)).hex()]
            self._markdown(file)
        return digest(parts)

    def _social_cards(self, files: Sequence[RecordFile]) -> bytes:
        for file in files:
            self.pages.write_card(self.cards, file)
        return digest([])  # what they show is on their pages too, which have digests

    def _record_page(self, file: RecordFile) -> bytes:
        return self._page(file, self.pages.record_page(self.theme, file))

    def _page_by_hand(self, page: Page) -> bytes:
        return self._page(page.file, self.pages.page_by_hand(self.theme, page))

    def _page(self, file: File, html: str) -> bytes:
        content = html.encode()
        page = self.site / file.dest_uri
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(content)
        self._markdown(file)
        return digest([content])

    def _markdown(self, file: File) -> None:
        """Write a page's Markdown next to it, where an earlier build's page came without."""
        page, address = self.site / file.dest_uri, address_of(file)
        written = page.with_name(markdown_pages.FILE)
        if path_of(file) not in UNLISTED and not written.exists():
            base = self.pages.repository.site_url.rstrip("/")
            written.write_text(markdown_pages.markdown(page.read_text("utf-8"), f"{base}/{address}"), "utf-8")

    def _search(self, language: Language) -> bytes:
        archive = self.pages.archive
        pages, site_url = titled_pages(self.pages.authoring.docs, archive), self.pages.repository.site_url
        files = site_search(archive, language, pages, site_url)
        own = self._write(chain(files.items(), search_bundles(files).items()))
        trim_heap()
        return own

    def _exports(self) -> bytes:
        own = self._write(exports.exports(self.pages.archive, self.pages.repository.site_url))
        trim_heap()
        return own

    def _editing(self) -> bytes:
        return self._write(editing.files(self.pages.archive, self.data, self.commit))

    def _feeds(self) -> bytes:
        return self._write(feeds.feeds(self.pages.archive, self.pages.repository.site_url).items())

    def _write(self, files: Iterable[tuple[str, str | bytes]]) -> bytes:
        """Write files, or pieces of them in their order; returns one digest of all."""
        begun: set[Path] = set()
        digests: list[bytes | str] = []
        for address, content in files:
            file = self.site / address
            if file.parent not in begun:
                file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("ab" if file in begun else "wb") as written:
                written.write(content.encode() if isinstance(content, str) else content)
            begun.update((file.parent, file))
            digests += [address, digest([content])]
        return digest(digests)
