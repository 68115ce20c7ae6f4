"""The ways around a page of a list: to the list's other years or letters, and to the other pages of its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from macros.text.language import word
from macros.views.lists.listing import Listing, ListPart
from macros.views.rendering import View

_Way = tuple[str, str, str]  # a page's address; its name there, with a link and, for the page itself, without


def around(view: View, listing: Listing, part: ListPart) -> Markup:
    """Navigation for a page that is a part of a list."""
    # A long year has many pages and each leads to all; they are made one after another, their links once.
    anywhere = view.on_any_page()
    shown = [_nav(_label(listing, view), _keys(listing, part.key, anywhere), part)]
    pages = _pages(listing, part.key, anywhere)
    if len(pages) > 1:
        name = escape(word("list_pages", view.language))
        shown.append(_nav(name, pages, part, f"{name}:"))
    return view.with_prefixes(Markup("\n".join(shown)))


def _nav(label: Markup, ways: Sequence[_Way], part: ListPart, before: str = "") -> str:
    named = (f' <span class="list-around__one">{own if path == part.path else link}</span>' for path, link, own in ways)
    return f'<nav class="list-around" aria-label="{label}">{before}{"".join(named)}</nav>'


def _label(listing: Listing, view: View) -> Markup:
    return escape(word("list_by_letter" if listing.by_letter else "list_by_year", view.language))


@lru_cache(maxsize=2)
def _keys(listing: Listing, key: str, view: View) -> list[_Way]:
    def way(other: ListPart) -> _Way:
        name = escape(other.label(view.language))
        link: Markup | str = view.link(other.path, name)
        if other.key == key:  # the page, or one that it continues
            link, name = f"<strong>{link}</strong>", Markup(f'<strong aria-current="page">{name}</strong>')
        count = f'<span class="count">({escape(view.number(other.count))})</span>'
        return other.path, f"{link} {count}", f"{name} {count}"

    return [way(other) for other in listing.first_pages]


@lru_cache(maxsize=2)
def _pages(listing: Listing, key: str, view: View) -> list[_Way]:
    def way(page: ListPart) -> _Way:
        held = escape(listing.months(page, view.language))
        months = f' <span class="count">({held})</span>' if held else ""
        link = view.link(page.path, str(page.number))
        return page.path, f"{link}{months}", f'<strong aria-current="page">{page.number}</strong>{months}'

    return [way(page) for page in listing.pages[key]]
