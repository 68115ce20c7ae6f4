"""Installs Debian's packages, where that is possible."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


class NotPossible(Exception):
    """There is no package manager, no right to use it, or it failed."""


def install(*packages: str) -> None:
    """Install packages; raises `NotPossible`."""
    apt = shutil.which("apt-get")
    root = os.geteuid() == 0 if hasattr(os, "geteuid") else False
    sudo = shutil.which("sudo")
    if apt is None or not (root or sudo):
        raise NotPossible
    command = [apt] if root or sudo is None else [sudo, apt]
    try:
        # What the package manager says goes to stderr: stdout is for what the caller says.
        subprocess.run([*command, "update"], check=True, stdout=sys.stderr)
        subprocess.run([*command, "install", "-y", "--no-install-recommends", *packages], check=True, stdout=sys.stderr)
    except subprocess.CalledProcessError as error:
        raise NotPossible from error
