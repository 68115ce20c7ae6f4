"""What to do where the system refuses to read or write: said in both languages, in the place of a traceback."""

import errno

SITE_UNCHANGED = ("Trang web cũ được giữ nguyên.", "The published site is unchanged.")
_KILLED = (
    "Hệ thống đã dừng một tiến trình dựng trang, thường vì thiếu bộ nhớ. Hãy đóng bớt chương trình, dựng lại.",
    "The system ended a process of the build, mostly because it ran out of memory. Close other programs and build "
    "again.",
)
_NO_MEMORY = (
    "Không đủ bộ nhớ để dựng trang. Hãy đóng bớt chương trình hoặc nới giới hạn rồi dựng lại.",
    "There is not enough memory to build. Close other programs or raise the limit, and build again.",
)
_FULL = (
    "Không ghi được: đĩa hoặc hạn mức đã đầy. Hãy giải phóng dung lượng rồi dựng lại.",
    "Cannot write: the disk or quota is full. Free some space and build again.",
)
_FORBIDDEN = (
    "Không có quyền đọc hoặc ghi “{file}”. Hãy sửa quyền truy cập, hoặc ghi nơi khác bằng --site-dir.",
    "No permission to read or write “{file}”. Change its permissions, or build elsewhere with --site-dir.",
)
_OTHER = (
    "Không đọc hoặc ghi được “{file}”: {why}. Hãy xem lại tệp hay thư mục này rồi dựng lại.",
    "Cannot read or write “{file}”: {why}. Look at this file or folder and build again.",
)
_NO_FILE = (
    "Hệ thống từ chối: {why}. Hãy đóng bớt chương trình hoặc nới giới hạn rồi dựng lại.",
    "The system refused: {why}. Close other programs or raise the limit, and build again.",
)
_BY_NUMBER = dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _FULL) | dict.fromkeys(
    (errno.EACCES, errno.EPERM, errno.EROFS), _FORBIDDEN
)


def advice(error: OSError | MemoryError) -> str:
    """What happened and what to do about it, Vietnamese above English."""
    file, why = (error.filename or "", error.strerror) if isinstance(error, OSError) else ("", "")
    texts = (text.format(file=file, why=why) for text in _texts(error))
    return "\n".join(map(" ".join, zip(texts, SITE_UNCHANGED, strict=True)))


def _texts(error: OSError | MemoryError) -> tuple[str, str]:
    if isinstance(error, MemoryError):
        return _NO_MEMORY
    if isinstance(error, ChildProcessError):  # see `speed/workers.py`
        return _KILLED
    return _BY_NUMBER.get(error.errno or 0, _NO_FILE if error.filename is None else _OTHER)
