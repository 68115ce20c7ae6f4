"""The pages beside the meetings' own that this site has, for its peers: people, documents, lists.

Each holds what ours shows in the main: the same items, each with its date, its text and its links.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.archive import Archive
from macros.pages.data_pages import DataPage, list_pages, record_pages
from macros.text.language import Language
from macros.views.lists.catalogue import lists
from macros.views.lists.listing import Listing, ListPart

Page = dict[str, Any]  # title; items, each with its text and its links, which are labels and addresses
Pages = dict[str, dict[str, Page]]
_NEWEST = 10  # items of a long list that its first page shows


def other_pages(archive: Archive) -> Pages:
    """Pages by address within a language (`people/abc/`) and language."""
    every = [*record_pages(archive, lists(archive)), *list_pages(archive, lists(archive))]
    return {
        page.path: {
            each.value: {"title": page.title[each], "items": list(_Items(archive, each).of(page))} for each in Language
        }
        for page in every
        if page.template != "meeting"
    }


def markdown(page: Page) -> str:
    """A page as Markdown."""
    lines = [f"# {page['title']}", ""]
    for item in page["items"]:
        links = " ".join(f"[{link['label']}]({link['href']})" for link in item["links"])
        lines += [f"{item['text']} {links}", ""]
    return "\n".join(lines)


class _Items:
    """What pages of one language show."""

    def __init__(self, archive: Archive, language: Language) -> None:
        self.archive = archive
        self.language = language

    def of(self, page: DataPage) -> Iterator[Page]:
        """The items of a page."""
        yield self.item(page.description[self.language])
        if "part" in page.values:
            yield from self.part(page.values["listing"], page.values["part"])
            return
        for listing in page.values.values():
            if isinstance(listing, Listing):
                yield self.item(f"{listing.title[self.language]} ({listing.whole.count})")
                yield from self.part(listing, listing.whole)
        if page.template == "year":
            yield from (self.listed("meeting", meeting) for meeting in page.values["meetings"])

    def part(self, listing: Listing, part: ListPart) -> Iterator[Page]:
        """The ways to the pages of a long list, and what stands on one of them or the first."""
        for other in listing.first_pages:
            yield self.item(f"({other.count})", (other.path, other.key))
        for each in part.items[-_NEWEST:] if listing.pages and not part.key else part.items:
            yield self.listed(listing.sort, each)

    def listed(self, sort: str, each: Any) -> Page:
        """One thing of a sort, as lists show it."""
        language, archive = self.language, self.archive
        match sort:
            case "statement":
                record = each.record
                said = f"{archive.people[record.by].name}: " if record.by else ""
                tags = [(f"topics/{id}/", id) for id in record.topics]
                tags += [(f"documents/{id}/", id) for id in record.documents]
                home = (f"{each.home.path}#{record.id}", each.home.date.shown(language))
                return self.item(f"{said}{each.text[language]} {each.kind}, {each.source.publisher}", home, *tags)
            case "figure":
                record = each.record
                about = f"{record.value} {record.unit[language]}: {record.what[language]}"
                return self.item(about, (each.home.path, record.as_of.shown(language)))
            case "meeting" | "doubt":
                about = f"{each.date.shown(language)}, {each.record.level}"
                return self.item(about, (each.path, each.title[language]))
            case "appearance":
                meeting, office = each.meeting, each.attendance.office[language]
                return self.item(f"{meeting.date.shown(language)}: {office}", (meeting.path, meeting.title[language]))
            case "document":
                record = each.record
                return self.item(f"{record.type}, {record.issuer[language]}", (each.path, record.number))
            case "person":
                return self.item("", (each.path, each.record.name))
            case _:
                about = f"{each.source.publisher}: {each.source.title}"
                return self.item(about, (each.path, each.title[language]))

    def item(self, text: str, *links: tuple[str, str]) -> Page:
        """A text and the links behind it."""
        return {
            "text": text,
            "links": [{"label": label, "href": f"/{self.language}/{path}"} for path, label in links],
        }
