"""The navigation of each language: that of `mkdocs.yml`, and the newest yearly review where that names their list."""

from typing import Any

from mkdocs.structure.nav import Link, Navigation, Section

from macros.archive import Archive
from macros.text.language import Language, word
from macros.views import review_names

REVIEWS = "reviews/"


class Menu(Navigation):
    """The navigation of one language; `urls` are the addresses that its entries lead to, from the site's root."""

    def __init__(self, nav: Navigation, language: Language, archive: Archive) -> None:
        [section] = [item for item in nav.items if item.title == language.value]
        items = [_with_newest(item, language, archive) for item in section.children or []]
        for item in items:
            item.parent = None
        pages = [page for page in nav.pages if page.file.src_uri.startswith(f"{language}/")]
        super().__init__(items, pages)
        self.homepage = pages[0]
        self.entries = [entry for item in items for entry in (item.children or [item])]
        self.urls = {entry.url for entry in self.entries}


def _with_newest(item: Any, language: Language, archive: Archive) -> Any:
    """In the place of the page that lists all reviews a section: the parts of the newest, then that page."""
    if not item.is_page or item.url != language.prefix + REVIEWS or not archive.review_years:
        return item
    newest = [part for part in archive.review_parts if part.year == archive.review_years[0]]
    parts = [Link(review_names.short_title(part)[language], language.prefix + part.path) for part in newest]
    for part in newest:
        if part.for_year:
            title = word("title_outcomes", language).format(year=part.for_year)
            parts.append(Link(title, f"{language.prefix}{part.outcomes_path}"))
    return Section(str(item.title), [*parts, Link(word("reviews_all", language), item.url)])
