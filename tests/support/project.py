"""The project under test: where it stands, how to copy it, how to build it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.archive import summaries, translations
from macros.data.whole_files import UNFINISHED

ROOT = Path(__file__).resolve().parent.parent.parent
LIVE_DATA = ROOT / "data"
# The small archive of the tests: another region, another year. Tests of the code need nothing of the live data.
SMALL = ROOT / "tests" / "archive"
SMALL_DATA = SMALL / "data"
# The day on which the tests run, in seconds since 1970: the small archive ends in April 2032.
TODAY = {"SOURCE_DATE_EPOCH": "1971734400"}  # 25 June 2032
# Another host than the one that serves the site in the tests: a page that fetches from it is found out.
SITE_URL = "https://archive.example.org/kho/"
REPO_URL = "https://github.com/nhom/kho"
CONTACT = "ban-bien-tap@archive.example.org"
COMMIT = "0123456789abcdef" * 2 + "01234567"
BASE = "/kho/"
CACHE = ".cache"
_FILES = ("mkdocs.yml", "CONTRIBUTING.md", "CONTRIBUTING.en.md")
_PARTS = ("data", "docs", "macros", "overrides", "translations", "summaries", "benchmarks/results")
_SMALL_PARTS = ("data", "docs", "snippets", "translations", "summaries")
_CODE = ("macros", "overrides")
_SETTINGS = ("SITE_URL", "REPO_URL", "REPO_BRANCH", "REPO_FORGE", "REPO_COMMIT", "CONTACT_EMAIL")


def copy(target: Path) -> Path:
    """A copy of everything the site is built from, and of what is slow to make; no page kept from an earlier build."""
    target.mkdir(parents=True)
    for file in _FILES:
        shutil.copy(ROOT / file, target)
    for part in _PARTS:
        shutil.copytree(ROOT / part, target / part)
    if (ROOT / CACHE).exists():
        others = shutil.ignore_patterns("pages", "published-*", f"*{UNFINISHED}")  # a build may write there meanwhile
        shutil.copytree(ROOT / CACHE, target / CACHE, ignore=others)
    return target


def copy_small(target: Path) -> Path:
    """A copy of the small archive as a project of its own, with the code it is built by; no page kept from before."""
    target.mkdir(parents=True)
    for file in _FILES:
        shutil.copy(SMALL / file, target)
    settings = target / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("../../", ""), "utf-8")
    for part in _SMALL_PARTS:
        shutil.copytree(SMALL / part, target / part)
    for part in _CODE:
        shutil.copytree(ROOT / part, target / part)
    if (ROOT / CACHE).exists():  # the fonts, not the pages
        others = shutil.ignore_patterns("pages", "published-*", f"*{UNFINISHED}")
        shutil.copytree(ROOT / CACHE, target / CACHE, ignore=others)
    return target


def copy_small_data(target: Path) -> Path:
    """A copy of the small archive's data, and beside it what is recorded of their translations and summaries."""
    shutil.copytree(SMALL_DATA, target)
    for folder in (translations.FOLDER, summaries.FOLDER):
        shutil.copytree(SMALL / folder, target.parent / folder)
    return target


def start(
    tree: Path, *arguments: str, before: Callable[[], object] | None = None, **settings: str
) -> subprocess.Popen[str]:
    """Start `mkdocs build --strict` in a project tree; `settings` are environment variables.

    `before` is called in the new process before it becomes the build, to take something away from it.
    """
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict", *arguments],
        cwd=tree,
        env=_environment(settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=before,
    )


def build(
    tree: Path, *arguments: str, before: Callable[[], object] | None = None, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Build as `start` does, and wait for the end."""
    with start(tree, *arguments, before=before, **settings) as process:
        output, errors = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, output, errors)


@contextmanager
def preview(tree: Path, log: Path, **settings: str) -> Iterator[str]:
    """Run what `make serve` runs, on a free port; gives its address once it answers.

    `log` gets what it prints; `settings` are environment variables.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--strict", "--livereload", "--dev-addr", host]
    with log.open("w") as output:
        server = subprocess.Popen(command, cwd=tree, env=_environment(settings), stdout=output, stderr=output)
        try:
            while f"Serving on http://{host}/" not in log.read_text("utf-8"):
                assert server.poll() is None, log.read_text("utf-8")
                time.sleep(0.2)
            yield f"http://{host}/"
        finally:
            server.terminate()
            server.wait()


def _environment(settings: dict[str, str]) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name not in _SETTINGS}
    return environment | {"PYTHONDONTWRITEBYTECODE": "1", "NO_MKDOCS_2_WARNING": "1", **settings}
