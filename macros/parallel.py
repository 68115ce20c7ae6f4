"""Work on every core: each process is a copy of this one as it stands, so that nothing has to be handed over.

Linux only; elsewhere, and under `mkdocs serve`, whose threads a copy would not have, the work is done one after
another. What a task leaves behind are the files that it writes; it gives their digest. This process works too: a copy
more would take its room without need.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any

from macros.ingredients import SIZE

Task = Callable[[], bytes]
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of linux/prctl.h


def in_parallel(tasks: Sequence[Task]) -> bytes:
    """Do all tasks.

    Returns:
        The digests that they give, in their order.

    Raises:
        ChildProcessError: a process was killed. What a task raises that fails is raised as it is.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return b"".join(task() for task in tasks)
    copies = multiprocessing.get_context("fork")
    following = copies.Value("i", 0)
    digests = copies.RawArray(ctypes.c_char, SIZE * len(tasks))
    failures = copies.SimpleQueue()
    helpers = [
        copies.Process(target=_help, args=(tasks, following, digests, failures))
        for _ in range(len(os.sched_getaffinity(0)) - 1)
    ]
    for helper in helpers:
        helper.start()
    try:
        _work(tasks, following, digests)
    finally:
        for helper in helpers:
            helper.join()
    if not failures.empty():
        raise failures.get()
    if any(helper.exitcode for helper in helpers):
        raise ChildProcessError("a process that helped to build was killed")
    return bytes(digests.raw)


def _work(tasks: Sequence[Task], following: Any, digests: Any) -> None:
    """Do the tasks that nobody has taken."""
    while True:
        with following.get_lock():
            number = following.value
            following.value += 1
        if number >= len(tasks):
            return
        try:
            digests[number * SIZE : (number + 1) * SIZE] = tasks[number]()
        except BaseException:
            following.value = len(tasks)  # nobody need begin another
            raise


def _help(tasks: Sequence[Task], following: Any, digests: Any, failures: Any) -> None:
    # A build that is killed leaves nobody behind who writes on.
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    try:
        _work(tasks, following, digests)
    except Exception as failure:
        failures.put(failure)
