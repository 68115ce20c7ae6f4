"""The rings of the small archive, with the names of its terms."""

from __future__ import annotations

from macros.archive import Archive
from macros.archive.thesaurus import WordRing, rings


def ring(archive: Archive, word: str) -> WordRing:
    """The only ring that has this word."""
    [found] = [each for each in rings(archive) if word in each.words]
    return found


def test_a_ring_has_the_words_of_both_languages_and_of_its_terms(archive: Archive) -> None:
    assert ring(archive, "biệt phái").words == (
        "đổi chỗ làm",
        "biệt phái",
        "secondment",
        "luân chuyển cán bộ",
        "rotation of cadres",
    )


def test_a_term_that_no_ring_names_is_a_ring(archive: Archive) -> None:
    assert ring(archive, "chi bộ").words == ("chi bộ", "Party cell", "chi bộ đảng")


def test_an_abbreviation_is_no_word_of_a_ring(archive: Archive) -> None:
    assert "BTCTU" not in ring(archive, "ban tổ chức tỉnh ủy").words


def test_broader_words_bring_those_of_their_ring_and_are_found_one_way(archive: Archive) -> None:
    broader = ring(archive, "cẩm nang").broader
    assert broader == ("hướng dẫn", "guidance", "tổ chức cơ sở đảng", "grassroots Party organisation", "TCCS Đảng")
    assert not ring(archive, "tổ chức cơ sở đảng").broader
