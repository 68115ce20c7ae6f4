"""The address of the site: a public one is taken without a word, one of this machine with a word, no other."""

from __future__ import annotations

import pytest

from macros.build.site_address import warning, why_impossible

PUBLIC = ["https://archive.example.org/", "https://archive.example.org/kho/", "http://kho.vn/"]
NEAR = ["", "http://127.0.0.1:8000/", "http://localhost:8000/", "http://kho.lan/", "http://10.0.0.7/"]
IMPOSSIBLE = [
    "ftp://archive.example.org/",
    "archive.example.org",
    "https://user@archive.example.org/",
    "https://archive.example.org:99999/",
    "https://archive..org/",
    "https://archive.example.org/?a=b",
    "https://archive.example.org/#a",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_taken_without_a_word(address: str) -> None:
    assert (why_impossible(address), warning(address)) == (None, "")


@pytest.mark.parametrize("address", NEAR)
def test_an_address_of_this_machine_is_taken_with_a_word(address: str) -> None:
    assert why_impossible(address) is None
    vi, en = warning(address).splitlines()
    assert "hãy đặt SITE_URL" in vi and "set SITE_URL" in en


@pytest.mark.parametrize("address", IMPOSSIBLE)
def test_no_other_is_taken(address: str) -> None:
    vi, en = why_impossible(address) or ("", "")
    assert "không dùng được" in vi and "cannot be used" in en
