"""What is slow to make is made once, and goes when nobody has asked for it in a long time."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from macros.speed.cache import DAYS, Cache


def test_what_nobody_asks_for_any_more_is_let_go(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for name in ("asked for", "forgotten"):
        assert cache.get(name, b"source", name.encode) == name.encode()
    (tmp_path / "never finished.1.unfinished").touch()
    long_ago = time.time() - (DAYS + 1) * 86_400
    for file in tmp_path.iterdir():
        os.utime(file, (long_ago, long_ago))
    assert cache.get("asked for", b"source", bytes) == b"asked for"  # not made again
    cache.evict()
    assert [file.name.partition("-")[0] for file in tmp_path.iterdir()] == ["asked for"]


def test_a_cache_of_somebody_else_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path)
    cache.get("font", b"source", lambda: b"made")

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "utime", refused)
    assert cache.get("font", b"source", bytes) == b"made"
