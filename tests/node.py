"""Installs the tools of `tests/tools/`, which exist for Node only, and Node itself where it is missing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from macros.commands import browser_packages
from tests import debian

TOOLS = Path(__file__).with_name("tools")
MISSING = (
    "Không tìm thấy Node.js và npm, cần cho một phần kiểm thử. Hãy cài Node.js 18 trở lên kèm npm.\n"
    "Node.js and npm were not found; some tests need them. Install Node.js 18 or newer with npm."
)


def main() -> int:
    """Install what is locked in `tests/tools/package-lock.json`, or say what is missing."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        try:
            debian.install("nodejs", "npm")
        except debian.NotPossible:
            print(MISSING, file=sys.stderr)
            return 1
    npm = shutil.which("npm")
    if npm is None:
        print(MISSING, file=sys.stderr)
        return 1
    of_the_site = browser_packages.main()  # the set-up of the site may have met no npm
    return of_the_site or subprocess.run([npm, "ci", "--silent"], cwd=TOOLS, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
