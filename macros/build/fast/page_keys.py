"""Keys of record pages: what a page shows, as a digest, without making the page.

Pages with the same key are the same to the byte. A key covers the files of the records that the page shows, what other
records are called in links, and what is counted on it; whatever every page may show (topics, provinces, reviews,
redirects, the names of hand-written pages, templates, code) is in every key. A page of a kind that shows more than can
be computed cheaply has none and is always made. `tests/builds/test_incremental.py` compares sites built after edits of
every kind with sites built from nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from macros.archive import Archive
from macros.archive.index import Key, keys
from macros.archive.items import Appearance, Home, Meeting, SourceUse
from macros.archive.related import related
from macros.archive.translation_status import address
from macros.pages.data_pages import DataPage
from macros.records import DocumentRecord
from macros.speed.build_inputs import BuildInputs
from macros.speed.digests import digest
from macros.text.language import Language
from macros.views.lists.catalogue import Entry
from macros.views.lists.listing import Listing, ListPart

Part = bytes | str
_WITH_KEYS = {"meeting", "document", "person", "list"}  # templates
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
        self._around = lru_cache(maxsize=64)(self._around_part)
        # Both languages of a page show the same; those of a meeting are made one after the other.
        self._content = lru_cache(maxsize=1)(self._content_part)

    def of(self, page: DataPage, language: Language) -> str | None:
        """The key of a page in a language; None where it is always made."""
        if page.template not in _WITH_KEYS or self.archive.corrections.of(page.path):
            return None
        return digest([self.common, language.value, self._content(page)]).hex()

    def _content_part(self, page: DataPage) -> bytes:
        names = (text[language] for text in (page.title, page.description) for language in Language)
        own = (page.path, *names, page.section, repr(page.place))
        shown = self._list_page(page) if page.template == "list" else self._record_page(page)
        return digest([*own, *shown])

    def _record_page(self, page: DataPage) -> Iterator[Part]:
        record, home = page.values["record"], page.values["home"]
        yield from self._named([(page.values["type"].collection, page.id)])
        yield from self._later(f"{page.values['type'].collection}/{page.id}")
        if isinstance(record, DocumentRecord):
            yield from self._named(("documents", id) for id in self.archive.documents_numbered(record.number))
            yield from self._named(keys(record))
        if isinstance(home, Meeting):
            yield from self._around_meeting(home)
        for sibling in page.values["siblings"]:
            yield repr(sibling and (sibling.path, *(sibling.title[each] for each in Language), str(sibling.date)))
        for listing in page.values["listings"].values():
            yield repr([(part.path, part.key, part.count) for part in listing.first_pages])
            yield from self._items(listing.whole.items)

    def _around_meeting(self, meeting: Meeting) -> Iterator[Part]:
        for other in self.archive.series_around(meeting):
            yield repr((other.path, *(other.title[each] for each in Language), str(other.date)))
        for statement in self.archive.statements_of(meeting):
            yield repr(self.related.same_subject(statement))
            for similar in self.related.similar(statement):
                yield similar.id
                yield self._file(similar.home)

    def _list_page(self, page: DataPage) -> Iterator[Part]:
        listing: Listing = page.values["listing"]
        part: ListPart = page.values["part"]
        yield self._around(listing, part.key)
        yield repr((part.key, part.number, part.count))
        yield from self._items(part.items)

    def _around_part(self, listing: Listing, key: str) -> bytes:
        """What all pages of a list have in common that show things of one key."""
        own = (listing.sort, *(listing.title[each] for each in Language), sorted(listing.filters.items()))
        others = [(other.path, other.key, other.count) for other in listing.first_pages]
        pages = [(page.path, *(listing.months(page, each) for each in Language)) for page in listing.pages.get(key, ())]
        return digest([repr((own, others, pages))])

    def _items(self, items: Iterable[Any]) -> Iterator[Part]:
        for item in items:
            match item:
                case Entry():
                    yield item.path
                    yield from self._named([(item.type.collection, item.id), *item.keys()])
                    indexes = (self.archive.statements_by, self.archive.appearances_by)
                    yield repr([len(index(item.type.collection, item.id)) for index in indexes])
                case SourceUse():
                    yield from (item.path, item.source.id)
                    collection, _, id = item.path.rstrip("/").partition("/")
                    is_home = item.path in self.archive.home_at
                    yield from [self._home(item.path)] if is_home else self._named([(collection, id)])
                case Meeting():
                    yield self._home(item.path)
                case Appearance():
                    yield self._home(item.meeting.path)
                case _:
                    yield item.id
                    yield self._home(item.home.path)

    def _named(self, keys: Iterable[Key]) -> Iterator[Part]:
        """What is shown of records where others name them; what is not in files of their own is in every key."""
        for collection, id in keys:
            if collection == "documents":
                # Its status is in the files of the documents that replaced or amended it.
                status = self.archive.statuses[id]
                for each in (id, *(event.stated_by for event in (*status.events, *status.others))):
                    shared = len(self.archive.documents_numbered(self.archive.documents[each].number)) > 1
                    yield from (each, self.files[f"data/documents/{each}.yml"], repr(shared))
            elif collection == "people":
                yield from (id, repr(self.archive.people[id]))
            elif collection == "meetings":
                yield self._home(self.archive.meetings[id].path)

    def _file(self, home: Home) -> Part:
        # The files of reviews are in every key.
        return self.files[f"data/meetings/{home.id}.yml"] if isinstance(home, Meeting) else home.path

    def _home_part(self, path: str) -> bytes:
        """What is shown of a meeting or a part of a review and its statements, on its own page and in lists."""
        home = self.archive.home_at[path]
        records = (home.record, *(statement.record for statement in self.archive.statements_of(home)))
        named = dict.fromkeys(key for record in records for key in keys(record) if key[0] != "meetings")
        later = (part for statement in self.archive.statements_of(home) for part in self._later(statement.id))
        return digest([self._file(home), *self._named(named), *later])

    def _later(self, id: str) -> Iterator[Part]:
        """What came of a statement, and what a record is an outcome of, by its id."""
        outcomes = self.archive.outcomes
        for each in (*(outcome.to for outcome in outcomes.of(id)), *outcomes.causes(id)):
            if each:
                yield self._file(each if isinstance(each, Home) else each.home)
