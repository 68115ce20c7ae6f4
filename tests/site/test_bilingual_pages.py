"""Each page exists in both languages at the same address, says which it is in, and stays in it."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from macros.text.language import Language
from tests.support.built_site import Site, SitePage
from tests.support.html_reader import Element
from tests.support.project import SITE_URL

NAVIGATION = ("masthead", "foot")


def _links(page: SitePage, element: Element) -> list[str]:
    """Where the links inside an element lead, from the site's own address."""
    base = SITE_URL + page.address
    return [
        urljoin(base, link.get("href")).removeprefix(SITE_URL).partition("#")[0]
        for link in element.all("a", having="href")
        if urljoin(base, link.get("href")).startswith(SITE_URL)
    ]


def test_every_page_exists_in_both_languages(site: Site) -> None:
    vi, en = ({page.path for page in site.in_language(language)} for language in Language)
    assert vi == en
    assert len(vi) > 60


def test_the_language_is_declared(site: Site) -> None:
    wrong = [page.address for page in site.pages.values() if page.root.all("html")[0].get("lang") != page.language]
    assert wrong == []


def test_search_engines_are_reported_of_both_languages(site: Site) -> None:
    for page in site.pages.values():
        declared = {
            link.get("hreflang"): link.get("href")
            for link in page.head.all("link", having="hreflang")
            if "alternate" in link.get("rel").split()
        }
        vi = SITE_URL + page.path
        assert declared == {"vi": vi, "en": f"{SITE_URL}en/{page.path}", "x-default": vi}, page.address
        assert all(address.removeprefix(SITE_URL) in site.pages for address in declared.values())


def test_the_switch_leads_to_the_same_page_in_the_other_language(site: Site) -> None:
    for page in site.pages.values():
        [switch] = page.root.all("a", css="language-switch")
        assert switch.get("hreflang") == switch.get("lang") == page.language.other
        assert urljoin(SITE_URL + page.address, switch.get("href")) == SITE_URL + page.counterpart
        assert switch.text == {"vi": "Tiếng Việt", "en": "English"}[page.language.other]


def test_navigation_stays_in_the_language(site: Site) -> None:
    for page in site.pages.values():
        for part in NAVIGATION:
            for element in page.root.all(css=part):
                for address in _links(page, element):
                    if address == page.counterpart:
                        continue  # the switch
                    assert address.startswith("en/") is (page.language is Language.EN), (page.address, part, address)


@pytest.mark.parametrize(
    ("language", "tabs"),
    [
        (Language.VI, "Kết luận | Hội nghị | Chủ đề | Nhân vật | Tỉnh, thành phố | Văn bản | Số liệu | Tổng quan năm"),
        (Language.EN, "Conclusions | Meetings | Topics | People | Provinces | Documents | Figures | Yearly reviews"),
    ],
)
def test_every_page_has_the_tabs_of_its_language(site: Site, language: Language, tabs: str) -> None:
    for page in site.in_language(language):
        shown = [tab.text for tab in page.root.all("ul", css="sections__list")[0].all("li")]
        assert " | ".join(shown) == tabs, page.address


@pytest.mark.parametrize(
    ("language", "name", "search", "contents"),
    [
        (Language.VI, "Kho tư liệu xây dựng Đảng", "Tìm kiếm", "Trong trang này"),
        (Language.EN, "Party-building archive", "Search", "On this page"),
    ],
)
def test_the_masthead_speaks_the_language(
    site: Site, language: Language, name: str, search: str, contents: str
) -> None:
    for page in site.in_language(language):
        assert name in page.root.all("header", css="masthead")[0].text, page.address
        assert name in page.head.all("title")[0].text, page.address
        assert search in page.root.all("a", css="search-open")[0].text, page.address
        adjacent = [nav.get("aria-label") for toc in page.root.all(css="toc") for nav in toc.all("nav")]
        assert set(adjacent) <= {contents}, page.address


def test_english_pages_say_where_the_original_is(site: Site) -> None:
    for page in site.in_language(Language.EN):
        [note] = page.article.all("p", css="original")
        assert "Read the original" in note.text
        assert _links(page, note) == [page.path], page.address


def test_vietnamese_pages_are_the_original(site: Site) -> None:
    assert [page.address for page in site.in_language(Language.VI) if page.root.all("p", css="original")] == []


def test_the_english_page_for_missing_addresses_is_english(site: Site) -> None:
    _, page = site.not_found
    assert page.root.all("html")[0].get("lang") == "en"
    assert "Page not found" in page.article.text
    [menu] = page.root.all("ul", css="sections__list")
    assert all(link.get("href").startswith("/kho/en/") for link in [*page.article.all("a"), *menu.all("a")])


def test_the_page_for_missing_addresses_speaks_both(site: Site) -> None:
    page, _ = site.not_found
    assert page.root.all("html")[0].get("lang") == "vi"
    assert "Không tìm thấy trang" in page.article.text
    english = [element.text for element in page.article.all() if element.get("lang") == "en"]
    assert any("Page not found" in text for text in english)
    links = {link.get("href").removesuffix("index.html") for link in page.article.all("a")}
    assert {"/kho/", "/kho/en/"} <= links
    assert not {"vi", "en"} & {link.text for link in page.root.all("header")[0].all("a")}
