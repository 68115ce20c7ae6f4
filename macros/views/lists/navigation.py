"""Ways to lists and around their pages."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from macros.archive.names_of_the_day import BEFORE_UNITS
from macros.records import FACETS, FIGURE, PROVINCE, TOPIC, TYPES, UNIT, RecordType
from macros.text.dates import PartialDate
from macros.views.lists.catalogue import Lists
from macros.views.lists.listing import Listing, ListPart
from macros.views.rendering import View

MOST = 12  # values of a facet, where a list of all has the others
_MOST_PAGES = 30  # of a year or a letter to which each of them leads

Facet = tuple[str, list[tuple[Markup, int]], str]


def around(view: View, listing: Listing, part: ListPart) -> Markup:
    """Navigation for a page of a list: to the list's other years or letters, and to the other pages of its own."""
    any_page = view.on_any_page()
    link = rf'(?:<strong>)?<a href="{re.escape(any_page.href(part.path))}">(.*?)</a>(?:</strong>)?'
    here = r'<strong aria-current="page">\1</strong>'
    found = view.with_prefixes(Markup(re.sub(link, here, str(_around(listing, part.key, any_page)))))
    pages = listing.pages[part.key]
    if len(pages) <= _MOST_PAGES:
        return found
    beside = [page for page in pages if abs(page.number - part.number) == 1]
    return found + view.render("beside.html", listing=listing, pages=beside)


@lru_cache(maxsize=2)  # a long year has many pages and each leads to all; they are made one after another
def _around(listing: Listing, key: str, view: View) -> Markup:
    pages = listing.pages[key]
    if len(pages) > _MOST_PAGES:  # of very many, with which a page would grow, those on which a month begins
        pages = [page for number, page in enumerate(pages) if not number or _begins_month(pages[number - 1], page)]
    return view.render("around.html", listing=listing, key=key, pages=pages)


def _begins_month(before: ListPart, page: ListPart) -> bool:
    first, last = (getattr(item, "date", None) for item in (page.items[0], before.items[-1]))
    if not isinstance(first, PartialDate) or not isinstance(last, PartialDate):
        return False
    return first.start.month != last.start.month


def figure_facets(view: View, lists: Lists) -> Iterator[Facet]:
    """How all figures divide by subject, province and present unit; links lead to the tables, as `Facet` has them.

    What has none is named too, with the way to its page.
    """
    types: tuple[RecordType[Any], ...] = (TOPIC, PROVINCE, UNIT)
    for type in types:
        counts = {id: len(listing.items) for id, listing in lists.by(FIGURE.name, type.collection).items()}
        before = lists.by(FIGURE.name, BEFORE_UNITS) if type is UNIT else {}
        values = []
        for id, count in counts.items():
            anchor = "part-figures"
            if type is UNIT:  # its page has those of before apart
                anchor, count = "part-own" if count else "part-before", count + len(before[id].items)
            name = type.name_of(view.archive.records[type][id])
            values.append((view.link(type.path(id), view.text(name), anchor if count else ""), count))
        yield type.name, values, ""


def facets(view: View, lists: Lists, year: int | None = None) -> Iterator[Facet]:
    """How all statements, or those of a year, divide by each facet.

    Returns for each facet its name, its values as links with the number of statements of each, and the address of the
    list that has the values left out, if any are; values without statements have no link.
    """

    def link(listing: Listing) -> Markup:
        path, anchor = (listing.path, "") if year is None else listing.year(year)
        return view.link(path, view.text(listing.title), anchor)

    types = {type.name: type for type in TYPES}
    for facet in FACETS:
        type = types.get(facet)
        listings = lists.by("statement", type.collection if type else facet)
        counts = {id: each.count(year) for id, each in listings.items() if each.count(year)}
        shown, more = list(counts), ""
        if type and type.parts:
            shown = sorted(counts, key=lambda id: (-counts[id], id))[:MOST]
            more = f"{type.collection}/" if len(counts) > len(shown) else ""
        yield facet, [(link(listings[id]), counts[id]) for id in shown], more
