"""The cases of one rule."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.rules.table import Files


@dataclass(frozen=True)
class Cases:
    """What keeps a rule, what breaks it (marked), and what its fix makes of what."""

    good: list[Files]
    bad: list[Files]
    fixed: list[tuple[Files, Files]] = field(default_factory=list)
