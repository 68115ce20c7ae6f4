"""What is at addresses that have changed: a small page in the place of a page, a sentence in that of an entry."""

from __future__ import annotations

from markupsafe import Markup

from macros.archive import Archive
from macros.archive.redirects import page
from macros.text.language import Language
from macros.views.address_names import address_link, page_name
from macros.views.rendering import View
from macros.views.repository import Repository


def moved_pages(archive: Archive, site_url: str, policy: str) -> dict[str, str]:
    """A page that leads on for every page that moved, in each language: its file from the site's root, its HTML.

    `policy` is the Content-Security-Policy that the page carries; empty for none.
    """
    base = f"{site_url.rstrip('/')}/"
    files = {}
    for language in Language:
        for old, new in archive.redirects.pages.items():
            view = View(archive, language, language.prefix + old, Repository())
            entries = [(id, address_link(view, to)) for id, to in archive.redirects.elsewhere(old)]
            html = view.render(
                "moved.html",
                policy=policy,
                root=view.href("", language=Language.VI),
                target=new,
                canonical=base + language.prefix + new,
                name=page_name(view, page(new)),
                entries=entries,
            )
            files[f"{language.prefix}{old}index.html"] = str(html)
    return files


def elsewhere(view: View, path: str) -> Markup:
    """For each entry that was on a page and does not now: a sentence at its old anchor that says where it is."""
    departed = view.archive.redirects.elsewhere(path)
    if not departed:
        return Markup("")
    # A target without an anchor is where readers may look on: the entry itself is nowhere any more.
    entries = [(id, "elsewhere" if "#" in to else "elsewhere_gone", address_link(view, to)) for id, to in departed]
    return view.render("elsewhere.html", entries=entries)
