"""The project under test: where it stands, how to copy it, how to build it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
# Another host than the one that serves the site in the tests: a page that fetches from it is found out.
SITE_URL = "https://archive.example.org/kho/"
REPO_URL = "https://github.com/nhom/kho"
BASE = "/kho/"
_PARTS = ("data", "docs", "macros", "overrides")
_SETTINGS = ("SITE_URL", "REPO_URL", "REPO_BRANCH")


def copy(target: Path) -> Path:
    """A copy of everything the site is built from."""
    target.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", target)
    for part in _PARTS:
        shutil.copytree(ROOT / part, target / part, ignore=shutil.ignore_patterns("__pycache__"))
    return target


def build(tree: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build --strict` in a project tree; `settings` are environment variables."""
    environment = {name: value for name, value in os.environ.items() if name not in _SETTINGS}
    environment |= {"PYTHONDONTWRITEBYTECODE": "1", "NO_MKDOCS_2_WARNING": "1", **settings}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", *arguments],
        cwd=tree,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
