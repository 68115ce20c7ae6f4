"""Statements counted by kind, topic, province and document, each count with the address of that list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.archive.items import Statement
from macros.views.lists.catalogue import Lists
from macros.views.lists.listing import Listing
from macros.views.rendering import View

MOST_DOCUMENTS = 20  # those cited most; the list of documents holds the others


@dataclass(frozen=True)
class Facet:
    """One way to tell statements apart: its name, and its values as links with the number of statements of each.

    `more` is the address of the list that holds the values left out.
    """

    name: str
    values: list[tuple[Markup, int]]
    more: str = ""


def facets(view: View, lists: Lists, said: Sequence[Statement], year: int | None = None) -> Iterator[Facet]:
    """How these statements, all or those of a year, divide; values that none has are left out."""

    def links(listings: Mapping[str, Listing], counts: Counter[str]) -> list[tuple[Markup, int]]:
        found = []
        for id, listing in listings.items():
            if counts[id]:
                path, anchor = (listing.whole.path, "") if year is None else listing.year(year)
                found.append((view.link(path, view.text(listing.title), anchor), counts[id]))
        return found

    yield Facet("kind", links(lists.kinds, Counter(s.kind.value for s in said)))
    yield Facet("topic", links(lists.topics, Counter(topic for s in said for topic in s.record.topics)))
    yield Facet("province", links(lists.provinces, Counter(province for s in said for province in s.provinces)))
    cited = Counter(document for s in said for document in s.record.documents)
    most = sorted(cited, key=lambda id: (-cited[id], id))[:MOST_DOCUMENTS]
    more = "documents/" if len(cited) > len(most) else ""
    yield Facet("document", links({id: lists.documents[id] for id in most}, cited), more)
