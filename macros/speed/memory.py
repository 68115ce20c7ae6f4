"""Memory of a build that runs once and ends."""

import ctypes
import sys


def trim_heap() -> None:
    """Return freed memory to the system; on Linux the C library otherwise keeps what lies below anything in use."""
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "malloc_trim"):  # not in musl
        library.malloc_trim(0)
