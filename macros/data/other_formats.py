"""Files that are no text in UTF-8: what they are by their first bytes, and how to make the text file that is needed."""

from __future__ import annotations

import codecs

_SAVE = (
    "Hãy mở tệp bằng Notepad, chọn Tệp › Lưu dưới dạng (File › Save as), ở ô Mã hóa (Encoding) chọn UTF-8, rồi lưu.",
    "Open it in Notepad, choose File › Save as, set Encoding to UTF-8, and save.",
)
_COPY = (
    "Hãy mở tệp ấy, chép chữ sang một tệp mới trong Notepad và lưu với đuôi .yml, mã hóa UTF-8.",
    "Open it, copy the text into a new file in Notepad, and save that with the ending .yml and the encoding UTF-8.",
)
_OTHERS = {
    b"PK\x03\x04": ("tệp Word, Excel (.docx, .xlsx) hoặc tệp nén", "a Word or Excel file (.docx, .xlsx) or an archive"),
    b"\xd0\xcf\x11\xe0": ("tệp Word hoặc Excel cũ (.doc, .xls)", "an old Word or Excel file (.doc, .xls)"),
    b"{\\rtf": ("tệp văn bản có định dạng (.rtf)", "a rich text file (.rtf)"),
    b"%PDF": ("tệp PDF", "a PDF file"),
    b"\xff\xd8\xff": ("ảnh JPEG", "a JPEG picture"),
    b"\x89PNG": ("ảnh PNG", "a PNG picture"),
    b"GIF8": ("ảnh GIF", "a GIF picture"),
}
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


NOT_UTF_8 = (f"Tệp không phải UTF-8. {_SAVE[0]}", f"The file is not UTF-8. {_SAVE[1]}")


def recognised(raw: bytes) -> tuple[str, str] | None:
    """What to say of the content of a file of another format, in both languages; None for what may be text in UTF-8."""
    for beginning, (vi, en) in _OTHERS.items():
        if raw.startswith(beginning):
            return f"Đây là {vi}, không phải tệp chữ. {_COPY[0]}", f"This is {en}, not a text file. {_COPY[1]}"
    # Text in UTF-16 without its mark: every other byte of plain letters is nothing.
    first = raw[:1000]
    if raw.startswith(_UTF_16) or first.count(0) > len(first) // 4:
        return (
            f"Tệp lưu với mã hóa UTF-16 (Notepad gọi là “Unicode”), cần UTF-8. {_SAVE[0]}",
            f"The file is saved as UTF-16 (Notepad’s “Unicode”), expected UTF-8. {_SAVE[1]}",
        )
    return None
