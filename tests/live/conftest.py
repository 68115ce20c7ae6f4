"""The tests of this folder look at the live archive, on the day it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.archive import Archive
from tests.support.built_site import Site
from tests.support.project import ROOT, TODAY


@pytest.fixture(scope="package", autouse=True)
def _today() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in TODAY:
            patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def project_folder() -> Path:
    """The project itself."""
    return ROOT


@pytest.fixture(scope="session")
def archive(live_archive: Archive) -> Archive:
    """The live archive."""
    return live_archive


@pytest.fixture(scope="session")
def site(live_site: Site) -> Site:
    """Its site."""
    return live_site


@pytest.fixture(scope="session")
def address(live_address: str) -> str:
    """Where that is served."""
    return live_address
