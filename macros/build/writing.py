"""What a build writes when all pages are known: pages, search, exports, feeds; at once or when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from macros.build.build import Build
from macros.build.named import Named
from macros.build.page_keys import PageKeys
from macros.build.service_worker import search_bundles
from macros.build.stamping import RecordFile
from macros.derived import exports, feeds
from macros.search.files import hits
from macros.search.site import FOLDER, site_search
from macros.search.titled_pages import titled_pages
from macros.speed.digests import digest
from macros.speed.memory import give_back
from macros.speed.page_cache import KeptPages
from macros.speed.workers import Task
from macros.text.language import Language

_TOGETHER = 50  # pages: few enough to share work out evenly


class Writing:
    """What is still to be written of one build into `site`."""

    def __init__(self, build: Build, site: Path, named: Named | None = None) -> None:
        self.build = build
        self.site = site
        self.named = named  # notes what is written; None in the preview, which writes few pages

    def tasks(self, keys: PageKeys, kept: KeptPages) -> list[Task]:
        """All of it, in tasks that may be done side by side; record pages from `kept` where they are there."""
        return [partial(self._noted, task) for task in self._tasks(keys, kept)]

    def _noted(self, task: Task) -> bytes:
        own = task()
        if self.named:
            self.named.write()
        return own

    def _tasks(self, keys: PageKeys, kept: KeptPages) -> list[Task]:
        by_hand = [partial(self._page_by_hand, page) for page in self.build.by_hand]
        lists, others = self._beside()
        half = len(lists) // 2
        small = by_hand + [partial(self._pages, files, keys, kept) for files in others]
        large = [partial(self._pages, files, keys, kept) for files in lists]
        roomy: list[Task] = [*(partial(self._search, language) for language in Language), self._exports]
        # What takes the most room where `in_parallel` wants it; what is small where the processes meet.
        first = [partial(_then_give_back, task) for task in roomy]
        return [*first, self._feeds, *large[:half], *small, *large[half:]]

    def put_off(self) -> dict[str, Task]:
        """The same by address: a file, or all below a folder. Under `mkdocs serve` few of them are asked for."""
        pages: dict[str, Task] = {file.dest_uri: partial(self._page, file) for file in self.build.record_files}
        by_hand = {page.file.dest_uri: partial(self._page_by_hand, page) for page in self.build.by_hand}
        searches = {f"{FOLDER}{language}/": partial(self._search, language) for language in Language}
        downloads = dict.fromkeys(exports.addresses(), self._exports)
        news = dict.fromkeys(feeds.addresses(self.build.archive), self._feeds)
        return pages | by_hand | searches | downloads | news

    def _beside(self) -> tuple[list[Sequence[RecordFile]], list[Sequence[RecordFile]]]:
        """Lists, then other pages; what shares what takes time is together, so that one process makes it once.

        All lists of a year show the same cards; a meeting has the same similar statements in both languages.
        """
        lists: dict[str, list[RecordFile]] = {}
        others: list[RecordFile] = []
        for file in self.build.record_files:
            key = file.record.key
            (others if key is None else lists.setdefault(key, [])).append(file)
        return list(lists.values()), [others[at : at + _TOGETHER] for at in range(0, len(others), _TOGETHER)]

    def _pages(self, files: Sequence[RecordFile], keys: PageKeys, kept: KeptPages) -> bytes:
        made: list[tuple[str, str, str]] = []
        held: list[str] = []
        for file in files:
            page, key = self.site / file.dest_uri, keys.of(file.record, file.language)
            found = kept.put(key, page) if key else None
            if found:
                own, content = found
                self._look_through(file.url, content)
            else:
                own = self._page(file).hex()
                if key:
                    made.append((key, own, file.dest_uri))
            held += [file.dest_uri, own]
        kept.note(made)
        return digest(held)

    def _page(self, file: RecordFile) -> bytes:
        content = self.build.stamper.stamped(file).encode()
        self._look_through(file.url, content)
        return self._write_page(self.site / file.dest_uri, content)

    def _page_by_hand(self, page: Any) -> bytes:
        html = self.build.authoring.fill(page, page.content)
        content = self.build.stamper.by_hand(page, html).encode()
        self._look_through(page.url, content, by_hand=True)
        return self._write_page(self.site / page.file.dest_uri, content)

    def _look_through(self, address: str, content: bytes, *, by_hand: bool = False) -> None:
        if self.named:
            self.named.page(address, content, by_hand=by_hand)

    def _write_page(self, page: Path, content: bytes) -> bytes:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(content)
        return digest([content])

    def _search(self, language: Language) -> bytes:
        archive = self.build.archive
        files = site_search(archive, language, titled_pages(self.build.authoring.docs, archive))
        if self.named:
            self.named.addresses(f"{language.prefix}search/", (f"{language.prefix}{path}" for path in hits(files)))
        return self._write(chain(files.items(), search_bundles(files).items()))

    def _exports(self) -> bytes:
        return self._write_texts(exports.exports(self.build.archive, self.build.repository.site_url))

    def _feeds(self) -> bytes:
        return self._write_texts(feeds.feeds(self.build.archive, self.build.repository.site_url).items())

    def _write_texts(self, files: Iterable[tuple[str, str]]) -> bytes:
        def looked_through() -> Iterator[tuple[str, bytes]]:
            for address, text in files:
                if self.named:
                    self.named.text(address, text)
                yield address, text.encode()

        return self._write(looked_through())

    def _write(self, files: Iterable[tuple[str, bytes]]) -> bytes:
        """Write files, or pieces of them in their order."""
        begun: set[Path] = set()
        own: list[bytes | str] = []
        for address, content in files:
            file = self.site / address
            if file.parent not in begun:
                file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("ab" if file in begun else "wb") as written:
                written.write(content)
            begun.update((file.parent, file))
            own += [address, digest([content])]
        return digest(own)


def _then_give_back(task: Task) -> bytes:
    own = task()
    give_back()
    return own
