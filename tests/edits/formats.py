"""Encodings, and files that are no YAML or no record."""

from __future__ import annotations

from tests.edits.edit import GOOD, MEETING, Case, Edit, error, fine, written

_SAVE = "chọn Tệp › Lưu dưới dạng (File › Save as), ở ô Mã hóa (Encoding) chọn UTF-8"
_NUMBERED = "Đầu mỗi dòng có số thứ tự của dòng (1, 2, …)"
_LINES = GOOD.split("\n")


def meeting(content: str | bytes) -> Edit:
    """The new meeting's file with this content."""
    return written(MEETING, content)


def alone(content: str | bytes) -> Edit:
    """The new meeting's file with content that names no one."""
    return written(MEETING, content, person=False)


CASES: list[Case] = [
    fine("byte order mark", meeting(b"\xef\xbb\xbf" + GOOD.encode())),
    fine("Windows line ends", meeting(GOOD.replace("\n", "\r\n").encode())),
    fine("old Mac line ends", meeting(GOOD.replace("\n", "\r").encode())),
    fine("byte order mark and Windows line ends", meeting(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())),
    fine("no line end at the end", meeting(GOOD.rstrip("\n"))),
    fine("spaces at the ends of lines", meeting(GOOD.replace("\n", "   \n"))),
    fine("all indented by two", meeting("  " + GOOD.replace("\n", "\n  ").rstrip(" "))),
    *(
        error(f"UTF-16, {what}", meeting(content), "data", "mã hóa UTF-16", _SAVE)
        for what, content in {
            "little end first": b"\xff\xfe" + GOOD.encode("utf-16-le"),
            "big end first": b"\xfe\xff" + GOOD.encode("utf-16-be"),
            "without a mark": GOOD.encode("utf-16-le"),
        }.items()
    ),
    error(
        "Windows-1258",
        lambda tree: {MEETING: "đảng viên".encode("cp1258", "replace")},
        "data",
        "Tệp không phải UTF-8",
        _SAVE,
    ),
    error("empty", alone(b""), "data", "Tệp trống"),
    error("only spaces", alone("  \n\n"), "data", "Tệp trống"),
    error("only a comment", alone("# chưa làm\n"), "data", "hoặc chỉ có ghi chú"),
    error("Word file", alone(b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(range(256))), "data", "tệp Word", ".yml"),
    error("PDF file", alone(b"%PDF-1.7\n" + bytes(range(256))), "data", "tệp PDF"),
    error("web page", alone("<!DOCTYPE html>\n<html><body>Hội nghị</body></html>\n"), "no-fields", "`khóa: giá trị`"),
    error("plain article", alone("Hội nghị tổng kết.\n\nSáng 20-5, tại TP Bạch Sa.\n"), "no-fields", "`khóa: giá trị`"),
    error("JSON", alone('{"title": {"vi": "A b", "en": "C d"}}'), "missing", "Thiếu 11 trường"),
    error("list", alone("- a\n- b\n"), "no-fields", "Tìm thấy một danh sách"),
    error(
        "control character",
        meeting(GOOD.replace("toàn tỉnh", "toàn¦\0tỉnh")),
        "data",
        "ký tự điều khiển U+0000",
    ),
    error("fenced example", meeting(f"¦```yaml\n{GOOD}```\n"), "data", "Hãy xóa mọi dòng ```"),
    error("end of a fenced example", meeting(f"{GOOD}¦```\n"), "data", "Hãy xóa mọi dòng ```"),
    *(
        error(
            f"line numbers {what}",
            meeting("\n".join(f"{n}{mark}{line}" for n, line in enumerate(_LINES, 1))),
            "data",
            _NUMBERED,
        )
        for what, mark in {"and spaces": " ", "and colons": ": ", "and tabs": "\t", "and bars": " | "}.items()
    ),
    error(
        "all of it read as Latin-1",
        lambda tree: {MEETING: f"{_LINES[1]}\n".encode().decode("latin-1")},
        "not-unicode",
        "Chữ bị vỡ",
    ),
    *(
        error(f"{what} next to the records", lambda tree, name=name: {name: b"x"}, "data", said)  # type: ignore[misc]
        for what, name, said in [
            ("Word file", "data/meetings/Báo cáo 2031.docx", "Không có loại bản ghi nào ở chỗ này"),
            ("picture", "data/meetings/anh-hoi-nghi.jpg", "Không có loại bản ghi nào ở chỗ này"),
            ("temporary Word file", "data/meetings/~$meeting.docx", "Hãy xóa tệp"),
            ("Thumbs.db", "data/Thumbs.db", "Hãy xóa tệp"),
            ("file of a Mac", "data/meetings/._2032-05-20.yml", "Hãy xóa tệp"),
            ("read-me file", "data/README.md", "Không có loại bản ghi nào ở chỗ này"),
        ]
    ),
]
