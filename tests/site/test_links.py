"""Every link leads somewhere: to a page, an anchor or a file of the site; from the page for missing addresses too."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from tests.support.built_site import Site
from tests.support.links import HOST, faults, targets
from tests.support.project import BASE, CONTACT, REPO_URL, SITE_URL

# Shown for any missing address, however deep: a link that is relative to it would lead astray.
MISSING_ADDRESS = "no/such/page/"


def test_every_internal_link_and_anchor_resolves(site: Site) -> None:
    assert len(site.pages) > 120
    assert [fault for page in site.pages.values() for fault in faults(site, page, page.address)] == []


def test_the_page_for_missing_addresses_links_from_any_depth(site: Site) -> None:
    for page in site.not_found:
        assert list(targets(page))
        assert list(faults(site, page, MISSING_ADDRESS)) == []


def test_anchors_are_unique_on_each_page(site: Site) -> None:
    for page in [*site.pages.values(), *site.not_found]:
        doubled = sorted({id for id in page.ids if page.ids.count(id) > 1})
        assert doubled == [], page.address


def test_no_page_links_to_the_address_it_will_be_published_at(site: Site) -> None:
    """Else a copy of the site, or a preview of it, would lead readers away."""
    for page in site.pages.values():
        assert [target for target in targets(page) if target.startswith(SITE_URL)] == [], page.address


def test_links_out_of_the_site_are_web_addresses_or_mail_to_its_contact(site: Site) -> None:
    for page in site.pages.values():
        for link in page.root.all("a", having="href"):
            address = link.get("href")
            web = urlsplit(address).scheme in ("", "http", "https")
            assert web or address.startswith(f"mailto:{CONTACT}?"), page.address


def test_every_page_can_be_reached_from_the_home_page(site: Site) -> None:
    reached, waiting = {""}, [""]
    while waiting:
        page = site.pages[waiting.pop()]
        for target in targets(page):
            inside = urlsplit(urljoin(f"{HOST}{BASE}{page.address}", target)).path.removeprefix(BASE)
            if inside in site.pages and inside not in reached:
                reached.add(inside)
                waiting.append(inside)
    assert site.pages.keys() - reached == set()


def test_every_page_leads_to_the_repository(site: Site) -> None:
    """Whoever finds a mistake finds the way to fix it."""
    for page in site.pages.values():
        assert any(target.startswith(REPO_URL) for target in targets(page)), page.address
