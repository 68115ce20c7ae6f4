"""An edit link leads to a line of a file on the forge that keeps the source."""

from __future__ import annotations

import pytest

from macros.problems import Place
from macros.repository import Repository

PLACE = Place("data/people.yml", 12, 3)


@pytest.mark.parametrize(
    ("url", "branch", "address"),
    [
        ("https://github.com/a/b", "main", "https://github.com/a/b/blob/main/data/people.yml#L12"),
        ("https://github.com/a/b/", "main", "https://github.com/a/b/blob/main/data/people.yml#L12"),
        ("https://github.com/a/b", "dev", "https://github.com/a/b/blob/dev/data/people.yml#L12"),
        ("https://gitlab.com/a/b", "main", "https://gitlab.com/a/b/-/blob/main/data/people.yml#L12"),
        ("", "main", ""),
    ],
)
def test_the_address_of_a_line(url: str, branch: str, address: str) -> None:
    assert Repository(url, branch).line(PLACE) == address
