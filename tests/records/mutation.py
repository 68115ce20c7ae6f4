"""Data spoiled at random, from a seed: as text, the way a slip of the hand spoils a file, and as values."""

from __future__ import annotations

import copy
from collections.abc import Callable
from random import Random
from typing import Any

_CHARACTERS = "\t \n\"'[]{}:#&*!|>%@`,-?~…“”Đđ\u00d0\u200b\u0301\u00a0\ufeff\x00\x07\u2028😀012.x"
_WORDS = (
    "no", "~", "null", "true", "1.10", "010", "0x1F", "[]", "{}", "- ", "not-stated", "&a", "*a", "!!python/x y", "<<:",
)  # fmt: skip
_VALUES: tuple[Any, ...] = (
    "", "x", "A B", "x" * 2001, "not-stated", "javascript:alert(1)", "https://a.vn/b", "partial", "vi", "s1", "cadres",
    "dang-khai-minh", "thanh-loan", "2031-02-30", "2030-06-31", "2031/2029", "2031", 2031, 0, -1, 5, 5.5, 2.345, 99999,
    True, False, [], {}, ["x"], {"x": 1}, {"vi": "a", "en": "b"}, {"vi": "a"}, [[]],
)  # fmt: skip


def mutated_text(random: Random, text: str) -> str:
    """The text of a file after one to three slips."""
    for _ in range(random.randint(1, 3)):
        text = random.choice(_SLIPS)(random, text)
    return text


def mutated_value(random: Random, value: Any) -> Any:
    """What a file holds after something in it was put, taken away or exchanged."""
    value = copy.deepcopy(value)
    holders = list(_holders(value))
    holder = random.choice(holders)
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    if not keys:
        return value
    key = random.choice(keys)
    action = random.randint(0, 3)
    if action == 0:
        del holder[key]
    elif action == 1 and isinstance(holder, dict):
        holder[random.choice(("x", "vi", "en", "note", "id", "source", "Bà Pớt"))] = random.choice(_VALUES)
    elif action == 2:
        other = random.choice(holders)
        holder[key] = copy.deepcopy(random.choice([other, *(other.values() if isinstance(other, dict) else other)]))
    else:
        holder[key] = copy.deepcopy(random.choice(_VALUES))
    return value


def _holders(value: Any) -> list[Any]:
    found = [value] if isinstance(value, (dict, list)) else []
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        found += _holders(part)
    return found


def _at(random: Random, text: str) -> int:
    return random.randint(0, len(text))


def _insert(random: Random, text: str) -> str:
    at = _at(random, text)
    return text[:at] + random.choice(_CHARACTERS) + text[at:]


def _delete(random: Random, text: str) -> str:
    at = _at(random, text)
    return text[:at] + text[at + random.choice((1, 1, 2, 5, 40)) :]


def _word(random: Random, text: str) -> str:
    at = _at(random, text)
    return text[:at] + random.choice(_WORDS) + text[at:]


def _value(random: Random, text: str) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    key, colon, _ = lines[at].partition(":")
    lines[at] = key + colon + " " + random.choice(_WORDS)
    return "\n".join(lines)


def _line(random: Random, text: str) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    action = random.randint(0, 4)
    if action == 0:
        del lines[at]
    elif action == 1:
        lines.insert(at, random.choice(lines))
    elif action == 2:
        lines[at] = " " * random.randint(1, 3) + lines[at]
    elif action == 3:
        lines[at] = lines[at].removeprefix("  ")
    else:
        other = random.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines)


def _cut(random: Random, text: str) -> str:
    return text[: _at(random, text)]


# The commoner slips stand twice.
_SLIPS: tuple[Callable[[Random, str], str], ...] = (
    _insert, _insert, _delete, _delete, _word, _value, _value, _line, _line, _cut,
)  # fmt: skip
