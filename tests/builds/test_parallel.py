"""Work on every core: all of it is done, and what fails on any of them is reported.

In processes of their own: pytest's has threads, beside which the work is done one after another.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.archives import write
from tests.support.project import ROOT, SMALL_DATA

_RUN = """
import os, signal, sys, time
from functools import partial
from pathlib import Path
from macros.speed.workers import in_parallel

folder, parent = Path(sys.argv[1]), os.getpid()

def work(number):
    time.sleep(0.02)
    (folder / str(number)).write_text(str(os.getpid()))
    return b"%%16d" %% number

def fail():
    time.sleep(0.02)
    if os.getpid() != parent:
        %s
    return b"%%16d" %% 0

tasks = [partial(work, number) for number in range(20)]
print(in_parallel([task for each in tasks for task in (each, fail)]).decode().split())
"""


def _run(folder: Path, trouble: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _RUN % trouble, str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)


def test_all_work_is_done_by_several_processes(tmp_path: Path) -> None:
    done = _run(tmp_path, "pass")
    assert done.returncode == 0, done.stderr
    assert {file.name for file in tmp_path.iterdir()} == {str(number) for number in range(20)}
    processes = {file.read_text("utf-8") for file in tmp_path.iterdir()}
    assert done.stdout == f"{[each for number in range(20) for each in (str(number), '0')]}\n"
    assert len(processes) >= min(2, len(os.sched_getaffinity(0)))


@pytest.mark.parametrize(
    ("trouble", "reported"),
    [
        ('raise OSError(28, "No space left on device")', "OSError: [Errno 28]"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "ChildProcessError"),
    ],
    ids=["it fails", "it is killed"],
)
def test_what_happens_to_a_helper_is_reported(tmp_path: Path, trouble: str, reported: str) -> None:
    done = _run(tmp_path, trouble)
    assert done.returncode != 0
    assert reported in done.stderr


_HOLD = """
import os, signal
from multiprocessing.queues import Queue
from macros.speed import workers

def get(queue, *_, **__):
    with queue._rlock:
        os.kill(os.getpid(), signal.SIGKILL)

Queue.get = get
workers.in_parallel([lambda: b"0" * 16] * 10)
"""


_REFUSED = """
import errno, os, multiprocessing.synchronize
from macros.speed import workers

def refuse(*_, **__):
    raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

begun, fork = [], os.fork

def only_one():
    begun.append(1)
    return fork() if len(begun) == 1 else refuse()

%s
workers._cores = lambda: 4
print(workers.in_parallel([lambda number=number: b"%%d" %% number for number in range(5)]).decode())
print(workers.map_in_processes(len, list(range(8))))
print(workers.start_in_background(lambda: "done")())
"""


@pytest.mark.parametrize(
    "trouble",
    ["os.fork = refuse", "os.fork = only_one", "multiprocessing.synchronize.SemLock.__init__ = refuse"],
    ids=["no process", "only one process", "no shared memory"],
)
def test_where_the_system_lets_no_process_begin_this_one_does_all(trouble: str) -> None:
    command = [sys.executable, "-c", _REFUSED % trouble]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["01234", "[8]", "None"]


def test_nobody_waits_for_a_helper_that_was_killed_while_it_took_a_task() -> None:
    command = [sys.executable, "-c", _HOLD]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert "ChildProcessError" in result.stderr


_WAIT = """
import time
from macros.speed.workers import in_parallel

print("begun", flush=True)
in_parallel([lambda: time.sleep(60)] * 10)
"""


def test_an_interrupted_build_says_so_once() -> None:
    command = [sys.executable, "-c", _WAIT]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        time.sleep(0.5)
        os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C does
        time.sleep(0.5)
        os.killpg(process.pid, signal.SIGKILL)
        _, reported = process.communicate(timeout=60)
    assert reported.count("Traceback") <= 1


_SHARE = """
import os, signal
from macros.speed.workers import map_in_processes

parent = os.getpid()

def work(numbers):
    if os.getpid() != parent:
        %s
    return os.getpid(), sum(numbers)

shares = map_in_processes(work, range(100))
print(len({process for process, _ in shares}), sum(done for _, done in shares))
"""


@pytest.mark.parametrize(
    ("trouble", "done"),
    [
        ("pass", f"{len(os.sched_getaffinity(0))} {sum(range(100))}"),
        ("1 / 0", f"1 {sum(range(0, 100, len(os.sched_getaffinity(0))))}"),
        ("os.kill(os.getpid(), signal.SIGKILL)", f"1 {sum(range(0, 100, len(os.sched_getaffinity(0))))}"),
    ],
    ids=["all goes well", "a helper fails", "a helper is killed"],
)
def test_the_share_of_a_helper_that_fails_is_missing(trouble: str, done: str) -> None:
    command = [sys.executable, "-c", _SHARE % trouble]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert (result.stdout, result.stderr) == (f"{done}\n", "")


_FAIL = """
import os
from macros.speed.workers import map_in_processes

parent = os.getpid()
map_in_processes(lambda numbers: 1 / 0 if os.getpid() == parent else numbers * 10_000, list(range(100)))
"""


def test_who_fails_waits_for_no_helper() -> None:
    """A helper with more to tell than a pipe holds waits until somebody listens."""
    command = [sys.executable, "-c", _FAIL]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert "ZeroDivisionError" in result.stderr


_BEGIN = """
import os, signal
from macros.speed.workers import start_in_background

parent = os.getpid()

def work():
    %s
    return os.getpid() != parent

print(start_in_background(work)())
"""


@pytest.mark.parametrize(
    ("trouble", "reported"),
    [("pass", "True"), ("1 / 0", "None"), ("os.kill(os.getpid(), signal.SIGKILL)", "None")],
    ids=["all goes well", "it fails", "it is killed"],
)
def test_what_is_begun_is_done_by_another_process_or_not_at_all(trouble: str, reported: str) -> None:
    command = [sys.executable, "-c", _BEGIN % trouble]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert (result.stdout, result.stderr) == (f"{reported}\n", "")


_SIMILAR = """
from pathlib import Path
from macros.checks.loading import read_archive
from macros.archive.related import Related

archive = read_archive(Path("tests/archive/data"))
alone, ahead = Related(archive), Related(archive)
ahead.begin()
ahead.wait()
for found in (alone, ahead):
    print("_wordings" in vars(found), [[s.id for s in found.similar(each)] for each in archive.statements])
print("_wordings" in vars(ahead))
"""


def test_what_another_process_finds_similar_is_what_this_one_would() -> None:
    command = [sys.executable, "-c", _SIMILAR]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    alone, ahead, looked_again = result.stdout.splitlines()
    assert alone == ahead
    assert "/" in alone
    assert looked_again == "False"


_READ = """
import sys
from pathlib import Path
from macros.checks.loading import load
from macros.data.problems import Refused

try:
    load(Path(sys.argv[1]))
except Refused as refused:
    print(refused.report())
"""


def test_mistakes_are_reported_once_whichever_process_meets_them(tmp_path: Path) -> None:
    data = tmp_path / "data"
    write(data, 120, SMALL_DATA)
    wrong = sorted((data / "meetings").glob("*.yml"))[40:44]
    for file in wrong:
        file.write_text(file.read_text("utf-8").replace("\nlevel: ", "\nlevel: x", 1), "utf-8")
    command = [sys.executable, "-c", _READ, str(data)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert result.stderr == ""
    assert [result.stdout.count(f"data/meetings/{file.name}:") for file in wrong] == [1, 1, 1, 1]
