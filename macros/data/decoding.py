"""The text in the bytes of a data file, which are UTF-8 without control characters; else what they are instead."""

import codecs
import re
from collections.abc import Iterator

from macros.data.problems import Bilingual, Fix, Place, Problem

MAXIMUM_BYTES = 1_000_000
MOJIBAKE = Bilingual(
    "Chữ bị vỡ: UTF-8 đã bị đọc nhầm bằng bảng mã khác", "The text is broken: its UTF-8 was read as another encoding"
)
_SAVE = Bilingual(
    "Hãy mở tệp bằng Notepad, chọn Tệp › Lưu dưới dạng (File › Save as), ở ô Mã hóa (Encoding) chọn UTF-8, rồi lưu.",
    "Open it in Notepad, choose File › Save as, set Encoding to UTF-8, and save.",
)
_TOO_LARGE = Bilingual("Tệp lớn hơn 1 MB. Hãy chia thành nhiều tệp.", "The file is larger than 1 MB. Split it.")
_NOT_UTF_8 = Bilingual("Tệp không phải UTF-8. {save}", "The file is not UTF-8. {save}").format(save=_SAVE)
_UTF_16 = Bilingual(
    "Tệp lưu với mã hóa UTF-16 (Notepad gọi là “Unicode”), cần UTF-8. {save}",
    "The file is saved as UTF-16 (Notepad’s “Unicode”), expected UTF-8. {save}",
).format(save=_SAVE)
_NO_TEXT = Bilingual(
    "Đây là {format}, không phải tệp chữ. "
    "Hãy mở tệp ấy, chép chữ sang một tệp mới trong Notepad và lưu với đuôi .yml, mã hóa UTF-8.",
    "This is {format}, not a text file. "
    "Open it, copy the text into a new file in Notepad, and save that with the ending .yml and the encoding UTF-8.",
)
# Files of other formats, by their first bytes.
_FORMATS = {
    b"PK\x03\x04": Bilingual(
        "tệp Word, Excel (.docx, .xlsx) hoặc tệp nén", "a Word or Excel file (.docx, .xlsx) or an archive"
    ),
    b"\xd0\xcf\x11\xe0": Bilingual("tệp Word hoặc Excel cũ (.doc, .xls)", "an old Word or Excel file (.doc, .xls)"),
    b"{\\rtf": Bilingual("tệp văn bản có định dạng (.rtf)", "a rich text file (.rtf)"),
    b"%PDF": Bilingual("tệp PDF", "a PDF file"),
    b"\xff\xd8\xff": Bilingual("ảnh JPEG", "a JPEG picture"),
    b"\x89PNG": Bilingual("ảnh PNG", "a PNG picture"),
    b"GIF8": Bilingual("ảnh GIF", "a GIF picture"),
}
_CONTROL = Bilingual(
    "Tệp có ký tự điều khiển{code} không dùng được. Hãy xóa nó, hoặc xóa và gõ lại cả dòng.",
    "The file contains a control character{code} that cannot be used. Remove it, or type the whole line again.",
)
_LINE = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|$)")
# What YAML refuses anywhere in a file (YAML 1.1, section 5.1).
_UNUSABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LEFT_BY_MOJIBAKE = re.compile("[\x80-\x84\x86-\x9f]")
_LOOKS_LIKE_MOJIBAKE = re.compile("[ÂÃÄÅÆáâ][^A-Za-z ]|Ã |â€|ï»¿")


class Unreadable(Exception):
    """A file of which nothing can be read; carries why."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems


def decoded(raw: bytes, name: str) -> str:
    """The text of a file, without the mark that Windows puts before UTF-8.

    Raises:
        Unreadable: the file is too large, of another format or in another encoding.
    """
    first = raw[:1000]
    message = next((_NO_TEXT.format(format=each) for start, each in _FORMATS.items() if raw.startswith(start)), None)
    if len(raw) > MAXIMUM_BYTES:
        message = _TOO_LARGE
    elif raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or first.count(0) > len(first) // 4:
        message = message or _UTF_16  # in UTF-16 without its mark every other byte of plain letters is 0
    if message:
        raise Unreadable(Problem(Place(name), *message))
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        raise Unreadable(Problem(_end(name, before), *_NOT_UTF_8)) from error


def unusable(name: str, text: str) -> list[Problem]:
    """What to say of a text with characters that YAML refuses: they may be the rest of UTF-8 that was read wrongly."""
    if broken := list(_broken_lines(name, text)):
        return broken
    at = _UNUSABLE.search(text)
    place = _end(name, text[: at.start()]) if at else Place(name)
    return [Problem(place, *_CONTROL.format(code=f" U+{ord(at[0]):04X}" if at else ""))]


def lines(text: str) -> list[str]:
    """The lines of a file as YAML counts them, each with its end."""
    return _LINE.findall(text)


def repaired(text: str) -> str:
    """The text as it was before its UTF-8 was read as another encoding; unchanged where it was read rightly."""
    if not _LOOKS_LIKE_MOJIBAKE.search(text):
        return text
    from ftfy import fix_encoding  # takes long to import, and is seldom needed

    return fix_encoding(text)


def _broken_lines(name: str, text: str) -> Iterator[Problem]:
    vi, en = (f"{each}." for each in MOJIBAKE)
    for number, line in enumerate(lines(text), start=1):
        bare = line.rstrip("\r\n")
        if _LEFT_BY_MOJIBAKE.search(bare) and (right := repaired(bare)) != bare:
            place = Place(name, number)
            yield Problem(place, vi, en, "not-unicode", fix=Fix(place, len(bare), right))


def _end(name: str, text: str) -> Place:
    """The place behind a text with which the file begins."""
    *before, last = lines(f"{text}·")[:-1]
    return Place(name, len(before) + 1, len(last))
