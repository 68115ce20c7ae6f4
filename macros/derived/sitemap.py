"""What search engines read: the addresses of the site with the language of each, in `sitemap.xml`, and `robots.txt`.

The protocol is that of sitemaps.org, with Google's `xhtml:link` for the two languages. MkDocs' own sitemap says that
every page changed on the day of the build; this one knows only days that the data name.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from macros.text.language import Language

FILE = "sitemap.xml"
MOST = 45_000  # addresses a file; the protocol allows 50,000
_NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_START = '<?xml version="1.0" encoding="UTF-8"?>\n'


def sitemap(paths: Iterable[str], days: Mapping[str, date], site_url: str, most: int = MOST) -> dict[str, str]:
    """The sitemap's files and `robots.txt`, by their address from the site's root.

    Args:
        paths: the pages' addresses within a language; each exists in both.
        days: the latest day that a page names, by its address within a language, where it has one.
        site_url: where the site is published.
        most: the largest number of addresses in a file; more are split over several, which `sitemap.xml` then names.
    """
    base = f"{site_url.rstrip('/')}/"
    entries = [entry for path in sorted(set(paths)) for entry in _entries(path, days.get(path), base)]
    files = {"robots.txt": f"User-agent: *\nAllow: /\n\nSitemap: {base}{FILE}\n"}
    if len(entries) <= most:
        return files | {FILE: _urls(entries)}
    starts = range(0, len(entries), most)
    parts = {f"sitemap-{number}.xml": _urls(entries[at : at + most]) for number, at in enumerate(starts, 1)}
    named = "".join(f"<sitemap><loc>{escape(base + name)}</loc></sitemap>\n" for name in parts)
    return files | parts | {FILE: f"{_START}<sitemapindex {_NAMESPACES}>\n{named}</sitemapindex>\n"}


def _entries(path: str, day: date | None, base: str) -> Iterator[str]:
    addresses = {language.value: f"{base}{language.prefix}{path}" for language in Language}
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(address)}/>'
        for code, address in [*addresses.items(), ("x-default", addresses[Language.VI])]
    )
    changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    for address in addresses.values():
        yield f"<url><loc>{escape(address)}</loc>{changed}{others}</url>\n"


def _urls(entries: Iterable[str]) -> str:
    return f"{_START}<urlset {_NAMESPACES}>\n{''.join(entries)}</urlset>\n"
