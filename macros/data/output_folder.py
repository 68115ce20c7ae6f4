"""A folder that a build replaces is one that a build made: nothing of anyone else's is ever emptied.

Each folder that a build or a command writes holds a small hidden file that says so. A folder without it is written into
only where it is empty. Hidden files and folders of the published site, such as `.git` of a branch of pages or
`.well-known` of a certificate, belong to the server and stay from build to build, as MkDocs itself keeps them.

A web server that runs as another user can read what is written, whatever the umask of who builds.
"""

import os
import re
import shutil
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

MARKER = ".made-by-a-build"
_MARKER_TEXT = (
    "Mỗi lần dựng trang thay toàn bộ thư mục này, trừ tệp và thư mục ẩn.\n"
    "Each build replaces all of this folder but hidden files and folders.\n"
)
_HOW = (
    "Hãy chọn một thư mục mới hoặc trống, như `--site-dir site`.",
    "Choose a new or an empty folder, such as `--site-dir site`.",
)
_TRIES = 5  # while other builds put their sites in its place


def why_refused(folder: Path, sources: Iterable[Path] = ()) -> tuple[str, str] | None:
    """Why a folder is not to be replaced, with what to do, in Vietnamese and English; None for one that may be.

    Args:
        folder: the folder that would be replaced; it need not exist.
        sources: files and folders that the site is made from.
    """
    here = folder.resolve()
    around = (each for each in map(Path.resolve, sources) if here.is_relative_to(each) or each.is_relative_to(here))
    if hit := next(around, None):
        return (
            f"Không dựng trang vào đây: sẽ xóa hoặc lẫn với nội dung gốc ở {hit.name}/. {_HOW[0]}",
            f"The site cannot be built here: that would delete or mix with the sources in {hit.name}/. {_HOW[1]}",
        )
    if os.path.lexists(here) and not here.is_dir():
        return (f"Đây là một tệp, không phải thư mục. {_HOW[0]}", f"This is a file, not a folder. {_HOW[1]}")
    if here.is_dir() and _is_mount(here):
        return (
            "Đây là điểm gắn của một ổ đĩa, không thay cả thư mục trong một bước được. Hãy dựng vào một thư mục bên "
            "trong, như `--site-dir site/kho`, rồi cho máy chủ phục vụ thư mục ấy.",
            "This is where a disk or volume is mounted, and such a folder cannot be replaced in one step. Build into a "
            "folder within it, such as `--site-dir site/kho`, and let the server serve that.",
        )
    if here.is_dir() and not (here / MARKER).is_file() and not all(map(_is_hidden, here.iterdir())):
        return (
            f"Thư mục này có những thứ không do lần dựng trang nào tạo ra; dựng vào đây sẽ xóa hết. {_HOW[0]} "
            "Nếu đúng là trang cũ của kho này, hãy tự xóa thư mục rồi dựng lại.",
            f"This folder holds what no build made, and building here would delete it. {_HOW[1]} "
            "Where it is an older copy of this very site, delete the folder yourself and build again.",
        )
    return None


def mark(folder: Path) -> None:
    """Note in a folder that a build made it."""
    (folder / MARKER).write_text(_MARKER_TEXT, "utf-8")


def let_servers_read(folder: Path) -> None:
    """Let every user read the files of a folder and enter its folders."""
    for path in (folder, *folder.rglob("*")):
        mode = path.lstat().st_mode
        wanted = mode | (0o555 if stat.S_ISDIR(mode) else 0o444)
        if wanted != mode and not stat.S_ISLNK(mode):
            with suppress(PermissionError):  # a page that another user's build has made
                path.chmod(stat.S_IMODE(wanted))


def carry_over(old: Path, new: Path) -> None:
    """Give the new folder the hidden files and folders of the old one, which keeps them too.

    Nothing is moved: if the process is killed, one of the two folders still has them.

    Raises:
        OSError: they cannot be read or written.
    """
    for attempt in range(_TRIES):
        try:
            for hidden in filter(_is_hidden, old.iterdir()):
                if hidden.is_dir() and not hidden.is_symlink():
                    shutil.copytree(hidden, new / hidden.name, symlinks=True, copy_function=_link, dirs_exist_ok=True)
                else:
                    _link(hidden, new / hidden.name)
            return
        except (FileNotFoundError, shutil.Error):  # another build has just put its site there, with the same files
            if attempt == _TRIES - 1:
                raise


def _is_hidden(path: Path) -> bool:
    return path.name.startswith(".")


def _is_mount(folder: Path) -> bool:
    """Whether a folder is mounted, be it from the same disk, which `ismount` does not see."""
    try:
        table = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")  # man 5 proc
    except OSError:  # not Linux
        return os.path.ismount(folder)
    written = re.sub(r"[ \t\n\\]", lambda blank: f"\\{ord(blank[0]):03o}", str(folder))
    return any(line.split(" ")[4] == written for line in table.splitlines())


def _link(source: str | Path, target: str | Path) -> None:
    """The same file under a second name, or a copy where the file system has no second names."""
    if os.path.lexists(target):
        return
    try:
        os.link(source, target, follow_symlinks=False)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
