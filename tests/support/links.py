"""Links of built pages that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from tests.support.built_site import Site, SitePage
from tests.support.project import BASE

HOST = "http://site.test"


def targets(page: SitePage) -> Iterator[str]:
    """Everything that a page leads to or loads."""
    for element in page.root.all("a", "link", having="href"):
        # What is reported to search engines is absolute, and checked with the languages and the heads.
        if element.tag == "a" or not {"canonical", "alternate"} & set(element.get("rel").split()):
            yield element.get("href")
    for element in page.root.all("img", "script", "iframe", "source", having="src"):
        yield element.get("src")


def faults(site: Site, page: SitePage, address: str) -> Iterator[str]:
    """What a page links to, shown at an address, that is not on the site."""
    for target in targets(page):
        url, anchor = urldefrag(urljoin(f"{HOST}{BASE}{address}", target))
        parts = urlsplit(url)
        if f"{parts.scheme}://{parts.netloc}" != HOST:
            continue
        path = unquote(parts.path)
        if not path.startswith(BASE):
            yield f"{address}: {target} leads out of the site"
            continue
        inside = path.removeprefix(BASE)
        leads_to = page if inside == address else site.pages.get(inside.removesuffix("index.html"))
        if leads_to is None and not (site.folder / inside).is_file():
            yield f"{address}: {target} leads nowhere"
        elif anchor and (leads_to is None or unquote(anchor) not in leads_to.ids):
            yield f"{address}: {target} has no such anchor"
