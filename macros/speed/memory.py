"""Room that the process has no use for any more, given back to the system."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Give back what was freed; C's library on Linux otherwise keeps what lies below anything still in use."""
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "malloc_trim"):  # not in musl
        library.malloc_trim(0)
