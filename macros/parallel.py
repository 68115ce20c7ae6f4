"""Work on every core: each process is a copy of this one as it stands, so that nothing has to be handed over.

Linux only; elsewhere, and under `mkdocs serve`, whose threads a copy would not have, the work is done one after
another. What a task leaves behind are the files that it writes. This process works too: a copy more would take its
room without need.
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

Task = Callable[[], object]
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of linux/prctl.h


def in_parallel(tasks: Sequence[Task]) -> None:
    """Do all tasks; raises what one raised that failed, and ChildProcessError where a process was killed."""
    if sys.platform != "linux" or threading.active_count() > 1:
        for task in tasks:
            task()
        return
    copies = multiprocessing.get_context("fork")
    following = copies.Value("i", 0)
    failures = copies.SimpleQueue()
    helpers = [
        copies.Process(target=_help, args=(tasks, following, failures)) for _ in range(len(os.sched_getaffinity(0)) - 1)
    ]
    for helper in helpers:
        helper.start()
    try:
        _work(tasks, following)
    finally:
        for helper in helpers:
            helper.join()
    if not failures.empty():
        raise failures.get()
    if any(helper.exitcode for helper in helpers):
        raise ChildProcessError("a process that helped to build was killed")


def _work(tasks: Sequence[Task], following: Any) -> None:
    """Do the tasks that nobody has taken."""
    while True:
        with following.get_lock():
            number = following.value
            following.value += 1
        if number >= len(tasks):
            return
        try:
            tasks[number]()
        except BaseException:
            following.value = len(tasks)  # nobody need begin another
            raise


def _help(tasks: Sequence[Task], following: Any, failures: Any) -> None:
    # A build that is killed leaves nobody behind who writes on.
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    try:
        _work(tasks, following)
    except Exception as failure:
        failures.put(failure)
