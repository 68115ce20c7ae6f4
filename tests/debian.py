"""Installs Debian's packages, where that is possible."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


class NotPossible(Exception):
    """There is no package manager, no right to use it, or it failed."""


def _command() -> list[str] | None:
    apt, sudo = shutil.which("apt-get"), shutil.which("sudo")
    if apt and hasattr(os, "geteuid") and os.geteuid() == 0:
        return [apt]
    return [sudo, apt] if apt and sudo else None


def possible() -> bool:
    """Whether there is a package manager, and a right to use it."""
    return _command() is not None


def install(*packages: str) -> None:
    """Install packages; raises `NotPossible`."""
    command = _command()
    if command is None:
        raise NotPossible
    try:
        # What the package manager says goes to stderr: stdout is for what the caller says.
        subprocess.run([*command, "update"], check=True, stdout=sys.stderr)
        subprocess.run([*command, "install", "-y", "--no-install-recommends", *packages], check=True, stdout=sys.stderr)
    except subprocess.CalledProcessError as error:
        raise NotPossible from error
