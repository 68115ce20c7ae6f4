"""Permanent addresses on pages: links by the name of what is there, and what is at addresses that have changed."""

from markupsafe import Markup, escape

from macros.archive import Archive
from macros.archive.redirects import PAGES_BY_HAND, anchor, page
from macros.records import DOCUMENT, MEETING, TYPES
from macros.text.language import Language
from macros.views.rendering import View
from macros.views.repository import Repository


def address_link(view: View, address: str) -> Markup:
    """A link to a page, or to an entry on it, by the page's name."""
    return view.link(page(address), page_name(view, page(address)), anchor(address))


def page_name(view: View, path: str) -> Markup:
    """A page by the name of its record or list; a page of the past by its address."""
    archive = view.archive
    collection, _, id = path.rstrip("/").partition("/")
    if not id:
        return escape(view.word(collection))
    for type in TYPES:
        if type.has_page and type.collection == collection and id in archive.records[type]:
            if type is MEETING:
                return view.home_label(archive.meetings[id])
            if type is DOCUMENT:
                return escape(archive.document_title(id)[view.language])
            name = getattr(archive.records[type][id], type.title)
            return view.foreign(name, "vi") if isinstance(name, str) else escape(name[view.language])
    part = next((part for part in archive.review_parts if part.path == path), None)
    return view.home_label(part) if part else escape(path)


def moved_pages(archive: Archive, site_url: str, policy: str) -> dict[str, str]:
    """A page that leads on for every page that moved, in each language: its file from the site's root, its HTML.

    `policy` is the Content-Security-Policy that the page has; empty for none.
    """
    files = {}
    for language in Language:
        for old, new in archive.redirects.pages.items():
            view = View(archive, language, language.prefix + old, Repository())
            html = view.render(
                "moved.html",
                policy=policy,
                root=view.href("", language=Language.VI),
                target=new,
                canonical=f"{site_url.rstrip('/')}/{language.prefix}{new}",
                name=page_name(view, page(new)),
                entries=[(id, address_link(view, to)) for id, to in archive.redirects.elsewhere(old)],
            )
            files[f"{language.prefix}{old}index.html"] = str(html)
    return files


def elsewhere(view: View, path: str) -> Markup:
    """For each entry that was on a page and is not now: a sentence at its old anchor that says where it is."""
    # What has become a page of its own is found there; from a list, or a page with entries of its own, readers look on.
    looked_for = {*PAGES_BY_HAND, *view.archive.home_at}
    entries = [
        (id, "elsewhere_gone" if to in looked_for else "elsewhere", address_link(view, to))
        for id, to in view.archive.redirects.elsewhere(path)
    ]
    return view.render("elsewhere.html", entries=entries) if entries else Markup("")
