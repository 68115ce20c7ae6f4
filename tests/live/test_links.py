"""Every link of the site as it will be published leads to a page, an anchor or a file of it."""

from __future__ import annotations

from tests.support.built_site import Site
from tests.support.links import faults


def test_every_internal_link_and_anchor_resolves(site: Site) -> None:
    assert [fault for page in site.pages.values() for fault in faults(site, page, page.address)] == []
