"""What to do where the system refuses to read or write: said in both languages, in the place of a traceback."""

from __future__ import annotations

import errno

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
KEPT = ("Trang web cũ được giữ nguyên.", "The published site is unchanged.")


def advice(error: OSError) -> str:
    """What happened and what to do about it, Vietnamese above English."""
    if isinstance(error, ChildProcessError):
        vi = "Hệ thống đã dừng một tiến trình dựng trang, thường vì thiếu bộ nhớ. Hãy đóng bớt chương trình, dựng lại."
        en = "The system ended a process of the build, mostly for want of memory. Close other programs and build again."
        return f"{vi} {KEPT[0]}\n{en} {KEPT[1]}"
    file = error.filename if error.filename is not None else ""
    if error.errno in _FULL:
        vi = "Không ghi được: đĩa hoặc hạn mức đã đầy. Hãy giải phóng dung lượng rồi dựng lại."
        en = "Cannot write: the disk or quota is full. Free some space and build again."
    elif error.errno in _FORBIDDEN:
        vi = f"Không có quyền đọc hoặc ghi “{file}”. Hãy sửa quyền truy cập, hoặc ghi nơi khác bằng --site-dir."
        en = f"No permission to read or write “{file}”. Change its permissions, or build elsewhere with --site-dir."
    else:
        vi = f"Không đọc hoặc ghi được “{file}”: {error.strerror}. Hãy xem lại tệp hay thư mục này rồi dựng lại."
        en = f"Cannot read or write “{file}”: {error.strerror}. Look at this file or folder and build again."
    return f"{vi} {KEPT[0]}\n{en} {KEPT[1]}"
