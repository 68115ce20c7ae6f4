"""What to do with a file of `data/` that is no record: said to whoever put it there, mostly without meaning to."""

from __future__ import annotations

import re
from pathlib import PurePath

_OTHERWISE_ENDING = re.compile(r"(.+?)\.ya?ml(\.txt)?", re.IGNORECASE)
_LEFT_BY_PROGRAMS = re.compile(
    r"\.DS_Store|Thumbs\.db|desktop\.ini|\.~.*|.*(~|\.sw[a-p]|\.bak|\.orig|\.tmp)", re.IGNORECASE
)


def advice(file: PurePath) -> tuple[str, str]:
    """In Vietnamese and English, for a file by its place in `data/`."""
    if _LEFT_BY_PROGRAMS.fullmatch(file.name):
        return (
            "Tệp này do một chương trình để lại, không phải bản ghi. Hãy xóa tệp.",
            "A program left this file; it is no record. Delete it.",
        )
    named = _OTHERWISE_ENDING.fullmatch(file.name)
    if named and f"{named[1]}.yml" != file.name:
        return (
            f"Tên tệp phải kết thúc bằng “.yml”. Hãy đổi tên thành “{named[1]}.yml”.",
            f"The name of the file must end with “.yml”. Rename it to “{named[1]}.yml”.",
        )
    return (
        "Không có loại bản ghi nào ở chỗ này. Cần tệp .yml trong meetings/, documents/ hay reviews/<năm>/.",
        "No kind of record lives here. Expected a .yml file in meetings/, documents/ or reviews/<year>/.",
    )
