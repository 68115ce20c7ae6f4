"""Finds the Chromium the tests run in. Run as a script it installs one where it can, or says what to do."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from tests import debian

# The headless shell is the same engine without windows: a new reader costs a third of the time.
COMMANDS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium-headless-shell", "chromium")  # Debian's; the second where the first is not to be had
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
MISSING = (
    "Không tìm thấy Chromium để chạy kiểm thử. Hãy cài Chromium hoặc Google Chrome, "
    "hoặc đặt biến môi trường CHROMIUM=/đường/dẫn/tới/chromium.\n"
    "No Chromium was found to run the tests in. Install Chromium or Google Chrome, "
    "or set the environment variable CHROMIUM=/path/to/chromium."
)
WRONG_PATH = (
    "Biến môi trường CHROMIUM trỏ tới “{path}”, ở đó không có chương trình nào.\n"
    "The environment variable CHROMIUM names “{path}”, which is no program."
)


class NotFound(Exception):
    """There is no Chromium; the message, in both languages, says what to install."""


def find() -> str:
    """The path of an installed Chromium; raises `NotFound` where there is none."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        path = shutil.which(chosen)
        if path is None:
            raise NotFound(WRONG_PATH.format(path=chosen))
        return path
    for command in COMMANDS:
        path = shutil.which(command)
        if path:
            return path
    for path in (*APPLICATIONS, _playwrights_own()):
        if Path(path).is_file():
            return path
    raise NotFound(MISSING)


def _playwrights_own() -> str:
    """Where Playwright keeps its Chromium, whether or not it was downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def install() -> None:
    """Install one of Debian's packages; raises `NotFound` where that is not possible."""
    for package in PACKAGES:
        try:
            debian.install(package)
        except debian.NotPossible:
            continue
        return
    raise NotFound(MISSING)


def find_or_install() -> str:
    """The path of a Chromium, which is installed first where there is none; raises `NotFound` where that fails."""
    try:
        return find()
    except NotFound:
        if os.environ.get("CHROMIUM"):
            raise  # the choice was explicit: another browser is not what was asked for
    install()
    return find()


def main() -> int:
    """Print the path of a Chromium, or what to install."""
    try:
        print(find_or_install())
    except NotFound as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
