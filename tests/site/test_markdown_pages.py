"""Each page as Markdown: what the page says, with footnotes, whole addresses and nothing that could be a tag."""

from __future__ import annotations

import re

import pytest

from macros.archive import Archive
from macros.derived.markdown_pages import FILE, markdown
from macros.pages.page_head import UNLISTED
from macros.text.language import Language
from tests.support.built_site import Site, SitePage

PAGE = "https://example.org/en/meetings/"
_LINK = re.compile(r"\]\(([^)]*)\)")
_LINKED = re.compile(r"\[([^\[\]]*)\]\([^)]*\)")


def _written(site: Site, address: str) -> str:
    return (site.folder / address / FILE).read_text("utf-8")


def _canonical(page: SitePage) -> str:
    [link] = [link.get("href") for link in page.head.all("link") if link.get("rel") == "canonical"]
    return link


def test_every_page_that_is_listed_has_one_and_names_it(site: Site) -> None:
    for page in site.pages.values():
        links = [link.get("href") for link in page.head.all("link") if link.get("type") == "text/markdown"]
        is_listed = page.path not in UNLISTED
        assert (site.folder / page.address / FILE).exists() == is_listed, page.address
        assert [link.removesuffix(FILE) for link in links] == ([_canonical(page)] if is_listed else [])


@pytest.mark.parametrize("language", Language)
def test_it_holds_each_statement_of_its_page(site: Site, archive: Archive, language: Language) -> None:
    for statement in archive.statements:
        text = _written(site, f"{language.prefix}{statement.home.path}").replace("\\", "")
        assert f"#{statement.record.id})" in text  # its permanent address
        assert statement.on_page[language] in _LINKED.sub(r"\1", text), statement.id


def test_a_note_is_a_footnote(site: Site) -> None:
    text = _written(site, "reviews/2031/lessons/")
    marks, notes = re.findall(r"\[\^(\d+)\](?!:)", text), re.findall(r"^\[\^(\d+)\]: \S", text, re.MULTILINE)
    assert marks == notes != []


def test_addresses_are_whole(site: Site) -> None:
    for page in list(site.pages.values())[:40]:
        if page.path not in UNLISTED:
            assert [link for link in _LINK.findall(_written(site, page.address)) if ":" not in link] == []


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>29-6-2022, miền Trung - Tây Nguyên (13)</p>", "29-6-2022, miền Trung - Tây Nguyên (13)"),
        ("<p>&lt;script&gt;</p>", r"\<script\>"),
        ("<p>[a](javascript:b)</p>", r"\[a\](javascript:b)"),
        ("<p>2023. Một năm</p>", r"2023\. Một năm"),
        ('<p>Một <q lang="vi">lời</q></p>', "Một “lời”"),
        ('<p><a href="../x/#y">x</a></p>', "[x](https://example.org/en/x/#y)"),
        ("<details class=toc>Trong trang</details><p>Lời</p>", "Lời"),
    ],
)
def test_signs_stay_what_they_are(html: str, text: str) -> None:
    assert markdown(f"<article>{html}</article>", PAGE).strip() == text


def test_the_entrance_for_programs_names_pages_that_there_are(site: Site) -> None:
    text = (site.folder / "llms.txt").read_text("utf-8")
    addresses = _LINK.findall(text)
    assert text.startswith("# ") and len(addresses) > 10
    base = _canonical(site.pages[""])
    assert [each for each in addresses if not (site.folder / each.removeprefix(base)).is_file()] == []
