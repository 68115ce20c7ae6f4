"""Both languages, and numbers in texts: good and bad values."""

from __future__ import annotations

from tests.rules.cases import Cases
from tests.rules.table import DOCUMENT, MEETING, Files, translated, vi


def pair(vi: str, en: str) -> Files:
    """A text in both languages."""
    return {MEETING: f"title:\n  vi: {vi}\n  en: {en}"}


def adjacent(vi: str, en: str = "An admission.", value: str = "20739") -> Files:
    """A statement in the meeting that has a figure of 20 739 Party members."""
    return {
        MEETING: f"figures:\n  - id: admitted\n    value: {value}\n"
        "    unit:\n      vi: đảng viên\n      en: Party members\n"
        f"results:\n  - id: admission\n    text:\n      vi: {vi}\n      en: {en}\n"
    }


def counting(vi: str, en: str = "people", unit: str = "người") -> Files:
    """A figure that counts this."""
    return {
        MEETING: f"figures:\n  - id: a\n    value: 5\n    unit:\n      vi: {unit}\n      en: persons\n"
        f"    what:\n      vi: {vi}\n      en: {en}\n"
    }


TABLE = {
    "unfilled": Cases(
        good=[vi('"%"'), vi("Ông Tô Đô"), pair("điền vào mẫu", "to fill in a form")],
        bad=[
            vi("¦TODO"),
            {MEETING: "sources:\n  - id: s1\n    author: ¦chưa dịch"},
            vi("¦…"),
            vi('"¦-"'),
            vi("¦xxx"),
        ],
    ),
    "placeholder-for-english": Cases(
        good=[vi("Tên"), pair("Tên", "Name"), pair("not-stated", "not-stated")],
        bad=[
            pair("Tên", "¦TODO"),
            pair("Tên", "¦chưa dịch"),
            pair("Tên", "¦…"),
            pair("Tên", "¦Not translated yet"),
            pair("Tên", "¦not-stated"),
        ],
    ),
    "not-stated-in-a-text": Cases(
        good=[{MEETING: "organiser: not-stated"}, vi("not stated")],
        bad=[vi("¦not-stated"), pair("¦not-stated", "¦not-stated"), pair("¦not-stated", "a name")],
    ),
    "not-translated": Cases(
        good=[pair("buổi chiều", "afternoon"), {MEETING: "level: regional"}],
        bad=[
            vi("¦buổi chiều"),
            {MEETING: "title:\n  vi: ¦Một.\nplace:\n  vi: Hai."},
            {MEETING: "title:\n  vi: ¦Một.", DOCUMENT: "title:\n  en: One.\nsubject:\n  vi: ¦Hai."},
        ],
    ),
    "same-in-both": Cases(
        good=[
            pair("buổi chiều", "afternoon"),
            pair("VOV", "VOV"),
            pair("Cao Hoàng Sơn", "Cao Hoàng Sơn"),
            pair('"%"', '"%"'),
        ],
        bad=[pair("buổi chiều", "¦buổi chiều"), pair("Ban Tổ chức Trung ương", "¦Ban Tổ chức Trung ương")],
    ),
    "outdated-translation": Cases(
        good=[
            pair("buổi chiều", "afternoon"),
            translated("buổi chiều", "afternoon", from_vi="buổi chiều"),
            translated("buổi chiều", "the afternoon", from_vi="buổi chiều", and_en="afternoon"),
            translated("Buổi chiều, có mưa.", "Rain.", from_vi="Buổi chiều – có mưa"),
            translated("buổi tối", "evening", from_vi="buổi chiều", and_en="afternoon"),
            translated("13 tỉnh", "13 provinces", from_vi="9 tỉnh", and_en="9 provinces"),
            translated("phía nam", "South", from_vi="phía bắc", and_en="North"),
            translated("không có gì mới", "nothing new", from_vi="có gì mới", and_en="something new"),
            translated("năm bài học", "five lessons", from_vi="chín bài học", and_en="nine lessons"),
            translated("cấp tỉnh", "at provincial level", from_vi="cấp xã", and_en="at level"),
        ],
        bad=[
            translated("buổi tối", "¦afternoon", from_vi="buổi chiều"),
            translated("thận trọng", "¦careful", from_vi="thận trong"),
            translated("buổi tối", "¦the Afternoon.", from_vi="buổi chiều", and_en="afternoon"),
            translated("buổi tối", "¦afternoon", from_vi="buổi chiều", and_en="aftrenoon"),
            translated("buổi tối", "¦afternoon", from_vi="buổi chiều", and_en="afternon"),
            translated("buổi tối", "¦afternoon", from_vi="buổi chiều", and_en="aftermoon"),
            translated("13 tỉnh", "¦nine provinces", from_vi="9 tỉnh"),
            translated("20,739 người", "¦20,739 people", from_vi="20.739 người"),
            translated("Đảng", "¦Party", from_vi="đảng"),
            translated("5%", "¦five", from_vi="5"),
        ],
    ),
    "vietnamese-without-accents": Cases(
        good=[
            pair("khó quy hoạch đội ngũ", "planning"),
            pair("cao", "high"),
            pair("nguồn ghi “first half of the year”", "x"),
        ],
        bad=[
            pair("¦kho quy hoach doi ngu can bo tre", "planning"),
            pair("¦planning of young cadres", "planning of cadres"),
            vi("¦kho quy hoach doi ngu can bo tre"),
        ],
    ),
    "english-is-vietnamese": Cases(
        good=[
            pair("Khó quy hoạch cán bộ trẻ", "Planning of young cadres"),
            pair("Ghi “từ Lâm Đồng trở vào”", "It says “từ Lâm Đồng trở vào”"),
            pair("Vụ Địa phương II", "Local Affairs Department II (vụ địa phương hai của ban)"),
        ],
        bad=[pair("Khó quy hoạch đội ngũ cán bộ.", "¦Khó quy hoạch đội ngũ cán bộ trẻ")],
    ),
    "number-too-long": Cases(
        good=[
            pair("999.999.999.999.999 đồng", "999,999,999,999,999 dong"),
            pair("số tài khoản 1234 5678 9012 3456", "account 1234 5678 9012 3456"),
        ],
        bad=[
            *(pair(f"¦{'9' * digits} đồng", f"¦{'9' * digits} dong") for digits in (16, 25, 308, 309, 1900)),
            pair("¦999.999.999.999.999.999 đồng", "dong"),
            pair(f"¦{'9' * 400},5 đồng", "dong"),
        ],
    ),
    "number-only-in-one-language": Cases(
        good=[
            pair("20.739 đảng viên", "20,739 Party members"),
            pair("98,5%", "98.5%"),
            pair("5 nhóm, 9 tỉnh", "five groups, nine provinces"),
            pair("ngày 30-11-2023", "30 November 2023"),
            pair("Kết luận 121-KL/TW", "The conclusion in question"),
            pair("thực hiện 100%", "fully done"),
            pair("s2 ghi “hơn 28.940”", "s2 prints “hơn 28.940” (more than 28,940)"),
        ],
        bad=[
            pair("¦20.739 đảng viên", "¦20,793 Party members"),
            pair("hơn ¦58.000 hội viên", "members"),
            pair("tỷ lệ ¦98,5%", "a rate of ¦95.8%"),
            pair("có 1.722 lượt", "1,722 times, ¦640 of them abroad"),
        ],
    ),
    "number-unlike-the-figure": Cases(
        good=[
            adjacent("Kết nạp 20.739 đảng viên.", "20,739 Party members were admitted."),
            adjacent("Kết nạp 15.000 đảng viên.", "15,000 Party members were admitted."),
            adjacent("Có 20.793 hội viên."),
        ],
        bad=[
            adjacent("Kết nạp ¦20.793 đảng viên.", "¦20,793 Party members were admitted."),
            adjacent("Kết nạp ¦20.738 đảng viên."),
            adjacent("Đã kết nạp.", "Some ¦30,739 Party members were admitted."),
        ],
    ),
    "approximation-in-a-text": Cases(
        good=[
            counting("đảng viên (đa số là nữ)", "members (most of them women)"),
            counting("xong sớm hơn quy định"),
            vi("Nhiều người dự (hơn)"),
        ],
        bad=[
            counting("đảng viên ¦(hơn)", "members ¦(more than)"),
            counting("mức giảm ¦(khoảng) trong năm"),
            counting("đảng viên", unit="người ¦(dưới)"),
        ],
    ),
}
