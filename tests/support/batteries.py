"""Long batteries of cases: `make test` tries a few of each, drawn by a fixed seed; all have a target of their own.

The marks are in `pyproject.toml`: `mutants`, thousands of spoiled files (`make test-mutants`), and `faults`, every
fault that a build can meet (`make test-faults`).
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any

import pytest


def few(cases: Iterable[Any], number: int, battery: pytest.MarkDecorator) -> list[Any]:
    """All cases; those beyond `number` of them, drawn by a fixed seed, are for the battery alone."""
    every = list(cases)
    drawn = set(Random(2031).sample(range(len(every)), min(number, len(every))))
    return [case if index in drawn else pytest.param(case, marks=battery) for index, case in enumerate(every)]
