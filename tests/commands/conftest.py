"""The tests of this folder look at the small archive."""

from __future__ import annotations

import pytest

from macros.archive import Archive
from tests.support.built_site import Site


@pytest.fixture(scope="session")
def archive(small_archive: Archive) -> Archive:
    """The small archive."""
    return small_archive


@pytest.fixture(scope="session")
def site(small_site: Site) -> Site:
    """Its site."""
    return small_site


@pytest.fixture(scope="session")
def address(small_address: str) -> str:
    """Where that is served."""
    return small_address
