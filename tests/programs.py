"""Programs of the system that tests run. Run as a script it installs those that are missing, where that is possible."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass

import pytest

from tests import debian

_PATH = f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin:/opt/homebrew/bin"
_MISSING = (
    "Không tìm thấy {name}, cần cho một phần kiểm thử. Hãy cài {name} (Debian: {packages}).\n"
    "{name} was not found; some tests need it. Install {name} (Debian: {packages})."
)


class NotFound(Exception):
    """There is no such program; the message, in both languages, says what to install."""


@dataclass(frozen=True)
class Program:
    """A program, and Debian's packages with it."""

    name: str
    packages: str

    def find(self) -> str:
        """Its path; raises `NotFound`."""
        path = shutil.which(self.name, path=_PATH)
        if path is None:
            raise NotFound(_MISSING.format(**vars(self)))
        return path

    def needed(self) -> str:
        """Its path, for a test: without it the test fails where it could be installed, and is left out elsewhere."""
        try:
            return self.find()
        except NotFound as missing:
            if debian.possible():
                raise
            pytest.skip(str(missing))


NGINX = Program("nginx", "nginx-light")
CADDY = Program("caddy", "caddy")
APACHE = Program("apache2", "apache2-bin media-types")
PROGRAMS = (NGINX, CADDY, APACHE)


def main() -> int:
    """Print the paths of the programs, those that are missing installed first, or say what to install."""
    for program in PROGRAMS:
        try:
            program.find()
        except NotFound as missing:
            try:
                debian.install(*program.packages.split())
            except debian.NotPossible:
                print(missing, file=sys.stderr)
                if debian.possible():
                    return 1
                continue
        print(program.find())
    return 0


if __name__ == "__main__":
    sys.exit(main())
