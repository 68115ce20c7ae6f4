"""Files made to exhaust or crash the reader are refused, quickly and in words.

Each is read in a process of its own: one that crashes must not take the other tests with it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import ROOT

SECONDS = 5
_READER = """
import sys
from pathlib import Path
from macros.strict_yaml import read
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
