"""Dates of a new meeting, whose file is named 2032-05-20-bach-sa.yml."""

from __future__ import annotations

from tests.edits.edit import Case, error, fine, new, warning

RULE = "not-a-date"
# As written, with what the message says.
_SLIPS = {
    **dict.fromkeys(
        (
            *("20/5/2032", "20-05-2032", "20.05.2032", "2032/05/20", "2032/5/20", "2032.05.20", "20 /05/ 2032"),
            *("ngày 20 tháng 5 năm 2032", "20 tháng 5, 2032", "thứ Năm, 20-5-2032", "khoảng 20-5-2032"),
            *(
                "May 20, 2032",
                "20 May 2032",
                "20320520",
                "２０３２-05-20",
                "2032\u201105\u201120",
                "2032–05–20",
                "2032-05-2O",
            ),
        ),
        "Có phải bạn muốn viết 2032-05-20?",
    ),
    **dict.fromkeys(
        ("2032-05-20T08:00", "2032-05-20 08:00", "20/5/2032 15:50"), "viết 2032-05-20? Không ghi giờ ở đây."
    ),
    **dict.fromkeys(("20-21/5/2032", "2032-05-20 - 2032-05-21"), "Có phải bạn muốn viết 2032-05-20/21?"),
    **dict.fromkeys(("5/2032", "tháng 5 năm 2032"), "Có phải bạn muốn viết 2032-05?"),
    "quý II/2032": "Có phải bạn muốn viết 2032-Q2?",
    "Sáng 20/5": "Thiếu năm",
    "2-5-32": "năm không đủ bốn chữ số",
    "hôm qua": "Nếu chỉ biết tháng hoặc năm, hãy ghi",
    "không rõ": "Nếu chỉ biết tháng hoặc năm, hãy ghi",
    "2032-13-40": "Không có tháng 13.",
    "2032-02-30": "Tháng 2 năm 2032 không có ngày 30.",
    "2032-05-32": "Tháng 5 năm 2032 không có ngày 32.",
}


def _date(written: str) -> Case:
    said = _SLIPS[written]
    alike = [letter for letter in written[1:] if "０" <= letter <= "９"]
    also = " ".join(["look-alike-letter"] * len(alike))
    edit = new(("date: 2032-05-20", f"date: ¦{written}"))
    return error(written, edit, RULE, f"“{written}” không phải ngày", said, also=also)


CASES = [
    *map(_date, _SLIPS),
    *(
        fine(written, new(("date: 2032-05-20", f"date: {written}")))
        for written in ("2032", "2032-05", '"2032-05-20"', "2032-05-20/21", "2032-05-20/2032-05-21")
    ),
    error(
        "published today",
        new(("published: 2032-05-20", "published: ¦hôm nay")),
        RULE,
        "“hôm nay” không phải ngày. Cần một trong các dạng: 2021, 2021-05,",
    ),
    error(
        "another day than the file’s name",
        new(("date: 2032-05-20", "date: ¦2032-05-19")),
        "meeting-day",
        "Ngày 2032-05-19 không khớp với tên tệp “2032-05-20-bach-sa.yml”",
    ),
    warning(
        "source published five years before the meeting",
        new(("published: 2032-05-20", "published: ¦2027-05-20"), ("as_of: 2031", "as_of: 2026")),
        "source-before-the-meeting",
        "Nguồn đăng ngày 2027-05-20, trước hội nghị (2032-05-20)",
    ),
    warning("a day to come", new(("published: 2032-05-20", "published: ¦2032-12-20")), "day-to-come", "chưa đến"),
]
