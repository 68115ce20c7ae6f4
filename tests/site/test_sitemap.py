"""What search engines are reported of the site as a whole: sitemap.xml, robots.txt, and what they shall leave out."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

from macros.archive import Archive
from macros.archive.latest import last_days
from macros.derived.sitemap import sitemap
from macros.pages.page_head import UNLISTED
from tests.support.built_site import Site, SitePage
from tests.support.project import SITE_URL

URL = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def _urls(text: str) -> dict[str, ET.Element]:
    return {url.findtext(f"{URL}loc") or "": url for url in ET.fromstring(text.encode()).iterfind(f"{URL}url")}


def _noindex(page: SitePage) -> bool:
    return any(meta.get("name") == "robots" and "noindex" in meta.get("content") for meta in page.head.all("meta"))


def test_the_sitemap_lists_every_page_that_may_be_found(site: Site) -> None:
    listed = set(_urls((site.folder / "sitemap.xml").read_text("utf-8")))
    assert listed == {SITE_URL + page.address for page in site.pages.values() if page.path not in UNLISTED}
    assert not (site.folder / "sitemap.xml.gz").exists()


def test_what_the_sitemap_leaves_out_asks_to_be_left_out(site: Site) -> None:
    assert {page.path for page in site.pages.values() if _noindex(page)} == set(UNLISTED)
    assert all(map(_noindex, site.not_found))


def test_the_languages_of_a_page_name_each_other(site: Site) -> None:
    urls = _urls((site.folder / "sitemap.xml").read_text("utf-8"))
    for address, url in urls.items():
        named = {link.get("hreflang"): link.get("href") or "" for link in url.iterfind(LINK)}
        page = site.pages[address.removeprefix(SITE_URL)]
        vi = SITE_URL + page.path
        assert named == {"vi": vi, "en": f"{SITE_URL}en/{page.path}", "x-default": vi}
        assert set(named.values()) <= set(urls)


def test_a_day_of_change_is_one_that_the_data_name(site: Site, archive: Archive) -> None:
    days = last_days(archive)
    for address, url in _urls((site.folder / "sitemap.xml").read_text("utf-8")).items():
        day = days.get(site.pages[address.removeprefix(SITE_URL)].path)
        assert url.findtext(f"{URL}lastmod") == (day.isoformat() if day else None)
    assert days["meetings/2031-05-08/"] == date(2031, 5, 10)  # its source is of the day after its last
    assert days["meetings/2030-06-12/"] == date(2032, 4, 20)  # when it was corrected
    assert "" not in days


def test_robots_are_shown_the_sitemap(site: Site) -> None:
    assert f"Sitemap: {SITE_URL}sitemap.xml" in (site.folder / "robots.txt").read_text("utf-8").splitlines()


def test_many_pages_are_split_over_files() -> None:
    paths = [f"meetings/{number}/" for number in range(5)]
    files = sitemap(paths, {}, SITE_URL, most=4)
    assert sitemap(paths, {}, SITE_URL, most=10).keys() == {"robots.txt", "sitemap.xml"}
    named = [each.text for each in ET.fromstring(files["sitemap.xml"].encode()).iterfind(f"{URL}sitemap/{URL}loc")]
    assert named == [f"{SITE_URL}sitemap-{number}.xml" for number in (1, 2, 3)]
    parts = [_urls(files[f"sitemap-{number}.xml"]) for number in (1, 2, 3)]
    assert [len(part) for part in parts] == [4, 4, 2]
    assert {address for part in parts for address in part} == {
        f"{SITE_URL}{prefix}{path}" for path in paths for prefix in ("", "en/")
    }
