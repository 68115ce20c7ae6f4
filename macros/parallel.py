"""Work on every core: each process is a copy of this one as it stands, so that nothing has to be handed over.

Linux only; elsewhere, and under `mkdocs serve`, whose threads a copy would not have, the work is done one after
another. What a task leaves behind are the files that it writes.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor

Task = Callable[[], object]
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of linux/prctl.h
_tasks: Sequence[Task] = ()


def in_parallel(tasks: Sequence[Task]) -> None:
    """Do all tasks; raises what the first one raises that fails."""
    global _tasks
    if sys.platform != "linux" or threading.active_count() > 1:
        for task in tasks:
            task()
        return
    _tasks = tasks
    cores = len(os.sched_getaffinity(0))
    with ProcessPoolExecutor(cores, multiprocessing.get_context("fork"), _stay_with_parent) as pool:
        for done in [pool.submit(_do, number) for number in range(len(tasks))]:
            done.result()


def _do(number: int) -> None:
    _tasks[number]()


def _stay_with_parent() -> None:
    """A build that is killed leaves nobody behind who writes on."""
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
