"""Files made to exhaust or crash the reader are refused, quickly and in words.

Each is read in a process of its own: one that crashes must not take the other tests with it.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.archive.translations import read as read_recorded
from macros.checks.loading import examine
from tests.support.project import ROOT

SECONDS = 30  # many times what they take: a busy machine is no failure
_READER = """
import sys
from pathlib import Path
from macros.data.strict_yaml import read
print(*read(Path(sys.argv[1]), "data/example.yml")[2], sep="\\n")
"""
BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 60))
HOSTILE = {
    "alias bomb": (BOMB, "anchors and aliases"),
    "merge bomb": (BOMB.replace("[", "{<<: [").replace("]", "]}"), "anchors and aliases"),
    "cycle": ("a: &a\n  b: *a\n", "anchors and aliases"),
    "a hundred brackets": (f"a: {'[' * 100}{']' * 100}", "Nested too deeply"),
    "half a million brackets": ("[" * 500_000, "Nested too deeply"),
    "a hundred thousand dashes": ("- " * 100_000, "ested too deeply"),
    "a thousand indents": ("".join(f"{' ' * n}a:\n" for n in range(1000)), "Nested too deeply"),
    "fifty thousand mistakes": ("".join(f"k{n}: no\n" for n in range(50_000)), "true or false"),
}


@pytest.mark.parametrize(("content", "said"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_are_refused(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "example.yml"
    file.write_text(content, "utf-8")
    result = subprocess.run(
        [sys.executable, "-B", "-c", _READER, str(file)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert result.returncode == 0, result.stderr or f"signal {-result.returncode}"
    assert said in result.stdout


RECORDED: dict[str, bytes] = {
    "half a letter": b'{"a": [{"vi": "\\ud800", "en": "x"}]}',
    "control characters": b'{"a": [{"vi": "\\u0000\\u001b", "en": "x"}]}',
    "a turn of direction": '{"a": [{"vi": "a", "en": "\u202ex"}]}'.encode(),
    "a hidden field": b'{"a\\u200b": [{"vi": "a", "en": "x"}]}',
    "a text longer than any": b'{"a": [{"vi": "' + b"a " * 1001 + b'", "en": "x"}]}',
    "megabytes": b'{"a": [' + b'{"vi": "a", "en": "x"},' * 200_000 + b'{"vi": "a", "en": "x"}]}',
    "brackets": b"[" * 100_000,
    "a number of thousands of digits": b'{"a": [{"vi": 1' + b"0" * 5000 + b', "en": "x"}]}',
    "UTF-16": '{"a": [{"vi": "a", "en": "x"}]}'.encode("utf-16"),
    "another form": b'{"a": {"vi": "a"}}',
}


@pytest.mark.parametrize("raw", RECORDED.values(), ids=RECORDED)
def test_what_the_machine_would_not_record_is_refused(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations/topics.json").write_bytes(raw)
    recorded, [problem] = read_recorded(tmp_path / "data")
    assert recorded == {}
    assert str(problem.place).startswith("translations/topics.json:1:")
    assert "This file, which the machine writes, is garbled" in problem.en


def _symlink(to: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(to)


def _socket(path: Path) -> None:
    socket.socket(socket.AF_UNIX).bind(os.path.relpath(path))


LINK, PLAIN, PLACE = "Links (symlinks) are not used", "Expected a plain file here", "No kind of record lives here"
STRANGE: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "link to a file outside": ("meetings/2020-01-01.yml", _symlink("/etc/passwd"), LINK),
    "link to the environment": ("documents/secret.yml", _symlink("/proc/self/environ"), LINK),
    "link to a record": ("meetings/2020-01-01.yml", _symlink("../topics.yml"), LINK),
    "link to nothing": ("meetings/2020-01-01.yml", _symlink("nothing"), LINK),
    "link to itself": ("meetings/2020-01-01.yml", _symlink("2020-01-01.yml"), LINK),
    "link to a folder": ("reviews/2020", _symlink("/etc"), LINK),
    "folder named like a file": ("meetings/2020-01-01.yml", Path.mkdir, PLAIN),
    "pipe": ("meetings/2020-01-01.yml", os.mkfifo, PLAIN),
    "socket": ("meetings/2020-01-01.yml", _socket, PLAIN),
    "endless device": ("meetings/2020-01-01.yml", _symlink("/dev/zero"), LINK),
    "endless device among what the machine records": ("../translations/zz.json", _symlink("/dev/zero"), LINK),
    "name in capitals": ("meetings/ABC.yml", Path.touch, "lower-case a-z, digits and hyphens only"),
    "name with a space": ("meetings/a b.yml", Path.touch, "lower-case a-z, digits and hyphens only"),
    "name with a line break": ("meetings/a\n::error::b.yml", Path.touch, "lower-case a-z, digits and hyphens only"),
    "name that is not UTF-8": ("meetings/a\udcff.yml", Path.touch, "lower-case a-z, digits and hyphens only"),
    "name like an option": ("meetings/--help.yml", Path.touch, "lower-case a-z, digits and hyphens only"),
    "other ending": ("meetings/2020-01-01.yaml", Path.touch, "Rename it to “2020-01-01.yml”"),
    "ending in capitals": ("meetings/2020-01-01.YML", Path.touch, "Rename it to “2020-01-01.yml”"),
    "ending of a text": ("meetings/2020-01-01.yml.txt", Path.touch, "Rename it to “2020-01-01.yml”"),
    "what a system leaves": ("meetings/.DS_Store", Path.touch, "A program left this file"),
    "what an editor leaves": ("meetings/2020-01-01.yml~", Path.touch, "A program left this file"),
    "no record": ("meetings/notes.txt", Path.touch, PLACE),
    "hidden file": (".hidden.yml", Path.touch, PLACE),
}


@pytest.mark.parametrize(("name", "make", "said"), STRANGE.values(), ids=STRANGE)
def test_strange_files_are_refused_at_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, make: Callable[[Path], None], said: str
) -> None:
    for folder in ("meetings", "documents", "reviews"):
        (tmp_path / "data" / folder).mkdir(parents=True)
    (tmp_path / "translations").mkdir()
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "data" / name)
    [problem, *more] = [problem for problem in examine(tmp_path / "data")[1] if said in problem.en]
    assert more == []
    text = str(problem)
    assert text.encode()  # whatever the name, it can be printed
    assert text.startswith((f"data/{name.split('/')[0]}", "translations/zz.json")) and len(text.splitlines()) == 2
