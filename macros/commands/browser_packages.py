"""Installs what browsers get that others wrote and only npm has: what `requirements/browser/package-lock.json` locks.

It goes into the virtual environment, next to the packages of Python. Without npm the site is built all the same, but
for the form for editing; so this says what is missing and ends well.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from macros.assets.browser_packages import INSTALLED

LOCKED = Path("requirements/browser")
MISSING = (
    "Không có npm nên trang “Sửa tại chỗ” chỉ chỉ cách sửa trên kho mã. Muốn có biểu mẫu: "
    "cài Node.js 18 trở lên kèm npm, rồi chạy `make browser-packages`.\n"
    "There is no npm, so the page “Edit here” only says how to edit on the forge. For its form: install Node.js 18 or "
    "newer with npm, then run `make browser-packages`."
)


def main() -> int:
    """Install them, each with the hash that is locked; returns the exit code."""
    npm = shutil.which("npm")
    if npm is None:
        print(MISSING, file=sys.stderr)
        return 0
    INSTALLED.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(LOCKED / name, INSTALLED)
    return subprocess.run([npm, "ci", "--silent"], cwd=INSTALLED, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
