"""What a permanent address is called in a sentence, for links that lead to it."""

from __future__ import annotations

from markupsafe import Markup, escape

from macros.archive.redirects import anchor, page
from macros.views.rendering import View


def address_link(view: View, address: str) -> Markup:
    """A link to a page, or to an entry on it, by the page's name."""
    return view.link(page(address), page_name(view, page(address)), anchor(address))


def page_name(view: View, path: str) -> Markup:
    """A page by the name of its record or list; a page of the past by its address."""
    archive = view.archive
    section, _, id = path.rstrip("/").partition("/")
    if not id:
        return escape(view.word(section))
    if section == "meetings" and id in archive.meetings:
        return view.home_label(archive.meetings[id])
    if section == "documents" and id in archive.documents:
        return escape(view.document_title(id))
    if section == "provinces" and id in archive.provinces:
        return escape(view.words(archive.provinces[id].name))
    if section == "topics" and id in archive.topics:
        return escape(view.words(archive.topics[id].name))
    if section == "people" and id in archive.people:
        return view.foreign(archive.people[id].name, "vi")
    part = next((part for part in archive.review_parts if part.path == path), None)
    return view.home_label(part) if part else escape(path)
