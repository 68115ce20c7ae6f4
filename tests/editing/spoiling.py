"""Values as they may be while somebody types, or as somebody hostile writes them."""

from __future__ import annotations

import random
from typing import Any

SPOILT: list[Any] = [
    "",
    "x",
    "not-stated",
    0,
    -1,
    1.5,
    True,
    [],
    {},
    ["x", "x"],
    {"vi": "x"},
    {"x": 1},
    "2031-13",
    "x" * 2001,
]


def spoilt(value: Any, chance: random.Random) -> Any:
    """A copy with one value, somewhere in it, put out or replaced."""
    if not isinstance(value, dict | list) or not value:
        return chance.choice(SPOILT)
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    key: Any = chance.choice(list(copy) if isinstance(copy, dict) else range(len(copy)))
    if chance.random() < 0.1:
        del copy[key]
    elif chance.random() < 0.1 and isinstance(copy, dict):
        copy["x"] = chance.choice(SPOILT)
    else:
        copy[key] = spoilt(copy[key], chance)
    return copy


def hostile(value: Any, text: str) -> Any:
    """A copy in which every text is this one."""
    if isinstance(value, dict):
        return {key: hostile(each, text) for key, each in value.items()}
    if isinstance(value, list):
        return [hostile(each, text) for each in value]
    return text if isinstance(value, str) else value
