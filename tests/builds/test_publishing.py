"""The published folder is a whole old site or a whole new one, whenever a build is killed and however many run at once.

Here sites of a few files are published without end by processes of their own; `make torture` does it with real builds.
"""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.build import publishing
from macros.build.faults import advice
from macros.build.publishing import Publishing
from tests.support.project import ROOT

FILES = 20
_PUBLISH = """
import sys
from pathlib import Path
from macros.build import publishing
site, one_step, version = Path(sys.argv[1]), sys.argv[2] == "True", 0
if not one_step:
    publishing._exchange = lambda one, other: False
print("begun", flush=True)
while True:
    version += 1
    work = publishing.Publishing(site)
    folder = work.begin()
    for number in range(%d):
        (folder / f"{number}.html").write_text(f"{sys.argv[3]}{version}")
    work.finish()
"""


@pytest.fixture
def seed() -> Iterator[random.Random]:
    """Another order each time; a failure tells its seed."""
    number = random.randrange(10**6)
    print(f"seed {number}")
    yield random.Random(number)


def _publisher(site: Path, *, one_step: bool = True, name: str = "") -> subprocess.Popen[str]:
    """A process that publishes one site after another; it has begun."""
    command = [sys.executable, "-B", "-c", _PUBLISH % FILES, str(site), str(one_step), name]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8")
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    return process


def _kill(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def _version(site: Path) -> str:
    """The one version that every file of a site is of."""
    files = [file for file in site.iterdir() if not file.name.startswith(".")]
    assert len(files) == FILES
    [version] = {file.read_text("utf-8") for file in files}
    return version


def _publish(site: Path, version: str) -> None:
    work = Publishing(site)
    for number in range(FILES):
        (work.begin() if number == 0 else work.staging).joinpath(f"{number}.html").write_text(version, "utf-8")
    work.finish()


@pytest.mark.parametrize("one_step", [True, False])
def test_a_killed_build_leaves_a_whole_site(tmp_path: Path, seed: random.Random, one_step: bool) -> None:
    site = tmp_path / "site"
    _publish(site, "first")
    for _ in range(20):
        process = _publisher(site, one_step=one_step)
        time.sleep(seed.uniform(0, 0.03))
        _kill(process)
        if one_step:
            assert _version(site)
        work = Publishing(site)
        work.begin()
        assert _version(site)
        work.abandon()
        assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_readers_meet_a_whole_site_while_several_builds_publish(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _publish(site, "first")
    processes = [_publisher(site, name=name) for name in ("a", "b")]
    seen: set[str] = set()
    while len(seen) < 30 or {text[0] for text in seen} < {"a", "b"}:
        assert [process.poll() for process in processes] == [None, None], "a publisher failed"
        seen |= _read_while_replaced(site)
    for process in processes:
        _kill(process)
    assert _version(site)


def _read_while_replaced(site: Path) -> set[str]:
    """The version of the site published now; it may be replaced and removed while it is read."""
    folder = os.open(site, os.O_RDONLY)
    texts = set()
    for number in (0, FILES - 1):
        try:
            page = os.open(f"{number}.html", os.O_RDONLY, dir_fd=folder)
        except FileNotFoundError:
            continue
        texts.add(os.read(page, 100).decode())
        os.close(page)
    os.close(folder)
    assert len(texts) <= 1
    return texts - {"first"}


def test_a_link_in_the_place_of_the_site_goes_on_leading_to_it(tmp_path: Path) -> None:
    folder, link = tmp_path / "www" / "kho", tmp_path / "site"
    link.symlink_to(folder)
    for version in ("first", "second"):
        _publish(link, version)
        assert (link.is_symlink(), link.resolve(), _version(link)) == (True, folder, version)
    assert [path.name for path in folder.parent.iterdir()] == ["kho"]


def test_a_build_under_way_is_left_alone(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first, second = Publishing(site), Publishing(site)
    (first.begin() / "page.html").write_text("first", "utf-8")
    (second.begin() / "page.html").write_text("second", "utf-8")
    second.finish()
    first.finish()
    assert (site / "page.html").read_text("utf-8") == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_folders_of_other_people_are_left_alone(tmp_path: Path) -> None:
    others = [tmp_path / name for name in (".site-settings", ".site-0123456", "site-01234567")]
    for folder in others:
        folder.mkdir()
    (tmp_path / ".site-01234567").mkdir()
    Publishing(tmp_path / "site").begin()
    assert all(folder.is_dir() for folder in others)
    assert not (tmp_path / ".site-01234567").exists()


@pytest.mark.parametrize("mask", [0o022, 0o027, 0o077])
def test_a_published_site_can_be_read_by_the_web_server(tmp_path: Path, mask: int) -> None:
    site = tmp_path / "site"
    before = os.umask(mask)
    try:
        _publish(site, "first")
        (site / ".htpasswd").touch(0o600)  # the server's own
        _publish(site, "second")
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (site, *site.iterdir())}
    assert modes.pop(".htpasswd") == 0o600
    assert modes.pop("site") == 0o755
    assert set(modes.values()) == {0o644}


def test_what_another_user_left_stops_no_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".site-01234567").mkdir()
    opened = os.open

    def refusing(path: str | Path, *flags: int, **named: int) -> int:
        if str(path).endswith(".site-01234567"):
            raise PermissionError
        return opened(path, *flags, **named)

    monkeypatch.setattr(os, "open", refusing)
    _publish(tmp_path / "site", "first")
    assert _version(tmp_path / "site") == "first"


def test_a_system_without_a_single_step_publishes_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "_exchange", lambda one, other: False)
    for version in ("first", "second"):
        _publish(tmp_path / "site", version)
        assert _version(tmp_path / "site") == version
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


FAULTS = {
    errno.ENOSPC: ("đĩa hoặc hạn mức đã đầy", "Free some space"),
    errno.EDQUOT: ("đĩa hoặc hạn mức đã đầy", "Free some space"),
    errno.EACCES: ("Không có quyền đọc hoặc ghi “site/a”", "Change its permissions"),
    errno.EROFS: ("Không có quyền đọc hoặc ghi “site/a”", "Change its permissions"),
    errno.EIO: ("Không đọc hoặc ghi được “site/a”: Input/output error", "Look at this file"),
}


def test_a_fault_without_a_file_names_none() -> None:
    text = advice(BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN)))
    assert "“”" not in text
    assert "The system refused: Resource temporarily unavailable" in text


@pytest.mark.parametrize("number", FAULTS, ids=errno.errorcode.get)
def test_a_fault_of_the_system_says_what_to_do(number: int) -> None:
    text = advice(OSError(number, os.strerror(number), "site/a"))
    for said in (*FAULTS[number], "Trang web cũ được giữ nguyên", "The published site is unchanged"):
        assert said in text


def test_too_little_memory_says_what_to_do() -> None:
    text = advice(MemoryError())
    for said in ("Không đủ bộ nhớ", "not enough memory", "Trang web cũ được giữ nguyên", "is unchanged"):
        assert said in text


def test_a_process_that_the_system_ended_says_what_to_do() -> None:
    text = advice(ChildProcessError("a process that helped to build was killed"))
    for said in ("thường vì thiếu bộ nhớ", "ran out of memory", "The published site is unchanged"):
        assert said in text
