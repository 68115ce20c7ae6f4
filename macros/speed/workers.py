"""Work on every core: each worker process is a fork of this one, so that nothing has to be handed over.

Linux only; elsewhere, and under `mkdocs serve`, whose threads a fork would not have, the work is done one after
another. This process works too: one fork more would take its memory without need.
"""

from __future__ import annotations

import ctypes
import fcntl
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Task = Callable[[], bytes]  # writes files and returns their digest
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of linux/prctl.h


def map_in_processes(work: Callable[[Sequence[Item]], Result], items: Sequence[Item]) -> list[Result]:
    """The result of `work` for the share of the items that each process gets; that of a failed worker is missing."""
    cores = 1 if _is_single() else _cores()
    workers = [start_in_background(partial(work, items[number::cores])) for number in range(1, cores)]
    results = [work(items[::cores]), *(wait() for wait in workers)]
    return [result for result in results if result is not None]


def start_in_background(work: Callable[[], Result]) -> Callable[[], Result | None]:
    """Start work in a fork; returns a function that waits for its result, None where the fork did not finish it."""
    if _is_single():
        return lambda: None
    worker = _Worker(work)
    return lambda: worker.outcome()[0]


def in_parallel(tasks: Sequence[Task]) -> bytes:
    """Do all tasks.

    This process takes the last of them first, the others take the first: what needs much memory goes at the beginning,
    where this process comes to it only if there is nothing else to do.

    Returns:
        The digests that the tasks return, in the order of the tasks.

    Raises:
        ChildProcessError: a worker was killed. What a task raises is raised as it is.
    """
    if _is_single():
        return b"".join(task() for task in tasks)
    with tempfile.TemporaryFile() as lock:
        queue = _Queue(len(tasks), lock.fileno())
        workers = [_Worker(partial(_work, tasks, queue)) for _ in range(_cores() - 1)]
        try:
            digests = _work(tasks, queue, last=True)
        finally:  # where this process failed too: a worker must not go on writing
            outcomes = [worker.outcome() for worker in workers]
    for done, error in outcomes:
        if error:
            raise error
        digests |= done
    return b"".join(digests[number] for number in range(len(tasks)))


class _Worker:
    """A fork of this process that does some work."""

    def __init__(self, work: Callable[[], Any]) -> None:
        forks = multiprocessing.get_context("fork")
        self._answer, answer = forks.Pipe(duplex=False)
        self._process = forks.Process(target=_run, args=(work, answer), daemon=True)
        self._process.start()
        answer.close()

    def outcome(self) -> tuple[Any, Exception | None]:
        """The result of the work, or None and why there is none, once the fork has ended."""
        try:
            outcome: tuple[Any, Exception | None] = self._answer.recv()
        except (EOFError, OSError):
            outcome = None, ChildProcessError("a worker process was killed")
        self._process.join()
        return outcome


def _run(work: Callable[[], Any], answer: Connection) -> None:
    # A build that is killed leaves no worker that goes on writing; one that is interrupted reports it once.
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        answer.send((work(), None))
    except Exception as error:
        answer.send((None, error))


class _Queue:
    """The numbers of the tasks that no process has taken.

    `lock` is an open file: the system releases a lock on it where the process that holds it is killed.
    """

    def __init__(self, count: int, lock: int) -> None:
        self.bounds = multiprocessing.get_context("fork").RawArray("i", [0, count])
        self.lock = lock

    def take(self, last: bool) -> int | None:
        """Take the last or the first number; None where none is left."""
        fcntl.lockf(self.lock, fcntl.LOCK_EX)
        try:
            first, end = int(self.bounds[0]), int(self.bounds[1])
            if first >= end:
                return None
            self.bounds[:] = (first, end - 1) if last else (first + 1, end)
            return end - 1 if last else first
        finally:
            fcntl.lockf(self.lock, fcntl.LOCK_UN)

    def close(self) -> None:
        """Leave no task to be taken."""
        self.bounds[1] = 0


def _work(tasks: Sequence[Task], queue: _Queue, last: bool = False) -> dict[int, bytes]:
    """Do tasks until none is left; returns the digest of each by its number."""
    digests: dict[int, bytes] = {}
    try:
        while (number := queue.take(last)) is not None:
            digests[number] = tasks[number]()
    except BaseException:
        queue.close()
        raise
    return digests


def _is_single() -> bool:
    return sys.platform != "linux" or threading.active_count() > 1


def _cores() -> int:
    return len(os.sched_getaffinity(0))
