"""Work on every core: each worker process is a fork of this one, so that nothing has to be handed over.

Linux only; elsewhere, under `mkdocs serve`, whose threads a fork would not have, and where the system lets no other
process begin, the work is done one after another. This process works too: one fork more would take its memory without
need.
"""

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Task = Callable[[], bytes]  # writes files and returns their digest
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of linux/prctl.h
_KILLED = "a worker process was killed"
_tasks: Sequence[Callable[[], Any]] = ()  # of this process, if it is a worker


def map_in_processes(work: Callable[[Sequence[Item]], Result], items: Sequence[Item]) -> list[Result]:
    """The result of `work` for the share of the items that each process gets; that of a failed worker is missing."""
    cores = _cores()
    wait = _start([partial(work, items[number::cores]) for number in range(1, cores)])
    if wait is None:
        return [work(items)]
    return [work(items[::cores]), *(result for result in wait() if result is not None)]


def start_in_background(work: Callable[[], Result]) -> Callable[[], Result | None]:
    """Start work in a fork; returns a function that waits for its result, None where the fork did not finish it."""
    wait = None if _is_single() else _start([work])
    return lambda: wait()[0] if wait else None


def _start(tasks: Sequence[Callable[[], Result]]) -> Callable[[], list[Result | None]] | None:
    """Begin each task in a process of its own; None where none can begin."""
    begun = _forks(len(tasks), tasks) if tasks else None
    if begun is None:
        return None
    workers, futures = begun

    def wait() -> list[Result | None]:
        with workers:
            return [None if future.exception() else future.result() for future in futures]

    return wait


def in_parallel(tasks: Sequence[Task]) -> bytes:
    """Do all tasks.

    This process takes the last of them first, the others take the first: what needs much memory goes at the beginning,
    where this process comes to it only if there is nothing else to do.

    Returns:
        The digests that the tasks return, in the order of the tasks.

    Raises:
        ChildProcessError: a worker was killed. What a task raises is raised as it is.
    """
    try:
        begun = None if _cores() == 1 else _forks(_cores() - 1, tasks)
    except BrokenProcessPool as killed:
        raise ChildProcessError(_KILLED) from killed
    if begun is None:
        return b"".join(task() for task in tasks)
    workers, futures = begun
    try:
        digests: dict[int, bytes] = {}
        for number in reversed(range(len(tasks))):
            if futures[number].cancel():  # no worker has taken it
                digests[number] = tasks[number]()
        return b"".join(digests.get(number) or future.result() for number, future in enumerate(futures))
    except BrokenProcessPool as killed:
        raise ChildProcessError(_KILLED) from killed
    finally:  # where something failed too: a worker must not go on writing
        workers.shutdown(cancel_futures=True)


def _forks(
    count: int, tasks: Sequence[Callable[[], Result]]
) -> tuple[ProcessPoolExecutor, list[Future[Result]]] | None:
    """Processes that have begun on the tasks; None where the system refuses them, or the memory that they share."""
    before = set(multiprocessing.active_children())
    try:
        workers = ProcessPoolExecutor(count, multiprocessing.get_context("fork"), _begin, (tasks,))
        return workers, [workers.submit(_do, number) for number in range(len(tasks))]
    except BrokenProcessPool:
        raise
    except (OSError, RuntimeError):  # no process or no /dev/shm; no thread
        for begun in set(multiprocessing.active_children()) - before:
            begun.kill()
        return None


def _begin(tasks: Sequence[Callable[[], Any]]) -> None:
    global _tasks
    _tasks = tasks
    # A build that is killed leaves no worker that goes on writing; one that is interrupted reports it once.
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _do(number: int) -> Any:
    return _tasks[number]()


def _cores() -> int:
    """How many processes work; a process with threads works alone."""
    return 1 if _is_single() else len(os.sched_getaffinity(0))


def _is_single() -> bool:
    return sys.platform != "linux" or threading.active_count() > 1
