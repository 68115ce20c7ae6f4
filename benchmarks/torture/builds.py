"""Real builds that are killed, starved, hindered and met by others: the published site is always a whole one.

Two states of the small archive take turns. After each build the published folder must be, byte by byte, the site of the
one or of the other; a build that says that it is done has published the newer one, and one that was refused says so in
words. Kinds that need the superuser or a program that is not there are listed at the start.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.torture.counts import Counts
from tests import debian
from tests.support import project
from tests.support.edits import Edit

TITLE = "Builds in trouble"
PUBLISHED, REFUSED = "published the new site", "refused in words, old site"
HANGING = "a hang"
OLD, NEW = "ended by a signal, old site", "ended by a signal, new site"
RIGHT = (PUBLISHED, REFUSED, OLD, NEW)
MEETING = "data/meetings/2030-06-12.yml"
CHANGES = (
    Edit(MEETING, "en: afternoon", "en: ¦late afternoon"),
    Edit(MEETING, "en: late afternoon", "en: ¦afternoon"),
)
SETTINGS = {**project.TODAY, "PYTHONDONTWRITEBYTECODE": ""}  # hundreds of builds need not compile the code each
HUNG = 300  # seconds: tens of times what a build takes, so that a machine that others use too is no hang
PAGE = 4096  # bytes: what a disk in memory gives to files
UNCHANGED = "he published site is unchanged"
FAKED_CLOCK = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1")
_C = ctypes.CDLL(None, use_errno=True)
_OWN_MOUNTS, _READ_ONLY, _REMOUNT, _BIND, _PRIVATE = 0x20000, 1, 32, 4096, (1 << 18) | 16384  # linux/mount.h, sched.h
Process = subprocess.Popen[str]


class Builds:
    """One project whose builds are hindered; `counts` says how each kind of trouble ended."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = Random(seed)
        self.tree = project.copy_small(folder / "project")
        self.site = self.tree / "site"
        self.disk = folder / "disk"
        self.disk.mkdir()
        self.counts = Counts()
        self.turn = 0
        self.deleted = 0  # the number that the file system gave to the folder of the site that was deleted
        self.whole: list[str] = []
        for _ in range(2):
            started = time.monotonic()
            self._fix()
            self.seconds = time.monotonic() - started
            self.whole.append(_fingerprint(self.site))
            self.change()
        pages = (-(-file.stat().st_size // PAGE) for file in self.site.rglob("*"))
        self.bytes = sum(pages) * PAGE
        everyone: dict[str, Callable[[str], None]] = {
            **{f"{number.name} at some moment": partial(self._ended, number=number) for number in _SIGNALS},
            "all its processes killed": partial(self._ended, number=signal.SIGKILL, group=True),
            "a process that helps is killed": self._helper_killed,
            "files limited in size": self._limited(resource.RLIMIT_FSIZE, 1_000, 400_000),
            "memory limited": self._limited(resource.RLIMIT_AS, 180 << 20, 320 << 20),
            "open files limited": self._limited(resource.RLIMIT_NOFILE, 16, 60),
            "processor time limited": self._limited(resource.RLIMIT_CPU, 1, 4),
            "two at once": self._two_at_once,
            "edited meanwhile": partial(self._meanwhile, act=self.change),
            "the cache deleted meanwhile": partial(self._meanwhile, act=self._delete_cache),
            "the site deleted meanwhile": partial(self._meanwhile, act=self._delete_site),
            "the unfinished site deleted meanwhile": partial(self._meanwhile, act=self._delete_staging),
            "the cache damaged": self._cache_damaged,
            "another umask": partial(self._built, before=partial(os.umask, 0o777)),
            "nobody reads what it says": partial(self._meanwhile, act=lambda: None, deaf=True),
            "no home, no temporary folder, another locale": partial(
                self._built, HOME="/nowhere", TMPDIR="/nowhere", LC_ALL="C", LANG="tr_TR", TZ="Asia/Ho_Chi_Minh"
            ),
            "files of days to come": self._files_to_come,
        }
        superusers: dict[str, Callable[[str], None]] = {
            "a file that cannot be read": self._unreadable,
            "the disk full": partial(self._on_disk, room=lambda: f"size={self.bytes + self._upto(self.bytes)}"),
            "the disk without inodes": partial(self._on_disk, room=lambda: f"nr_inodes={2000 + self._upto(1500)}"),
            "the disk read-only": partial(self._on_disk, room=lambda: "size=99m", read_only=True),
            "a disk mounted where it publishes": self._on_mount_point,
            "the cache read-only": partial(self._built, before=partial(_mounted, self.tree / ".cache", None)),
            "the cache full": partial(self._built, before=partial(_mounted, self.tree / ".cache", "size=4k")),
            "shared memory read-only": partial(self._built, before=partial(_mounted, Path("/dev/shm"), None)),
            "the whole project read-only": partial(self._built, before=partial(_mounted, self.tree, None)),
        }
        self.kinds = everyone | (superusers if os.geteuid() == 0 else {})
        if _has_clock():
            self.kinds["the clock put back"] = partial(self._clock, ahead=False)
            self.kinds["the clock put forward"] = partial(self._clock, ahead=True)

    @property
    def _newest(self) -> str:
        """The site of the data as they are now."""
        return self.whole[self.turn % 2]

    def change(self) -> None:
        """Edit the data: there and back again by turns."""
        CHANGES[self.turn % 2].apply(self.tree)
        self.turn += 1

    def hinder(self, kind: str) -> None:
        """One build with one kind of trouble."""
        if _fingerprint(self.site) == self._newest:
            self.change()
        self.kinds[kind](kind)
        if _fingerprint(self.site) not in self.whole:
            self._fix()

    def finish(self) -> None:
        """A last build, which nothing hinders, leaves nothing but the site."""
        self._fix()
        left = [path.name for path in self.tree.glob(".site*")]
        assert left == [], left

    def _fix(self) -> None:
        result = project.build(self.tree, before=None, **SETTINGS)
        assert result.returncode == 0, result.stdout + result.stderr

    def _upto(self, most: int) -> int:
        return self.random.randrange(most)

    def _start(self, *arguments: str, before: Callable[[], object] | None = None, **settings: str) -> Process:
        return project.start(self.tree, *arguments, before=before, **(SETTINGS | settings))

    def _wait(self, least: float = 0.0, most: float = 1.1) -> None:
        """A part of the time that a build takes."""
        time.sleep(self.random.uniform(least, most) * self.seconds)

    def _judge(self, kind: str, process: Process, said: str, site: Path | None = None) -> None:
        """Count how a build ended; what is not right is printed with what it said."""
        site = site or self.site
        code, found, newest = process.returncode, _fingerprint(site), self._newest
        unprepared = "Traceback" in said and said.rstrip().endswith("KeyboardInterrupt")  # before MkDocs has begun
        if said.endswith(HANGING):
            ended = HANGING
        elif found not in self.whole:
            ended = f"a site of neither state (exit {code})"
        elif code < 0 or "Aborted!" in said or unprepared:
            ended = NEW if found == newest else OLD
        elif "Traceback" in said:
            ended = "a traceback"
        elif code == 0:
            ended = PUBLISHED if found == newest else "an old site, said to be done"
        else:
            ended = REFUSED if UNCHANGED in said and found != newest else f"no word of it (exit {code})"
        self.counts[kind, ended] += 1
        if ended not in RIGHT:
            print(f"\n{kind}: {ended}\n{said[-3000:]}", file=sys.stderr)

    def _built(self, kind: str, before: Callable[[], object] | None = None, **settings: str) -> None:
        process = self._start(before=before, **settings)
        self._judge(kind, process, _said(process))

    def _limited(self, which: int, least: int, most: int) -> Callable[[str], None]:
        def limited(kind: str) -> None:
            limit = self.random.randrange(least, most)
            self._built(kind, before=partial(resource.setrlimit, which, (limit, limit)))

        return limited

    def _ended(self, kind: str, number: signal.Signals, group: bool = False) -> None:
        process = self._start(before=os.setsid if group else None)
        self._wait()
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number) if group else process.send_signal(number)
        self._judge(kind, process, _said(process))

    def _helper_killed(self, kind: str) -> None:
        process = self._start()
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        killed = False
        while process.poll() is None and not killed:
            with suppress(OSError):
                if found := children.read_text("utf-8").split():
                    time.sleep(self.random.uniform(0, 0.3))
                    os.kill(int(self.random.choice(found)), signal.SIGKILL)
                    killed = True
            time.sleep(0.01)
        self._judge(kind, process, _said(process))

    def _two_at_once(self, kind: str) -> None:
        first = self._start()
        self._wait(most=0.5)
        second = self._start()
        said = [_said(process) for process in (first, second)]
        for process, each in zip((first, second), said, strict=True):
            self._judge(kind, process, each)

    def _meanwhile(self, kind: str, act: Callable[[], None], deaf: bool = False) -> None:
        """A build during which something happens; the site of before or after it is right.

        Where the site that was deleted was no longer the one of before, the build had published its own.
        """
        before = self.site.stat().st_ino
        process = self._start()
        if deaf:
            for pipe in (process.stdout, process.stderr):
                assert pipe is not None
                pipe.close()
        self._wait(most=0.9)
        turn, self.deleted = self.turn, 0
        if process.poll() is None:
            act()
        said = f"{UNCHANGED}{process.wait(HUNG)}" if deaf else _said(process)
        found = _fingerprint(self.site)
        if turn != self.turn and found in self.whole and (process.returncode == 0 or UNCHANGED in said):
            # Either state is right: the edit came before the data were read, or after, or has ended the build.
            self.counts[kind, REFUSED if process.returncode else PUBLISHED] += 1
        elif not self.site.exists():
            refused = REFUSED if UNCHANGED in said and process.returncode else "no site"
            self.counts[kind, PUBLISHED if process.returncode == 0 and self.deleted != before else refused] += 1
        else:
            self._judge(kind, process, said)

    def _delete_cache(self) -> None:
        shutil.rmtree(self.tree / ".cache", ignore_errors=True)

    def _delete_site(self) -> None:
        self.deleted = self.site.stat().st_ino
        shutil.rmtree(self.site, ignore_errors=True)

    def _delete_staging(self) -> None:
        for folder in self.tree.glob(".site-*"):
            shutil.rmtree(folder, ignore_errors=True)

    def _cache_damaged(self, kind: str) -> None:
        files = [file for file in sorted((self.tree / ".cache").rglob("*")) if file.is_file()]
        contents = [file.read_bytes() for file in self.random.sample(files, min(60, len(files)))]
        for file in self.random.sample(files, min(60, len(files))):
            raw = file.read_bytes()
            file.unlink()  # a page of the cache and of the site are one file
            match self._upto(4):
                case 0:
                    file.write_bytes(raw[: self._upto(len(raw) + 1)])
                case 1:
                    file.write_bytes(raw + b"POISONED")
                case 2:
                    file.write_bytes(self.random.choice(contents))
                case _:
                    file.mkdir()
        self._built(kind)
        self._delete_cache()

    def _files_to_come(self, kind: str) -> None:
        later = time.time() + 86_400 * self._upto(9_000)
        for file in self.tree.rglob("*.yml"):
            os.utime(file, (later, later))
        self._built(kind)

    def _unreadable(self, kind: str) -> None:
        files = [*(self.tree / "data").rglob("*.yml"), *(self.tree / "docs").rglob("*.md")]
        file = self.random.choice(sorted(files))
        file.chmod(0)
        self._built(kind, before=_bound_by_permissions)
        file.chmod(0o644)

    def _on_disk(self, kind: str, room: Callable[[], str], read_only: bool = False) -> None:
        """A build on another disk, next to a site that is published there."""
        with _disk(self.disk, room()) as site:
            subprocess.run(["cp", "-r", self.site, site], check=True)
            if read_only:
                subprocess.run(["mount", "-o", "remount,ro", self.disk], check=True)
            process = self._start("--site-dir", str(site))
            self._judge(kind, process, _said(process), site)

    def _on_mount_point(self, kind: str) -> None:
        """A site on a disk that is mounted there."""
        with _disk(self.disk, "size=99m"):
            shutil.copytree(self.site, self.disk, dirs_exist_ok=True)
            process = self._start("--site-dir", str(self.disk))
            said = _said(process)
            self._judge(kind, process, said.replace("is mounted", UNCHANGED), self.disk)

    def _clock(self, kind: str, ahead: bool) -> None:
        offset = f"{'+' if ahead else '-'}{1 + self._upto(30_000)}h"
        settings = {"LD_PRELOAD": str(FAKED_CLOCK), "NO_FAKE_STAT": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        self._built(kind, before=None, FAKETIME=offset, **settings)


_SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def _said(process: Process) -> str:
    """All that a build says until its end; one without an end is killed."""
    try:
        return "".join(process.communicate(timeout=HUNG))
    except subprocess.TimeoutExpired:
        process.kill()
        return "".join(process.communicate()) + HANGING


def _fingerprint(site: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        digest.update(f"{file.relative_to(site)}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


@contextmanager
def _disk(folder: Path, options: str) -> Iterator[Path]:
    """A disk in memory; needs the superuser."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)
    try:
        yield folder / "site"
    finally:
        subprocess.run(["umount", folder], check=True)


def _mounted(folder: Path, options: str | None) -> None:
    """In this process alone, mount a disk in memory over a folder; without options, the folder itself, read-only."""
    folder.mkdir(exist_ok=True)  # the cache, which may have been deleted
    name = bytes(folder)

    def do(done: int) -> None:
        assert done == 0, os.strerror(ctypes.get_errno())

    do(_C.unshare(_OWN_MOUNTS))
    do(_C.mount(b"none", b"/", None, _PRIVATE, None))
    if options:
        do(_C.mount(b"tmpfs", name, b"tmpfs", 0, options.encode()))
    else:
        do(_C.mount(name, name, None, _BIND, None))
        do(_C.mount(b"none", name, None, _BIND | _REMOUNT | _READ_ONLY, None))


def _bound_by_permissions() -> None:
    """Permissions bind the superuser too: CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH are dropped."""
    for capability in (1, 2):
        _C.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def _has_clock() -> bool:
    """Whether clocks can be put back and forward for one process."""
    if not FAKED_CLOCK.exists():
        with suppress(debian.NotPossible):
            debian.install("libfaketime")
    if not FAKED_CLOCK.exists():
        print("libfaketime is missing: clocks are left alone", file=sys.stderr)
    return FAKED_CLOCK.exists()
