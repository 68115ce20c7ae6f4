"""A second yearly review is only its YAML: pages, menu, first page, search, feeds, exports and booklets follow."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.archive import Archive
from macros.commands import booklet
from macros.text.language import Language
from tests.support.built_site import Site, SitePage
from tests.support.project import SITE_URL, build, copy_small

PARTS = ("achievements", "lessons", "priorities")
REVIEW = """\
title:
  vi: Tổng quan công tác tổ chức xây dựng Đảng vùng Thượng Hà năm 2032
period:
  vi: năm 2032; nhiệm vụ năm 2033
sources:
  - id: article
    publisher: Tạp chí Thượng Hà
    title: Thêm một năm xây dựng Đảng ở vùng Thượng Hà
    language: vi
    url: not-stated
    published: not-stated
    seen: whole
"""
STATEMENT = """\
      - id: {id}-said
        text:
          vi: Nội dung ghi nhận thứ {number} của năm 2032.
          en: Point {number} recorded for 2032.
        topics: [{topic}]
        source: article
"""
GROUP = """\
  - id: {id}
    title:
      vi: Mục {number} của năm 2032
      en: Heading {number} of 2032
    statements:
"""


def _groups(name: str, count: int, topic: str) -> str:
    return f"{name}:\n" + "".join(
        (GROUP + STATEMENT).format(id=f"{name}-{number}", number=number, topic=topic) for number in range(1, count + 1)
    )


def write_second_review(data: Path, topic: str) -> None:
    """The four files of 2032: one area without figures, examples and notes, four lessons, one priority."""
    folder = data / "reviews/2032"
    folder.mkdir()
    (folder / "review.yml").write_text(REVIEW, "utf-8")
    (folder / "achievements.yml").write_text(_groups("areas", 1, topic), "utf-8")
    (folder / "lessons.yml").write_text(_groups("lessons", 4, topic), "utf-8")
    (folder / "priorities.yml").write_text("year: 2033\n" + _groups("priorities", 1, topic), "utf-8")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory, archive: Archive) -> Path:
    """The small archive with a second review, built with the way to booklets."""
    tree = copy_small(tmp_path_factory.mktemp("second") / "project")
    write_second_review(tree / "data", next(iter(archive.topics)))
    result = build(tree, SITE_URL=SITE_URL, BOOKLET="yes")
    assert result.returncode == 0, result.stdout + result.stderr
    return tree


@pytest.fixture(scope="module")
def second(tree: Path) -> Site:
    """The site of it."""
    return Site(tree / "site", "")


def _menu(page: SitePage) -> list[tuple[str, str]]:
    """What the section of the page that is shown open holds: words and marks."""
    [section] = page.root.all("ul", css="sections__pages")
    return [(link.text, link.get("aria-current")) for link in section.all("a")]


@pytest.mark.parametrize(
    ("path", "vi", "en"),
    [
        ("reviews/2032/achievements/", "Kết quả năm 2032", "Results of 2032"),
        ("reviews/2032/lessons/", "Bốn bài học từ năm 2032", "Four lessons from 2032"),
        ("reviews/2032/priorities/", "Nhiệm vụ trọng tâm năm 2033", "Priorities for 2033"),
        ("reviews/2031/lessons/", "Ba bài học từ năm 2031", "Three lessons from 2031"),
        ("reviews/", "Tổng quan năm", "Yearly reviews"),
    ],
)
def test_pages_and_their_titles(second: Site, path: str, vi: str, en: str) -> None:
    for language, title in ((Language.VI, vi), (Language.EN, en)):
        page = second.page(path, language)
        assert [heading.text for heading in page.article.all("h1")] == [title]
        assert page.head.all("title")[0].text.startswith(title)


@pytest.mark.parametrize(
    ("language", "entries"),
    [
        (
            Language.VI,
            [
                "Kết quả năm 2032",
                "Bốn bài học",
                "Nhiệm vụ trọng tâm năm 2033",
                "Kết quả của nhiệm vụ 2033",
                "Tất cả các năm",
            ],
        ),
        (
            Language.EN,
            ["Results of 2032", "Four lessons", "Priorities for 2033", "Outcomes of the 2033 priorities", "All years"],
        ),
    ],
)
def test_the_menu_shows_the_newest_and_the_way_to_all(second: Site, language: Language, entries: list[str]) -> None:
    for path, current in (
        ("reviews/2032/lessons/", ["", "page", "", "", ""]),
        ("reviews/2031/lessons/", ["", "", "", "", "true"]),
        ("reviews/", ["", "", "", "", "page"]),
    ):
        marks = [mark or "" for mark in current]
        assert [(words, mark or "") for words, mark in _menu(second.page(path, language))] == list(
            zip(entries, marks, strict=True)
        ), path


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        (Language.VI, {"lessons": "Bốn bài học", "priorities": "Nhiệm vụ trọng tâm năm 2033"}),
        (Language.EN, {"lessons": "Four lessons", "priorities": "Priorities for 2033"}),
    ],
)
def test_the_first_page_shows_the_newest(second: Site, language: Language, headings: dict[str, str]) -> None:
    page = second.page("", language)
    found = {each.get("id"): each.text for each in page.article.all("h2")}
    assert headings.items() <= found.items()
    assert "figures" not in found  # this review has none
    area = {Language.VI: "Một mảng kết quả của năm 2032", Language.EN: "The one area of results in 2032"}[language]
    assert area in [link.text for link in page.article.all("a")]
    addresses = [link.get("href") for link in page.article.all("a")]
    assert any("reviews/2032/lessons/" in address for address in addresses)
    # A conclusion that came of a task of 2031 leads to that task; nothing leads to the review itself.
    assert not any("reviews/2031/" in address and "#" not in address for address in addresses)


def test_all_years_are_listed_the_newest_first(second: Site) -> None:
    for language in Language:
        headings = second.page("reviews/", language).article.all("h2")
        assert [each.get("id") for each in headings] == ["year-2032", "year-2031"]


def test_what_a_review_lacks_has_no_heading(second: Site) -> None:
    for language in Language:
        with_all = second.page("reviews/2031/achievements/", language)
        without = second.page("reviews/2032/achievements/", language)
        assert {"matrix", "part-notes"} <= set(with_all.ids)
        assert not {"matrix", "part-notes", "part-frame"} & set(without.ids)
        assert not [id for id in without.ids if id.endswith("-examples") or id.startswith("picture-")]


def test_pages_lead_to_the_year_before_and_after(second: Site) -> None:
    for language in Language:
        for part in PARTS:
            for year, wanted in ((2031, ["next"]), (2032, ["prev"])):
                links = second.page(f"reviews/{year}/{part}/", language).article.all("a")
                assert [link.get("rel") for link in links if link.get("rel") in ("prev", "next")] == wanted


@pytest.mark.parametrize("language", Language)
def test_feed_search_and_exports_know_it(second: Site, language: Language) -> None:
    feed = (second.folder / f"{language.prefix}feed.xml").read_text("utf-8")
    texts = "".join(
        path.read_text("utf-8") for path in (second.folder / f"assets/search/{language}").glob("*/texts/*.json")
    )
    sitemap = (second.folder / "sitemap.xml").read_text("utf-8")
    for part in PARTS:
        address = f"{SITE_URL}{language.prefix}reviews/2032/{part}/"
        assert address in feed
        assert f"<loc>{address}</loc>" in sitemap
        assert f'"reviews/2032/{part}/"' in texts
    rows = json.loads((second.folder / "data/statements.json").read_text("utf-8"))
    assert sum(row["home"].startswith("reviews/2032/") for row in rows) == 6


def test_each_reviewed_year_has_a_booklet(tree: Path, second: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    monkeypatch.setattr(booklet, "print_pdf", lambda chromium, source, target: target.write_bytes(source.read_bytes()))
    assert booklet.main(["site", "chromium"]) == 0
    for language in Language:
        page = second.page("downloads/", language)
        named = [link.get("href") for link in page.article.all("a") if "booklets/" in link.get("href")]
        assert [name.rpartition("/")[2] for name in named] == [f"2032.{language}.pdf", f"2031.{language}.pdf"]
        for name in named:
            assert (second.folder / "booklets" / name.rpartition("/")[2]).is_file()
        printed = (second.folder / f"booklets/2032.{language}.pdf").read_text("utf-8")
        assert "reviews-2032-lessons" in printed
