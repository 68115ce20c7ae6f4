"""Keys of record pages: what a page shows, as a digest, told without making the page.

Pages with the same key are the same to the byte. A key holds the files of the records that the page shows, what other
records are called in links, and what is counted on it; whatever every page may show (topics, provinces, reviews,
redirects, the names of hand-written pages, templates, code) is in every key. A page of a kind that shows more than can
be computed cheaply has none and is always made. `tests/builds/test_incremental.py` compares sites built after edits of
every kind with sites built from nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from macros.archive import Archive
from macros.archive.index import Key
from macros.archive.items import Home, Meeting
from macros.archive.related import related
from macros.archive.translation_status import address
from macros.pages.data_pages import DataPage
from macros.speed.build_inputs import BuildInputs
from macros.speed.digests import digest
from macros.text.language import Language
from macros.views.lists.listing import Listing, ListPart

Part = bytes | str
# What only the pages show that show a record of theirs; all other files of `data/` are in every key.
_SHOWN = ("data/meetings/", "data/documents/", "data/corrections/", "data/people.yml")


class PageKeys:
    """The keys of the pages of one build.

    Args:
        archive: the archive.
        inputs: what the site is made from.
        titles: the titles of the hand-written pages, by address from the site's root.
    """

    def __init__(self, archive: Archive, inputs: BuildInputs, titles: Mapping[str, str]) -> None:
        self.archive = archive
        self.related = related(archive)
        self.related.wait()  # before the work is shared out, so that no process does it again
        self.files = inputs.records
        everywhere = sorted(name for name in self.files if name.startswith("data/") and not name.startswith(_SHOWN))
        outdated = sorted(repr((pair, address(each.text, archive))) for pair, each in archive.records.outdated.items())
        names = (part for page in sorted(titles.items()) for part in page)
        self.common = digest([inputs.code, *(self.files[name] for name in everywhere), *outdated, *names])
        self._home = cache(self._home_part)
        homes: list[Home] = [*archive.review_parts, *archive.meetings.values()]
        self._homes = {home.path: home for home in homes}
        self._document = cache(self._document_part)
        self._person = cache(self._person_part)
        self._around = lru_cache(maxsize=64)(self._around_part)
        # Both languages of a page show the same; those of a meeting are made one after the other.
        self._content = lru_cache(maxsize=1)(self._content_part)
        self._shown: dict[str, Callable[[DataPage], Iterator[Part]]] = {
            "meeting": self._meeting_page,
            "document": self._document_page,
            "person": self._person_page,
            "list": self._list_page,
        }

    def of(self, page: DataPage, language: Language) -> str | None:
        """The key of a page in a language; None where it is always made."""
        if page.template not in self._shown or self.archive.corrections.of(page.path):
            return None
        return digest([self.common, language.value, self._content(page)]).hex()

    def _content_part(self, page: DataPage) -> bytes:
        names = (text[language] for text in (page.title, page.description) for language in Language)
        own = (page.path, *names, page.section, repr(page.place))
        return digest([*own, *self._shown[page.template](page)])

    def _meeting_page(self, page: DataPage) -> Iterator[Part]:
        meeting: Meeting = page.values["home"]
        yield self._home(meeting.path)
        for statement in self.archive.statements_of(meeting):
            yield repr(self.related.same_subject(statement))
            for similar in self.related.similar(statement):
                yield similar.id
                yield self._file(similar.home)
        for neighbour in self.archive.neighbours(meeting):
            yield self._file(neighbour) if neighbour else b""

    def _document_page(self, page: DataPage) -> Iterator[Part]:
        for id in self.archive.documents_numbered(page.values["record"].number):
            yield self._document(id)
        yield from self._listing(page.values["listings"]["statement"])
        yield from self._listing(page.values["listings"]["meeting"])

    def _person_page(self, page: DataPage) -> Iterator[Part]:
        yield repr(page.values["record"])
        yield from self._listing(page.values["listings"]["statement"])
        yield from self._listing(page.values["listings"]["appearance"])

    def _list_page(self, page: DataPage) -> Iterator[Part]:
        listing: Listing = page.values["listing"]
        part: ListPart = page.values["part"]
        yield self._around(listing, part.key)
        yield repr((part.key, part.number, part.count))
        yield from self._items(listing.sort, part.items)

    def _around_part(self, listing: Listing, key: str) -> bytes:
        """What all pages of a list have in common that show things of one key."""
        own = (listing.sort, *(listing.title[each] for each in Language), sorted(listing.filters.items()))
        others = [(other.path, other.key, other.count) for other in listing.first_pages]
        pages = [(page.path, *(listing.months(page, each) for each in Language)) for page in listing.pages.get(key, ())]
        return digest([repr((own, others, pages))])

    def _listing(self, listing: Listing) -> Iterator[Part]:
        """A list as it begins on the page of its record."""
        for part in listing.first_pages:
            yield repr((part.path, part.key, part.count))
        yield from self._items(listing.sort, listing.whole.items)

    def _items(self, sort: str, items: Iterable[Any]) -> Iterator[Part]:
        a = self.archive
        for item in items:
            match sort:
                case "statement" | "figure":
                    yield item.id
                    yield self._home(item.home.path)
                case "meeting" | "doubt":
                    yield self._home(item.path)
                case "appearance":
                    yield self._home(item.meeting.path)
                case "document":
                    yield self._document(item.id)
                    yield repr(len(a.statements_by("documents", item.id)))
                case "person":
                    yield self._person(item.id)
                    yield repr((len(a.appearances_by("people", item.id)), len(a.statements_by("people", item.id))))
                case "source":
                    yield from (item.path, item.source.id)
                    yield self._used_on(item.path)
                case _:  # files of other types are in every key; what their records name may not be
                    yield item.path
                    yield from self._named(item.keys())

    def _named(self, keys: Iterable[Key]) -> Iterator[Part]:
        """What is shown of the records that a record names."""
        for collection, id in keys:
            if collection == "documents":
                yield self._document(id)
            elif collection == "people":
                yield self._person(id)
            elif collection == "meetings":
                yield self._home(self.archive.meetings[id].path)

    def _used_on(self, path: str) -> Part:
        """What tells of the page whose facts a source states; what is not a record's is in every key."""
        collection, _, id = path.rstrip("/").partition("/")
        if collection == "documents":
            return self._document(id)
        return self._home(path) if path in self._homes else path

    def _file(self, home: Home) -> Part:
        # The files of reviews are in every key.
        return self.files[f"data/meetings/{home.id}.yml"] if isinstance(home, Meeting) else home.path

    def _home_part(self, path: str) -> bytes:
        """What is shown of a meeting or a part of a review and its statements, on its own page and in lists."""
        return digest(self._home_parts(self._homes[path]))

    def _home_parts(self, home: Home) -> Iterator[Part]:
        yield self._file(home)
        statements = self.archive.statements_of(home)
        named = [id for s in statements for id in s.record.documents]
        people = [s.record.by for s in statements if s.record.by]
        if isinstance(home, Meeting):
            named += home.record.documents
            people += [each.person for each in home.attendances]
        for person in dict.fromkeys(people):
            yield self._person(person)
        for document in dict.fromkeys(named):
            yield self._document(document)

    def _person_part(self, id: str) -> bytes:
        return digest([id, repr(self.archive.people[id])])

    def _document_part(self, id: str) -> bytes:
        """What is shown of a document, on its own page and where it is named."""
        record = self.archive.documents[id]
        shared = len(self.archive.documents_numbered(record.number)) > 1
        return digest([id, self.files[f"data/documents/{id}.yml"], repr(shared)])
