"""What is slow to make is made once, goes when nobody has asked for it in a long time, and is never believed unseen."""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.speed import cache as speed_cache
from macros.speed.cache import DAYS, Cache
from macros.speed.digests import digest
from macros.speed.page_cache import PageCache

Damage = Callable[[Path, Path], object]  # the kept file, and another that is kept


def _folder_in_its_place(kept: Path, other: Path) -> None:
    kept.unlink()
    kept.mkdir()
    (kept / "file").touch()


def _link_to_nothing(kept: Path, other: Path) -> None:
    kept.unlink()
    kept.symlink_to("/nowhere")


def _cache_is_a_file(kept: Path, other: Path) -> None:
    shutil.rmtree(kept.parent)
    kept.parent.touch()


DAMAGES: dict[str, Damage] = {
    "cut short": lambda kept, other: kept.write_bytes(kept.read_bytes()[:-1]),
    "empty": lambda kept, other: kept.write_bytes(b""),
    "something added": lambda kept, other: kept.write_bytes(kept.read_bytes() + b"POISONED"),
    "not UTF-8": lambda kept, other: kept.write_bytes(b"\xff\xfe\xfa"),
    "another one in its place": lambda kept, other: other.replace(kept),
    "a folder in its place": _folder_in_its_place,
    "a link to nothing in its place": _link_to_nothing,
    "a file in the place of the cache": _cache_is_a_file,
    "the cache deleted": lambda kept, other: shutil.rmtree(kept.parent),
}


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


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_was_damaged_is_made_again(tmp_path: Path, damage: Damage) -> None:
    cache = Cache(tmp_path / ".cache")
    for inputs in (b"source", b"other"):
        cache.get("font", inputs, inputs.upper)
    kept, other = (next(cache.folder.glob(f"font-{digest(['font', each]).hex()}")) for each in (b"source", b"other"))
    damage(kept, other)
    for _ in range(2):
        assert cache.get("font", b"source", lambda: b"made again") == b"made again"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES], ids=errno.errorcode.get)
def test_a_cache_that_takes_nothing_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(speed_cache, "write_whole", refused)
    assert Cache(tmp_path).get("font", b"source", lambda: b"made") == b"made"
    monkeypatch.setattr(Path, "mkdir", refused)
    assert PageCache(tmp_path / "pages", tmp_path / "log").link_cached("key", tmp_path / "page") is None


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_page_is_not_taken(tmp_path: Path, damage: Damage) -> None:
    site, folder = tmp_path / "site", tmp_path / "pages"
    site.mkdir()
    pages = PageCache(folder, tmp_path / "log")
    for key in ("one", "other"):
        (site / key).write_text(f"page {key}", "utf-8")
        pages.log_written(key, digest([f"page {key}"]), key)
    pages.store(site)
    assert PageCache(folder, tmp_path / "log").link_cached("one", tmp_path / "new") == digest(["page one"])
    kept, other = (next(folder.glob(f"{key}.*")) for key in ("one", "other"))
    damage(kept, other)
    assert PageCache(folder, tmp_path / "log").link_cached("one", tmp_path / "newer") is None
    assert not (tmp_path / "newer").exists()


def test_a_page_under_the_name_of_another_is_not_taken(tmp_path: Path) -> None:
    """Its digest is that of its content, as its name says, but it was made for another key."""
    (tmp_path / "page").write_text("page", "utf-8")
    pages = PageCache(tmp_path / "pages", tmp_path / "log")
    pages.log_written("one", digest(["page"]), "page")
    pages.store(tmp_path)
    kept = next((tmp_path / "pages").iterdir())
    kept.rename(kept.with_name(kept.name.replace("one", "other")))
    assert PageCache(tmp_path / "pages", tmp_path / "log").link_cached("other", tmp_path / "new") is None
