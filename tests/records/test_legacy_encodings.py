"""Old encodings are recognised by their letters: nearly always where they are, never where they are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml

from macros.text.legacy_encodings import TCVN3, VNI, is_syllable, recognised
from tests.support.project import ROOT

TO_TCVN3 = {letter: code for code, letter in TCVN3.items()}
TO_VNI = {letter: code for code, letter in VNI.items()}


def _texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text with its key."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _texts(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, key)


ALL = [
    each
    for folder in ("tests/archive/data", "macros")
    for file in sorted((ROOT / folder).rglob("*.yml"))
    for each in _texts(yaml.load(file.read_text("utf-8"), yaml.CSafeLoader))
]
PAGES = [
    line
    for pattern in ("tests/archive/docs/**/*.md", "*.md", "deploy/*.md")
    for page in sorted(ROOT.glob(pattern))
    for line in page.read_text("utf-8").splitlines()
]


def in_tcvn3(text: str) -> str:
    """As fonts such as .VnTime need it: a capital with a tone is typed as the small letter."""
    return "".join(TO_TCVN3.get(letter) or TO_TCVN3.get(letter.lower(), letter) for letter in text)


def in_vni(text: str) -> str:
    """As fonts such as VNI-Times need it."""
    return "".join(
        TO_VNI.get(letter) or (TO_VNI[letter.lower()].upper() if letter.lower() in TO_VNI else letter)
        for letter in text
    )


def test_no_text_in_unicode_is_taken_for_another() -> None:
    texts = {text for _, text in ALL} | set(PAGES)
    assert len(texts) > 3_000
    assert [text for text in texts if recognised(text)] == []


def test_no_word_in_unicode_is_taken_for_another() -> None:
    words = {word for _, text in ALL for word in text.split()} | {word for line in PAGES for word in line.split()}
    assert [word for word in words if recognised(word)] == []


@pytest.mark.parametrize(("encoding", "typed"), [("TCVN3", in_tcvn3), ("VNI", in_vni)], ids=["TCVN3", "VNI"])
def test_nearly_every_text_in_an_old_encoding_is_recognised(encoding: str, typed: Callable[[str], str]) -> None:
    vietnamese = {text for key, text in ALL if key == "vi" and len(text.split()) > 2 and typed(text) != text}
    found = {text: recognised(typed(text)) for text in vietnamese}
    right = [text for text, known in found.items() if known and known.text.lower() == text.lower()]
    assert len(vietnamese) > 500
    assert len(right) >= 0.985 * len(vietnamese)
    assert {known.encoding for known in found.values() if known} == {encoding}


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_mistaken_utf_8_is_put_right(encoding: str) -> None:
    vietnamese = {text for key, text in ALL if key == "vi" and len(text.split()) > 2 and not text.isascii()}
    broken = {text: text.encode().decode(encoding, "ignore") for text in vietnamese}
    whole = {text: mojibake for text, mojibake in broken.items() if mojibake.encode(encoding) == text.encode()}
    right = [text for text, mojibake in whole.items() if (known := recognised(mojibake)) and known.text == text]
    assert len(whole) > 100
    assert len(right) >= 0.99 * len(whole)


SYLLABLES = "Hội nghị QUYẾT Nguyễn quý gì giếng Đắk khuyết ương ý ở nghiêng thuở"
OTHERS = "Pleiku Héi nghÞ café thế́ cat hop Müller wa bỏo x"


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_a_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", OTHERS.split())
def test_no_syllable(word: str) -> None:
    assert not is_syllable(word)
