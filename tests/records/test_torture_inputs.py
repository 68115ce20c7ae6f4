"""A short part of `make torture`: no spoiled input ends in a traceback, a hang or a message without a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.torture.inputs import RIGHT, Inputs
from tests.support.batteries import few

SEEDS = few(range(40), 1, pytest.mark.mutants)


@pytest.mark.parametrize("seed", SEEDS)
def test_spoiled_inputs_are_read_or_refused_in_words(tmp_path: Path, seed: int) -> None:
    inputs = Inputs(tmp_path, seed)
    inputs.spoil(20)
    assert inputs.counts.beyond(RIGHT) == {}
    assert all(inputs.counts[kind, "refused"] for kind in ("data", "recorded translations"))
