"""Nothing of the live archive's region and years is in code or templates: the small archive's site shows none of it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from macros.archive import Archive
from macros.derived import social_cards
from macros.speed.cache import Cache
from macros.text.language import Language, all_words
from tests.support.built_site import Site

OF_THE_LIVE_ARCHIVE = ("2023", "2024", "miền Trung", "Tây Nguyên", "Central Highlands")
# Fonts, pictures and workbooks are no plain text; four digits may be in them by chance.
_NO_TEXT = {".woff2", ".png"}


@pytest.fixture(scope="module")
def texts(site: Site) -> dict[str, str]:
    """Every file of the small site that holds text, by its address."""
    files = [path for path in site.folder.rglob("*") if path.is_file() and path.suffix not in _NO_TEXT]
    return {path.relative_to(site.folder).as_posix(): _text(path) for path in files}


def _text(path: Path) -> str:
    """What a file says; of a workbook, all of its parts."""
    if path.suffix != ".xlsx":
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as book:
        return "\n".join(book.read(name).decode() for name in book.namelist())


def test_no_file_of_the_small_site_holds_it(texts: dict[str, str]) -> None:
    found = {name: [words for words in OF_THE_LIVE_ARCHIVE if words in text] for name, text in texts.items()}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize(
    "address",
    [
        "index.html",
        "404.html",
        "en/meetings/2030-06-12/index.html",
        "feed.xml",
        "en/corrections/feed.xml",
        "data/meetings.json",
        "data/statements.csv",
        "data/archive.xlsx",
        "sitemap.xml",
        "service-worker.js",
        "_headers",
        "assets/stylesheets/site.css",
    ],
)
def test_files_of_every_kind_are_read(texts: dict[str, str], address: str) -> None:
    assert texts[address]


def test_its_own_region_and_years_are_there(texts: dict[str, str]) -> None:
    for words in ("2031", "Thượng Hà", "Thượng Hà"):
        holding = {Path(name).suffix for name, text in texts.items() if words in text}
        assert {".html", ".xml", ".json", ".txt", ".csv", ".xlsx"} <= holding, words
    assert "Thượng Hà" in texts["assets/stylesheets/site.css"], "the foot of printed pages"


def test_no_card_shows_it(archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    draw = social_cards._card

    def noting(*texts: str) -> bytes:
        drawn.extend(texts)
        return draw(*texts)

    monkeypatch.setattr(social_cards, "_card", noting)
    cards = social_cards.Cards(tmp_path / "site", archive, Cache(tmp_path / "cache"))
    for language in Language:
        cards.write("", language, "")
    cards.write("figures/", Language.VI, "Số liệu")
    assert {"Công tác tổ chức xây dựng Đảng Thượng Hà", "Party-building archive, Thượng Hà", "Số liệu"} <= {*drawn}
    assert not [text for text in drawn for words in OF_THE_LIVE_ARCHIVE if words in text]


def test_no_word_of_the_interface_holds_it() -> None:
    words = [text for each in all_words().values() for text in each.values()]
    assert not [text for text in words for held in OF_THE_LIVE_ARCHIVE if held in text]


def test_the_map_puts_provinces_where_the_data_says(site: Site) -> None:
    tiles = site.page("provinces/", Language.VI).article.all("rect", css="picture__paper")
    places = [(float(tile.get("x")), float(tile.get("y"))) for tile in tiles]
    # In data/provinces.yml: row 0, columns 0 and 1; row 1, column 0; and one without a place, which is below.
    (left, top), (right, same), (below_x, below), (last_x, last) = places
    assert top == same < below < last
    assert left == below_x == last_x < right
