"""Texts in the encodings of old Word files, and texts whose encoding was mistaken on the way."""

from __future__ import annotations

from collections.abc import Iterator

from macros.archive.data_files import Content
from macros.checks.rule import Found, error
from macros.data.decoding import MOJIBAKE
from macros.text.legacy_encodings import Recognised

_SHOWN = 40  # letters of a text in a message


@error(
    "Hãy chạy `make fix`, hoặc nhận gợi ý ngay trong đề nghị sửa, rồi đọc lại cả câu.",
    "Run `make fix`, or take the suggestion in the pull request, and read the sentence again.",
)
def not_unicode(content: Content) -> Iterator[Found]:
    """Vietnamese is written in Unicode."""
    for entry, found in content.garbled:
        before, after = (_cut(text) for text in (entry.text, found.text))
        vi, en = _said(found)
        yield Found(
            entry.place,
            f"{vi}: “{before}” là “{after}”.",
            f"{en}: “{before}” is “{after}”.",
            entry.fix(0, len(entry.text), found.text),
        )


def _said(found: Recognised) -> tuple[str, str]:
    if found.fonts:
        return (
            f"Chữ gõ bằng bảng mã {found.encoding} (phông {found.fonts} …), không phải Unicode",
            f"The text is typed in the encoding {found.encoding} (fonts {found.fonts} …), which is not Unicode",
        )
    return MOJIBAKE


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
