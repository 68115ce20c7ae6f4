"""Every figure stands in a table of its subject."""

from __future__ import annotations

from macros.archive import Archive
from tests.support.built_site import Site


def test_every_figure_has_a_subject_and_is_reached_from_its_page(live_archive: Archive, live_site: Site) -> None:
    tables: dict[str, set[str]] = {}
    for page in live_site.pages.values():
        if page.address.startswith("topics/") and page.address != "topics/":
            rows = {row.get("data-figure") for row in page.article.all("tr", having="data-figure")}
            tables.setdefault(page.address.split("/")[1], set()).update(rows)
    for figure in live_archive.figures:
        assert figure.record.topics, figure.id
        assert all(figure.id in tables[topic] for topic in figure.record.topics), figure.id
