"""Files of the cache are whole, whoever writes them at once and whenever a build is killed."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from macros.data.whole_files import write_whole
from tests.support.project import ROOT

SIZE = 1_000_000
_WRITE = """
import sys
from pathlib import Path
from macros.data.whole_files import write_whole
file, letter = Path(sys.argv[1]), sys.argv[2].encode()
print("begun", flush=True)
while True:
    write_whole(file, letter * %d)
"""


@contextmanager
def _writer(file: Path, letter: str) -> Iterator[subprocess.Popen[str]]:
    """A process that writes the file again and again, full of this letter, until it is killed here."""
    command = [sys.executable, "-B", "-c", _WRITE % SIZE, str(file), letter]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        yield process
        process.send_signal(signal.SIGKILL)


def _whole(file: Path) -> bool:
    return file.read_bytes() in (b"a" * SIZE, b"b" * SIZE)


def test_a_file_is_whole_while_two_write_it_and_after_they_are_killed(tmp_path: Path) -> None:
    file = tmp_path / "cache" / "card.png"
    write_whole(file, b"a" * SIZE)
    with _writer(file, "a"), _writer(file, "b"):
        assert all(_whole(file) for _ in range(300))
    assert _whole(file)


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "card.png"
    write_whole(file, b"a" * SIZE)
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SIZE // 2, kept[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            write_whole(file, b"b" * SIZE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)
        signal.signal(signal.SIGXFSZ, handler)
    assert file.read_bytes() == b"a" * SIZE
    assert list(tmp_path.iterdir()) == [file]
