"""A short part of `make torture`: whatever hinders a build, the published site is whole and the next build goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.torture.builds import RIGHT, Builds
from tests.support.batteries import few

TOGETHER = 2  # kinds of trouble


@pytest.mark.parametrize("seed", few(range(10), 1, pytest.mark.faults))
def test_a_hindered_build_leaves_a_whole_site(tmp_path: Path, seed: int) -> None:
    builds = Builds(tmp_path, seed)
    assert len(builds.kinds) >= 20
    for kind in builds.random.sample(sorted(builds.kinds), TOGETHER):
        builds.hinder(kind)
    builds.finish()
    assert builds.counts.beyond(RIGHT) == {}
