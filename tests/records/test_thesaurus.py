"""The thesaurus of the small archive as search reads it."""

from __future__ import annotations

from macros.archive import Archive
from macros.archive.thesaurus import RingOfTerms, rings
from macros.text.language import Language


def ring(archive: Archive, word: str, language: Language = Language.VI) -> RingOfTerms:
    """The only ring that has this word."""
    [found] = [each for each in rings(archive, language) if word in each.words]
    return found


def test_a_ring_has_the_words_of_both_languages_and_of_its_terms(archive: Archive) -> None:
    assert ring(archive, "biet phai").words == (
        "doi cho lam",
        "biet phai",
        "secondment",
        "luan chuyen can bo",
        "rotation of cadres",
    )


def test_english_words_are_without_their_endings_where_english_is_searched(archive: Archive) -> None:
    assert "merger" in ring(archive, "sap nhap", Language.EN).words
    assert "amalgamation" in ring(archive, "sap nhap", Language.EN).words


def test_a_term_that_no_ring_names_is_a_ring(archive: Archive) -> None:
    assert ring(archive, "chi bo").words == ("chi bo", "party cell", "chi bo dang")


def test_an_abbreviation_is_no_word_of_a_ring(archive: Archive) -> None:
    assert "btctu" not in ring(archive, "ban to chuc tinh uy").words


def test_broader_words_bring_those_of_their_ring_and_are_found_one_way(archive: Archive) -> None:
    broader = ring(archive, "cam nang").broader
    assert broader == ("huong dan", "guidance", "to chuc co so dang", "grassroots party organisation", "tccs dang")
    assert not ring(archive, "to chuc co so dang").broader
