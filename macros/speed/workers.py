"""Work on every core: each process is a copy of this one as it is, so that nothing has to be handed over.

Linux only; elsewhere, and under `mkdocs serve`, whose threads a copy would not have, the work is done one after
another. This process works too: a copy more would take its room without need.
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
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from macros.speed.digests import SIZE

Item = TypeVar("Item")
Result = TypeVar("Result")
Task = Callable[[], bytes]  # leaves behind the files that it writes, and gives their digest
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of linux/prctl.h


def shared_out(work: Callable[[Sequence[Item]], Result], items: Sequence[Item]) -> list[Result]:
    """What work makes of its share of the items in each process; of others' results this one gets copies.

    The result of a process that failed is missing.
    """
    if _alone():
        return [work(items)]
    cores = len(os.sched_getaffinity(0))
    helpers = [_helper(partial(work, items[number::cores])) for number in range(1, cores)]
    try:
        results = [work(items[::cores])]
        for _, answer in helpers:
            with suppress(EOFError, OSError):  # OSError: it was killed while it told
                results.append(answer.recv())
    finally:
        for helper, _ in helpers:
            helper.kill()  # it has told all, or tells what no one waits for
            helper.join()
    return results


def begun(work: Callable[[], Result]) -> Callable[[], Result | None]:
    """Begin work next to this process.

    Returns:
        What waits for its result; that is None where no process did it to its end.
    """
    if _alone():
        return lambda: None
    helper, answer = _helper(work)

    def wait() -> Result | None:
        try:
            result: Result = answer.recv()
        except (EOFError, OSError):
            return None
        helper.join()
        return result

    return wait


def _helper(work: Callable[[], Any]) -> tuple[BaseProcess, Connection]:
    """A copy of this process that does some work, and where it gives the result."""
    copies = multiprocessing.get_context("fork")
    answer, to_give = copies.Pipe(duplex=False)
    helper = copies.Process(target=_give, args=(to_give, work), daemon=True)
    helper.start()
    to_give.close()
    return helper, answer


def _give(to_give: Connection, work: Callable[[], Any]) -> None:
    _belong_to_parent()
    with suppress(Exception):  # anyone who does the missing work tells what is wrong
        to_give.send(work())


def in_parallel(tasks: Sequence[Task]) -> bytes:
    """Do all tasks.

    This process begins with the last of them, the others with the first: what takes much room is best at the
    beginning, where this process comes to it only if there is nothing else to do.

    Returns:
        The digests that they give, in their order.

    Raises:
        ChildProcessError: a process was killed. What a task raises that fails is raised as it is.
    """
    if _alone():
        return b"".join(task() for task in tasks)
    copies = multiprocessing.get_context("fork")
    with tempfile.TemporaryFile() as lock:
        return _together(tasks, _Open(copies.RawArray("i", [0, len(tasks)]), lock.fileno()))


def _together(tasks: Sequence[Task], open_tasks: _Open) -> bytes:
    copies = multiprocessing.get_context("fork")
    digests = copies.RawArray(ctypes.c_char, SIZE * len(tasks))
    failures = copies.SimpleQueue()
    helpers = [
        copies.Process(target=_help, args=(tasks, open_tasks, digests, failures))
        for _ in range(len(os.sched_getaffinity(0)) - 1)
    ]
    for helper in helpers:
        helper.start()
    try:
        _work(tasks, open_tasks, open_tasks.last, digests)
    finally:
        for helper in helpers:
            helper.join()
    if any(helper.exitcode for helper in helpers):  # first: of what it told, only a part may have come
        raise ChildProcessError("a process that helped to build was killed")
    if not failures.empty():
        raise failures.get()
    return bytes(digests.raw)


class _Open:
    """The tasks that no one has taken.

    Args:
        bounds: shared between processes: the number of the first of them, and that after the last.
        lock: an open file; the system lets go a lock on it where the process that holds it is killed.
    """

    def __init__(self, bounds: Any, lock: int) -> None:
        self.bounds = bounds
        self.lock = lock

    def first(self) -> int | None:
        """Take the first; None where nothing is left."""
        with self._held():
            number, end = self.bounds
            self.bounds[0] = min(number + 1, end)
        return number if number < end else None

    def last(self) -> int | None:
        """Take the last; None where nothing is left."""
        with self._held():
            begin, end = self.bounds
            self.bounds[1] = max(end - 1, begin)
        return end - 1 if begin < end else None

    def close(self) -> None:
        """No one need begin another."""
        self.bounds[1] = 0

    @contextmanager
    def _held(self) -> Iterator[None]:
        fcntl.lockf(self.lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.lockf(self.lock, fcntl.LOCK_UN)


def _work(tasks: Sequence[Task], open_tasks: _Open, take: Callable[[], int | None], digests: Any) -> None:
    try:
        while (number := take()) is not None:
            digests[number * SIZE : (number + 1) * SIZE] = tasks[number]()
    except BaseException:
        open_tasks.close()
        raise


def _help(tasks: Sequence[Task], open_tasks: _Open, digests: Any, failures: Any) -> None:
    _belong_to_parent()
    try:
        _work(tasks, open_tasks, open_tasks.first, digests)
    except Exception as failure:
        failures.put(failure)


def _alone() -> bool:
    return sys.platform != "linux" or threading.active_count() > 1


def _belong_to_parent() -> None:
    """A build that is killed leaves no one behind who writes on; one that is interrupted says so once."""
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
